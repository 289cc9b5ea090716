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
///
/// What fails waits in the queue of its folder, as what goes to an endpoint does: see ``retry(isStart:)``.
struct Outbox {
    let root: Folder
    let ledger: Ledger
    let now: () -> Int64
    /// By which rules things go, and how often they are tried.
    let addresses: Addresses
    /// Whether a log wants to know of each delivery.
    var isTold = false
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
        /// The folders, as endpoints, to which something did not get.
        var failed: Set<String> = []
        /// Private files, by folder and name, that are to be taken away.
        var leftovers: [(folder: String, name: String)] = []
        /// What a log wants to know.
        var news: [DeliveryNews] = []
    }

    /// What became of one parcel.
    enum Fate: Equatable {
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

    /// Delivers everything that waits and has not failed. What fails stays in the outbox, with the reason, and so does
    /// what goes to a folder that is left alone for a while.
    func deliver(after id: Int = 0) throws(GatewayError) -> (round: Round, last: Int) {
        var round = Round()
        var last = id
        let closed = try foldersLeftAlone()
        while true {
            let after = last
            let pending = try withLedger { () throws(LedgerError) in
                try ledger.pendingDeliveries(after: after, limit: Self.most, bytes: Self.mostBytes)
            }
            guard let greatest = pending.last?.id else { return (round, last) }
            last = greatest
            let due = try park(pending.filter { !isWithheld($0) }, closed)
            try carry(due, &round)
        }
    }

    /// Brings deliveries that are not staged to their folders.
    func carry(_ due: [Ledger.Recorded<Ledger.Delivery>], _ round: inout Round) throws(GatewayError) {
        let parcels = try stage(Parcel.pack(due, rolling: rolling), &round)
        try reached(.staged)
        try place(parcels, isRecovery: false, &round)
    }

    /// Whether a delivery waits because its partner is suspended; what is meant for us goes on.
    func isWithheld(_ delivery: Ledger.Recorded<Ledger.Delivery>) -> Bool {
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
        let time = now()
        round = try withLedger { [round] () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                var round = round
                try transaction.stage(whole)
                for (parcel, reason) in faulty {
                    try fail(parcel, because: reason, isStaged: false, at: time, &round, in: transaction)
                }
                return round
            }
        }
        return staged
    }

    /// Moves staged parcels to their folders, and records what became of them.
    func place(_ parcels: [Parcel], isRecovery: Bool, _ round: inout Round) throws(GatewayError) {
        guard !parcels.isEmpty else { return }
        var placing = Placing(root: root)
        var fates = parcels.map { placing.place($0) }
        placing.sync(parcels, &fates)
        try reached(.placed)
        try record(parcels, fates, isRecovery: isRecovery, &round)
    }
}
