import Exchange
import Glibc
import X12

/// `edigate translate`: X12 to canonical JSON.
enum Translate: Command {
    static let name = "translate"
    static let summary = "X12 to canonical documents (JSON)"
    static let options: [Option] = [
        .value("--out"), .value("--partner"), .value("--jobs"), .flag("--resume"), .flag("--ndjson"), .flag("--files"),
        .flag("--ack"), .flag("--fail-fast"), .value("--number"), .value("--at"), .flag("--lineage"),
    ]
    static let help = """
        usage: edigate translate IN… [--partner ID] [--lineage]
               edigate translate IN… --out DIR [--files|--ndjson] [--jobs N] [--resume] [--ack] [--number N] [--at TIME]
                                [--fail-fast] [--partner ID]

        Every accepted set becomes a canonical document: a line of JSON on standard output, or with --out a file each
        (--files, the default) or a line of one file per kind (--ndjson). Rejected sets are told on standard error and
        become nothing. IN is a file, a folder, or `-`. With --lineage the document's line is followed by one for each of
        its fields: the JSON path, the segment and element it came from, and the bytes of the file.

        With --out, DIR/manifest.ndjson has a line for each input, written when all that came of it is in its place. A
        batch that was broken off goes on with --resume: what is finished is passed over, what was half done is done
        anew, and nothing is doubled. --jobs N works N inputs at once (default: the processors). --ack writes the
        acknowledgments to DIR/acknowledgments, numbered from --number (default 1), at the time --at. No file stops a
        batch, unless --fail-fast is given. Exit status: 1 when anything was rejected, 3 when an input could not be read.

        example: edigate translate Samples/network | edigate generate -
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("file"))
        let rules = try RuleChoice(arguments)
        if let folder = arguments.value("--out") { return try batch(files.items, rules, folder, arguments) }
        for option in ["--jobs", "--number", "--at"] where arguments.value(option) != nil {
            throw .usage("\(option) goes with --out")
        }
        for option in ["--resume", "--ndjson", "--files", "--ack", "--fail-fast"] where arguments.has(option) {
            throw .usage("\(option) goes with --out")
        }
        var isRejected = false
        let memory = ExchangeMemory()
        for item in files.items {
            let source = try InputFiles.open(item)
            let sink = DocumentPrinter(file: item.name)
            try Judging.run(
                source, item: item, rules: rules, translates: true, judgesRejected: false,
                tracesLineage: arguments.has("--lineage"), memory: memory, sink)
            isRejected = isRejected || sink.rejections.isRejected
        }
        return isRejected ? .negative : .done
    }

    private static func batch(
        _ items: [InputFiles.Item], _ rules: RuleChoice, _ folder: String, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        if arguments.has("--lineage") { throw .usage("--lineage goes to standard output, without --out") }
        if arguments.has("--ndjson"), arguments.has("--files") {
            throw .usage("--ndjson and --files exclude each other")
        }
        var order = Batch.Order(folder: folder, time: try Moment.envelope(arguments.value("--at")))
        order.jobs = try arguments.number("--jobs", in: 1...256) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        order.isRolling = arguments.has("--ndjson")
        order.resumes = arguments.has("--resume")
        order.failsFast = arguments.has("--fail-fast")
        order.acknowledges = arguments.has("--ack")
        order.firstNumber = try arguments.number("--number", in: 1...999_999_999) ?? 1
        let summary = try Batch(items, rules: rules, order).run()
        if arguments.isJSON { summary.printJSON() } else if !Terminal.isQuiet { summary.print() }
        return summary.unreadable > 0 ? .environment : summary.isRejected ? .negative : .done
    }
}

/// Prints documents as they are made and tells what was rejected.
final class DocumentPrinter: OutcomeSink {
    let rejections: RejectionTeller

    init(file: String) { rejections = RejectionTeller(file: file) }

    func documentMade(_ document: DocumentOutcome) {
        Terminal.write(document.json)
        Terminal.write([0x0A])
        Terminal.write(LineageJSON.lines(of: document))
    }

    func setJudged(_ set: SetOutcome) { rejections.setJudged(set) }
    func groupJudged(_ group: GroupOutcome) { rejections.groupJudged(group) }
    func interchangeEnded(_ interchange: InterchangeOutcome) { rejections.interchangeEnded(interchange) }
    func sourceEnded(_ findings: [Finding]) { rejections.sourceEnded(findings) }
}

/// Tells what was rejected, and why.
final class RejectionTeller: OutcomeSink {
    private let file: String
    private(set) var isRejected = false

    init(file: String) { self.file = file }

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
