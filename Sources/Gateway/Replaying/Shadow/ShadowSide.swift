import Exchange
import Partners
import X12

/// What one profile makes of an interchange, kept until the other has been asked.
final class ShadowSide: OutcomeSink {
    /// A set by its place in the interchange.
    struct SetPlace: Hashable {
        var group: Int
        var set: Int
    }

    /// A judged set and what became of it.
    struct Judged {
        var set: String
        var controlNumber: String
        var verdict: Verdict
        /// How much each code weighs that weighs more than a note.
        var weights: [String: Severity]
        var document: DocumentOutcome?

        /// Whether there is a document that goes on.
        var goesOn: Bool { document.map { !$0.isHeld } ?? false }
    }

    private(set) var interchange: InterchangeOutcome?
    private(set) var sets: [SetPlace: Judged] = [:]
    private(set) var order: [SetPlace] = []
    private(set) var groups: [GroupOutcome] = []
    /// What the crosswalks did not give: the finding, and whether the document is held for it.
    private(set) var misses: [(value: String, reason: String, holds: Bool)] = []

    /// Forgets the interchange before.
    func clear() {
        interchange = nil
        sets = [:]
        order = []
        groups = []
        misses = []
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) { self.interchange = interchange }

    func setJudged(_ set: SetOutcome) {
        let place = SetPlace(group: set.group, set: set.envelope.ordinal)
        order.append(place)
        sets[place] = Judged(
            set: set.envelope.set, controlNumber: set.envelope.controlNumber, verdict: set.verdict,
            weights: Self.weights(of: set.findings + set.businessFindings))
        for finding in set.businessFindings where finding.code.isCrosswalkMiss {
            let value = String(decoding: finding.value ?? [], as: UTF8.self)
            // The place in the document differs from one to the next; the words behind it do not.
            let reason = finding.message.split(separator: ": ").last.map(String.init) ?? finding.message
            misses.append((value, reason, finding.severity == .error))
        }
    }

    func documentMade(_ document: DocumentOutcome) {
        sets[SetPlace(group: document.group, set: document.set.ordinal)]?.document = document
    }

    func groupJudged(_ group: GroupOutcome) { groups.append(group) }

    /// How much each code weighs that weighs more than a note; the greatest weight where it is found several times.
    static func weights(of findings: [Finding]) -> [String: Severity] {
        var weights: [String: Severity] = [:]
        for finding in findings where finding.severity > .note {
            let name = finding.code.entry.name
            weights[name] = max(weights[name] ?? .note, finding.severity)
        }
        return weights
    }

    // MARK: - Answers

    /// The TA1 that goes back, its number and dates being always the same; nil when none does.
    func interchangeAnswer(_ owner: Profile) -> [UInt8]? {
        guard let interchange, interchange.sendsInterchangeAcknowledgment, !interchange.isHeldInSilence(by: owner),
            let judgement = interchange.judgement, let template = interchange.rules.answerTemplate
        else { return nil }
        var writer = InterchangeWriter(template, number: 1, time: EnvelopeTime(milliseconds: 0))
        writer.acknowledgment(judgement)
        return writer.finish()
    }

    /// The 997s or 999s that go back, their numbers and dates being always the same; nil when none do.
    var groupAnswers: [UInt8]? {
        guard let template = interchange?.rules.answerTemplate else { return nil }
        let answers = GroupAnswers.addressed(groups, in: template)
        guard !answers.isEmpty else { return nil }
        var writer = InterchangeWriter(
            GroupAnswers.envelope(of: answers, in: template), number: 1, time: EnvelopeTime(milliseconds: 0))
        for (index, answer) in answers.enumerated() { answer.write(to: &writer, number: index + 1) }
        return writer.finish()
    }
}
