import FoundationEssentials
import Gateway
import Ledger

/// `edigate replay`: judging anew what came before.
enum ReplayCommand: Command {
    static let name = "replay"
    static let summary = "judge anew what came before, and tell what would differ"
    static let options: [Option] = [
        .value("--partner"), .value("--since"), .value("--until"), .value("--document"), .value("--profile"),
        .flag("--dry-run"), .value("--by"), .value("--because"),
    ]
    static let help = """
        usage: edigate replay [--partner ID] [--since DAY] [--until DAY] [--document ID] [--profile then|now] --dry-run
               edigate replay [...] --by WHO --because WHY [--root DIR]

        Judges archived interchanges under the profiles of now (or of then) and shows where verdicts, findings or
        documents differ from what was recorded. Without --dry-run, what was refused or held and is accepted now goes on,
        once, although its bytes were seen before; a document that was handed on is never handed on again.
        DAY is CCYY-MM-DD, UTC; --until is the first day that is left out.

        Exit 1 when anything differs and nothing was done about it.

        example: edigate replay --partner corvane-medical --since 2026-11-01 --dry-run
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --partner, --since … choose") }
        let decision = arguments.has("--dry-run") ? nil : try arguments.decision(insteadOf: "--dry-run")
        let choice = Replay.Choice(
            partner: arguments.value("--partner"), since: try day("--since", arguments),
            until: try day("--until", arguments), document: arguments.value("--document"))
        let mode: Replay.Mode
        switch arguments.value("--profile") ?? "now" {
        case "now": mode = .now
        case "then": mode = .then
        case let word: throw .usage("--profile is then or now, not \(word)")
        }
        let partners = try PartnerFolder(arguments.partnersFolder ?? arguments.root + "/TradingPartners").directory
        let root = GatewayRoot(path: arguments.root)
        let time = Moment.now()
        var differences: [Replay.Difference] = []
        let count = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            let replay = try Replay(root: root, partners: partners, ledger: ledger, time: time)
            return try replay.run(choice, under: mode, applying: decision) { differences.append($0) }
        }
        if arguments.isJSON {
            for difference in differences { Terminal.write(record(difference)) }
        } else if !differences.isEmpty {
            var table = Table(["file", "interchange", "set", "then", "now", "findings", "document", ""])
            for one in differences {
                table.add([
                    one.file, one.interchange, "\(one.set) \(one.controlNumber)", one.then, one.now,
                    (one.gone.map { "-" + $0 } + one.new.map { "+" + $0 }).joined(separator: " "),
                    one.document == .same ? one.name : "\(one.name) \(one.document.rawValue)",
                    one.wentOn ? "goes on" : "",
                ])
            }
            table.print()
        }
        Terminal.tell(
            "\(count.interchanges) interchanges, \(count.sets) sets judged; \(count.different) differ, "
                + "\(count.wentOn) go on"
                + (count.skipped > 0 ? "; \(count.skipped) skipped: no bytes or no profile" : ""))
        return count.different > count.wentOn ? .negative : .done
    }

    private static func record(_ one: Replay.Difference) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("difference")
        json.text("partner", one.partner)
        json.text("file", one.file)
        json.text("interchange", one.interchange)
        json.text("set", one.set)
        json.text("controlNumber", one.controlNumber)
        json.text("then", one.then)
        json.text("now", one.now)
        json.list("findingsGone", one.gone)
        json.list("findingsNew", one.new)
        json.text("document", one.document.rawValue)
        json.text("name", one.name)
        json.text("wentOn", one.wentOn ? "yes" : "no")
        return json.endRecord()
    }

    /// A day as milliseconds since 1970 UTC.
    private static func day(_ option: String, _ arguments: Arguments) throws(CommandFailure) -> Int64? {
        guard let text = arguments.value(option) else { return nil }
        guard let day = Clock.day(text) else { throw .usage("\(option) is a day such as 2026-11-01, not \(text)") }
        return day
    }
}
