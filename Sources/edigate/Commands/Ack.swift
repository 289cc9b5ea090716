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
        let scope: AcknowledgmentWriter.Scope =
            kind == "auto" ? .due : kind.lowercased() == "ta1" ? .interchange : .groups
        let files = try InputFiles(arguments.inputs("file"))
        var rules = try RuleChoice(arguments)
        rules.functional = AcknowledgmentKind(rawValue: kind)
        let time = try Moment.envelope(arguments.value("--at"))
        let numbers = ControlNumbers(first: try arguments.number("--number", in: 1...999_999_999) ?? 1)
        var isRejected = false
        for item in files.items {
            let source = try InputFiles.open(item)
            let sink = AcknowledgmentWriter(scope, time: time) { numbers.take() }
            try Judging.run(source, item: item, rules: rules, translates: false, judgesRejected: false, sink)
            isRejected = isRejected || sink.isRejected
            let made = sink.take()
            for answer in made {
                if let folder = arguments.value("--out") {
                    try OutputFolder.write(answer.bytes, to: folder, name: answer.fileName)
                } else {
                    Terminal.write(answer.bytes)
                    if answer.bytes.last != 0x0A { Terminal.write([0x0A]) }
                }
            }
            if made.isEmpty { Terminal.tell("\(item.name): nothing to acknowledge") }
        }
        return isRejected ? .negative : .done
    }
}

extension AcknowledgmentWriter.Answer {
    /// The file it is written to: `997_SENDER_NUMBER.edi`.
    var fileName: String {
        "\(kind)_\(OutputFolder.safe(sender.id))_\(OutputFolder.safe(controlNumber)).edi"
    }
}
