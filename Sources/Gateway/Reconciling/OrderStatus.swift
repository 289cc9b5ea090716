public import Ledger
public import Reconciliation

/// Is how far an order has come: as a whole, and line by line.
public struct OrderStatus: Sendable {
    /// The order.
    public var order: Ledger.Recorded<Ledger.Order>
    /// Its lines.
    public var lines: [OrderProgress.Line]

    /// Reads how far an order has come.
    ///
    /// - Parameters:
    ///   - id: The order's id.
    ///   - ledger: The ledger.
    /// - Returns: The order with its lines.
    /// - Throws: ``LedgerError`` `absent` when there is no such order.
    public static func of(_ id: Int, in ledger: Ledger) throws(LedgerError) -> OrderStatus {
        guard let order = try ledger.order(id) else { throw LedgerError(.absent, reason: "there is no order \(id)") }
        return OrderStatus(order: order, lines: OrderProgress(try OrderPosting.all(ofOrder: id, in: ledger)).lines)
    }
}
