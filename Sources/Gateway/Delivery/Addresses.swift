import Ledger
import Partners

/// Tells where things go: by the rules of their partner, and where none applies by those of the root.
struct Addresses: Sendable {
    let directory: PartnerDirectory
    var defaults: [DeliveryRule] = []
    /// Who is told of what is wrong.
    var alerts: [AlertRule] = []

    /// The rule about a kind; nil where it goes to its folder in the root.
    func rule(for kind: String, partner: String) -> DeliveryRule? {
        directory.profile(partner)?.delivery.rule(for: kind) ?? defaults.rule(for: kind)
    }

    /// The rule by which something in the outbox goes; nil where it goes to its folder in the root.
    func rule(for file: DeliveryFile) -> DeliveryRule? {
        if let alert = file.alert { return alerts.indices.contains(alert.rule) ? alerts[alert.rule].call : nil }
        return rule(for: file.ruleKind, partner: file.facts.partner)
    }

    /// How many minutes a partner's clock is ahead of UTC.
    func offset(of partner: String) -> Int { directory.profile(partner)?.clocks.calendar.offset ?? 0 }
}

extension Ledger.Transaction {
    /// Puts something into the outbox, addressed by the rules. Gives the delivery's id.
    @discardableResult
    func enqueue(
        _ file: DeliveryFile, _ bytes: [UInt8] = [], by addresses: Addresses, lane: Int = PriorityRule.usual
    ) throws(LedgerError) -> Int {
        guard let rule = addresses.rule(for: file.ruleKind, partner: file.facts.partner) else {
            return try enqueue(file.delivery(bytes))
        }
        var file = file
        file.facts.offset = addresses.offset(of: file.facts.partner)
        if case .directory(let target) = rule.transport {
            return try enqueue(file.delivery(bytes, in: target))
        }
        guard let endpoint = rule.endpoint else { return try enqueue(file.delivery(bytes)) }
        return try enqueue(
            file.delivery(bytes, to: endpoint), to: endpoint, lane: lane,
            orderKey: rule.isOrdered ? "\(file.facts.partner) \(endpoint)" : nil)
    }
}
