extension Ledger {
    /// Is an order that documents speak of, and how far it has come as a whole.
    public struct Order: Sendable, Hashable {
        /// Names the trading partner.
        public var partner: String
        /// Tells whether the partner ordered from us (`incoming`) or we from the partner (`outgoing`).
        public var direction: Direction
        /// Is the order's number, as keys are kept.
        public var number: String
        /// Is the release of a blanket order; empty where there is none.
        public var release: String
        /// Names the order itself; nil while only other documents speak of it.
        public var documentID: String?
        /// Is when the order was recorded; nil while it was not.
        public var placedAt: Int64?
        /// Is until when it must be answered by an 855; nil when that is not expected.
        public var acknowledgmentDue: Int64?
        /// Is until when it must be followed by an 856; nil when that is not expected.
        public var shipNoticeDue: Int64?
        /// Is until when it must be followed by an 810; nil when that is not expected.
        public var invoiceDue: Int64?
        /// Is when the first 855 was recorded; nil before.
        public var acknowledgedAt: Int64?
        /// Is when the first 856 was recorded; nil before.
        public var shippedAt: Int64?
        /// Is when the first 810 was recorded; nil before.
        public var invoicedAt: Int64?
        /// Counts the hops of which it was told that they are overdue.
        public var toldOverdue: Int

        /// Counts the hops that are overdue at a time.
        public func overdue(at time: Int64) -> Int {
            func isLate(_ due: Int64?, _ done: Int64?) -> Bool { done == nil && due.map { $0 < time } ?? false }
            return (isLate(acknowledgmentDue, acknowledgedAt) ? 1 : 0) + (isLate(shipNoticeDue, shippedAt) ? 1 : 0)
                + (isLate(invoiceDue, invoicedAt) ? 1 : 0)
        }
    }
}

extension Ledger.Order: RowReadable {
    /// Names the columns in the order in which they are read.
    static let columns = """
        partner, direction, number, release, document_id, placed_at, acknowledgment_due, ship_notice_due, invoice_due,
        acknowledged_at, shipped_at, invoiced_at, told_overdue
        """

    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        direction = try row.next()
        number = try row.next()
        release = try row.next()
        documentID = try row.next()
        placedAt = try row.next()
        acknowledgmentDue = try row.next()
        shipNoticeDue = try row.next()
        invoiceDue = try row.next()
        acknowledgedAt = try row.next()
        shippedAt = try row.next()
        invoicedAt = try row.next()
        toldOverdue = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Finds or makes the row of an order. Gives its id.
    public func order(
        partner: String, direction: Ledger.Direction, number: String, release: String
    ) throws(LedgerError) -> Int {
        let name: [any ColumnValue] = [partner, direction, number, release]
        if let known = try orderID(name) { return known }
        return try writing().insert(
            "INSERT INTO purchase_order (partner, direction, number, release) VALUES (?, ?, ?, ?)", name)
    }

    /// Records the order itself and until when its next hops are expected; a later one of the number stands for it.
    /// Gives the id of its row.
    public func placeOrder(
        partner: String, direction: Ledger.Direction, number: String, release: String, document: String,
        at time: Int64, acknowledgmentDue: Int64?, shipNoticeDue: Int64?, invoiceDue: Int64?
    ) throws(LedgerError) -> Int {
        let name: [any ColumnValue] = [partner, direction, number, release]
        let placed: [any ColumnValue] = [document, time, acknowledgmentDue, shipNoticeDue, invoiceDue]
        guard let known = try orderID(name) else {
            return try writing().insert(
                """
                INSERT INTO purchase_order (partner, direction, number, release, document_id, placed_at,
                    acknowledgment_due, ship_notice_due, invoice_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, name + placed)
        }
        try writing().run(
            """
            UPDATE purchase_order SET document_id = ?, placed_at = ?, acknowledgment_due = ?, ship_notice_due = ?,
                invoice_due = ? WHERE id = ?
            """, placed + [known])
        return known
    }

    private func orderID(_ name: [any ColumnValue]) throws(LedgerError) -> Int? {
        try writing().value(
            "SELECT id FROM purchase_order WHERE partner = ? AND direction = ? AND number = ? AND release = ?", name)
    }

    /// Records that a document of a stage has come; the first of each stage closes the hop.
    public func close(order id: Int, stage: String, at time: Int64) throws(LedgerError) {
        let column: String
        switch stage {
        case "acknowledged": column = "acknowledged_at"
        case "shipped": column = "shipped_at"
        case "invoiced": column = "invoiced_at"
        default: return
        }
        try change(
            "UPDATE purchase_order SET \(column) = coalesce(\(column), ?) WHERE id = ?", [time, id],
            orThrow: "there is no order \(id)")
    }

    /// Records of how many overdue hops of an order it was told.
    public func markOverdue(order id: Int, hops: Int) throws(LedgerError) {
        try change(
            "UPDATE purchase_order SET told_overdue = ? WHERE id = ?", [hops, id], orThrow: "there is no order \(id)")
    }
}

// MARK: - Queries

extension Ledger {
    /// Says whether any order of a partner is known that goes this way.
    public func knowsOrders(partner: String, direction: Direction) throws(LedgerError) -> Bool {
        let found: Int? = try connection.value(
            """
            SELECT 1 FROM purchase_order WHERE partner = ? AND direction = ? AND document_id IS NOT NULL LIMIT 1
            """, [partner, direction])
        return found != nil
    }

    /// Lists the orders of a number, as keys are kept, of any partner.
    public func orders(number: String) throws(LedgerError) -> [Recorded<Order>] {
        try connection.rows("SELECT id, \(Order.columns) FROM purchase_order WHERE number = ? ORDER BY id", [number])
    }

    /// Lists the orders with a hop that is overdue at a time, in the order of recording.
    public func overdueOrders(at time: Int64) throws(LedgerError) -> [Recorded<Order>] {
        // A branch for each hop, so that each uses its own index.
        try connection.rows(
            """
            SELECT id, \(Order.columns) FROM purchase_order WHERE id IN (
                SELECT id FROM purchase_order
                    WHERE acknowledgment_due IS NOT NULL AND acknowledged_at IS NULL AND acknowledgment_due < ?1
                UNION SELECT id FROM purchase_order
                    WHERE ship_notice_due IS NOT NULL AND shipped_at IS NULL AND ship_notice_due < ?1
                UNION SELECT id FROM purchase_order
                    WHERE invoice_due IS NOT NULL AND invoiced_at IS NULL AND invoice_due < ?1)
            ORDER BY id
            """, [time])
    }

    /// Lists orders that are not acknowledged, shipped and invoiced, or all, in the order of recording, after `id`.
    public func orders(
        open: Bool, partner: String? = nil, after id: Int = 0, limit: Int = 1_000
    ) throws(LedgerError) -> [Recorded<Order>] {
        try connection.rows(
            """
            SELECT id, \(Order.columns) FROM purchase_order
            WHERE id > ?1 AND (?2 IS NULL OR partner = ?2)
                AND (?3 = 0 OR acknowledged_at IS NULL OR shipped_at IS NULL OR invoiced_at IS NULL)
            ORDER BY id LIMIT ?4
            """, [id, partner, open ? 1 : 0, max(0, limit)])
    }

    /// Finds an order by its id.
    public func order(_ id: Int) throws(LedgerError) -> Recorded<Order>? {
        try connection.row("SELECT id, \(Order.columns) FROM purchase_order WHERE id = ?", [id])
    }
}
