public import Ledger
public import Partners

// What the ledger tells.
extension Examination {
    /// Looks at the ledger: whether it is sound, what waits, who sent that nobody knows.
    ///
    /// - Parameters:
    ///   - ledger: The root's ledger.
    ///   - partners: The partners as they loaded.
    ///   - days: How far to look back for unknown senders.
    /// - Returns: What was found.
    /// - Throws: ``LedgerError`` when it cannot be read.
    public func symptoms(
        of ledger: Ledger, _ partners: PartnerDirectory, days: Int
    ) throws(LedgerError) -> [Symptom] {
        var symptoms: [Symptom] = []
        for fault in try ledger.faults().prefix(10) {
            symptoms.append(
                Symptom(
                    "ledger", .wrong, fault, "stop the gateway, then `edigate restore` the last `edigate backup`"))
        }
        if let fault = try ledger.verifyEvents().fault {
            symptoms.append(
                Symptom("ledger", .wrong, fault, "`edigate audit verify` tells more: somebody changed the ledger"))
        }
        if let mark = (try? Folder.open("\(root.path)/work").open(".lock")).flatMap(LedgerMark.init(in:)),
            try !ledger.has(mark)
        {
            symptoms.append(
                Symptom(
                    "ledger", .wrong,
                    "it lacks event \(mark.event), which was recorded here: it is an older copy, or a new one",
                    "put the right one back, or `edigate restore` the copy: no number or document then goes out twice"))
        }
        if let last = try ledger.lastEventTime(), last > time + 60_000 {
            symptoms.append(
                Symptom(
                    "clock", .wrong,
                    "the ledger's last event is of \(EnvelopeMoment.text(last)), after now: the clock went back",
                    "set it right before the next run: control numbers and deadlines go by it"))
        }
        if symptoms.isEmpty { symptoms.append(Symptom("ledger", .well, "sound, its chain of events unbroken")) }
        return symptoms + (try brokenOff(ledger)) + (try waiting(ledger)) + (try unknown(ledger, partners, days))
    }

    private func brokenOff(_ ledger: Ledger) throws(LedgerError) -> [Symptom] {
        try ledger.begunPromotions().map { promotion in
            Symptom(
                "promotion", .warning,
                "\(promotion.who) began to bring \(promotion.partner) to \(promotion.toStage) at "
                    + "\(EnvelopeMoment.text(promotion.beganAt)), and it was broken off",
                "call `edigate partner promote \(promotion.partner) --to \(promotion.toStage)` again: it ends that one first"
            )
        }
    }

    private func waiting(_ ledger: Ledger) throws(LedgerError) -> [Symptom] {
        var symptoms: [Symptom] = []
        let held = try ledger.heldQuarantine()
        let overdue = held.count { $0.dueAt.map { $0 < time } ?? false }
        if !held.isEmpty {
            symptoms.append(
                Symptom(
                    "quarantine", overdue > 0 ? .wrong : .warning,
                    "\(held.count) held, \(overdue) of them over their time", "`edigate quarantine list`"))
        }
        if let oldest = try ledger.oldestPendingDelivery(), time - oldest > 3_600_000 {
            symptoms.append(
                Symptom(
                    "outbox", .warning, "something waits there since \(EnvelopeMoment.text(oldest))",
                    "`edigate run --root \(root.path)` tells why it cannot be delivered"))
        }
        return symptoms
    }

    private func unknown(
        _ ledger: Ledger, _ partners: PartnerDirectory, _ days: Int
    ) throws(LedgerError) -> [Symptom] {
        let senders = try ledger.unknownSenders(since: time - Int64(days) * 86_400_000)
        guard !senders.isEmpty else { return [Symptom("senders", .well, "none unknown in \(days) days")] }
        return senders.prefix(20).map { sender in
            let last = EnvelopeMoment.text(sender.last)
            return Symptom(
                "senders", .warning,
                "\(sender.qualifier):\(sender.id) is nobody's, \(sender.count) times, last \(last)",
                "`edigate quarantine list` has what it sent; `edigate partner infer` makes a profile of it")
        }
    }
}
