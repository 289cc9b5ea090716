extension Ledger {
    /// Is the place of a delivery in the queue of an endpoint outside the root.
    public struct Dispatch: Sendable, Hashable {
        /// Names the delivery.
        public var deliveryID: Int
        /// Names the endpoint, as ``Endpoint`` does.
        public var endpoint: String
        /// Is how urgent it is: 1 goes first, 9 last.
        public var lane: Int
        /// Names the queue in which order is kept; nil when it need not be.
        public var orderKey: String?
        /// Whether another delivery of the same order stands before it.
        public var isBehind: Bool
        /// Is from when on it may be tried; nil when it was given up.
        public var dueAt: Int64?
        /// Counts the attempts that failed since it was put into the queue, or was put there again by a person.
        public var failures: Int
        /// Names the attempt that is under way; nil when none is.
        public var attemptID: Int?
    }
}

extension Ledger.Dispatch: RowReadable {
    static let columns = "delivery_id, endpoint, lane, order_key, is_behind, due_at, failures, attempt_id"

    init(_ row: inout Row) throws(LedgerError) {
        deliveryID = try row.next()
        endpoint = try row.next()
        lane = try row.next()
        orderKey = try row.next()
        isBehind = try row.next(as: Int.self) != 0
        dueAt = try row.next()
        failures = try row.next()
        attemptID = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Puts a delivery into the outbox and into the queue of an endpoint. Gives the delivery's id.
    ///
    /// The lane is held within 1 to 9. Deliveries with the same `orderKey` are tried in the order in which they came.
    @discardableResult
    public func enqueue(
        _ delivery: Ledger.Delivery, to endpoint: String, lane: Int, orderKey: String? = nil
    ) throws(LedgerError) -> Int {
        let id = try enqueue(delivery)
        try writing().run(
            """
            INSERT INTO dispatch (delivery_id, endpoint, lane, order_key, due_at, is_behind)
            VALUES (?1, ?2, ?3, ?4, ?5, CASE WHEN EXISTS (SELECT 1 FROM dispatch WHERE order_key = ?4) THEN 1 ELSE 0 END)
            """, [id, endpoint, min(max(lane, 1), 9), orderKey, delivery.createdAt])
        return id
    }

    /// Puts a pending delivery that is in no queue into the queue of an endpoint, where it waits until a moment after so
    /// many failures.
    public func park(
        _ delivery: Int, at endpoint: String, until time: Int64, failures: Int, lane: Int = 5
    ) throws(LedgerError) {
        try writing().run(
            "INSERT INTO dispatch (delivery_id, endpoint, lane, due_at, failures) VALUES (?, ?, ?, ?, ?)",
            [delivery, endpoint, lane, time, failures])
    }

    /// Makes everything due that waits for an endpoint, since it works again.
    public func release(queueOf endpoint: String) throws(LedgerError) {
        try writing().run("UPDATE dispatch SET due_at = 0 WHERE endpoint = ? AND due_at IS NOT NULL", [endpoint])
    }

    /// Takes a delivery out of its endpoint's queue and lets the one behind it come to the front.
    func leaveQueue(_ delivery: Int) throws(LedgerError) {
        let connection = try writing()
        let key: String?? = try connection.value(
            "DELETE FROM dispatch WHERE delivery_id = ? RETURNING order_key", [delivery])
        guard case .some(.some(let key)) = key else { return }
        try connection.run(
            """
            UPDATE dispatch SET is_behind = 0
            WHERE delivery_id = (SELECT min(delivery_id) FROM dispatch WHERE order_key = ?)
            """, [key])
    }

    /// Sends a delivery to another endpoint from now on; throws `absent` when it is in no queue.
    public func moveDispatch(of delivery: Int, to endpoint: String) throws(LedgerError) {
        try change(
            "UPDATE dispatch SET endpoint = ? WHERE delivery_id = ?", [endpoint, delivery],
            orThrow: "delivery \(delivery) is in no queue")
    }

    /// Makes a pending delivery wait until a moment without trying it; throws `absent` when it is in no queue.
    public func postponeDispatch(of delivery: Int, until time: Int64, because reason: String) throws(LedgerError) {
        try change(
            "UPDATE dispatch SET due_at = ? WHERE delivery_id = ?", [time, delivery],
            orThrow: "delivery \(delivery) is in no queue")
        try writing().run("UPDATE delivery SET last_error = ? WHERE id = ?", [reason, delivery])
    }

    /// Names another folder and name for a pending delivery that waits for a folder; throws `absent` when it is not
    /// pending, or is staged, since its private file is bound for the other.
    public func readdress(_ id: Int, toFolder folder: String, as name: String) throws(LedgerError) {
        try change(
            """
            UPDATE delivery SET folder = ?, file_name = ?
            WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL AND staged IS NULL
            """, [folder, name, id], orThrow: "delivery \(id) is not pending, or is staged")
    }

    /// Takes a pending delivery out of its queue, to go to a folder instead; throws `absent` when it is not pending.
    public func redirectDispatch(of delivery: Int, toFolder folder: String, as name: String) throws(LedgerError) {
        try change(
            """
            UPDATE delivery SET folder = ?, file_name = ?
            WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL
            """, [folder, name, delivery], orThrow: "delivery \(delivery) is not pending")
        try leaveQueue(delivery)
    }
}

// MARK: - Queries

extension Ledger {
    /// Names the endpoints in whose queues something is, in the order of their names.
    ///
    /// - Complexity: a step in an index for each endpoint, however long the queues are.
    public func queuedEndpoints() throws(LedgerError) -> [String] {
        try connection.column(
            """
            WITH RECURSIVE queued (name) AS (
                SELECT min(endpoint) FROM dispatch
                UNION ALL
                SELECT (SELECT min(endpoint) FROM dispatch WHERE endpoint > name) FROM queued WHERE name IS NOT NULL
            )
            SELECT name FROM queued WHERE name IS NOT NULL
            """)
    }

