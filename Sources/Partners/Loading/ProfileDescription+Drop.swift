import Commerce

extension ProfileDescription {
    /// When a file in the drop is complete, as the file has it.
    struct DropEntries: JSONObject {
        var ignore: [Text] = DropPolicy.usualIgnored.map { Text($0.text) }
        var quiet: Text = "5s"
        var linger: Text = "0s"
        var deadline: Text = "30m"
        var incomplete: Text = "acknowledge"
        /// Megabytes.
        var largest: Int? = 4_096
        var partners: [Text] = []
        var uncollected = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("ignore", &ignore)
            json.field("quiet", &quiet)
            json.field("linger", &linger)
            json.field("deadline", &deadline)
            json.field("incomplete", &incomplete)
            json.field("largest", &largest)
            json.field("partners", &partners)
            json.field("uncollected", &uncollected)
        }
    }
}
