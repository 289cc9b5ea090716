import Commerce
import FoundationEssentials
import Gateway
import Partners

/// `edigate partner lint`: what goes wrong with a partner in practice.
enum PartnerLint: Command {
    static let name = "lint"
    static let summary = "what goes wrong with a profile in practice: identities, versions, clocks, folders"
    static let takesPartner = true
    static let options: [Option] = []
    static let help = """
        usage: edigate partner lint [ID…] [--root DIR | --partners DIR] [SAMPLE…]

        Looks for what the loader takes and practice does not: sender and receiver swapped, an identity that another
        partner has, a TA1 asked for that nobody waits for, test identities in production, versions that do not go
        together, a delimiter that stands in data, clocks that cannot be met, rules that never apply and, in a root,
        drop folders that are missing or belong to the wrong user. Without ID every partner is looked at. Data are
        what the ledger of the root holds, or SAMPLE files: canonical JSON or X12.

        Each finding has a code, which `edigate explain` tells more of, a place, the reason and what to do. The exit status is 1 when one is an error.

        example: edigate partner lint corvane-medical --partners TradingPartners Samples/canonical
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let folder = Partner.folder(arguments)
        let (directory, faults) = try PartnerFolder.load(folder)
        let known = directory.partnerIDs
        let named = arguments.operands.filter(known.contains)
        let samples = arguments.operands.filter { !known.contains($0) }
        for sample in samples where !InputFiles.isThere(sample) {
            let near = known.nearest(to: sample).map { "; did you mean \($0)?" } ?? ""
            throw .usage("\(sample) is neither a partner nor a file\(near)")
        }
        let inRoot = arguments.value("--partners") == nil
        let root = GatewayRoot(path: arguments.root, partners: folder)
        var hasError = false
        var count = 0
        for id in named.isEmpty ? known : named {
            var evidence = LintEvidence()
            evidence.today = Moment.today()
            try LintData.gather(into: &evidence, of: directory.profile(id), partner: id, samples: samples, arguments)
            var findings = directory.lint(id, evidence) ?? []
            findings += PartnerFolder.faults(faults, of: id).filter { fault in
                !findings.contains { fault.path.hasSuffix($0.file) && $0.line == fault.line }
            }.map { LintFinding(.fault, file: $0.path, line: $0.line, "\($0.jsonPath): \($0.message)", $0.remedy) }
            if inRoot { findings += root.lintDrop(of: id) }
            hasError = hasError || findings.contains(where: \.isError)
            count += findings.count
            for finding in findings { print(finding, partner: id, isJSON: arguments.isJSON) }
            if findings.isEmpty, !arguments.isJSON {
                Terminal.print("\(Terminal.styled("clean", .green))  \(id)")
            }
        }
        if known.isEmpty { Terminal.tell("there are no partners in \(folder); `edigate partner new` makes one") }
        return hasError ? .negative : .done
    }

    private static func print(_ finding: LintFinding, partner: String, isJSON: Bool) {
        let place = finding.file + (finding.line.map { ":\($0)" } ?? "")
        if isJSON {
            var json = OutcomeJSON()
            json.beginRecord("lint")
            json.text("partner", partner)
            json.text("code", finding.code.rawValue)
            json.text("severity", finding.isError ? "error" : "warning")
            json.text("file", finding.file)
            if let line = finding.line { json.number("line", line) }
            json.text("message", finding.message)
            json.text("remedy", finding.remedy)
            return Terminal.write(json.endRecord())
        }
        let severity = finding.isError ? Terminal.styled("error", .red) : Terminal.styled("warning", .yellow)
        Terminal.print("\(severity)[\(finding.code.rawValue)] \(place)")
        Terminal.print("  \(finding.message)")
        Terminal.print("  do  \(finding.remedy)")
    }
}
