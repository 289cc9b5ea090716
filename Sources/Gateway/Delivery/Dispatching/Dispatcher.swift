import Exchange
import Ledger
import Partners

/// Brings what waits for endpoints there, as far as each of them takes it.
///
/// An attempt is recorded before it is made and its end after; what it brings bears a key that is the same in every
/// attempt of one delivery. So nothing is lost when the process dies in between, and what came twice can be told by its
/// receiver: an effect in somebody else's machine cannot be part of our transaction.
final class Dispatcher {
    private let root: String
    let ledger: Ledger
    let pool: CourierPool
    /// How many attempts are under way at each endpoint.
    var here: [String: Int] = [:]
    var addresses: Addresses
    /// Whether a log wants to know of each attempt.
    var isTold = false
    /// Called at each step, so that tests can break off there.
    var reached: (Gateway.Step) throws(GatewayError) -> Void = { _ in }

    /// What a profile that is missing or out of use keeps back is looked at again after this, in milliseconds.
    private static let patience: Int64 = 60_000

    init(root: String, ledger: Ledger, addresses: Addresses) throws(GatewayError) {
        self.root = root
        self.ledger = ledger
        self.addresses = addresses
        pool = try CourierPool()
    }

    deinit { pool.stop() }

    /// Becomes readable when an attempt has ended.
    var descriptor: Int32 { pool.descriptor }

    /// How many attempts are under way, or have ended and are not recorded.
    var underWay: Int { pool.underWay }

    func wait(_ milliseconds: Int32) { pool.wait(milliseconds) }

    /// What a round came to.
    struct Round {
        var delivered = 0
        var failures: [String] = []
        var recovered: [String] = []
        /// How many go to a folder by now, where the outbox has to take them.
        var redirected = 0
        /// What a log wants to know.
        var news: [DeliveryNews] = []
        /// When something comes due that waits now; nil when nothing does.
        var next: Int64?
    }

    // MARK: - What a run that died left

