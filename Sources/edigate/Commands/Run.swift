import Gateway

/// `edigate run`: works every drop once.
enum Run: Command {
    static let name = "run"
    static let summary = "work every drop and the outbound folder of a root once"
    static let options: [Option] = [.flag("--now")] + LogFile.options
    static let help = """
        usage: edigate run [--root DIR] [--now] [--log text|json [--log-file FILE]]

        Takes every file in drop/<partner>/in, judges it, records it, hands documents to canonical/ and acknowledgments
        to drop/<partner>/ack; turns the documents in outbound/ into interchanges in drop/<partner>/out. What cannot be
        taken goes to quarantine/ with a reason. A second run finds nothing to do; a run that was killed is taken up by
        the next one, and nothing is lost or done twice.

        A file that is not complete stays where it is: one that somebody has open for writing, one that changed less than
        `drop.quiet` (5s in the profile) ago and does not show by itself that it is whole, one that lacks its end until
        `drop.deadline` (30m) has passed. With --now only the first of these stays: what is there is all there will be.
        `edigate watch --help` tells more.

        `documents: "rolling"` in ROOT/gateway.json5 hands documents over as NDJSON, many in a file, instead of a file
        each. Each such file is whole when it appears and never changes.

        \(LogFile.help)

        example: edigate init /tmp/root --partners TradingPartners; edigate run --root /tmp/root
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --root names the root") }
        let (report, isWhole) = try work(
            arguments.root, takingIncomplete: arguments.has("--now"), log: try LogFile.asked(by: arguments))
        if arguments.isJSON {
            for file in report.files { Terminal.write(RunTable.record(file)) }
        } else if !Terminal.isLog {
            RunTable.print(report)
        }
        for ignored in report.ignored { Terminal.tell("left \(ignored.path): \(ignored.reason)") }
        if !Terminal.isLog {
            for failure in report.failures { Terminal.complain("not delivered: \(failure)") }
            for alert in report.alerts { Terminal.complain("alert: \(alert)") }
        }
        if !report.failures.isEmpty || !isWhole { return .environment }
        return report.files.contains { $0.rejected > 0 || $0.held > 0 || $0.problem != nil } ? .negative : .done
    }

    /// Opens the root and works it once; tells also whether every profile is in use.
    static func work(
        _ path: String, takingIncomplete: Bool = false, log: LogFile? = nil
    ) throws(CommandFailure) -> (RunReport, isWhole: Bool) {
        let open = try OpenRoot(path, log)
        do throws(GatewayError) {
            open.gateway.tell(.started)
            defer { open.gateway.tell(.stopped) }
            let report = try open.gateway.run(takingIncomplete: takingIncomplete)
            if !Terminal.isLog { for line in report.recovered { Terminal.tell("taken up: \(line)") } }
            if report.files.isEmpty, report.recovered.isEmpty {
                Terminal.tell(report.deliveries == 0 ? "nothing to do" : "delivered what waited: \(report.deliveries)")
            }
            return (report, open.isWhole)
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

    /// One file in a line, for who reads them as they come.
    static func line(_ file: FileReport) -> String {
        var parts = ["\(file.folder)/\(file.name)"]
        if file.sets > 0 { parts.append("\(verdicts(file)) of \(file.sets) sets") }
        if file.documents > 0 { parts.append("\(file.documents) documents") }
        if file.acknowledgments > 0 { parts.append("\(file.acknowledgments) acknowledgments") }
        let remark = remark(file)
        if !remark.isEmpty { parts.append(remark) }
        return parts.joined(separator: " · ")
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
