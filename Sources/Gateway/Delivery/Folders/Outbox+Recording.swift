import Ledger

extension Outbox {
    /// Records what became of parcels, and with them of what they deliver.
    func record(_ parcels: [Parcel], _ fates: [Fate], isRecovery: Bool) throws(GatewayError) {
        let time = now()
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for (parcel, fate) in zip(parcels, fates) {
                    switch fate {
                    case .placed(let name):
                        try mark(parcel, as: name, at: time, in: transaction)
                        if isRecovery { try note(parcel, "staged by a run that ended, placed now", time, transaction) }
                    case .placedBefore:
                        try mark(parcel, as: nil, at: time, in: transaction)
                        try note(parcel, "placed by a run that ended before it could say so", time, transaction)
                    case .failed(let reason):
                        for id in parcel.ids { try transaction.recordFailure(id, error: reason) }
                    case .misplaced:
                        for id in parcel.ids { try transaction.stage(id, as: nil) }
                    }
                }
            }
        }
    }

    private func note(
        _ parcel: Parcel, _ detail: String, _ time: Int64, _ transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.insert(
            Ledger.Event(at: time, kind: "recovery", subject: "\(parcel.folder)/\(parcel.name)", detail: detail))
    }

    private func mark(
        _ parcel: Parcel, as name: String?, at time: Int64, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        for delivery in parcel.deliveries { try transaction.markDone(delivery, at: time, as: name, in: ledger) }
    }
}

extension Ledger.Transaction {
    /// Records that a delivery was done, and with it of what it delivers.
    func markDone(_ delivery: Parcel.Item, at time: Int64, as name: String?, in ledger: Ledger) throws(LedgerError) {
        let posting = try markDelivered(delivery.id, at: time, as: name)
        var kind = delivery.kind.rawValue
        switch delivery.kind {
        case .document: kind = try setDocument(delivery.reference, to: .delivered)
        case .acknowledgment:
            if let id = Int(delivery.reference) { try setAcknowledgment(id, to: .delivered) }
        case .interchange:
            guard let id = Int(delivery.reference) else { break }
            for document in try ledger.documents(ofInterchange: id) {
                try setDocument(document.id, to: .delivered)
            }
        case .quarantine: return
        }
        try observe("deliver", partner: posting.partner, kind: kind, milliseconds: time - posting.createdAt)
    }
}