    /// Records that nobody knows what became of the attempts that were under way. They are made again at once: under the
    /// same key.
    func recover(at time: Int64) throws(GatewayError) -> Round {
        var round = Round()
        let lost = try withLedger { () throws(LedgerError) in try ledger.attemptsUnderWay() }
        guard !lost.isEmpty else { return round }
        let reason = "the gateway ended during this attempt: it may have arrived"
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for attempt in lost {
                    try transaction.endAttempt(attempt.id, .lost, detail: reason, at: time)
                    try transaction.recordFailure(attempt.deliveryID, error: reason, until: time)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "recovery", subject: "delivery \(attempt.deliveryID)",
                            detail: "\(attempt.endpoint): attempt \(attempt.number): \(reason)"))
                }
            }
        }
        if isTold {
            round.news = lost.map {
                DeliveryNews(
                    deliveryID: $0.deliveryID, what: .failed, endpoint: $0.endpoint, attempt: $0.number, reason: reason)
            }
        }
        round.recovered = lost.map { "\($0.deliveryID) to \($0.endpoint): it may come there twice, with the same key" }
        return round
    }

    // MARK: - A round

    /// Records what has ended and begins what is due, and waits for neither.
    func round(at time: Int64) throws(GatewayError) -> Round {
        var round = Round()
        try collect(at: time, &round)
        let begun = try begin(at: time, &round)
        if !begun.isEmpty { try reached(.attemptsRecorded) }
        for ready in begun { start(ready, at: time) }
        return round
    }

    private func begin(at time: Int64, _ round: inout Round) throws(GatewayError) -> [Consignment] {
        let free = CourierPool.most - pool.underWay
        let names = try withLedger { () throws(LedgerError) in try ledger.queuedEndpoints() }
            .filter { !Outbox.isFolder($0) }
        var plans: [[Ledger.Dispatch]] = []
        for name in names {
            let (plan, next) = try withLedger { () throws(LedgerError) in try self.plan(name, at: time) }
            if let next { round.next = min(round.next ?? next, next) }
            plans.append(plan)
        }
        // One of each endpoint in turn, so that a long queue does not keep the others waiting.
        var chosen: [Ledger.Dispatch] = []
        for place in 0..<(plans.map(\.count).max() ?? 0) {
            for plan in plans where place < plan.count { chosen.append(plan[place]) }
        }
        guard free > 0, !chosen.isEmpty else { return [] }
        var prepared = Round()
        let ready = chosen
        let begun = try withLedger { () throws(LedgerError) -> [Consignment] in
            try ledger.transaction { transaction throws(LedgerError) in
                try prepare(ready, most: free, at: time, &prepared, in: transaction)
            }
        }
        round.redirected += prepared.redirected
        round.failures += prepared.failures
        round.news += prepared.news
        round.next = prepared.next ?? round.next
        return begun
    }

    private func prepare(
        _ chosen: [Ledger.Dispatch], most: Int, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> [Consignment] {
        var begun: [Consignment] = []
        var counts = here
        for dispatch in chosen where begun.count < most {
            let count = counts[dispatch.endpoint] ?? 0
            guard let ready = try prepare(dispatch, besides: count, at: time, &round, in: transaction) else { continue }
            counts[dispatch.endpoint] = count + 1
            begun.append(ready)
        }
        return begun
    }

    /// What may be tried at an endpoint now, and when something else comes due there.
    private func plan(_ name: String, at time: Int64) throws(LedgerError) -> ([Ledger.Dispatch], next: Int64?) {
        switch try ledger.breaker(of: name).state(at: time) {
        case .open(let until): return ([], until)
        case .halfOpen:
            guard here[name] ?? 0 == 0, let probe = try ledger.probeDispatch(to: name) else { return ([], nil) }
            return ([probe], nil)
        case .closed:
            return (
                try ledger.dueDispatches(to: name, at: time, limit: CourierPool.most),
                try ledger.nextDispatch(to: name, after: time)
            )
        }
    }

    /// Records the beginning of an attempt, unless the delivery goes another way by now, or as many as may be are under
    /// way at its endpoint.
    private func prepare(
        _ dispatch: Ledger.Dispatch, besides count: Int, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Consignment? {
        guard let delivery = try ledger.delivery(dispatch.deliveryID) else { return nil }
        let file = try DeliveryFile.of(delivery, in: ledger)
        if file.alert == nil, let reason = obstacle(delivery) {
            try transaction.postponeDispatch(of: dispatch.deliveryID, until: time + Self.patience, because: reason)
            return nil
        }
        let rule: DeliveryRule?
        switch try addresses.way(of: delivery, file, in: ledger) {
        case .by(let found): rule = found
        case .nowhere:
            try transaction.recordFailure(delivery.id, error: Addresses.nowhere)
            try transaction.giveUp(
                delivery.id, to: dispatch.endpoint, after: delivery.attempts, because: Addresses.nowhere, at: time)
            round.failures.append("delivery \(delivery.id) to \(dispatch.endpoint): \(Addresses.nowhere)")
            if isTold {
                round.news.append(
                    DeliveryNews(
                        deliveryID: delivery.id, what: .dead, endpoint: dispatch.endpoint, reason: Addresses.nowhere))
            }
            return nil
        }
        if let rule, !delivery.destination.isEmpty, rule.destination != delivery.destination {
            try transaction.setDestination(delivery.id, to: rule.destination)
        }
        guard let rule, let endpoint = rule.endpoint else {
            // The profile sends it to a folder by now.
            var row = file.delivery([])
            if case .directory(let target)? = rule?.transport { row = file.delivery([], in: target) }
            try transaction.redirectDispatch(of: dispatch.deliveryID, toFolder: row.folder, as: row.fileName)
            round.redirected += 1
            return nil
        }
        guard endpoint == dispatch.endpoint else {
            try transaction.moveDispatch(of: dispatch.deliveryID, to: endpoint)
            round.next = time
            return nil
        }
        guard count < rule.parallel else { return nil }
        let attempt = try transaction.beginAttempt(of: dispatch.deliveryID, at: time)
        var facts = file.facts
        facts.offset = addresses.offset(of: delivery.partner, at: facts.createdAt)
        if isTold {
            round.news.append(
                DeliveryNews(
                    deliveryID: delivery.id, what: .tried, endpoint: endpoint, attempt: attempt.number))
        }
        return Consignment(
            deliveryID: dispatch.deliveryID, attemptID: attempt.id, attempt: attempt.number, beganAt: time,
            key: Self.key(of: delivery), rule: rule, facts: facts,
            what: file.alert == nil ? delivery.kind.rawValue : "alert",
            bytes: delivery.payload, root: root)
    }

    /// Why a delivery waits whatever its endpoint does; what is meant for us goes on when its partner is suspended.
    private func obstacle(_ delivery: Ledger.Recorded<Ledger.Delivery>) -> String? {
        guard let profile = addresses.directory.profile(delivery.partner) else {
            return "\"\(delivery.partner)\" has no profile in use"
        }
        return delivery.kind == .document ? nil : profile.suspensionReason
    }

    /// A document's own id; for what has none, one made of its bytes and its delivery. So has a document for a place
    /// besides the one that counts: two addresses of one server must not take the second for the first come again.
    private static func key(of delivery: Ledger.Recorded<Ledger.Delivery>) -> String {
        delivery.kind == .document && delivery.destination.isEmpty
            ? delivery.reference : SHA256.digest(of: delivery.payload).identifier(ordinal: delivery.id)
    }

    private func start(_ consignment: Consignment, at time: Int64) {
        here[consignment.rule.endpoint ?? "", default: 0] += 1
        switch consignment.rule.transport {
        case .command(let command): pool.begin(consignment, by: CommandCourier(command: command))
        case .webhook(let webhook): pool.begin(consignment, by: WebhookCourier(webhook: webhook, now: time / 1_000))
        case .sftp(let server): pool.begin(consignment, by: SFTPCourier(server: server))
        case .directory: break
        }
    }
}
