import Commerce

/// A profile as its file has it. The values a new one begins with are the base layer.
struct ProfileDescription: JSONObject {
    /// The only version of the format there is.
    static let currentSchema = 1

    var schemaVersion: Int?
    var id = Text()
    var name = Text()
    var role = Text()
    var stage: Text = "draft"
    var version: Int?
    var suspended = Suspended()
    var extends: [Text] = []
    var contacts: [ContactEntry] = []
    var identities = Usages()
    var envelope = Envelope()
    var syntax = Syntax()
    var ack = Acknowledgments()
    var severities: [SeverityEntry] = []
    var documents: [DocumentEntry] = []
    var clocks = ClockEntries()
    var hierarchy: [HierarchyEntry] = []
    var qualifiers: [QualifierEntry] = []
    var writing = WritingEntries()
    var duplicates = DuplicateEntries()
    var drop = DropEntries()
    var retention: Int?
    var crosswalks: [CrosswalkEntry] = []
    var delivery: [DeliveryEntry] = []
    var priority: [PriorityEntry] = []

    mutating func code(_ json: inout some JSONCoding) {
        json.field("schemaVersion", &schemaVersion)
        json.field("id", &id)
        json.field("name", &name)
        json.field("role", &role)
        json.field("stage", &stage)
        json.field("version", &version)
        json.field("suspended", &suspended)
        json.field("extends", &extends)
        json.field("contacts", &contacts)
        json.field("identities", &identities)
        json.field("envelope", &envelope)
        json.field("syntax", &syntax)
        json.field("ack", &ack)
        json.field("severities", &severities)
        json.field("documents", &documents)
        json.field("clocks", &clocks)
        json.field("hierarchy", &hierarchy)
        json.field("qualifiers", &qualifiers)
        json.field("writing", &writing)
        json.field("duplicates", &duplicates)
        json.field("drop", &drop)
        json.field("retention", &retention)
        json.field("crosswalks", &crosswalks)
        json.field("delivery", &delivery)
        json.field("priority", &priority)
    }

    struct ContactEntry: JSONObject {
        var role = Text()
        var name = Text()
        var email = Text()
        var phone = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("role", &role)
            json.field("name", &name)
            json.field("email", &email)
            json.field("phone", &phone)
        }
    }

    struct Suspended: JSONObject {
        var because = Text()
        var since = Text()
        var by = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("because", &because)
            json.field("since", &since)
            json.field("by", &by)
        }
    }

    struct Usages: JSONObject {
        var production: Sides?
        var test: Sides?

        mutating func code(_ json: inout some JSONCoding) {
            json.field("production", &production)
            json.field("test", &test)
        }
    }

    struct Sides: JSONObject {
        var partner = Side()
        var us = Side()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("partner", &partner)
            json.field("us", &us)
        }
    }

    struct Side: JSONObject {
        var isa: [InterchangeID] = []
        var gs: [Text] = []

        mutating func code(_ json: inout some JSONCoding) {
            json.field("isa", &isa)
            json.field("gs", &gs)
        }
    }

    struct InterchangeID: JSONObject {
        var qualifier = Text()
        var id = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("qualifier", &qualifier)
            json.field("id", &id)
        }
    }

    struct Envelope: JSONObject {
        /// Empty for that of `gs08`.
        var isa12 = Text()
        var isa14: Text = "0"
        var gs08: Text = "004010"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("isa12", &isa12)
            json.field("isa14", &isa14)
            json.field("gs08", &gs08)
        }
    }

    struct Syntax: JSONObject {
        var element: Text = "*"
        var component: Text = ">"
        var segment: Text = "~"
        /// Empty for `^` where the interchange's version has a repetition separator.
        var repetition = Text()
        var suffix: Text = "none"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("element", &element)
            json.field("component", &component)
            json.field("segment", &segment)
            json.field("repetition", &repetition)
            json.field("suffix", &suffix)
        }
    }

    struct Acknowledgments: JSONObject {
        var functional: Text = "997"
        var version = Text()
        var copyValues: Bool?
        var mask: [Text] = []
        var ta1: Text = "requested"

        mutating func code(_ json: inout some JSONCoding) {
            json.field("functional", &functional)
            json.field("version", &version)
            json.field("copyValues", &copyValues)
            json.field("mask", &mask)
            json.field("ta1", &ta1)
        }
    }

    struct SeverityEntry: JSONObject {
        var check = Text()
        var set = Text()
        var element = Text()
        var at = Text()
        var direction = Text()
        var severity = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("check", &check)
            json.field("set", &set)
            json.field("element", &element)
            json.field("at", &at)
            json.field("direction", &direction)
            json.field("severity", &severity)
        }
    }

    struct DocumentEntry: JSONObject {
        var set = Text()
        var direction = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("set", &set)
            json.field("direction", &direction)
        }
    }

    struct HierarchyEntry: JSONObject {
        var set = Text()
        var paths: [Text] = []

        mutating func code(_ json: inout some JSONCoding) {
            json.field("set", &set)
            json.field("paths", &paths)
        }
    }

    struct QualifierEntry: JSONObject {
        var set = Text()
        var segment = Text()
        var usual = Text()
        var agreed = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("set", &set)
            json.field("segment", &segment)
            json.field("usual", &usual)
            json.field("agreed", &agreed)
        }
    }
}
