extension Ledger {
    /// Is one element that a person changed in something that is held; both versions are in the archive.
    public struct Patch: Sendable, Hashable {
        /// Names what is held.
        public var quarantineID: Int
        /// Is when it was changed.
        public var at: Int64
        /// Is who changed it.
        public var who: String
        /// Is why.
        public var why: String
        /// Names the element, such as `BEG:5`.
        public var place: String
        /// Is what stood there.
        public var old: String
        /// Is what stands there now.
        public var new: String
        /// Tells how it was judged with the change.
        public var verdict: Verdict
        /// Identifies the interchange with the change.
        public var payloadSHA256: [UInt8]

        /// Makes a patch's row.
        public init(
            quarantineID: Int, at: Int64, who: String, why: String, place: String, old: String, new: String,
            verdict: Verdict, payloadSHA256: [UInt8]
        ) {
            self.quarantineID = quarantineID
            self.at = at
            self.who = who
            self.why = why
            self.place = place
            self.old = old
            self.new = new
            self.verdict = verdict
            self.payloadSHA256 = payloadSHA256
        }
    }
}

extension Ledger.Patch: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = "quarantine_id, at, who, why, place, old, new, verdict, payload_sha256"

    init(_ row: inout Row) throws(LedgerError) {
        quarantineID = try row.next()
        at = try row.next()
        who = try row.next()
        why = try row.next()
        place = try row.next()
        old = try row.next()
        new = try row.next()
        verdict = try row.next()
        payloadSHA256 = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] { [quarantineID, at, who, why, place, old, new, verdict, payloadSHA256] }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records a change to something that is held; its bytes must be archived (`orphan`). Gives the row's id.
    @discardableResult
    public func insert(_ patch: Ledger.Patch) throws(LedgerError) -> Int {
        try writing().insert(
            "INSERT INTO patch (\(Ledger.Patch.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", patch.values)
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the changes to something that is or was held, in the order in which they were made.
    public func patches(ofQuarantine id: Int) throws(LedgerError) -> [Recorded<Patch>] {
        try connection.rows("SELECT id, \(Patch.columns) FROM patch WHERE quarantine_id = ? ORDER BY id", [id])
    }

    /// Lists the deliveries that were given up, oldest first and without their bytes.
    public func deadLetters(limit: Int = 1_000) throws(LedgerError) -> [Recorded<Delivery>] {
        try connection.rows(
            """
            SELECT id, \(Delivery.headingColumns) FROM delivery
            WHERE given_up_at IS NOT NULL AND discarded_at IS NULL ORDER BY id LIMIT ?
            """, [max(0, limit)])
    }
}
