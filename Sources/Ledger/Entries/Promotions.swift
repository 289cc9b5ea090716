extension Ledger {
    /// Is one step of a partner's profile from a version to the next, or back.
    public struct Promotion: Sendable, Hashable {
        /// Tells how far it has come.
        public enum State: String, Sendable, ColumnValue {
            /// Says that it is recorded and the profile may or may not be written.
            case begun
            /// Says that the profile is written.
            case done
            /// Says that the profile was not written.
            case abandoned
        }

        /// Names the partner.
        public var partner: String
        /// Is when it began.
        public var beganAt: Int64
        /// Is when it ended; nil of one that has not.
        public var endedAt: Int64?
        /// Names who did it.
        public var who: String
        /// Tells why; empty when nothing was said.
        public var why: String
        /// Is the stage before.
        public var fromStage: String
        /// Is the stage after.
        public var toStage: String
        /// Is the version that the profile has after it.
        public var version: Int
        /// Is the row of the profile before, in the versions of profiles.
        public var before: Int
        /// Is the row of the profile after.
        public var after: Int
        /// Is the promotion that this one takes back; nil when it takes none back.
        public var undoes: Int?
        /// Tells in words what was done and what was accepted.
        public var detail: String
        /// Tells how far it has come.
        public var state: State

        /// Makes one that begins.
        public init(
            partner: String, beganAt: Int64, who: String, why: String, fromStage: String, toStage: String,
            version: Int, before: Int, after: Int, undoes: Int? = nil, detail: String
        ) {
            self.partner = partner
            self.beganAt = beganAt
            self.who = who
            self.why = why
            self.fromStage = fromStage
            self.toStage = toStage
            self.version = version
            self.before = before
            self.after = after
            self.undoes = undoes
            self.detail = detail
            state = .begun
        }
    }
}

extension Ledger.Promotion: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        partner, began_at, ended_at, who, why, from_stage, to_stage, version, before_id, after_id, undoes, detail, state
        """

    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        beganAt = try row.next()
        endedAt = try row.next()
        who = try row.next()
        why = try row.next()
        fromStage = try row.next()
        toStage = try row.next()
        version = try row.next()
        before = try row.next()
        after = try row.next()
        undoes = try row.next()
        detail = try row.next()
        state = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            partner, beganAt, endedAt, who, why, fromStage, toStage, version, before, after, undoes, detail, state,
        ]
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that a promotion begins. Gives the row's id; throws `duplicate` when another of the partner has begun.
    public func insert(_ promotion: Ledger.Promotion) throws(LedgerError) -> Int {
        try writing().insert(
            "INSERT INTO promotion (\(Ledger.Promotion.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            promotion.values)
    }

    /// Records what became of a promotion that had begun.
    public func end(
        promotion id: Int, as state: Ledger.Promotion.State, at time: Int64
    ) throws(LedgerError) {
        try change(
            "UPDATE promotion SET state = ?, ended_at = ? WHERE id = ? AND state = 'begun'", [state, time, id],
            orThrow: "promotion \(id) has ended already")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what was done with a partner's profile, the oldest first.
    public func promotions(ofPartner partner: String) throws(LedgerError) -> [Recorded<Promotion>] {
        try connection.rows("SELECT id, \(Promotion.columns) FROM promotion WHERE partner = ? ORDER BY id", [partner])
    }

    /// Lists the promotions that have begun and not ended, of all partners.
    public func begunPromotions() throws(LedgerError) -> [Recorded<Promotion>] {
        try connection.rows("SELECT id, \(Promotion.columns) FROM promotion WHERE state = 'begun' ORDER BY id")
    }

    /// The last promotion of a partner that holds: it was done and not taken back; nil when there is none.
    public func lastPromotion(ofPartner partner: String) throws(LedgerError) -> Recorded<Promotion>? {
        try connection.row(
            """
            SELECT id, \(Promotion.columns) FROM promotion
            WHERE partner = ?1 AND state = 'done' AND undoes IS NULL
                AND id NOT IN (SELECT undoes FROM promotion WHERE undoes IS NOT NULL AND state = 'done')
            ORDER BY id DESC LIMIT 1
            """, [partner])
    }
}
