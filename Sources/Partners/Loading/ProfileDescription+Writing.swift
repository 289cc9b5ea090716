import Commerce

extension ProfileDescription {
    /// How what we send is to look, as the file has it.
    struct WritingEntries: JSONObject {
        var letters: Text = "asGiven"
        var characters: Text = "any"
        var replace: [ReplacementEntry] = []
        var unsendable: Text = "refuse"
        var identifiers: [Text] = []
        var counts: Text = "asGiven"
        var hashTotal: Text = "asGiven"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("letters", &letters)
            json.field("characters", &characters)
            json.field("replace", &replace)
            json.field("unsendable", &unsendable)
            json.field("identifiers", &identifiers)
            json.field("counts", &counts)
            json.field("hashTotal", &hashTotal)
        }
    }

    struct ReplacementEntry: JSONObject {
        var from = Text()
        var to = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("from", &from)
            json.field("to", &to)
        }
    }
}
