import Ledger

/// Carries out what the outbox holds, each delivery once, however often the process dies.
///
/// 1. The bytes are written into private files and brought to the disk.
/// 2. The ledger records that these files are whole: the deliveries are staged.
/// 3. Each file is moved to where its receiver finds it, and the folders are brought to the disk.
/// 4. The ledger records that the deliveries were done.
///
/// A delivery that is found staged is between 2 and 4: if its private file is there it was not placed, and if it is not
/// it was, whether or not its receiver has taken it.
struct Outbox {
    let root: Folder
    let ledger: Ledger
    let now: () -> Int64
    /// Whether the documents of a folder go into one file.
    var rolling = false
    /// The partners that are suspended: what is meant for them stays in the outbox.
    var suspended: Set<String> = []
    /// Called at each step, so that tests can break off there.
    var reached: (Gateway.Step) throws(GatewayError) -> Void = { _ in }

    /// Deliveries recorded in one transaction, and the bytes they come to.
    private static let most = 2_048
    private static let mostBytes = 32 * 1024 * 1024

    /// What a round of deliveries came to.
    struct Round {
        var delivered = 0
        var failures: [String] = []
        /// What a run that died had left.
        var recovered: [String] = []
        /// Names in the private folder that are not ours.
        var strangers: [String] = []
    }

    /// What became of one parcel.
    enum Fate {
        case placed(String)
        /// It had been placed before, by a run that died.
        case placedBefore
        case failed(String)
        /// It was staged on a volume that is not its folder's any more: it is to be staged again.
        case misplaced
    }

    // MARK: - What a run that died left

    /// Ends what was staged, and clears away what was written and never recorded.
    func settle() throws(GatewayError) -> Round {
        var round = Round()
        let stage = try root.folder(Parcel.stage, creating: true, mode: 0o700)
        let parcels = Parcel.staged(
            try withLedger { () throws(LedgerError) in try ledger.stagedDeliveries() })
        let known = Set(parcels.map(\.staged))
        for name in try stage.names() where !known.contains("\(Parcel.stage)/\(name)") {
            if Parcel.isStagedName(name) { try stage.remove(name) } else { round.strangers.append(name) }
        }
        guard !parcels.isEmpty else { return round }
        for parcel in parcels {
            round.recovered.append("\(parcel.folder)/\(parcel.name)")
        }
        try place(parcels, isRecovery: true, &round)
        return round
    }

    // MARK: - What waits

    /// Delivers everything that waits. What fails stays in the outbox, with the reason.
    func deliver(after id: Int = 0) throws(GatewayError) -> (round: Round, last: Int) {
        var round = Round()
        var last = id
        while true {
            let after = last
            let pending = try withLedger { () throws(LedgerError) in
                try ledger.pendingDeliveries(after: after, limit: Self.most, bytes: Self.mostBytes)
            }
            guard let greatest = pending.last?.id else { return (round, last) }
            last = greatest
            let due = pending.filter { !isWithheld($0) }
            let parcels = try stage(Parcel.pack(due, rolling: rolling), &round)
            try reached(.staged)
            try place(parcels, isRecovery: false, &round)
        }
    }

    /// Whether a delivery waits because its partner is suspended; what is meant for us goes on.
    private func isWithheld(_ delivery: Ledger.Recorded<Ledger.Delivery>) -> Bool {
        switch delivery.kind {
        case .acknowledgment, .interchange: suspended.contains(delivery.partner)
        case .document, .quarantine: false
        }
    }

    /// Writes parcels and records those that are whole on the disk; gives these.
    private func stage(_ parcels: [Parcel], _ round: inout Round) throws(GatewayError) -> [Parcel] {
        var writing = Staging(root: root)
        var staged: [Parcel] = []
        var faults: [(parcel: Parcel, reason: String)] = []
        for parcel in parcels {
            do throws(GatewayError) { staged.append(try writing.write(parcel)) } catch {
                faults.append((parcel, error.reason))
            }
        }
        if let reason = writing.sync() {
            faults += staged.map { ($0, reason) }
            staged = []
        }
        let whole = staged
        let faulty = faults
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for parcel in whole {
                    for id in parcel.ids { try transaction.stage(id, as: parcel.staged) }
                }
                for (parcel, reason) in faulty {
                    for id in parcel.ids { try transaction.recordFailure(id, error: reason) }
                }
            }
        }
        round.failures += faults.map { "\($0.parcel.folder)/\($0.parcel.name): \($0.reason)" }
        return staged
    }

    private func place(_ parcels: [Parcel], isRecovery: Bool, _ round: inout Round) throws(GatewayError) {
        guard !parcels.isEmpty else { return }
        var placing = Placing(root: root)
        var fates = parcels.map { placing.place($0) }
        placing.sync(parcels, &fates)
        try reached(.placed)
        try record(parcels, fates, isRecovery: isRecovery)
        for (parcel, fate) in zip(parcels, fates) {
            switch fate {
            case .placed, .placedBefore: round.delivered += parcel.ids.count
            case .failed(let reason): round.failures.append("\(parcel.folder)/\(parcel.name): \(reason)")
            case .misplaced:
                round.failures.append("\(parcel.folder)/\(parcel.name): its folder is on another volume now: run again")
            }
        }
    }
}
