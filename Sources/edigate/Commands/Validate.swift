import Exchange
import Gateway
import X12

/// `edigate validate`: findings and verdicts.
enum Validate: Command {
    static let name = "validate"
    static let summary = "findings and verdicts of X12 files"
    static let options: [Option] = [.value("--partner"), .value("--format", ["text", "json", "sarif"])]
    static let help = """
        usage: edigate validate IN… [--partner ID] [--format text|json|sarif]

        Judges every interchange, group and set of the files by the standard, and by partner profiles when --root or
        --partners is given; --partner ID takes that profile's rules without identity checks. Tells every finding
        with its place, its rule, what the acknowledgment says and what to do.

        --json is --format json: a record a line, when its verdict is known.

        example: edigate validate Samples/bad/bad-date.x12
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("file"))
        let rules = try RuleChoice(arguments)
        let format = arguments.isJSON ? "json" : arguments.value("--format") ?? "text"
        guard ["text", "json", "sarif"].contains(format) else {
            throw .usage("--format is text, json or sarif, not \(format)")
        }
        let sarif = SARIF()
        var isRejected = false
        let memory = ExchangeMemory()
        for item in files.items {
            let source = try InputFiles.open(item)
            let sink = ValidationReport(file: item.name, source: source, format: format, sarif: sarif)
            try Judging.run(
                source, item: item, rules: rules, translates: true, writesDocuments: false, judgesRejected: true,
                memory: memory, sink)
            isRejected = isRejected || sink.isRejected
        }
        if format == "sarif" { Terminal.print(sarif.document()) }
        if format == "text", arguments.partnersFolder == nil {
            Terminal.tell("judged by the standard alone; --root or --partners applies profiles and checks identities")
        }
        return isRejected ? .negative : .done
    }
}

/// Runs the exchange for a stateless command.
enum Judging {
    static func run(
        _ source: some ByteSource, item: InputFiles.Item, rules: RuleChoice, translates: Bool,
        writesDocuments: Bool = true,
        judgesRejected: Bool, tracesLineage: Bool = false, memory: ExchangeMemory = ExchangeMemory(),
        _ sink: some OutcomeSink
    ) throws(CommandFailure) {
        var options = ExchangeOptions()
        options.translates = translates
        options.writesDocuments = writesDocuments
        options.digests = translates && !judgesRejected
        options.judgesRejected = judgesRejected
        options.tracesLineage = tracesLineage
        options.fileName = item.name == "-" ? "" : item.name.split(separator: "/").last.map(String.init) ?? item.name
        var exchange = Exchange(source, options: options, memory: memory) { rules.rules(for: $0, $1) }
        do throws(SourceError) {
            try exchange.run(sink)
        } catch {
            Terminal.flush()
            throw .environment("\(item.name): \(error.reason)")
        }
    }
}

/// Writes findings and verdicts as they become known.
final class ValidationReport: OutcomeSink {
    private let file: String
    private var source: FileSource
    private let format: String
    private let sarif: SARIF
    private var json = OutcomeJSON()
    private var terminator: UInt8 = 0x7E
    private(set) var isRejected = false

    init(file: String, source: FileSource, format: String, sarif: SARIF) {
        self.file = file
        self.source = source
        self.format = format
        self.sarif = sarif
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        terminator = interchange.survey.header?.delimiters.segment ?? 0x7E
    }

    func setJudged(_ set: SetOutcome) {
        isRejected = isRejected || set.verdict == .rejected
        let envelope = set.envelope
        show(set.findings + set.businessFindings, set: "\(envelope.set) \(envelope.controlNumber)")
        switch format {
        case "json":
            json.set(set)
            Terminal.write(json.take())
        case "text":
            Terminal.print(verdict("\(envelope.set) \(envelope.controlNumber)", set.verdict, set.findings))
        default: break
        }
    }

    func groupJudged(_ group: GroupOutcome) {
        isRejected = isRejected || group.verdict == .rejected
        show(group.findings, set: "")
        switch format {
        case "json":
            json.group(group)
            Terminal.write(json.take())
        case "text":
            let counts = "\(group.accepted) of \(group.received) sets accepted"
            Terminal.print(
                verdict("group \(group.header.code) \(group.header.controlNumber)", group.verdict, group.findings)
                    + Terminal.styled("  \(counts)", .faint))
        default: break
        }
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        isRejected = isRejected || interchange.verdict == .rejected
        show(interchange.findings + interchange.businessFindings, set: "")
        switch format {
        case "json":
            json.interchange(interchange, file: file)
            Terminal.write(json.take())
        case "text":
            let number = interchange.survey.header?.controlNumber ?? "?"
            let partner = interchange.rules.partner.map { " \($0)" } ?? ""
            Terminal.print(
                verdict("interchange \(number)\(partner)", interchange.verdict, interchange.findings)
                    + Terminal.styled("  \(file)", .faint))
        default: break
        }
    }

    func sourceEnded(_ findings: [Finding]) {
        isRejected = isRejected || findings.contains { $0.severity == .error }
        show(findings, set: "")
        if format == "json" {
            json.file(findings, name: file)
            Terminal.write(json.take())
        }
    }

    private func show(_ findings: [Finding], set: String) {
        if format == "sarif" { sarif.add(findings, file: file, set: set) }
        guard format == "text" else { return }
        for finding in findings where finding.severity > .note || finding.code.isRepair || !Terminal.isQuiet {
            let excerpt =
                finding.code.isRepair || finding.code.isBusinessRule
                ? nil : Excerpt.around(finding, in: &source, terminator: terminator)
            for line in FindingText(file: file, finding: finding, set: set, excerpt: excerpt).lines {
                Terminal.print(line)
            }
            Terminal.print("")
        }
    }

    private func verdict(_ subject: String, _ verdict: Verdict, _ findings: [Finding]) -> String {
        let style: Terminal.Style = verdict == .accepted ? .green : verdict == .rejected ? .red : .yellow
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.name)\(count == 1 ? "" : "s")"
        }
        return Terminal.styled(verdict.letter, style) + "  " + subject
            + (counts.isEmpty ? "" : "  " + counts.joined(separator: ", "))
    }
}
