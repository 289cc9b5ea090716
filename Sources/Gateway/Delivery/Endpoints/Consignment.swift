import Partners

/// What is brought to an endpoint in one attempt, and all that is known of it.
struct Consignment: Sendable {
    /// The delivery's row, and that of the attempt.
    var deliveryID: Int
    var attemptID: Int
    /// Which attempt of this delivery it is, from 1.
    var attempt: Int
    /// When it began, in milliseconds since 1970 UTC.
    var beganAt: Int64
    /// The same in every attempt of this delivery, so that a receiver that has taken it knows it again.
    var key: String
    var rule: DeliveryRule
    /// The document's kind and numbers.
    var facts: NameTemplate.Facts
    /// What is sent: `document`, `acknowledgment`, `interchange` or `alert`.
    var what: String
    var bytes: [UInt8]
    /// The root, in which paths of rules begin.
    var root: String

    /// The media type of what is sent.
    var mediaType: String { ["document", "alert"].contains(what) ? "application/json" : "application/edi-x12" }

    /// A path of a rule, which begins in the root unless it begins with a slash.
    func path(_ written: String) -> String { GatewayRoot(path: root).resolved(written) }
}

/// What came of an attempt.
struct AttemptResult: Sendable {
    enum Fate: Sendable, Equatable {
        /// The endpoint took it, under this name where it has one.
        case delivered(as: String?)
        /// It may be tried again, not before so many milliseconds where the endpoint said so.
        case failed(after: Int64?)
        /// As `failed`, but the endpoint works and asked for time: nothing counts towards giving up.
        case postponed(after: Int64?)
        /// The endpoint works and will never take it.
        case refused
    }

    var fate: Fate
    /// What the endpoint answered: an HTTP status, an exit status.
    var status = ""
    /// For a person.
    var detail = ""

    static func failed(_ detail: String, status: String = "") -> AttemptResult {
        AttemptResult(fate: .failed(after: nil), status: status, detail: detail)
    }
}

/// Brings things to one sort of endpoint. An attempt may take as long as its rule allows, and runs beside others.
protocol Courier {
    func carry(_ consignment: Consignment, isStopped: @escaping @Sendable () -> Bool) -> AttemptResult
}
