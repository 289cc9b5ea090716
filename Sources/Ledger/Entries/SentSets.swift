extension Ledger {
    /// Tells what a partner made of a set that we sent.
    public enum SentState: String, Sendable, CaseIterable, ColumnValue {
        /// Says that it has not answered.
        case waiting
        /// Says that it took the set.
        case accepted
        /// Says that it took the set and noted errors.
        case acceptedWithErrors = "accepted-with-errors"
        /// Says that it took some sets of the group and did not say which.
        case partiallyAccepted = "partially-accepted"
        /// Says that it refused the set.
        case rejected
        /// Says that no answer is agreed on.
        case notExpected = "not-expected"
    }

    /// Is a transaction set that we sent, and what became of it at the partner.
    public struct SentSet: Sendable, Hashable {
        /// Names the transaction set; a sent set has this id itself.
        public var setID: Int
        /// Names the interchange it went in.
        public var interchangeID: Int
        /// Names the functional group it went in.
        public var groupID: Int
        /// Names the trading partner.
        public var partner: String
        /// Is ST01.
        public var set: String
        /// Is ST02.
        public var controlNumber: String
        /// Names the document that it carries; nil when there is none.
        public var documentID: String?
        /// Is the document's own number.
        public var number: String
        /// Is when it was written.
        public var sentAt: Int64
        /// Is until when an answer is expected; nil when none is.
        public var dueAt: Int64?
        /// Tells what the partner made of it.
        public var state: SentState
        /// Is when the state was settled; nil before.
        public var settledAt: Int64?
        /// Is when it was told that the answer is overdue; nil before.
        public var overdueAt: Int64?

        /// Makes the row of a set that waits for its answer, or for none.
        public init(
            setID: Int, interchangeID: Int, groupID: Int, partner: String, set: String, controlNumber: String,
            documentID: String?, number: String, sentAt: Int64, dueAt: Int64?
        ) {
            self.setID = setID
            self.interchangeID = interchangeID
            self.groupID = groupID
            self.partner = partner
            self.set = set
            self.controlNumber = controlNumber
            self.documentID = documentID
            self.number = number
            self.sentAt = sentAt
            self.dueAt = dueAt
            state = dueAt == nil ? .notExpected : .waiting
        }

        /// Says whether the answer is late at a time.
        public func isOverdue(at time: Int64) -> Bool { state == .waiting && dueAt.map { $0 < time } == true }
    }
}

