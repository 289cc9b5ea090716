import Commerce
import Exchange
import Partners

/// `edigate partner guide`: the companion guide as it goes to the partner.
enum PartnerGuide: Command {
    static let name = "guide"
    static let summary = "the companion guide to send to a partner, as HTML or Markdown"
    static let takesPartner = true
    static let options: [Option] = [.value("--out"), .value("--format", ["html", "markdown"]), .value("--diff")]
    static let help = """
        usage: edigate partner guide ID [--out FILE] [--format html|markdown] [--diff OLD]
                   [--root DIR | --partners DIR]

        Writes what the partner must know: envelopes, acknowledgments, each set with its segments, elements, rules and an
        example that keeps them, terms, and how files are dropped. One page that needs nothing else, on standard output
        or in FILE; without --format the ending of FILE decides, .md for Markdown. --diff tells on top what changed since
        OLD: a profile file, another partner, or a version as `partner diff` names them.

        example: edigate partner guide corvane-medical --partners TradingPartners --out corvane.html
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let directory = try PartnerFolder(Partner.folder(arguments)).directory
        let profile = try RuleChoice.profile(id, in: directory)
        let out = arguments.value("--out")
        let format = arguments.value("--format") ?? (out?.hasSuffix(".md") == true ? "markdown" : "html")
        guard format == "html" || format == "markdown" else {
            throw .usage("--format is html or markdown, not \(format)")
        }
        var changes: [ProfileDifference]?
        if let old = arguments.value("--diff") {
            changes = try PartnerDiff.changes(of: id, since: old, directory, arguments)
        }
        let document = CompanionGuideDocument(
            of: profile, date: Moment.today()?.description ?? "", changes: changes,
            since: arguments.value("--diff") ?? "")
        let text = format == "html" ? document.html() : document.markdown()
        if let out, out != "-" {
            try ProfileFolder.replace(out, with: Array(text.utf8))
            Terminal.tell("wrote \(out)")
        } else {
            Terminal.write(Array(text.utf8))
        }
        return .done
    }
}