    /// Lists what may be tried at an endpoint now, the most urgent first: at most `limit`, from 0.
    public func dueDispatches(to endpoint: String, at time: Int64, limit: Int) throws(LedgerError) -> [Dispatch] {
        // With the sum the index on the moment does not fit, but the one that has the order.
        try connection.rows(
            """
            SELECT \(Dispatch.columns) FROM dispatch
            WHERE endpoint = ? AND due_at + 0 <= ? AND is_behind = 0 AND attempt_id IS NULL
            ORDER BY lane, delivery_id LIMIT ?
            """, [endpoint, time, max(0, limit)])
    }

    /// Finds what to try first at an endpoint of which nobody knows whether it works again: what failed least, so that
    /// no single delivery is used up by trying; nil when nothing waits there. Whether it is due is not asked.
    public func probeDispatch(to endpoint: String) throws(LedgerError) -> Dispatch? {
        try connection.row(
            """
            SELECT \(Dispatch.columns) FROM dispatch
            WHERE endpoint = ? AND due_at IS NOT NULL AND is_behind = 0 AND attempt_id IS NULL
            ORDER BY failures, lane, delivery_id LIMIT 1
            """, [endpoint])
    }

    /// Finds when the next delivery to an endpoint comes due after a moment; nil when none does.
    public func nextDispatch(to endpoint: String, after time: Int64) throws(LedgerError) -> Int64? {
        let next: Int64?? = try connection.value(
            "SELECT min(due_at) FROM dispatch WHERE endpoint = ? AND due_at > ?", [endpoint, time])
        return next ?? nil
    }

    /// Finds the place of a delivery in its endpoint's queue; nil when it is in none.
    public func dispatch(of delivery: Int) throws(LedgerError) -> Dispatch? {
        try connection.row("SELECT \(Dispatch.columns) FROM dispatch WHERE delivery_id = ?", [delivery])
    }
}
