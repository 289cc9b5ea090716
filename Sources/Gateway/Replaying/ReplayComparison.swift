import Exchange
import Ledger
import X12

/// Compares one interchange as it is judged now with what was recorded of it, set by set.
final class ReplayComparison: OutcomeSink {
    private let recorded: Ledger.Recorded<Ledger.Interchange>
    private let arrival: Ledger.Recorded<Ledger.Arrival>
    private let only: Int?
    private let decision: Mending.Decision?
    private let mending: Mending
    private var isOurs = false
    private var open: (set: SetOutcome, document: DocumentOutcome?)?
    private var failure: LedgerError?
    private var outcome: InterchangeOutcome?

    private(set) var differences: [Replay.Difference] = []
    private(set) var sets = 0

    init(
        _ recorded: Ledger.Recorded<Ledger.Interchange>, arrival: Ledger.Recorded<Ledger.Arrival>, only: Int?,
        decision: Mending.Decision?, mending: Mending
    ) {
        self.recorded = recorded
        self.arrival = arrival
        self.only = only
        self.decision = decision
        self.mending = mending
    }

    func run(_ source: ArchivedSource, rules: PartnerRules) throws(GatewayError) {
        var options = ExchangeOptions()
        options.fileName = arrival.fileName
        options.gathersFacts = true
        var exchange = Exchange(source, options: options) { rules.rules($0, $1) }
        do throws(SourceError) { try exchange.run(self) } catch {
            throw GatewayError(.unreadable, reason: error.reason)
        }
        if let failure { throw GatewayError(failure) }
    }

    private var blank: Replay.Difference {
        Replay.Difference(
            partner: recorded.partner ?? arrival.partner, file: "\(arrival.folder)/\(arrival.fileName)",
            interchange: recorded.identity.controlNumber, then: recorded.verdict.rawValue, now: "")
    }

    private func keepingFailure(_ body: () throws(LedgerError) -> Void) {
        guard failure == nil else { return }
        do throws(LedgerError) { try body() } catch { failure = error }
    }

    // MARK: - What the exchange hands over

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        isOurs = interchange.survey.ordinal == recorded.ordinal
        if isOurs { outcome = interchange }
    }

    func setJudged(_ set: SetOutcome) {
        close()
        if isOurs, recorded.disposition == .processed { open = (set, nil) }
    }

    func documentMade(_ document: DocumentOutcome) { if open != nil { open?.document = document } }

    func groupJudged(_ group: GroupOutcome) { close() }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        guard isOurs, recorded.disposition == .quarantined, only == nil else { return }
        keepingFailure { () throws(LedgerError) in try compareRefused(interchange) }
    }

    private func close() {
        guard let (set, document) = open else { return }
        open = nil
        keepingFailure { () throws(LedgerError) in try compare(set, document) }
    }

    // MARK: - Comparing

    private func compareRefused(_ interchange: InterchangeOutcome) throws(LedgerError) {
        var difference = blank
        difference.now = interchange.verdict.letter
        let held = try mending.ledger.quarantine(ofInterchange: recorded.id).first { $0.releasedAt == nil }
        (difference.gone, difference.new) = Self.compare(
            try mending.ledger.findings(ofInterchange: recorded.id).map(\.code),
            interchange.findings.map(\.code.entry.name))
        if let decision, interchange.verdict.isAccepted, let held,
            let item = try HeldItem.find(held.id, in: mending.ledger)
        {
            // Under the lock of its own transactions: worked by the next run, like any arrival.
            let result = Result { () throws(GatewayError) in try mending.requeue(item, decision) }
            if case .success(.success(let outcome)) = result { difference.wentOn = outcome.wentOn }
        }
        if difference.isDifferent { differences.append(difference) }
    }

    private func compare(_ set: SetOutcome, _ document: DocumentOutcome?) throws(LedgerError) {
        let ledger = mending.ledger
        guard
            let id = try ledger.set(interchange: recorded.id, group: set.group, set: set.envelope.ordinal),
            only == nil || only == id, let then = try ledger.transactionSet(id)
        else { return }
        sets += 1
        var difference = blank
        difference.set = set.envelope.set
        difference.controlNumber = set.envelope.controlNumber
        difference.then = then.verdict.rawValue
        difference.now = set.verdict.letter
        (difference.gone, difference.new) = Self.compare(
            try ledger.findings(ofSet: id).map(\.code), (set.findings + set.businessFindings).map(\.code.entry.name))
        let known = try ledger.documents(ofSet: id)
        difference.name =
            document.map { "\($0.kind) \($0.number)" } ?? known.last.map { "\($0.kind) \($0.number)" } ?? ""
        difference.document = try change(known, document, ofSet: id)
        if let decision, let document, !document.isHeld, known.allSatisfy({ $0.state == .held }) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try mending.record(
                    document, partner: recorded.partner ?? arrival.partner, interchange: recorded.id, set: id,
                    in: transaction)
                for row in try ledger.quarantine(ofSet: id) where row.releasedAt == nil {
                    try transaction.release(
                        quarantine: row.id, as: .requeued, by: decision.who, because: decision.why, at: mending.time)
                }
                try transaction.insert(
                    Ledger.Event(
                        at: mending.time, kind: "replayed",
                        subject: "\(arrival.folder)/\(arrival.fileName) \(recorded.identity.controlNumber)",
                        detail:
                            "\(difference.set) \(difference.controlNumber) goes on, by \(decision.who): \(decision.why)"
                    ))
            }
            difference.wentOn = true
        }
        if difference.isDifferent || difference.wentOn { differences.append(difference) }
    }

    private func change(
        _ known: [Ledger.DocumentHeading], _ document: DocumentOutcome?, ofSet id: Int
    ) throws(LedgerError) -> Replay.Difference.Change {
        guard let document else {
            // The document of a set that a person mended was never one of what came.
            let isMended = try mending.ledger.quarantine(ofSet: id).contains { $0.outcome == .fixed }
            return isMended || known.allSatisfy { $0.state == .held } ? .same : .gone
        }
        guard let same = known.first(where: { $0.id == document.id }) else { return known.isEmpty ? .new : .same }
        if document.isHeld { return same.state == .held ? .same : .held }
        if same.state == .held { return .new }
        guard let bytes = try mending.ledger.document(same.id)?.bytes, !bytes.isEmpty else { return .same }
        return bytes == document.json ? .same : .changed
    }

    /// The codes that are only in the first and only in the second, each as often as it is.
    ///
    /// What was found against earlier documents was of its day and is not judged again.
    private static func compare(_ then: [String], _ now: [String]) -> (gone: [String], new: [String]) {
        var counts: [String: Int] = [:]
        for code in then where FindingCode(name: code)?.isAboutHistory != true { counts[code, default: 0] -= 1 }
        for code in now { counts[code, default: 0] += 1 }
        func codes(_ isOurs: (Int) -> Bool) -> [String] {
            counts.filter { isOurs($0.value) }.sorted { $0.key < $1.key }
                .map { abs($0.value) > 1 ? "\(abs($0.value)) × \($0.key)" : $0.key }
        }
        return (codes { $0 < 0 }, codes { $0 > 0 })
    }
}
