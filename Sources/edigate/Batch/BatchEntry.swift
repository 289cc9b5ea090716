import Commerce

/// What became of one input of a batch: a line of its manifest.
struct BatchEntry: JSONObject, Sendable {
    /// The input as the user named it.
    var input = Text()
    /// The SHA-256 of its bytes, in hexadecimal; empty when it could not be read.
    var sha256 = Text()
    /// Its size, and when it was last changed in nanoseconds since 1970 UTC; no moment for standard input.
    var bytes: Int?
    var modified: Int?
    /// `accepted`, `rejected` when anything in it was, or `unreadable`.
    var outcome = Text()
    /// Why it could not be read.
    var reason = Text()
    var interchanges: Int?
    var sets: Int?
    var rejectedSets: Int?
    var documents: Int?
    var errors: Int?
    var warnings: Int?
    var notes: Int?
    var acknowledgments: Int?
    /// The last control number that acknowledgments took, this input's included.
    var lastNumber: Int?
    var milliseconds: Int?
    /// How long each file of documents was with this input's in it. What stands behind belongs to an input that was not
    /// finished.
    var lengths: [NamedText] = []

    init() {}

    mutating func code(_ json: inout some JSONCoding) {
        json.field("input", &input)
        json.field("sha256", &sha256)
        json.field("bytes", &bytes)
        json.field("modified", &modified)
        json.field("outcome", &outcome)
        json.field("reason", &reason)
        json.field("interchanges", &interchanges)
        json.field("sets", &sets)
        json.field("rejectedSets", &rejectedSets)
        json.field("documents", &documents)
        json.field("errors", &errors)
        json.field("warnings", &warnings)
        json.field("notes", &notes)
        json.field("acknowledgments", &acknowledgments)
        json.field("lastNumber", &lastNumber)
        json.field("milliseconds", &milliseconds)
        json.field("lengths", &lengths)
    }

    var isRejected: Bool { outcome == "rejected" }
    var isUnreadable: Bool { outcome == "unreadable" }
}
