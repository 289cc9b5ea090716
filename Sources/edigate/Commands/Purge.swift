import Gateway
import Ledger

/// `edigate purge`: taking away what is older than its policy.
enum PurgeCommand: Command {
    static let name = "purge"
    static let summary = "take away bytes that are older than their partner's policy, provably"
    static let options: [Option] = [.value("--partner"), .flag("--dry-run"), .value("--by"), .value("--because")]
    static let help = """
        usage: edigate purge [--partner ID] --dry-run
               edigate purge [--partner ID] --by WHO --because WHY [--root DIR]

        Takes away the bytes of payloads, documents and acknowledgments that are older than `retention` (days) in the
        profile of their partner. Nothing goes that is held, on its way, or waits for an answer. What it was, its hash
        and who took it away stay: `trace` still tells its life, `audit verify` still proves the rest.

        example: edigate purge --dry-run --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --partner chooses") }
        let decision = arguments.has("--dry-run") ? nil : try arguments.decision(insteadOf: "--dry-run")
        let partners = try PartnerFolder(arguments.partnersFolder ?? arguments.root + "/TradingPartners").directory
        let root = GatewayRoot(path: arguments.root)
        let partner = arguments.value("--partner")
        let time = Moment.now()
        var entries: [Purge.Entry] = []
        try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            try Purge(root: root, partners: partners, ledger: ledger, time: time).run(partner: partner, decision) {
                entries.append($0)
            }
        }
        var table = Table(["partner", "came (UTC)", "bytes", "SHA-256"])
        for entry in entries {
            if arguments.isJSON {
                var json = OutcomeJSON()
                json.beginRecord(decision == nil ? "purgeable" : "purged")
                json.text("partner", entry.partner)
                json.text("sha256", entry.sha256)
                json.number("size", entry.size)
                json.text("receivedAt", Clock.iso(entry.receivedAt))
                Terminal.write(json.endRecord())
            } else {
                table.add([entry.partner, Clock.text(entry.receivedAt), String(entry.size), entry.sha256])
            }
        }
        if !arguments.isJSON, !entries.isEmpty { table.print() }
        Terminal.tell(
            entries.isEmpty
                ? "nothing is older than its policy; `retention` in a profile says how many days bytes are kept"
                : "\(entries.count) payloads \(decision == nil ? "would go" : "went")")
        return .done
    }
}
