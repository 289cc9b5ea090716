import Commerce
import Exchange
import Ledger
import Partners
import Reconciliation
import X12

// What is known of earlier interchanges and documents, held against what came.
extension InterchangeRecording {
    var orders: OrderBook {
        OrderBook(ledger: ledger, partner: partner ?? recipient, clocks: sender?.profile.clocks ?? Clocks(), time: time)
    }

    // MARK: - Numbers

    /// Keeps the number as the last of its series, and tells of one that is out of its order.
    func recordNumber(
        of id: Int, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let number = Int(identity.controlNumber) else { return }
        let last = try ledger.lastReceived(identity, series: "interchange")
        let step = NumberStep(number, after: last)
        try transaction.setReceived(step.last(number, after: last), of: identity, series: "interchange", at: time)
        guard let finding = NumberFinding(step, interchange, last: last, policy: sender?.profile.duplicates).finding
        else {
            return
        }
        try record([finding], interchange: id, set: nil, in: transaction)
        try note("alert", finding.message, in: transaction)
        if done.problem == nil { done.problem = "\(finding.code.entry.name): \(finding.message)" }
    }

    /// Tells of a group whose number came before, in another interchange.
    func recordRepeated(
        _ group: GroupOutcome, of id: Int, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let policy = sender?.profile.duplicates ?? DuplicatePolicy()
        guard policy.onGroup != .ignore else { return }
        let since = time - Int64(policy.window) * 86_400_000
        let earlier = try ledger.earlierGroup(
            code: group.header.code, controlNumber: group.header.controlNumber,
            identity: identity, since: since, before: id)
        guard let earlier else { return }
        let finding = Finding(
            .groupRepeated, severity: .warning, segment: "GS", element: 6,
            offset: interchange.survey.range.lowerBound, value: Array(group.header.controlNumber.utf8),
            detail: .reason(
                "group \(group.header.code) \(group.header.controlNumber) came before, in interchange \(earlier)"))
        try record([finding], interchange: id, set: nil, in: transaction)
        try note("alert", finding.message, in: transaction)
    }

    // MARK: - Documents

    /// What earlier documents say against one, severities by the profile.
    func history(of document: DocumentOutcome) throws(LedgerError) -> [Finding] {
        guard let facts = document.facts else { return [] }
        var findings: [Finding] = []
        func report(_ code: FindingCode, _ reason: String) {
            var finding = Finding(
                code, severity: code.entry.severity, segment: "ST", segmentIndex: 1, offset: document.set.offset,
                value: Array(document.number.utf8.prefix(Finding.longestValue)), detail: .reason(reason))
            finding.severity = interchange.rules.policy.severity(
                of: code, set: document.set.set, place: finding.place)
            findings.append(finding)
        }
        try reportEarlier(document, facts, report)
        for finding in try orders.findings(
            facts, kind: document.kind, number: document.number, direction: .incoming)
        {
            report(FindingCode(finding.kind), finding.reason)
        }
        return findings
    }

    private func reportEarlier(
        _ document: DocumentOutcome, _ facts: DocumentFacts, _ report: (FindingCode, String) -> Void
    ) throws(LedgerError) {
        // An order may be answered more than once; what else has a number of its own has it once, unless it says that
        // it cancels or replaces the one before.
        guard document.kind != "OrderAcknowledgment", !document.number.isEmpty, Self.isNew(facts.purpose),
            recorder.arrival.requeueOf == nil
        else { return }
        let days = sender?.profile.duplicates.documentWindow ?? DuplicatePolicy().documentWindow
        let earlier = try ledger.earlierDocuments(
            kind: document.kind, number: document.number, partner: partner ?? recipient, direction: .incoming,
            since: time - Int64(days) * 86_400_000
        ).filter { $0.content.release == facts.release && Self.isNew($0.content.purpose) }
        guard let first = earlier.first else { return }
        if let same = earlier.first(where: { $0.content.sha256 != nil && $0.content.sha256 == document.content?.bytes })
        {
            report(.documentRepeated, "the same \(document.kind) \(document.number) came before, as \(same.id)")
        } else {
            report(.documentConflict, "another \(document.kind) \(document.number) came before, as \(first.id)")
        }
    }

    private static func isNew(_ purpose: String) -> Bool { purpose.isEmpty || purpose == "00" }
}

/// Says of a control number that is out of its order what the partner's policy makes of it.
struct NumberFinding {
    /// What is to be told; nil when nothing is.
    private(set) var finding: Finding?
    /// Whether the interchange waits for a person.
    private(set) var isHeld = false

    init(_ step: NumberStep, _ interchange: InterchangeOutcome, last: Int?, policy: DuplicatePolicy?) {
        let policy = policy ?? DuplicatePolicy()
        let number = interchange.survey.header?.controlNumber ?? ""
        let code: FindingCode
        let action: DuplicatePolicy.Action
        let reason: String
        switch step {
        case .next: return
        case .reset:
            (code, action) = (.numberReset, policy.onReset)
            reason = "ISA13 \(number) after \(last ?? 0): it fell back"
        case .gap(let missing):
            (code, action) = (.numberSequence, policy.onOutOfSequence)
            reason = "ISA13 \(number) after \(last ?? 0): \(missing) did not come"
        case .late:
            (code, action) = (.numberSequence, policy.onOutOfSequence)
            reason = "ISA13 \(number) after \(last ?? 0): it comes late"
        }
        guard action != .ignore else { return }
        isHeld = action == .hold
        finding = Finding(
            code, severity: isHeld ? .error : .warning, segment: "ISA", element: 13,
            offset: interchange.survey.range.lowerBound, value: Array(number.utf8), detail: .reason(reason))
    }
}
