extension Ledger {
    /// Is what a partner said about something that we sent: one row for each thing it said, never changed.
    public struct Answer: Sendable, Hashable {
        /// Tells what it did to what was known.
        public enum Effect: String, Sendable, CaseIterable, ColumnValue {
            /// Says that it settled the set.
            case settled
            /// Says that it said once more what was known.
            case confirmed
            /// Says that it said something else than before: the first answer stands.
            case contradicted
            /// Says that it was about the whole and settled no set.
            case noted
            /// Says that nothing was sent that it could be about.
            case unmatched
        }

        /// Names the interchange that brought it.
        public var interchangeID: Int
        /// Names the 997 or 999; nil for a TA1.
        public var setID: Int?
        /// Names the trading partner.
        public var partner: String
        /// Tells what kind of answer it is.
        public var kind: Acknowledgment.Kind
        /// Names what was answered, as the partner names it, such as `PO 145, 850 0001`.
        public var subject: String
        /// Is the letter: AK501, AK901 or TA104.
        public var letter: String
        /// Are the codes beside it, separated by blanks.
        public var codes: String
        /// Tells what it did to what was known.
        public var effect: Effect
        /// Says whether it came after its deadline.
        public var isLate: Bool
        /// Names the sent set that it is about; nil when it is about none, or about more than one.
        public var sentSetID: Int?
        /// Names the sent interchange that it is about; nil when it is about none.
        public var sentInterchangeID: Int?
        /// Is when it came.
        public var receivedAt: Int64
        /// Is when a person closed it; nil before.
        public var closedAt: Int64?
        /// Is who closed it.
        public var closedBy: String?
        /// Is why.
        public var closedBecause: String?
        /// Tells a person what the partner found, a line for each fault.
        public var detail: String

        /// Makes the row of an answer.
        public init(
            interchangeID: Int, setID: Int?, partner: String, kind: Acknowledgment.Kind, subject: String,
            letter: String, codes: String, effect: Effect, isLate: Bool = false, sentSetID: Int? = nil,
            sentInterchangeID: Int? = nil, receivedAt: Int64, detail: String = ""
        ) {
            self.interchangeID = interchangeID
            self.setID = setID
            self.partner = partner
            self.kind = kind
            self.subject = subject
            self.letter = letter
            self.codes = codes
            self.effect = effect
            self.isLate = isLate
            self.sentSetID = sentSetID
            self.sentInterchangeID = sentInterchangeID
            self.receivedAt = receivedAt
            self.detail = detail
        }
    }
}

extension Ledger.Answer: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        interchange_id, set_id, partner, kind, subject, letter, codes, effect, is_late, sent_set_id,
        sent_interchange_id, received_at, closed_at, closed_by, closed_because, detail
        """

    init(_ row: inout Row) throws(LedgerError) {
        interchangeID = try row.next()
        setID = try row.next()
        partner = try row.next()
        kind = try row.next()
        subject = try row.next()
        letter = try row.next()
        codes = try row.next()
        effect = try row.next()
        isLate = try row.next(as: Int.self) != 0
        sentSetID = try row.next()
        sentInterchangeID = try row.next()
        receivedAt = try row.next()
        closedAt = try row.next()
        closedBy = try row.next()
        closedBecause = try row.next()
        detail = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            interchangeID, setID, partner, kind, subject, letter, codes, effect, isLate ? 1 : 0, sentSetID,
            sentInterchangeID, receivedAt, closedAt, closedBy, closedBecause, detail,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO answer (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records an answer. Gives the row's id.
    @discardableResult
    public func insert(_ answer: Ledger.Answer) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Answer.insertion, answer.values)
    }

    /// Closes an answer that matched nothing or contradicted another; throws `absent` when it is not open.
    public func closeAnswer(_ id: Int, by who: String, because why: String, at time: Int64) throws(LedgerError) {
        try change(
            """
            UPDATE answer SET closed_at = ?, closed_by = ?, closed_because = ?
            WHERE id = ? AND effect IN ('unmatched', 'contradicted') AND closed_at IS NULL
            """, [time, who, why, id], orThrow: "answer \(id) is not open")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the answers about a sent set in the order in which they came.
    public func answers(aboutSet id: Int) throws(LedgerError) -> [Recorded<Answer>] {
        try connection.rows("SELECT id, \(Answer.columns) FROM answer WHERE sent_set_id = ? ORDER BY id", [id])
    }

    /// Lists the answers about a sent interchange or its groups, and about no set of it alone.
    public func answers(aboutInterchange id: Int) throws(LedgerError) -> [Recorded<Answer>] {
        try connection.rows(
            """
            SELECT id, \(Answer.columns) FROM answer
            WHERE sent_interchange_id = ? AND sent_set_id IS NULL ORDER BY id
            """, [id])
    }

    /// Lists the answers that an interchange brought.
    public func answers(broughtBy id: Int) throws(LedgerError) -> [Recorded<Answer>] {
        try connection.rows("SELECT id, \(Answer.columns) FROM answer WHERE interchange_id = ? ORDER BY id", [id])
    }

    /// Lists the answers that a person has to look at: those that match nothing that we sent, and those that say
    /// something else than an earlier one.
    public func openAnswers(limit: Int = 1_000) throws(LedgerError) -> [Recorded<Answer>] {
        try connection.rows(
            """
            SELECT id, \(Answer.columns) FROM answer
            WHERE effect IN ('unmatched', 'contradicted') AND closed_at IS NULL ORDER BY id LIMIT ?
            """, [max(0, limit)])
    }

    /// Says whether an answer waits for a person.
    public func openAnswer(_ id: Int) throws(LedgerError) -> Bool {
        let found: Int? = try connection.value(
            "SELECT id FROM answer WHERE id = ? AND effect IN ('unmatched', 'contradicted') AND closed_at IS NULL",
            [id])
        return found != nil
    }
}
