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
        /// Is until when a person must have looked at it, where its sender believes that all is well; else nil.
        public var dueAt: Int64?
        /// Is when it was told that nobody has; nil before.
        public var overdueAt: Int64?
        /// Tells how it was ended; nil before.
        public var outcome: Outcome?
        /// Is who ended it.
        public var releasedBy: String?
        /// Is why.
        public var releasedBecause: String?
        /// Tells whether its sender is told by an application advice (824).
        public var advice: Advice

        /// Tells how a person ended it.
        public enum Outcome: String, Sendable, CaseIterable, ColumnValue {
            /// Says that it was mended here and went on.
            case fixed
            /// Says that it was worked anew, under the rules of that time.
            case requeued
            /// Says that it went on as it was.
            case released
            /// Says that nothing was done with it.
            case discarded
        }

        /// Tells how far the application advice has come.
        public enum Advice: String, Sendable, CaseIterable, ColumnValue {
            /// Says that none is due.
            case none
            /// Says that one is to be written.
            case due
            /// Says that one was sent.
            case sent
        }

        /// Makes the row of an input that is held.
        public init(
            arrivalID: Int, interchangeID: Int? = nil, setID: Int? = nil, partner: String? = nil,
            reason: String, explanation: String, remedy: String, createdAt: Int64, releasedAt: Int64? = nil,
            dueAt: Int64? = nil, advice: Advice = .none
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
            self.dueAt = dueAt
            self.advice = advice
        }
    }
}

extension Ledger.Quarantine: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        arrival_id, interchange_id, set_id, partner, reason, explanation, remedy, created_at, released_at,
        due_at, overdue_at, outcome, released_by, released_because, advice
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
        dueAt = try row.next()
        overdueAt = try row.next()
        outcome = try row.next()
        releasedBy = try row.next()
        releasedBecause = try row.next()
        advice = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            arrivalID, interchangeID, setID, partner, reason, explanation, remedy, createdAt, releasedAt,
            dueAt, overdueAt, outcome, releasedBy, releasedBecause, advice,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO quarantine (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that an input is held. Gives the row's id.
    @discardableResult
    public func insert(_ quarantine: Ledger.Quarantine) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Quarantine.insertion, quarantine.values)
    }

    /// Records that a person let an input go, and how; throws `absent` when it is not held.
    public func release(
        quarantine id: Int, as outcome: Ledger.Quarantine.Outcome = .released, by who: String? = nil,
        because why: String? = nil, at time: Int64
    ) throws(LedgerError) {
        try change(
            """
            UPDATE quarantine SET released_at = ?, outcome = ?, released_by = ?, released_because = ?
            WHERE id = ? AND released_at IS NULL
            """, [time, outcome, who, why, id], orThrow: "quarantine \(id) is not held")
    }

    /// Records that it was told that nobody looked at what is held; throws `absent` when it is not held.
    public func markOverdue(quarantine id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE quarantine SET overdue_at = ? WHERE id = ? AND released_at IS NULL", [time, id],
            orThrow: "quarantine \(id) is not held")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what is held, oldest first.
    public func heldQuarantine() throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows("SELECT id, \(Quarantine.columns) FROM quarantine WHERE released_at IS NULL ORDER BY id")
    }

    /// Lists what is held past the time by which a person must have looked at it, the longest overdue first.
    public func overdueQuarantine(at time: Int64) throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows(
            """
            SELECT id, \(Quarantine.columns) FROM quarantine
            WHERE released_at IS NULL AND due_at IS NOT NULL AND due_at < ? ORDER BY due_at, id
            """, [time])
    }

    /// Lists what of a transaction set is or was held, oldest first.
    public func quarantine(ofSet id: Int) throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows("SELECT id, \(Quarantine.columns) FROM quarantine WHERE set_id = ? ORDER BY id", [id])
    }

    /// Lists what is and was held, oldest first.
    public func allQuarantine() throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows("SELECT id, \(Quarantine.columns) FROM quarantine ORDER BY id")
    }
}
