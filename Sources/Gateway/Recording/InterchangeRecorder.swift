import Exchange
import Ledger
import Partners
import Reconciliation
import X12

/// Records the interchanges of one arrival, each in one transaction.
final class InterchangeRecorder {
    let ledger: Ledger
    let rules: PartnerRules
    let arrival: Ledger.Recorded<Ledger.Arrival>
    /// Milliseconds since 1970 UTC.
    let time: Int64
    let source: ArchivedSource
    let archive: Archive

    /// The interchanges that a run before a crash recorded, by ordinal.
    private let before: Set<Int>
    /// Whether anything of the arrival was taken, now or before a crash.
    private(set) var hasTaken: Bool
    private(set) var hasInterchange: Bool
    var report: FileReport

    init(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, isFresh: Bool, ledger: Ledger, rules: PartnerRules, time: Int64,
        source: ArchivedSource, archive: Archive
    ) throws(LedgerError) {
        self.arrival = arrival
        self.ledger = ledger
        self.rules = rules
        self.time = time
        self.source = source
        self.archive = archive
        let recorded = isFresh ? [] : try ledger.interchanges(ofArrival: arrival.id).map { $0.entry }
        before = Set(recorded.map { $0.ordinal })
        hasInterchange = !recorded.isEmpty
        hasTaken = recorded.contains { $0.disposition == .processed || $0.disposition == .retransmission }
        report = FileReport(name: arrival.fileName, folder: arrival.folder, partner: arrival.partner)
    }

    /// Records an interchange and all that follows from it, unless that was done before a crash.
    func record(_ judged: JudgedInterchange) throws(LedgerError) {
        hasInterchange = true
        guard !before.contains(judged.outcome.survey.ordinal) else { return }
        let done = try ledger.transaction { transaction throws(LedgerError) in
            let standing = try standing(of: judged)
            return try InterchangeRecording(judged, standing: standing, recorder: self).record(in: transaction)
        }
        report.add(done)
        if done.isTaken { hasTaken = true }
    }

    /// What was refused before counts for nothing: its sender may correct it and use the number again.
    private func standing(of judged: JudgedInterchange) throws(LedgerError) -> InterchangeStanding {
        let (interchange, identity) = (judged.outcome, judged.identity)
        guard interchange.verdict.isAccepted, interchange.survey.header != nil else { return .refused }
        let earlier = try ledger.earlierInterchanges(identity).filter { $0.disposition == .processed }
        let digest = interchange.digest?.bytes ?? []
        if let same = earlier.first(where: { $0.sha256 == digest }) { return .retransmission(of: same.id) }
        // What a person had worked anew is let in: that is what he decided.
        guard arrival.requeueOf == nil else { return .new }
        let policy = rules.directory.entry(interchange.rules.partner ?? rules.owner.id)?.profile.duplicates
        let since = time - Int64((policy ?? DuplicatePolicy()).window) * 86_400_000
        if let other = earlier.last(where: { $0.recordedAt >= since }) { return .collision(of: other.id) }
        if let number = Int(identity.controlNumber) {
            let last = try ledger.lastReceived(identity, series: "interchange")
            let judged = NumberFinding(NumberStep(number, after: last), interchange, last: last, policy: policy)
            if judged.isHeld, let finding = judged.finding { return .outOfOrder(finding) }
        }
        return .new
    }
}

/// What the recording of one interchange comes to.
struct RecordedInterchange {
    var isTaken = false
    var isRepeated = false
    var verdicts: [Verdict] = []
    var documents = 0
    var acknowledgments = 0
    var held = 0
    var problem: String?
}

extension FileReport {
    fileprivate mutating func add(_ done: RecordedInterchange) {
        interchanges += 1
        if done.isRepeated { repeated += 1 }
        sets += done.verdicts.count
        for verdict in done.verdicts {
            switch verdict {
            case .accepted: accepted += 1
            case .acceptedWithErrors: acceptedWithErrors += 1
            case .rejected, .partiallyAccepted: rejected += 1
            }
        }
        documents += done.documents
        acknowledgments += done.acknowledgments
        held += done.held
        if let reason = done.problem { note(problem: reason) }
    }
}
