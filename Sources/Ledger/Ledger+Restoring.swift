// What a ledger is told that goes on from a copy: it does not know what was done after the copy was made.

extension Ledger.Transaction {
    /// Makes a dead letter of everything that waits in the outbox for somebody else, staged or under way or not; views of
    /// what is held are made anew. Gives how many dead letters that made.
    public func giveUpAll(because reason: String, at time: Int64) throws(LedgerError) -> Int {
        let connection = try writing()
        try connection.run(
            """
            UPDATE delivery_attempt SET ended_at = ?, outcome = 'lost', detail = ?
            WHERE id IN (SELECT attempt_id FROM dispatch WHERE attempt_id IS NOT NULL)
            """, [time, reason])
        try connection.run("UPDATE dispatch SET due_at = NULL, attempt_id = NULL", [])
        try connection.run("UPDATE delivery SET staged = NULL WHERE delivered_at IS NULL AND given_up_at IS NULL", [])
        return try connection.run(
            """
            UPDATE delivery SET given_up_at = ?, last_error = ?
            WHERE delivered_at IS NULL AND given_up_at IS NULL AND kind <> 'quarantine'
            """, [time, reason])
    }
}

extension Ledger {
    /// Counts the numbers of a series that were given out on the busiest day (UTC); 0 when none was.
    ///
    /// - Complexity: reads all uses of the series.
    public func busiestDay(of number: ControlNumber) throws(LedgerError) -> Int {
        let most: Int?? = try connection.value(
            """
            SELECT max(uses) FROM (
                SELECT count(*) AS uses FROM control_number_use WHERE series_id = ? GROUP BY at / 86400000
            ) AS day
            """, [number.id])
        return (most ?? nil) ?? 0
    }

    /// Is the last control number that a sender used.
    public struct LastReceived: Sendable, Hashable {
        /// Names the sender as the envelope does, qualifier and id.
        public let sender: String
        /// Is ISA15: P, T or I.
        public let usage: String
        /// Is the number.
        public let number: Int
        /// Is when it came.
        public let at: Int64
    }

    /// Lists the last interchange number of each sender, in the order of their names.
    public func lastReceived() throws(LedgerError) -> [LastReceived] {
        try settled().rows(
            """
            SELECT sender_qualifier, sender_id, usage, last, at FROM received_number
            WHERE series = 'interchange' ORDER BY sender_qualifier, sender_id, usage
            """)
    }
}

extension Ledger.LastReceived: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        sender = "\(try row.next(as: String.self)):\(try row.next(as: String.self))"
        usage = try row.next()
        number = try row.next()
        at = try row.next()
    }
}
