import Commerce

extension ProfileDescription {
    /// What is done with what comes again, as the file has it.
    struct DuplicateEntries: JSONObject {
        var window: Int? = 90
        var documentWindow: Int? = 400
        var onReset: Text = "alert"
        var onOutOfSequence: Text = "ignore"
        var onGroup: Text = "alert"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("window", &window)
            json.field("documentWindow", &documentWindow)
            json.field("onReset", &onReset)
            json.field("onOutOfSequence", &onOutOfSequence)
            json.field("onGroup", &onGroup)
        }
    }
}