extension Ledger.SentSet: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        set_id, interchange_id, group_id, partner, "set", control_number, document_id, number, sent_at, due_at, state,
        settled_at, overdue_at
        """

    init(_ row: inout Row) throws(LedgerError) {
        setID = try row.next()
        interchangeID = try row.next()
        groupID = try row.next()
        partner = try row.next()
        set = try row.next()
        controlNumber = try row.next()
        documentID = try row.next()
        number = try row.next()
        sentAt = try row.next()
        dueAt = try row.next()
        state = try row.next()
        settledAt = try row.next()
        overdueAt = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            setID, interchangeID, groupID, partner, set, controlNumber, documentID, number, sentAt, dueAt, state,
            settledAt, overdueAt,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO sent_set (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that a set was sent; throws `duplicate` when that is recorded.
    public func insert(_ sent: Ledger.SentSet) throws(LedgerError) {
        try writing().run(Ledger.SentSet.insertion, sent.values)
    }

    /// Settles what a partner made of a sent set; throws `absent` when it was not sent.
    public func settle(sentSet id: Int, as state: Ledger.SentState, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE sent_set SET state = ?, settled_at = ? WHERE set_id = ?", [state, time, id],
            orThrow: "set \(id) was not sent")
    }

    /// Lets a sent set wait for its answer until another moment, nil for none; throws `absent` when it does not wait.
    public func extend(sentSet id: Int, until due: Int64?) throws(LedgerError) {
        try change(
            "UPDATE sent_set SET due_at = ?, overdue_at = NULL WHERE set_id = ? AND state = 'waiting'", [due, id],
            orThrow: "set \(id) does not wait for an answer")
    }

    /// Records that it was told that a sent set's answer is overdue; throws `absent` when it does not wait.
    public func markOverdue(sentSet id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE sent_set SET overdue_at = ? WHERE set_id = ? AND state = 'waiting'", [time, id],
            orThrow: "set \(id) does not wait for an answer")
    }
}

// MARK: - Queries

extension Ledger {
    /// Finds a sent set by the id of its transaction set.
    public func sentSet(_ id: Int) throws(LedgerError) -> SentSet? {
        try connection.row("SELECT \(SentSet.columns) FROM sent_set WHERE set_id = ?", [id])
    }

    /// Lists the sent sets of an interchange in their order.
    public func sentSets(ofInterchange id: Int) throws(LedgerError) -> [SentSet] {
        try connection.rows("SELECT \(SentSet.columns) FROM sent_set WHERE interchange_id = ? ORDER BY set_id", [id])
    }

    /// Lists the sets in which a document was sent: more than one when it was refused and sent again.
    public func sentSets(ofDocument id: String) throws(LedgerError) -> [SentSet] {
        try connection.rows("SELECT \(SentSet.columns) FROM sent_set WHERE document_id = ? ORDER BY set_id", [id])
    }

    /// Lists the sent sets of a functional group in their order.
    public func sentSets(ofGroup id: Int) throws(LedgerError) -> [SentSet] {
        try connection.rows("SELECT \(SentSet.columns) FROM sent_set WHERE group_id = ? ORDER BY set_id", [id])
    }

    /// Lists sent sets in the order of sending, those after `id`, at most `limit`; what is nil does not restrict.
    public func sentSets(
        partner: String? = nil, state: SentState? = nil, after id: Int = 0, limit: Int = 1_000
    ) throws(LedgerError) -> [SentSet] {
        // Written out for each way, so that SQLite uses the index that fits.
        switch (partner, state) {
        case (nil, let state?):
            return try connection.rows(
                "SELECT \(SentSet.columns) FROM sent_set WHERE state = ? AND set_id > ? ORDER BY set_id LIMIT ?",
                [state, id, max(0, limit)])
        case (let partner?, let state):
            return try connection.rows(
                """
                SELECT \(SentSet.columns) FROM sent_set
                WHERE partner = ?1 AND (?2 IS NULL OR state = ?2) AND set_id > ?3 ORDER BY set_id LIMIT ?4
                """, [partner, state, id, max(0, limit)])
        case (nil, nil):
            return try connection.rows(
                "SELECT \(SentSet.columns) FROM sent_set WHERE set_id > ? ORDER BY set_id LIMIT ?",
                [id, max(0, limit)])
        }
    }

    /// Lists the sent sets whose answer was due before a time and has not come, the longest overdue first.
    ///
    /// With `untold` only those of which it was not told yet.
    public func overdueSets(
        at time: Int64, untold: Bool = false, limit: Int = 10_000
    ) throws(LedgerError) -> [SentSet] {
        try connection.rows(
            """
            SELECT \(SentSet.columns) FROM sent_set
            WHERE state = 'waiting' AND due_at IS NOT NULL AND due_at < ?1 AND (?2 = 0 OR overdue_at IS NULL)
            ORDER BY due_at, set_id LIMIT ?3
            """, [time, untold ? 1 : 0, max(0, limit)])
    }

    /// Finds the functional groups that we sent to a partner under a GS01 and a GS06 as it was written, oldest first.
    public func sentGroups(
        code: String, controlNumber: String, partner: String, usage: String
    ) throws(LedgerError) -> [Recorded<FunctionalGroup>] {
        let columns = FunctionalGroup.columns.split(separator: ",")
            .map { "functional_group.\($0.drop(while: \.isWhitespace))" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT functional_group.id, \(columns) FROM functional_group
            JOIN interchange ON interchange.id = functional_group.interchange_id
            WHERE functional_group.control_number = ? AND functional_group.code = ?
                AND interchange.direction = 'out' AND interchange.partner = ? AND interchange.usage = ?
            ORDER BY functional_group.id
            """, [controlNumber, code, partner, usage])
    }

    /// Finds the interchanges that we sent to a partner under an ISA13, oldest first.
    public func sentInterchanges(
        controlNumber: String, partner: String, usage: String
    ) throws(LedgerError) -> [Recorded<Interchange>] {
        try connection.rows(
            """
            SELECT id, \(Interchange.columns) FROM interchange
            WHERE control_number = ? AND direction = 'out' AND partner = ? AND usage = ? ORDER BY id
            """, [controlNumber, partner, usage])
    }
}

// MARK: - Counting

extension Ledger {
    /// Counts the sent sets of a partner in a state.
    public struct SentCount: Sendable, Hashable {
        /// Names the trading partner.
        public let partner: String
        /// Is the state.
        public let state: SentState
        /// Counts the sets.
        public let sets: Int
    }

    /// Counts the sent sets by partner and state.
    ///
    /// - Complexity: O(sent sets).
    public func sentCounts() throws(LedgerError) -> [SentCount] {
        try connection.rows(
            "SELECT partner, state, count(*) FROM sent_set GROUP BY partner, state ORDER BY partner, state")
    }
}

extension Ledger.SentCount: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        state = try row.next()
        sets = try row.next()
    }
}
