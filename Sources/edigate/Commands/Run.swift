import FoundationEssentials
import Gateway
import Ledger
import Partners

/// `edigate run`: works every drop once.
enum Run: Command {
    static let name = "run"
    static let summary = "work every drop and the outbound folder of a root once"
    static let options: [Option] = []
    static let help = """
        usage: edigate run [--root DIR]

        Takes every file in drop/<partner>/in, judges it, records it, hands documents to canonical/ and acknowledgments
        to drop/<partner>/ack; turns the documents in outbound/ into interchanges in drop/<partner>/out. What cannot be
        taken goes to quarantine/ with a reason. A second run finds nothing to do; a run that was killed is taken up by
        the next one, and nothing is lost or done twice.

        `documents: "rolling"` in ROOT/gateway.json5 hands documents over as NDJSON, many in a file, instead of a file
        each. Each such file is whole when it appears and never changes.

        example: edigate init /tmp/root --partners TradingPartners; edigate run --root /tmp/root
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --root names the root") }
        let (report, isWhole) = try work(arguments.root)
        if arguments.isJSON {
            for file in report.files { Terminal.write(RunTable.record(file)) }
        } else {
            RunTable.print(report)
        }
        for ignored in report.ignored { Terminal.tell("left \(ignored.path): \(ignored.reason)") }
        for failure in report.failures { Terminal.complain("not delivered: \(failure)") }
        if !report.failures.isEmpty || !isWhole { return .environment }
        return report.files.contains { $0.rejected > 0 || $0.held > 0 || $0.problem != nil } ? .negative : .done
    }

    /// Opens the root and works it once; tells also whether every profile is in use.
    static func work(_ path: String) throws(CommandFailure) -> (RunReport, isWhole: Bool) {
        let root = GatewayRoot(path: path)
        // Asked before anything is opened: a ledger must not appear where there is no root.
        guard FileManager.default.fileExists(atPath: path + "/work") else {
            throw .environment("\(path) is no gateway root; `edigate init ROOT` makes one, --root names it")
        }
        do throws(GatewayError) {
            let (directory, faults) = try root.loadPartners()
            PartnerFolder.complain(faults)
            let ledger: Ledger
            do throws(LedgerError) { ledger = try Ledger.open(path: root.ledger) } catch {
                throw GatewayError(.ledger, reason: "\(error)")
            }
            let gateway = try Gateway(
                root: root, partners: directory, ledger: ledger, settings: try root.loadSettings(), now: Moment.now,
                generate: OutboundDraft.make)
            let report = try gateway.run()
            for line in report.recovered { Terminal.tell("taken up: \(line)") }
            if report.files.isEmpty, report.recovered.isEmpty { Terminal.tell("nothing to do") }
            return (report, faults.isEmpty)
        } catch {
            throw .environment("\(error)")
        }
    }
}

/// What a run did, as a person reads it.
enum RunTable {
    static func print(_ report: RunReport) {
        guard !report.files.isEmpty else { return }
        var table = Table(["file", "partner", "sets", "verdicts", "documents", "acknowledgments", "remark"])
        for file in report.files {
            table.add([
                file.name, file.partner.isEmpty ? "(outbound)" : file.partner, String(file.sets), verdicts(file),
                String(file.documents),
                String(file.acknowledgments), remark(file),
            ])
        }
        table.print()
    }

    private static func verdicts(_ file: FileReport) -> String {
        let counts = [("A", file.accepted), ("E", file.acceptedWithErrors), ("R", file.rejected)].filter { $0.1 > 0 }
        return counts.isEmpty ? "–" : counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    }

    private static func remark(_ file: FileReport) -> String {
        if let problem = file.problem { return problem }
        if file.repeated > 0 { return "sent before: acknowledged again, not processed again" }
        return file.held > 0 ? "\(file.held) held in quarantine" : ""
    }

    static func record(_ file: FileReport) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("file")
        json.text("file", file.name)
        json.text("folder", file.folder)
        json.text("partner", file.partner)
        for (key, count) in [
            ("interchanges", file.interchanges), ("repeated", file.repeated), ("sets", file.sets),
            ("accepted", file.accepted), ("acceptedWithErrors", file.acceptedWithErrors), ("rejected", file.rejected),
            ("documents", file.documents), ("acknowledgments", file.acknowledgments), ("held", file.held),
        ] { json.number(key, count) }
        if let problem = file.problem { json.text("problem", problem) }
        return json.endRecord()
    }
}
