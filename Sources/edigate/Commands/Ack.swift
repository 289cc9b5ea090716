import Exchange
import X12

/// `edigate ack`: the acknowledgment interchanges that would go back.
enum Ack: Command {
    static let name = "ack"
    static let summary = "the 997, 999 and TA1 interchanges that would go back"
    static let options: [Option] = [
        .value("--kind", ["auto", "997", "999", "ta1"]), .value("--out"), .value("--number"), .value("--at"),
        .value("--partner"),
    ]
    static let help = """
        usage: edigate ack IN… [--kind auto|997|999|ta1] [--out DIR] [--number N] [--at TIME] [--partner ID]

        Writes the acknowledgments of each interchange: a TA1 when ISA14 asks for it or on rejection, and for each
        functional group a 997, or what the partner's profile says (ack.functional), in the version of the group
        unless the profile names one (ack.version). --kind 997, 999 or ta1 writes only these, asked for or not. There
        is no 999 before 005010: one that answers an earlier group is written in 005010 and names the group's version
        in AK103. Control numbers begin at --number (default 1); a dry run uses none of the gateway's. With --out a
        file each, else on standard output.

        example: edigate ack --at 2026-11-21T06:05 Samples/bad/bad-date.x12
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let kind = arguments.value("--kind") ?? "auto"
        guard ["auto", "997", "999", "ta1", "TA1"].contains(kind) else {
            throw .usage("--kind is auto, 997, 999 or ta1, not \(kind)")
        }
        let files = try InputFiles(arguments.inputs("file"))
        var rules = try RuleChoice(arguments)
        rules.functional = AcknowledgmentKind(rawValue: kind)
        let time = try Moment.envelope(arguments.value("--at"))
        let numbers = ControlNumbers(first: try arguments.number("--number", in: 1...999_999_999) ?? 1)
        var isRejected = false
        for item in files.items {
            let source = try InputFiles.open(item)
            let sink = AcknowledgmentWriter(kind: kind.lowercased(), time: time, numbers: numbers)
            try Judging.run(source, item: item, rules: rules, translates: false, judgesRejected: false, sink)
            isRejected = isRejected || sink.isRejected
            let made = sink.take()
            for (name, bytes) in made {
                if let folder = arguments.value("--out") {
                    try OutputFolder.write(bytes, to: folder, name: name)
                } else {
                    Terminal.write(bytes)
                    if bytes.last != 0x0A { Terminal.write([0x0A]) }
                }
            }
            if made.isEmpty { Terminal.tell("\(item.name): nothing to acknowledge") }
        }
        return isRejected ? .negative : .done
    }
}

/// Collects the acknowledgments of each interchange and puts them in envelopes.
final class AcknowledgmentWriter: OutcomeSink {
    private let kind: String
    private let time: EnvelopeTime
    private let numbers: ControlNumbers
    private var interchanges: [(name: String, bytes: [UInt8])] = []
    private(set) var isRejected = false
    private var groups: [GroupOutcome] = []

    init(kind: String, time: EnvelopeTime, numbers: ControlNumbers) {
        self.kind = kind
        self.time = time
        self.numbers = numbers
    }

    /// Hands over what was written since the last time.
    func take() -> [(name: String, bytes: [UInt8])] {
        defer { interchanges = [] }
        return interchanges
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) { groups = [] }

    func groupJudged(_ group: GroupOutcome) {
        isRejected = isRejected || group.verdict == .rejected || group.verdict == .partiallyAccepted
        if group.acknowledgment != nil { groups.append(group) }
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        isRejected = isRejected || interchange.verdict == .rejected
        guard let header = interchange.survey.header else { return }
        if let judgement = interchange.judgement,
            kind == "ta1" || kind == "auto" && interchange.sendsInterchangeAcknowledgment
        {
            let template =
                interchange.rules.answerTemplate
                ?? EnvelopeTemplate(answering: header, group: interchange.survey.firstGroup)
            var writer = InterchangeWriter(template, number: numbers.take(), time: time)
            writer.acknowledgment(judgement)
            interchanges.append((name("TA1", header), writer.finish()))
        }
        guard kind != "ta1", let first = groups.first else { return }
        let template = interchange.rules.answerTemplate ?? EnvelopeTemplate(answering: header, group: first.header)
        let answers = GroupAnswers.addressed(groups, in: template)
        let number = numbers.take()
        var writer = InterchangeWriter(GroupAnswers.envelope(of: answers, in: template), number: number, time: time)
        // A group of answers for each form and pair of application codes: each goes back to where its group came from.
        for (ordinal, answer) in answers.enumerated() { answer.write(to: &writer, number: number + ordinal) }
        interchanges.append((name(answers.first?.form.kind.rawValue ?? "997", header), writer.finish()))
    }

    private func name(_ kind: String, _ header: InterchangeHeader) -> String {
        let sender = OutputFolder.safe(header.sender.id)
        return "\(kind)_\(sender)_\(OutputFolder.safe(header.controlNumber)).edi"
    }
}
