import Commerce

/// A companion guide as its file has it.
struct GuideDescription: JSONObject {
    /// The only version of the format there is.
    static let currentSchema = 1

    var schemaVersion: Int?
    var title = Text()
    var sets: [SetEntry] = []

    mutating func code(_ json: inout some JSONCoding) {
        json.field("schemaVersion", &schemaVersion)
        json.field("title", &title)
        json.field("sets", &sets)
    }

    /// The rules for a set.
    struct SetEntry: JSONObject {
        var set = Text()
        var versions: [Text] = []
        var direction = Text()
        var rules: [RuleEntry] = []

        mutating func code(_ json: inout some JSONCoding) {
            json.field("set", &set)
            json.field("versions", &versions)
            json.field("direction", &direction)
            json.field("rules", &rules)
        }
    }

    /// One line of the guide: a place and what is demanded of it, or a relation between places.
    struct RuleEntry: JSONObject {
        var within = Text()
        var at = Text()
        var when = Text()
        var use = Text()
        var codes: [Text] = []
        var moreCodes: [Text] = []
        var minLength: Int?
        var maxLength: Int?
        var pattern = Text()
        var minUse: Int?
        var maxUse: Int?
        var allow = Text()
        var after = Text()
        var sum = Text()
        var count = Text()
        var equals = Text()
        var tolerance = Text()
        var equal: [Text] = []
        var different: [Text] = []
        var ascending: [Text] = []
        var unique = Text()
        var anyOf: [Text] = []
        var onlyOneOf: [Text] = []
        var allOrNone: [Text] = []
        var severity = Text()
        var because = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("within", &within)
            json.field("at", &at)
            json.field("when", &when)
            json.field("use", &use)
            json.field("codes", &codes)
            json.field("moreCodes", &moreCodes)
            json.field("minLength", &minLength)
            json.field("maxLength", &maxLength)
            json.field("pattern", &pattern)
            json.field("minUse", &minUse)
            json.field("maxUse", &maxUse)
            json.field("allow", &allow)
            json.field("after", &after)
            json.field("sum", &sum)
            json.field("count", &count)
            json.field("equals", &equals)
            json.field("tolerance", &tolerance)
            json.field("equal", &equal)
            json.field("different", &different)
            json.field("ascending", &ascending)
            json.field("unique", &unique)
            json.field("anyOf", &anyOf)
            json.field("onlyOneOf", &onlyOneOf)
            json.field("allOrNone", &allOrNone)
            json.field("severity", &severity)
            json.field("because", &because)
        }
    }
}
