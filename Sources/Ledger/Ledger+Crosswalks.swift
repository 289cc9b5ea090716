// What documents say of the crosswalks that were applied to them, and of what no crosswalk knows.

extension Ledger {
    /// How often a row of a crosswalk was applied.
    public struct CrosswalkUsage: Sendable, Hashable {
        /// The partner.
        public let partner: String
        /// The table, such as `items`.
        public let table: String
        /// The scheme of the partner's value; empty for any.
        public let scheme: String
        /// The partner's value.
        public let theirs: String
        /// Our value.
        public let ours: String
        /// In how many places of documents.
        public let uses: Int
        /// The last time, in milliseconds since 1970 UTC.
        public let lastUsed: Int64
    }

    /// A finding and the document it is about.
    public struct FindingInDocument: Sendable, Hashable {
        /// The partner; nil when it is not known.
        public let partner: String?
        /// Whether the document is one that we sent.
        public let isOutgoing: Bool
        /// The finding's code.
        public let code: String
        /// The offending value.
        public let value: String
        /// What was expected and found.
        public let message: String
        /// When it was recorded, in milliseconds since 1970 UTC.
        public let recordedAt: Int64
        /// The document's id; nil when there is none.
        public let documentID: String?
        /// The document's kind; nil when there is none.
        public let kind: String?
        /// The document's number; nil when there is none.
        public let number: String?
        /// The document; nil when there is none, or its bytes were purged.
        public let bytes: [UInt8]?
    }

    /// Counts the uses of crosswalks in documents made since a moment, by row.
    ///
    /// - Parameter since: Milliseconds since 1970 UTC.
    /// - Returns: A count for each row that was applied.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    /// - Complexity: Reads every document since then.
    public func crosswalkUsage(since: Int64) throws(LedgerError) -> [CrosswalkUsage] {
        try connection.rows(connection.crosswalkUsage, [since])
    }

    /// Lists the findings of some codes recorded since a moment, oldest first, with the documents they are about.
    ///
    /// - Parameters:
    ///   - codes: Their names, such as `B-CROSSWALK-MISS`.
    ///   - since: Milliseconds since 1970 UTC.
    /// - Returns: An entry for each finding.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func findings(named codes: [String], since: Int64) throws(LedgerError) -> [FindingInDocument] {
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT interchange.partner, interchange.direction, finding.code, coalesce(finding.value, ''), finding.message,
                   interchange.recorded_at, document.id, document.kind, document.number, document.bytes
            FROM interchange
            JOIN finding ON finding.interchange_id = interchange.id AND finding.code IN (\(marks))
            LEFT JOIN document ON document.set_id = finding.set_id
            WHERE interchange.recorded_at >= ?
            ORDER BY interchange.recorded_at, finding.id
            """, codes + [since])
    }
}

extension Ledger.CrosswalkUsage: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        table = try row.next()
        scheme = try row.next()
        theirs = try row.next()
        ours = try row.next()
        uses = try row.next()
        lastUsed = try row.next()
    }
}

extension Ledger.FindingInDocument: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        let direction: Ledger.Direction = try row.next()
        isOutgoing = direction == .outgoing
        code = try row.next()
        value = try row.next()
        message = try row.next()
        recordedAt = try row.next()
        documentID = try row.next()
        kind = try row.next()
        number = try row.next()
        bytes = try row.next()
    }
}
