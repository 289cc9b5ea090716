import Gateway
import Ledger

/// `edigate restore`: a root goes on from a copy of its ledger.
enum Restore: Command {
    static let name = "restore"
    static let summary = "go on from a copy of the ledger, nothing sent twice"
    static let options: [Option] = [.value("--skip"), .value("--by"), .value("--because")]
    static let help = """
        usage: edigate restore FILE --by WHO --because WHY [--skip N] [--root DIR]

        Puts FILE, which `edigate backup` made, in the place of the root's ledger, and what FILE-archive has into its
        archive; `edigate init` makes a root where none is left. FILE is proven first and stays as it is; a ledger that
        is there is moved into dead-letter/. No gateway may work the root meanwhile.

        The copy does not know what was done after it was made. So each series of control numbers passes over those
        that may have been given out since: N of them, or twice what its busiest day would have needed, at least 100.
        Deliveries that waited then become dead letters, and files that were being worked are held: look which of them
        went, and let the others go on (`edigate quarantine requeue`). The table tells what each sender sent last as far
        as the copy knows: ask them to send again what came after.

        example: edigate restore /backup/edigate-2026-11-30.sqlite --root /srv/edigate --by dana --because "disk lost"
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count == 1, let file = arguments.operands.first else {
            throw .usage("names one FILE that `edigate backup` made")
        }
        let skip = try arguments.value("--skip").map { word throws(CommandFailure) in
            guard let number = Int(word), number >= 0 else { throw .usage("--skip is a number from 0, not \(word)") }
            return number
        }
        let restoration = Restoration(
            root: GatewayRoot(path: arguments.root), copy: file, skip: skip,
            decision: try arguments.decision(), time: Moment.now())
        let report: Restoration.Report
        do throws(GatewayError) { report = try restoration.run() } catch { throw .environment("\(error)") }
        if arguments.isJSON { writeJSON(report, file) }
        tell(report, file)
        return report.missing.isEmpty ? .done : .negative
    }

    private static func tell(_ report: Restoration.Report, _ file: String) {
        let end = report.endsAt.map { "the last of \(Clock.text($0)) UTC" } ?? "none"
        Terminal.tell("the ledger goes on from \(file): \(report.events) events, \(end)")
        for (number, next) in report.series {
            Terminal.tell("  numbers       \(number.name) goes on with \(next), after \(number.last)")
        }
        if report.deadLetters > 0 {
            Terminal.tell(
                "  dead letters  \(report.deadLetters) that waited then: `edigate quarantine list --dead-letters`")
        }
        if report.held > 0 { Terminal.tell("  held          \(report.held) files: `edigate quarantine list`") }
        if report.archived > 0 { Terminal.tell("  archive       \(report.archived) files copied") }
        for path in report.missing.prefix(20) { Terminal.tell("  lacking       \(path)") }
        if report.missing.count > 20 { Terminal.tell("  lacking       \(report.missing.count - 20) more") }
        if let place = report.setAside { Terminal.tell("  set aside     what was there: \(place)") }
        guard !report.lastReceived.isEmpty else { return }
        Terminal.tell("ask each sender to send again what it sent after:")
        for last in report.lastReceived {
            Terminal.tell(
                "  \(last.sender.padded(20)) interchange \(last.number) (\(last.usage)), \(Clock.text(last.at))")
        }
    }

    private static func writeJSON(_ report: Restoration.Report, _ file: String) {
        var json = OutcomeJSON()
        json.beginRecord("restore")
        json.text("file", file)
        json.number("events", report.events)
        if let end = report.endsAt { json.text("endsAt", Clock.iso(end)) }
        json.number("deadLetters", report.deadLetters)
        json.number("held", report.held)
        json.number("archived", report.archived)
        json.number("missing", report.missing.count)
        if let place = report.setAside { json.text("setAside", place) }
        Terminal.write(json.endRecord())
        for (number, next) in report.series {
            json.beginRecord("numbers")
            json.text("us", number.ourIdentity)
            json.text("partner", number.partnerIdentity)
            json.text("usage", number.usage)
            json.text("series", number.name.series)
            json.number("last", number.last)
            json.number("next", next)
            Terminal.write(json.endRecord())
        }
        for last in report.lastReceived {
            json.beginRecord("lastReceived")
            json.text("sender", last.sender)
            json.text("usage", last.usage)
            json.number("number", last.number)
            json.text("at", Clock.iso(last.at))
            Terminal.write(json.endRecord())
        }
    }
}
