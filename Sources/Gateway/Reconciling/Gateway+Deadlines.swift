import Ledger

// What has not come in time.
extension Gateway {
    /// Tells once of each answer that is overdue and of each thing accepted on the wire that nobody looked at in time.
    func tellOverdue(_ report: inout RunReport) throws(GatewayError) {
        let time = now()
        let (sets, held) = try withLedger { () throws(LedgerError) in
            (
                try ledger.overdueSets(at: time, untold: true),
                try ledger.overdueQuarantine(at: time).filter { $0.overdueAt == nil }
            )
        }
        let orders = try withLedger { () throws(LedgerError) in
            try ledger.overdueOrders(at: time).filter { $0.entry.overdue(at: time) > $0.toldOverdue }
        }
        report.overdue = sets.count + held.count + orders.count
        guard report.overdue > 0 else { return }
        defer { tellOverdue(answers: sets.count, orders: orders.count, held: held.count) }
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for sent in sets {
                    try transaction.markOverdue(sentSet: sent.setID, at: time)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert", subject: "\(sent.set) \(sent.controlNumber) \(sent.number)",
                            detail: "\(sent.partner) has not answered in time"))
                }
                for order in orders {
                    try transaction.markOverdue(order: order.id, hops: order.entry.overdue(at: time))
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert", subject: "order \(order.number)",
                            detail: "\(order.partner): \(order.entry.overdue(at: time)) of its answers are overdue"))
                }
                for row in held {
                    try transaction.markOverdue(quarantine: row.id, at: time)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert", subject: "quarantine \(row.id)",
                            detail: "accepted on the wire and held, and nobody looked at it in time: \(row.explanation)"
                        ))
                }
            }
        }
    }
}
