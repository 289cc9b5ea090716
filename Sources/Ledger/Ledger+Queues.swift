// What waits, counted.
extension Ledger {
    /// Is how much waits somewhere, and since when.
    public struct Waiting: Sendable, Hashable {
        /// Names the place: an endpoint, a partner.
        public var name: String
        /// How much.
        public var count: Int
        /// Since when the oldest; nil when nothing waits.
        public var oldest: Int64?

        /// Makes a count.
        public init(name: String, count: Int, oldest: Int64? = nil) {
            self.name = name
            self.count = count
            self.oldest = oldest
        }
    }

    /// Counts what waits for each endpoint, dead letters not among it.
    ///
    /// - Complexity: O(what waits).
    public func endpointQueues() throws(LedgerError) -> [Waiting] {
        try connection.rows(
            """
            SELECT endpoint, count(*), min(created_at) FROM dispatch JOIN delivery ON id = delivery_id
            WHERE due_at IS NOT NULL GROUP BY endpoint ORDER BY endpoint
            """)
    }

    /// Counts the attempts that are under way at each endpoint.
    public func attemptCounts() throws(LedgerError) -> [Waiting] {
        try connection.rows(
            """
            SELECT endpoint, count(*), NULL FROM dispatch WHERE attempt_id IS NOT NULL GROUP BY endpoint
            """)
    }

    /// Counts what waits for folders.
    public func folderQueue() throws(LedgerError) -> Waiting {
        try connection.row(
            """
            SELECT '', count(*), min(created_at) FROM delivery
            WHERE delivered_at IS NULL AND given_up_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM dispatch WHERE delivery_id = delivery.id)
            """) ?? Waiting(name: "", count: 0)
    }

    /// Counts the dead letters of each partner.
    public func deadLetterCounts() throws(LedgerError) -> [Waiting] {
        try connection.rows(
            """
            SELECT partner, count(*), min(given_up_at) FROM delivery
            WHERE given_up_at IS NOT NULL AND discarded_at IS NULL GROUP BY partner ORDER BY partner
            """)
    }

    /// Counts what is held of each partner; with `accepted` only what its sender believes to be well.
    public func quarantineCounts(accepted: Bool = false) throws(LedgerError) -> [Waiting] {
        try connection.rows(
            """
            SELECT coalesce(partner, ''), count(*), min(created_at) FROM quarantine
            WHERE released_at IS NULL AND (due_at IS NOT NULL OR ? = 0) GROUP BY 1 ORDER BY 1
            """, [accepted ? 1 : 0])
    }
}

extension Ledger.Waiting: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        name = try row.next()
        count = try row.next()
        oldest = try row.next()
    }
}
