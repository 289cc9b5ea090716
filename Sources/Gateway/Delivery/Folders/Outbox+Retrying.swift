import Ledger
import Partners

// What could not be brought to its folder is tried again by the rules that hold for endpoints: a wait that doubles, a
// breaker for each folder, and a dead letter in the end.
//
// Two things differ, since a folder is here. To try costs next to nothing: so each start tries one thing of each folder,
// whatever its wait, and such a try counts towards giving up only when it was due. And a folder takes everything or
// nothing: when what tried it got there, all that waits for it is due.
extension Outbox {
    private static let prefix = "folder "
    /// Deliveries tried again together, and the bytes they come to.
    private static let mostAgain = 512
    private static let mostBytesAgain = 16 * 1024 * 1024
    /// What a suspended partner keeps back is looked at again after this, in milliseconds.
    private static let patience: Int64 = 60_000

    /// What the queue of a folder is called.
    static func endpoint(_ folder: String) -> String { prefix + folder }

    /// Whether an endpoint is a folder.
    static func isFolder(_ endpoint: String) -> Bool { endpoint.hasPrefix(prefix) }

    /// The folders that failed last.
    func failingFolders() throws(LedgerError) -> Set<String> {
        Set(try ledger.endpoints().map(\.name).filter { Self.isFolder($0) })
    }

    /// The folders that are left alone, and until when.
    func foldersLeftAlone() throws(GatewayError) -> [String: Int64] {
        let time = now()
        var alone: [String: Int64] = [:]
        for endpoint in try withLedger({ () throws(LedgerError) in try ledger.endpoints() })
        where Self.isFolder(endpoint.name) && Breaker(endpoint: endpoint).state(at: time) != .closed {
            alone[endpoint.name] = endpoint.openUntil
        }
        return alone
    }

