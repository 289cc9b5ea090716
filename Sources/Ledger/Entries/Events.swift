extension Ledger {
    /// Is something that happened; it is never changed or deleted.
    public struct Event: Sendable, Hashable {
        /// Is when it happened.
        public var at: Int64
        /// Names what happened.
        public var kind: String
        /// Names what it happened to.
        public var subject: String
        /// Tells the rest.
        public var detail: String

        /// Makes an event.
        public init(
            at: Int64, kind: String, subject: String, detail: String
        ) {
            self.at = at
            self.kind = kind
            self.subject = subject
            self.detail = detail
        }
    }
}

extension Ledger.Event: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        at, kind, subject, detail
        """

    init(_ row: inout Row) throws(LedgerError) {
        at = try row.next()
        kind = try row.next()
        subject = try row.next()
        detail = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            at, kind, subject, detail,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO event (\(columns))
        VALUES (?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Appends an event. Gives the row's id.
    @discardableResult
    public func insert(_ event: Ledger.Event) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Event.insertion, event.values)
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists events in the order of recording: at most `limit`, from 0, those whose id is greater than `id`.
    public func events(after id: Int = 0, limit: Int = 1_000) throws(LedgerError) -> [Recorded<Event>] {
        try connection.rows(
            "SELECT id, \(Event.columns) FROM event WHERE id > ? ORDER BY id LIMIT ?", [id, max(0, limit)])
    }
}
