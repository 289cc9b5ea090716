import Ledger

/// Carries out what the outbox holds.
struct Outbox {
    let root: Folder
    let ledger: Ledger
    let now: () -> Int64
    /// Called before the deliveries that were carried out are marked, so that tests can break off there.
    var beforeMarking: () throws(GatewayError) -> Void = {}

    /// Deliveries marked in one transaction.
    private static let batch = 32

    /// What a round of deliveries came to.
    struct Round {
        /// The greatest id looked at.
        var last: Int
        var delivered = 0
        var failures: [String] = []
    }

    /// Delivers everything pending whose id is greater than `id`. What fails stays pending, with the reason.
    func deliver(after id: Int = 0) throws(GatewayError) -> Round {
        var round = Round(last: id)
        while true {
            let after = round.last
            let pending = try withLedger { () throws(LedgerError) in
                try ledger.pendingDeliveries(after: after, limit: Self.batch)
            }
            guard let last = pending.last else { return round }
            round.last = last.id
            var folders: [String: Folder] = [:]
            var errors: [Int: String] = [:]
            for delivery in pending {
                do throws(GatewayError) {
                    if folders[delivery.folder] == nil {
                        folders[delivery.folder] = try root.folder(delivery.folder, creating: true)
                    }
                    _ = try folders[delivery.folder]?.place(delivery.payload, as: delivery.fileName)
                } catch {
                    errors[delivery.id] = error.reason
                }
            }
            for (name, folder) in folders {
                do throws(GatewayError) { try folder.sync() } catch {
                    for delivery in pending where delivery.folder == name { errors[delivery.id] = error.reason }
                }
            }
            try beforeMarking()
            try mark(pending, errors)
            round.delivered += pending.count - errors.count
            round.failures += pending.compactMap { delivery in
                errors[delivery.id].map { "\(delivery.folder)/\(delivery.fileName): \($0)" }
            }
        }
    }

    private func mark(_ pending: [Ledger.Recorded<Ledger.Delivery>], _ errors: [Int: String]) throws(GatewayError) {
        let time = now()
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for delivery in pending {
                    if let error = errors[delivery.id] {
                        try transaction.recordFailure(delivery.id, error: error)
                        continue
                    }
                    try transaction.markDelivered(delivery.id, at: time)
                    switch delivery.kind {
                    case .document: try transaction.setDocument(delivery.reference, to: .delivered)
                    case .acknowledgment:
                        if let id = Int(delivery.reference) { try transaction.setAcknowledgment(id, to: .delivered) }
                    case .interchange:
                        guard let id = Int(delivery.reference) else { continue }
                        for document in try ledger.documents(ofInterchange: id) {
                            try transaction.setDocument(document.id, to: .delivered)
                        }
                    case .quarantine: break
                    }
                }
            }
        }
    }
}