    /// Puts what goes to folders that are left alone into their queues; gives the rest.
    func park(
        _ deliveries: [Ledger.Recorded<Ledger.Delivery>], _ alone: [String: Int64]
    ) throws(GatewayError) -> [Ledger.Recorded<Ledger.Delivery>] {
        guard !alone.isEmpty else { return deliveries }
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for delivery in deliveries {
                    let endpoint = Self.endpoint(delivery.folder)
                    guard let time = alone[endpoint] else { continue }
                    try transaction.park(delivery.id, at: endpoint, until: time, failures: 0)
                }
            }
        }
        return deliveries.filter { alone[Self.endpoint($0.folder)] == nil }
    }

    // MARK: - Trying again

    /// Tries again what failed before and is due; at the start of a process one thing of each folder, and all that waits
    /// for it when that got there.
    func retry(isStart: Bool) throws(GatewayError) -> Round {
        var round = Round()
        let names = try withLedger { () throws(LedgerError) in try ledger.queuedEndpoints() }
        for name in names where Self.isFolder(name) { try retry(name, isStart: isStart, &round) }
        return round
    }

    private func retry(_ name: String, isStart: Bool, _ round: inout Round) throws(GatewayError) {
        let time = now()
        let state = try withLedger { () throws(LedgerError) in try ledger.breaker(of: name) }.state(at: time)
        if case .open = state, !isStart { return }
        if isStart || state == .halfOpen {
            let probe = try withLedger { () throws(LedgerError) in try ledger.probeDispatch(to: name) }
            guard let probe, try tryAgain([probe], at: time, &round) else { return }
            try withLedger { () throws(LedgerError) in
                try ledger.transaction { transaction throws(LedgerError) in try transaction.release(queueOf: name) }
            }
        }
        while true {
            let due = try withLedger { () throws(LedgerError) in
                try ledger.dueDispatches(to: name, at: time, limit: Self.mostAgain)
            }
            guard !due.isEmpty, try tryAgain(due, at: time, &round) else { return }
        }
    }

    /// Tries deliveries again; whether none failed.
    private func tryAgain(
        _ dispatches: [Ledger.Dispatch], at time: Int64, _ round: inout Round
    ) throws(GatewayError) -> Bool {
        let before = round.failures.count
        let ready: [Ledger.Recorded<Ledger.Delivery>]
        (ready, round) = try withLedger { [round] () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                var round = round
                var ready: [Ledger.Recorded<Ledger.Delivery>] = []
                var size = 0
                for dispatch in dispatches where size < Self.mostBytesAgain {
                    guard let delivery = try ledger.delivery(dispatch.deliveryID) else { continue }
                    if isWithheld(delivery) {
                        try transaction.postponeDispatch(
                            of: delivery.id, until: time + Self.patience, because: "its partner is suspended")
                    } else if delivery.staged != nil {
                        ready.append(delivery)
                    } else if let delivery = try readdressed(delivery, dispatch, at: time, &round, in: transaction) {
                        size += delivery.payload.count
                        ready.append(delivery)
                    }
                }
                return (ready, round)
            }
        }
        try place(Parcel.staged(ready.filter { $0.staged != nil }), isRecovery: false, &round)
        try carry(ready.filter { $0.staged == nil }, &round)
        return round.failures.count == before
    }

    /// A delivery with the folder that its rule names by now, so that a wrong one that is mended is used; nil when it goes
    /// elsewhere.
    private func readdressed(
        _ delivery: Ledger.Recorded<Ledger.Delivery>, _ dispatch: Ledger.Dispatch, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Ledger.Recorded<Ledger.Delivery>? {
        guard delivery.kind != .quarantine else { return delivery }
        var file = try DeliveryFile.of(delivery, in: ledger)
        file.facts.offset = addresses.offset(of: delivery.partner, at: file.facts.createdAt)
        let row: Ledger.Delivery
        switch try addresses.way(of: delivery, file, in: ledger) {
        case .nowhere:
            try transaction.recordFailure(delivery.id, error: Addresses.nowhere)
            try giveUp(
                delivery.id, to: dispatch.endpoint, after: delivery.attempts, because: Addresses.nowhere, at: time,
                &round, in: transaction)
            round.failures.append("delivery \(delivery.id) to \(dispatch.endpoint): \(Addresses.nowhere)")
            return nil
        case .by(let rule):
            if let rule, !delivery.destination.isEmpty {
                try transaction.setDestination(delivery.id, to: rule.destination)
            }
            if let endpoint = rule?.endpoint {
                try transaction.moveDispatch(of: delivery.id, to: endpoint)
                return nil
            }
            if case .directory(let target)? = rule?.transport {
                row = file.delivery([], in: target)
            } else {
                row = file.delivery([])
            }
        }
        guard row.folder != delivery.folder else { return delivery }
        try transaction.readdress(delivery.id, toFolder: row.folder, as: row.fileName)
        try transaction.moveDispatch(of: delivery.id, to: Self.endpoint(row.folder))
        return try ledger.delivery(delivery.id)
    }

    // MARK: - What became of it

    /// Records that a folder works.
    func succeed(
        _ parcel: Parcel, at time: Int64, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.answered(try ledger.breaker(of: parcel.endpoint), at: time)
        // Folders are many, and of one that works there is nothing to know.
        try transaction.forget(endpoint: parcel.endpoint)
    }

    /// Records that a parcel could not be brought to its folder: each of its deliveries waits, or is given up.
    func fail(
        _ parcel: Parcel, because reason: String, isStaged: Bool, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let endpoint = parcel.endpoint
        var breaker = BreakerPolicy()
        for item in parcel.deliveries {
            let rule = try rule(of: item.id)
            breaker = rule?.breaker ?? breaker
            let retry = rule?.retry ?? RetryPolicy()
            if try ledger.dispatch(of: item.id) == nil {
                try transaction.park(item.id, at: endpoint, until: time, failures: 0)
            }
            guard let dispatch = try ledger.dispatch(of: item.id), let due = dispatch.dueAt else { continue }
            guard due <= time else {
                // Tried at a start, before its time.
                try transaction.recordFailure(item.id, error: reason)
                continue
            }
            let failures = dispatch.failures + 1
            let isLast = failures >= retry.attempts
            if isLast, !isStaged {
                try transaction.recordFailure(item.id, error: reason)
                try giveUp(item.id, to: endpoint, after: failures, because: reason, at: time, &round, in: transaction)
                continue
            }
            if isLast, !parcel.isRolled, try takeBack(parcel, item, reason, failures, at: time, &round, in: transaction)
            {
                continue
            }
            try transaction.recordFailure(
                item.id, error: reason, until: time + retry.delay(after: failures, seed: String(item.id)))
            if isTold {
                round.news.append(
                    DeliveryNews(
                        deliveryID: item.id, what: .failed, endpoint: endpoint, attempt: failures, reason: reason))
            }
        }
        round.failures.append("\(parcel.folder)/\(parcel.name): \(reason)")
        round.failed.insert(endpoint)
        try transaction.failed(try ledger.breaker(of: endpoint), because: reason, breaker, at: time)
    }

    /// Gives up a delivery that is staged, whose private file is to be taken away when that is recorded; false when it
    /// cannot be said whether it was placed, so that it must be tried on. A file of several documents is tried on, too:
    /// one of them could not be had back alone.
    private func takeBack(
        _ parcel: Parcel, _ item: Parcel.Item, _ reason: String, _ failures: Int, at time: Int64,
        _ round: inout Round, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Bool {
        guard let stage = try? root.destination(parcel.stagedIn), stage.status(parcel.stagedAs) != nil else {
            return false
        }
        try transaction.recordFailure(item.id, error: reason)
        try transaction.stage(item.id, as: nil)
        try giveUp(item.id, to: parcel.endpoint, after: failures, because: reason, at: time, &round, in: transaction)
        round.leftovers.append((parcel.stagedIn, parcel.stagedAs))
        return true
    }

    /// Takes away the private files of what was given up. One that stays, since the process dies here, goes at the next
    /// start.
    func clearAway(_ round: inout Round) throws(GatewayError) {
        for (folder, name) in round.leftovers { try? root.destination(folder).remove(name) }
        round.leftovers = []
    }

    private func giveUp(
        _ id: Int, to endpoint: String, after attempts: Int, because reason: String, at time: Int64,
        _ round: inout Round, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.giveUp(id, to: endpoint, after: attempts, because: reason, at: time)
        guard isTold else { return }
        round.news.append(
            DeliveryNews(deliveryID: id, what: .dead, endpoint: endpoint, attempt: attempts, reason: reason))
    }

    /// The rule by which a delivery goes; nil where none says anything.
    private func rule(of id: Int) throws(LedgerError) -> DeliveryRule? {
        guard let delivery = try ledger.deliveryHeading(id), delivery.kind != .quarantine,
            case .by(let rule) = try addresses.way(of: delivery, try DeliveryFile.of(delivery, in: ledger), in: ledger)
        else { return nil }
        return rule
    }
}
