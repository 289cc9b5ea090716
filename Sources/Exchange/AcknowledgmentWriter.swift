public import X12

/// Collects the acknowledgments of each interchange and puts them in envelopes.
public final class AcknowledgmentWriter: OutcomeSink {
    /// Which acknowledgments are written.
    public enum Scope: Sendable {
        /// Those that are due.
        case due
        /// Those of groups alone.
        case groups
        /// The TA1 alone, asked for or not.
        case interchange
    }

    /// An interchange of acknowledgments.
    public struct Answer: Sendable {
        /// `TA1`, `997` or `999`.
        public var kind: String
        /// Who sent what is answered.
        public var sender: PartyID
        /// ISA13 of what is answered.
        public var controlNumber: String
        /// The bytes.
        public var bytes: [UInt8]
    }

    private let scope: Scope
    private let time: EnvelopeTime
    private let nextNumber: () -> Int
    private var answers: [Answer] = []
    private var groups: [GroupOutcome] = []
    /// Whether anything was rejected, in part or as a whole.
    public private(set) var isRejected = false

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - scope: Which acknowledgments to write.
    ///   - time: The moment that their envelopes carry.
    ///   - nextNumber: Gives the control number of each interchange.
    public init(_ scope: Scope, time: EnvelopeTime, nextNumber: @escaping () -> Int) {
        self.scope = scope
        self.time = time
        self.nextNumber = nextNumber
    }

    /// Hands over what was written since the last time.
    public func take() -> [Answer] {
        defer { answers = [] }
        return answers
    }

    public func interchangeBegan(_ interchange: InterchangeOutcome) { groups = [] }

    public func groupJudged(_ group: GroupOutcome) {
        isRejected = isRejected || group.verdict == .rejected || group.verdict == .partiallyAccepted
        if group.acknowledgment != nil { groups.append(group) }
    }

    public func interchangeEnded(_ interchange: InterchangeOutcome) {
        isRejected = isRejected || interchange.verdict == .rejected
        guard let header = interchange.survey.header else { return }
        func keep(_ kind: String, _ bytes: [UInt8]) {
            answers.append(
                Answer(kind: kind, sender: header.sender, controlNumber: header.controlNumber, bytes: bytes))
        }
        if let judgement = interchange.judgement,
            scope == .interchange || scope == .due && interchange.sendsInterchangeAcknowledgment
        {
            let template =
                interchange.rules.answerTemplate
                ?? EnvelopeTemplate(answering: header, group: interchange.survey.firstGroup)
            var writer = InterchangeWriter(template, number: nextNumber(), time: time)
            writer.acknowledgment(judgement)
            keep("TA1", writer.finish())
        }
        guard scope != .interchange, let first = groups.first else { return }
        let template = interchange.rules.answerTemplate ?? EnvelopeTemplate(answering: header, group: first.header)
        let addressed = GroupAnswers.addressed(groups, in: template)
        let number = nextNumber()
        var writer = InterchangeWriter(GroupAnswers.envelope(of: addressed, in: template), number: number, time: time)
        // A group of answers for each form and pair of application codes: each goes back to where its group came from.
        for (ordinal, answer) in addressed.enumerated() { answer.write(to: &writer, number: number + ordinal) }
        keep(addressed.first?.form.kind.rawValue ?? "997", writer.finish())
    }
}
