public import Ledger

/// Is the life of what a key leads to, in the order in which it happened.
public struct Trace: Sendable {
    /// Says where a key was found.
    public struct Match: Sendable, Hashable {
        /// Names what the key is there, such as `order`, `sscc`, `control-number` or `file`.
        public var kind: String
        /// Names the document, interchange, acknowledgment or file that has it.
        public var subject: String
    }

    /// Is one thing that happened.
    public struct Step: Sendable, Hashable {
        /// When, in milliseconds since 1970 UTC.
        public var at: Int64
        /// Names what happened, such as `arrived`, `judged`, `made`, `held`, `delivered`.
        public var kind: String
        /// Names what it happened to.
        public var subject: String
        /// Tells the rest.
        public var detail: String
        /// Orders the steps of one moment, from bytes to delivery.
        var rank: Int
    }

    /// What was looked for.
    public var key: String
    /// Where it was found; empty when it was not.
    public var matches: [Match] = []
    /// The documents it leads to.
    public var documents: [Ledger.DocumentHeading] = []
    /// What happened, in order.
    public var steps: [Step] = []
    /// Whether there is more than was looked at.
    public var isCut = false
}

extension Trace {
    /// Looks for a key everywhere: a business number, an SSCC, a lot, a serial, a control number, a file's name, a
    /// document's id.
    ///
    /// - Parameters:
    ///   - key: The key as a person has it.
    ///   - ledger: The ledger.
    ///   - limit: How many documents and interchanges are followed at most.
    /// - Returns: What is known of it; without matches when that is nothing.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    /// - Complexity: O(log ledger) for each row told.
    public static func of(_ key: String, in ledger: Ledger, limit: Int = 100) throws(LedgerError) -> Trace {
        var follower = TraceFollower(key: key, ledger: ledger, limit: max(1, limit))
        try follower.search()
        return follower.finish()
    }
}
