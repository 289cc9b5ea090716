extension Ledger {
    /// Is one attempt to bring a delivery to an endpoint. It is recorded before it is made.
    public struct DeliveryAttempt: Sendable, Hashable {
        /// Tells what became of an attempt.
        public enum Outcome: String, Sendable, CaseIterable, ColumnValue {
            /// Says that the endpoint took it.
            case delivered
            /// Says that it failed and may be tried again.
            case failed
            /// Says that the endpoint will not have it, however often it is tried.
            case refused
            /// Says that nobody knows: the gateway ended during the attempt.
            case lost
        }

        /// Names the delivery.
        public var deliveryID: Int
        /// Counts the attempts of this delivery, from 1.
        public var number: Int
        /// Names the endpoint.
        public var endpoint: String
        /// Is when it began.
        public var beganAt: Int64
        /// Is when it ended; nil while it is under way.
        public var endedAt: Int64?
        /// Tells what became of it; nil while it is under way.
        public var outcome: Outcome?
        /// Is what the endpoint answered: an HTTP status or an exit status; empty where there was none.
        public var status: String
        /// Tells a person more: the reason of a failure, what the program wrote to standard error.
        public var detail: String
    }
}

extension Ledger.DeliveryAttempt: RowReadable {
    static let columns = "delivery_id, number, endpoint, began_at, ended_at, outcome, status, detail"

    init(_ row: inout Row) throws(LedgerError) {
        deliveryID = try row.next()
        number = try row.next()
        endpoint = try row.next()
        beganAt = try row.next()
        endedAt = try row.next()
        outcome = try row.next()
        status = try row.next()
        detail = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that an attempt to bring a queued delivery to its endpoint begins; once this is committed the attempt may
    /// be made. Throws `absent` when the delivery is in no queue, or an attempt of it is under way.
    public func beginAttempt(
        of delivery: Int, at time: Int64
    ) throws(LedgerError) -> Ledger.Recorded<Ledger.DeliveryAttempt> {
        let connection = try writing()
        let row: Ledger.Recorded<Ledger.DeliveryAttempt>? = try connection.row(
            """
            INSERT INTO delivery_attempt (delivery_id, number, endpoint, began_at)
            SELECT delivery_id,
                1 + (SELECT count(*) FROM delivery_attempt AS earlier WHERE earlier.delivery_id = dispatch.delivery_id),
                endpoint, ?
            FROM dispatch WHERE delivery_id = ? AND attempt_id IS NULL
            RETURNING id, \(Ledger.DeliveryAttempt.columns)
            """, [time, delivery])
        guard let row else {
            throw LedgerError(.absent, reason: "delivery \(delivery) is in no queue, or is being tried")
        }
        try connection.run("UPDATE dispatch SET attempt_id = ? WHERE delivery_id = ?", [row.id, delivery])
        return row
    }

    /// Records what became of an attempt that was under way; throws `absent` when it was not. What follows for the
    /// delivery is recorded by ``markDelivered(_:at:as:)``, ``recordFailure(_:error:until:)`` or ``giveUp(_:at:)``.
    public func endAttempt(
        _ id: Int, _ outcome: Ledger.DeliveryAttempt.Outcome, status: String = "", detail: String = "", at time: Int64
    ) throws(LedgerError) {
        try change(
            "UPDATE delivery_attempt SET ended_at = ?, outcome = ?, status = ?, detail = ? WHERE id = ? AND ended_at IS NULL",
            [time, outcome, status, detail, id], orThrow: "attempt \(id) is not under way")
        try writing().run("UPDATE dispatch SET attempt_id = NULL WHERE attempt_id = ?", [id])
    }

    /// Records that a try of a queued delivery failed, and from when on it may be tried again; throws `absent` when it is
    /// in no queue.
    public func recordFailure(_ id: Int, error: String, until time: Int64) throws(LedgerError) {
        try recordFailure(id, error: error)
        try change(
            "UPDATE dispatch SET due_at = ?, failures = failures + 1 WHERE delivery_id = ?", [time, id],
            orThrow: "delivery \(id) is in no queue")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the attempts of a delivery in their order.
    public func attempts(ofDelivery id: Int) throws(LedgerError) -> [Recorded<DeliveryAttempt>] {
        try connection.rows(
            "SELECT id, \(DeliveryAttempt.columns) FROM delivery_attempt WHERE delivery_id = ? ORDER BY number", [id])
    }

    /// Lists the attempts that are under way, oldest first: what a run that died left, where none is alive.
    public func attemptsUnderWay() throws(LedgerError) -> [Recorded<DeliveryAttempt>] {
        try connection.rows(
            """
            SELECT id, \(DeliveryAttempt.columns) FROM delivery_attempt
            WHERE id IN (SELECT attempt_id FROM dispatch WHERE attempt_id IS NOT NULL) ORDER BY id
            """)
    }
}
