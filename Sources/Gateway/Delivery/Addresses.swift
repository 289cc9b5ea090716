import Ledger
import Partners

/// Tells where things go: by the rules of their partner, and where none applies by those of the root.
struct Addresses: Sendable {
    let directory: PartnerDirectory
    var defaults: [DeliveryRule] = []
    /// Who is told of what is wrong.
    var alerts: [AlertRule] = []

    /// The places where one thing goes.
    struct Places {
        /// The rule that counts; nil where it goes to its folder in the root.
        var first: DeliveryRule?
        /// The rules that apply besides that one, no two to the same place.
        var besides: [DeliveryRule]
    }

    /// Where things of a kind go.
    func places(for kind: String, partner: String) -> Places {
        let own = directory.entry(partner)?.profile.delivery ?? []
        if let first = own.rule(for: kind) { return Places(first: first, besides: own.besides(for: kind)) }
        var besides = own.besides(for: kind)
        for rule in defaults.besides(for: kind) where !besides.contains(where: { $0.destination == rule.destination }) {
            besides.append(rule)
        }
        return Places(first: defaults.rule(for: kind), besides: besides)
    }

    /// Where one delivery goes.
    enum Way {
        /// By a rule; nil where it goes to its folder in the root.
        case by(DeliveryRule?)
        /// The profile names its place no more.
        case nowhere
    }

    /// Where something in the outbox goes by the rules as they are now.
    ///
    /// A place besides the one that counts is known again by its address. When that was changed, the one such place to
    /// which no delivery of the same thing goes stands for it: so an address that is mended is used at once.
    func way(
        of delivery: Ledger.Recorded<Ledger.Delivery>, _ file: DeliveryFile, in ledger: Ledger
    ) throws(LedgerError) -> Way {
        if let alert = file.alert { return .by(alerts.indices.contains(alert.rule) ? alerts[alert.rule].call : nil) }
        let places = places(for: file.ruleKind, partner: file.facts.partner)
        guard !delivery.destination.isEmpty else { return .by(places.first) }
        if let same = places.besides.first(where: { $0.destination == delivery.destination }) { return .by(same) }
        let used = Set(try ledger.deliveries(delivery.kind, of: delivery.reference).map(\.destination))
        let free = places.besides.filter { !used.contains($0.destination) }
        return free.count == 1 ? .by(free[0]) : .nowhere
    }

    /// What a person reads of a delivery that has no way.
    static let nowhere = "no `also` entry of the profile names its place any more: discard it, or write the entry again"

    /// How many minutes a partner's clock is ahead of UTC at a moment.
    func offset(of partner: String, at time: Int64) -> Int {
        directory.profile(partner)?.clocks.calendar.offset(at: time) ?? 0
    }
}

extension Ledger.Transaction {
    /// Puts something into the outbox, addressed by the rules: a delivery for each place where it goes.
    func enqueue(
        _ file: DeliveryFile, _ bytes: [UInt8] = [], by addresses: Addresses, lane: Int = PriorityRule.usual
    ) throws(LedgerError) {
        let places = addresses.places(for: file.ruleKind, partner: file.facts.partner)
        var file = file
        if places.first != nil || !places.besides.isEmpty {
            file.facts.offset = addresses.offset(of: file.facts.partner, at: file.facts.createdAt)
        }
        try enqueue(file, bytes, by: places.first, destination: "", lane: lane)
        for rule in places.besides {
            try enqueue(file, bytes, by: rule, destination: rule.destination, lane: lane)
        }
    }

    private func enqueue(
        _ file: DeliveryFile, _ bytes: [UInt8], by rule: DeliveryRule?, destination: String, lane: Int
    ) throws(LedgerError) {
        var row: Ledger.Delivery
        if case .directory(let target)? = rule?.transport {
            row = file.delivery(bytes, in: target)
        } else if let endpoint = rule?.endpoint {
            row = file.delivery(bytes, to: endpoint)
        } else {
            row = file.delivery(bytes)
        }
        row.destination = destination
        guard let rule, let endpoint = rule.endpoint else {
            try enqueue(row)
            return
        }
        let queue = [file.facts.partner, endpoint, destination].filter { !$0.isEmpty }.joined(separator: " ")
        try enqueue(row, to: endpoint, lane: lane, orderKey: rule.isOrdered ? queue : nil)
    }
}
