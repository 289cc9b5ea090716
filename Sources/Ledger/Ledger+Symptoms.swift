extension Ledger {
    /// Is a sender that nobody knew, and how often it sent.
    public struct UnknownSender: Sendable, Hashable {
        /// Is ISA05.
        public var qualifier: String
        /// Is ISA06.
        public var id: String
        /// Counts its interchanges.
        public var count: Int
        /// Is when the last of them was held.
        public var last: Int64
    }

    /// Lists the senders that were nobody's since a time, the most frequent first.
    public func unknownSenders(since time: Int64) throws(LedgerError) -> [UnknownSender] {
        try connection.rows(
            """
            SELECT interchange.sender_qualifier, interchange.sender_id, count(*), max(quarantine.created_at)
            FROM quarantine JOIN interchange ON interchange.id = quarantine.interchange_id
            WHERE quarantine.reason = 'E-SENDER-UNKNOWN' AND quarantine.created_at >= ? AND interchange.partner IS NULL
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
            """, [time])
    }

    /// Is when the last event happened; nil before the first.
    public func lastEventTime() throws(LedgerError) -> Int64? {
        try connection.value("SELECT at FROM event ORDER BY id DESC LIMIT 1")
    }

    /// Is when the oldest delivery was made that still waits; nil when none does.
    public func oldestPendingDelivery() throws(LedgerError) -> Int64? {
        try connection.value(
            """
            SELECT created_at FROM delivery WHERE delivered_at IS NULL AND given_up_at IS NULL ORDER BY id LIMIT 1
            """)
    }
}

extension Ledger.UnknownSender: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        qualifier = try row.next()
        id = try row.next()
        count = try row.next()
        last = try row.next()
    }
}
