extension Ledger {
    /// Is a value for which a document of ours was not sent.
    public struct RefusedValue: Sendable, Hashable {
        /// Names the quarantine row that holds the document.
        public var quarantineID: Int
        /// Is when it was refused.
        public var at: Int64
        /// Names the partner it was to go to.
        public var partner: String
        /// Is the finding's code, such as `B-CROSSWALK-MISS`.
        public var code: String
        /// Is the value.
        public var value: String
        /// Tells what was expected and found.
        public var message: String
        /// Is the document's id.
        public var documentID: String
        /// Is the document's kind.
        public var kind: String
        /// Is the document's number.
        public var number: String
        /// Is what its lines come to, as a decimal; nil when they name no prices that can be summed.
        public var amount: String?

        /// Makes an entry.
        public init(
            quarantineID: Int, at: Int64, partner: String, code: String, value: String, message: String,
            documentID: String, kind: String, number: String, amount: String?
        ) {
            self.quarantineID = quarantineID
            self.at = at
            self.partner = partner
            self.code = code
            self.value = value
            self.message = message
            self.documentID = documentID
            self.kind = kind
            self.number = number
            self.amount = amount
        }
    }
}

extension Ledger.RefusedValue: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = "quarantine_id, at, partner, code, value, message, document_id, kind, number, amount"

    init(_ row: inout Row) throws(LedgerError) {
        quarantineID = try row.next()
        at = try row.next()
        partner = try row.next()
        code = try row.next()
        value = try row.next()
        message = try row.next()
        documentID = try row.next()
        kind = try row.next()
        number = try row.next()
        amount = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records a value for which a document was not sent.
    public func insert(_ value: Ledger.RefusedValue) throws(LedgerError) {
        try writing().run(
            "INSERT INTO refused_value (\(Ledger.RefusedValue.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                value.quarantineID, value.at, value.partner, value.code, value.value, value.message, value.documentID,
                value.kind, value.number, value.amount,
            ])
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the values for which documents of ours were not sent since a moment, the oldest first.
    ///
    /// - Parameters:
    ///   - since: Milliseconds since 1970 UTC.
    ///   - isHeld: Whether only those count whose document a person still has to look at.
    /// - Returns: An entry for each value of each document.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func refusedValues(since: Int64, held isHeld: Bool = false) throws(LedgerError) -> [RefusedValue] {
        try connection.rows(
            """
            SELECT \(RefusedValue.columns) FROM refused_value
            WHERE at >= ?1 AND (?2 = 0 OR quarantine_id IN (SELECT id FROM quarantine WHERE released_at IS NULL))
            ORDER BY id
            """, [since, isHeld ? 1 : 0])
    }
}
