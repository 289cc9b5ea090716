import Commerce

extension ProfileDescription {
    /// What a profile says of one crosswalk, as the file has it.
    struct CrosswalkEntry: JSONObject {
        var table = Text()
        var onMiss: Text = "hold"
        var defaultValue = Text()
        var owner = Text()
        var version = Text()
        var maxAge: Int?

        mutating func code(_ json: inout some JSONCoding) {
            json.field("table", &table)
            json.field("onMiss", &onMiss)
            json.field("default", &defaultValue)
            json.field("owner", &owner)
            json.field("version", &version)
            json.field("maxAge", &maxAge)
        }
    }
}
