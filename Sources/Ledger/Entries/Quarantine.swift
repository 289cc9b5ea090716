extension Ledger {
    /// Is an input that is held for a person.
    public struct Quarantine: Sendable, Hashable {
        /// Names the arrival that brought it.
        public var arrivalID: Int
        /// Names the interchange; nil when none was recognised.
        public var interchangeID: Int?
        /// Names the transaction set; nil when the whole interchange or file is held.
        public var setID: Int?
        /// Names the trading partner; nil when none was recognised.
        public var partner: String?
        /// Is the code of the reason.
        public var reason: String
        /// Tells a person what is wrong.
        public var explanation: String
        /// Tells a person what to do.
        public var remedy: String
        /// Is since when it is held.
        public var createdAt: Int64
        /// Is when a person let it go; nil before.
        public var releasedAt: Int64?

        /// Makes the row of an input that is held.
        public init(
            arrivalID: Int, interchangeID: Int? = nil, setID: Int? = nil, partner: String? = nil,
            reason: String, explanation: String, remedy: String, createdAt: Int64, releasedAt: Int64? = nil
        ) {
            self.arrivalID = arrivalID
            self.interchangeID = interchangeID
            self.setID = setID
            self.partner = partner
            self.reason = reason
            self.explanation = explanation
            self.remedy = remedy
            self.createdAt = createdAt
            self.releasedAt = releasedAt
        }
    }
}

extension Ledger.Quarantine: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        arrival_id, interchange_id, set_id, partner, reason, explanation, remedy, created_at, released_at
        """

    init(_ row: inout Row) throws(LedgerError) {
        arrivalID = try row.next()
        interchangeID = try row.next()
        setID = try row.next()
        partner = try row.next()
        reason = try row.next()
        explanation = try row.next()
        remedy = try row.next()
        createdAt = try row.next()
        releasedAt = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            arrivalID, interchangeID, setID, partner, reason, explanation, remedy, createdAt, releasedAt,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO quarantine (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that an input is held. Gives the row's id.
    @discardableResult
    public func insert(_ quarantine: Ledger.Quarantine) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Quarantine.insertion, quarantine.values)
    }

    /// Records that a person let an input go; throws `absent` when it is not held.
    public func release(quarantine id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE quarantine SET released_at = ? WHERE id = ? AND released_at IS NULL", [time, id],
            orThrow: "quarantine \(id) is not held")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what is held, oldest first.
    public func heldQuarantine() throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows("SELECT id, \(Quarantine.columns) FROM quarantine WHERE released_at IS NULL ORDER BY id")
    }
}
