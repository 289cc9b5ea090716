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
        report.overdue = sets.count + held.count
        guard !sets.isEmpty || !held.isEmpty else { return }
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for sent in sets {
                    try transaction.markOverdue(sentSet: sent.setID, at: time)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert", subject: "\(sent.set) \(sent.controlNumber) \(sent.number)",
                            detail: "\(sent.partner) has not answered in time"))
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
