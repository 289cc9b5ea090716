import Ledger

extension Outbox {
    /// Records what became of parcels, and with them of what they deliver.
    func record(
        _ parcels: [Parcel], _ fates: [Fate], isRecovery: Bool, _ round: inout Round
    ) throws(GatewayError) {
        let time = now()
        round = try withLedger { [round] () throws(LedgerError) in
            let failing = try failingFolders().subtracting(round.failed)
            return try ledger.transaction { transaction throws(LedgerError) in
                var round = round
                let plain = zip(parcels, fates).filter { parcel, fate in
                    !isRecovery && fate == .placed(parcel.name) && !failing.contains(parcel.endpoint)
                }
                var recorded: Set<Int> = []
                for lot in ParcelLot.lots(of: plain.map { $0.0 }).lots
                where try transaction.markDelivered(lot.stretch, at: time, as: lot.isShared ? lot.parcels[0].name : nil)
                {
                    for parcel in lot.parcels {
                        recorded.insert(parcel.deliveries[0].id)
                        tell(parcel, parcel.name, &round)
                    }
                }
                for (parcel, fate) in zip(parcels, fates) where !recorded.contains(parcel.deliveries[0].id) {
                    switch fate {
                    case .placed(let name):
                        try mark(parcel, as: name, at: time, &round, in: transaction)
                        if isRecovery { try note(parcel, "staged by a run that ended, placed now", time, transaction) }
                        if failing.contains(parcel.endpoint) { try succeed(parcel, at: time, in: transaction) }
                    case .placedBefore:
                        try mark(parcel, as: nil, at: time, &round, in: transaction)
                        try note(parcel, "placed by a run that ended before it could say so", time, transaction)
                        // Only its folder could not be synced then, if it is there.
                        if failing.contains(parcel.endpoint), (try? root.destination(parcel.folder)) != nil {
                            try succeed(parcel, at: time, in: transaction)
                        }
                    case .failed(let reason):
                        try fail(parcel, because: reason, isStaged: true, at: time, &round, in: transaction)
                    case .misplaced:
                        for id in parcel.ids { try transaction.stage(id, as: nil) }
                        round.failures.append(
                            "\(parcel.folder)/\(parcel.name): its folder is on another volume now: run again")
                    }
                }
                return round
            }
        }
        try clearAway(&round)
    }

    private func note(
        _ parcel: Parcel, _ detail: String, _ time: Int64, _ transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.insert(
            Ledger.Event(at: time, kind: "recovery", subject: "\(parcel.folder)/\(parcel.name)", detail: detail))
    }

    private func mark(
        _ parcel: Parcel, as name: String?, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        for delivery in parcel.deliveries { try transaction.markDone(delivery, at: time, as: name, in: ledger) }
        tell(parcel, name, &round)
    }

    private func tell(_ parcel: Parcel, _ name: String?, _ round: inout Round) {
        round.delivered += parcel.deliveries.count
        guard isTold else { return }
        for delivery in parcel.deliveries {
            round.news.append(
                DeliveryNews(deliveryID: delivery.id, what: .placed(name), endpoint: parcel.endpoint))
        }
    }
}

extension Ledger.Transaction {
    /// Records that a delivery was done, and with it of what it delivers.
    func markDone(_ delivery: Parcel.Item, at time: Int64, as name: String?, in ledger: Ledger) throws(LedgerError) {
        let posting = try markDelivered(delivery.id, at: time, as: name)
        guard delivery.kind != .quarantine else { return }
        // What goes to several places is delivered once all of them have it.
        let state: Ledger.Progress =
            try ledger.isUnderWay(delivery.kind, delivery.reference) ? .pending : .delivered
        var kind = delivery.kind.rawValue
        switch delivery.kind {
        case .document: kind = try setDocument(delivery.reference, to: state)
        case .acknowledgment:
            if let id = Int(delivery.reference) { try setAcknowledgment(id, to: state) }
        case .interchange:
            guard let id = Int(delivery.reference) else { break }
            for document in try ledger.documents(ofInterchange: id) { try setDocument(document.id, to: state) }
        case .quarantine: break
        }
        try observe("deliver", partner: posting.partner, kind: kind, milliseconds: time - posting.createdAt)
    }
}
