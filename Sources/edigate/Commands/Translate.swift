import Exchange
import X12

/// `edigate translate`: X12 to canonical JSON.
enum Translate: Command {
    static let name = "translate"
    static let summary = "X12 to canonical documents (JSON)"
    static let options: [Option] = [.value("--out"), .value("--partner"), .flag("--lineage")]
    static let help = """
        usage: edigate translate IN… [--out DIR] [--partner ID] [--lineage]

        Every accepted set becomes a canonical document: a line of JSON on standard output, or a file each with --out.
        Rejected sets are told on standard error and become nothing. IN is a file, a folder, or `-`. With --lineage the
        document's line is followed by one for each of its fields, and its file by one NAME.lineage.ndjson: the JSON
        path, the segment and element it came from, and the bytes of the file.

        example: edigate translate Samples/network | edigate generate -
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("file"))
        let rules = try RuleChoice(arguments)
        var isRejected = false
        for item in files.items {
            let source = try InputFiles.open(item)
            let sink = DocumentWriter(file: item.name, folder: arguments.value("--out"))
            try Judging.run(
                source, item: item, rules: rules, translates: true, judgesRejected: false,
                tracesLineage: arguments.has("--lineage"), sink)
            if let failure = sink.failure { throw failure }
            isRejected = isRejected || sink.isRejected
        }
        return isRejected ? .negative : .done
    }
}

/// Writes documents as they are made and tells what was rejected.
final class DocumentWriter: OutcomeSink {
    private let file: String
    private let folder: String?
    private(set) var isRejected = false
    private(set) var failure: CommandFailure?

    init(file: String, folder: String?) {
        self.file = file
        self.folder = folder
    }

    func documentMade(_ document: DocumentOutcome) {
        guard let folder else {
            Terminal.write(document.json)
            Terminal.write([0x0A])
            Terminal.write(LineageJSON.lines(of: document))
            return
        }
        // The ordinal of the set stands at the id's end.
        let name =
            "\(document.kind)-\(OutputFolder.safe(document.number))-\(document.id.prefix(8))-\(document.id.suffix(4))"
        do throws(CommandFailure) {
            try OutputFolder.write(document.json + [0x0A], to: folder, name: name + ".json")
            if document.lineage != nil {
                try OutputFolder.write(LineageJSON.lines(of: document), to: folder, name: name + ".lineage.ndjson")
            }
        } catch { failure = failure ?? error }
    }

    func setJudged(_ set: SetOutcome) {
        let name = "\(set.envelope.set) \(set.envelope.controlNumber)"
        if set.verdict == .rejected {
            reject("\(name) rejected: \(Self.cause(set.findings))")
        } else if set.isUntranslatable {
            reject(
                "\(name) accepted but not translated: \(set.businessFindings.map(\.message).joined(separator: "; "))")
        }
    }

    func groupJudged(_ group: GroupOutcome) {
        if !group.findings.allSatisfy({ $0.severity < .error }) {
            reject("group \(group.header.code) \(group.header.controlNumber) rejected: \(Self.cause(group.findings))")
        }
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        if interchange.verdict == .rejected {
            let number = interchange.survey.header?.controlNumber ?? "?"
            reject("interchange \(number) rejected: \(Self.cause(interchange.findings))")
        }
    }

    func sourceEnded(_ findings: [Finding]) {
        if findings.contains(where: { $0.severity == .error }) { reject(Self.cause(findings)) }
    }

    private func reject(_ message: String) {
        isRejected = true
        Terminal.flush()
        Terminal.tell("\(file): \(message)")
    }

    static func cause(_ findings: [Finding]) -> String {
        let errors = findings.filter { $0.severity == .error }
        guard let first = errors.first else { return "no error" }
        let value = first.valueText.map { " \"\(printable($0))\"" } ?? ""
        return "\(first.code.entry.name) \(first.message)\(value)"
            + (errors.count > 1 ? " and \(errors.count - 1) more" : "")
    }
}
