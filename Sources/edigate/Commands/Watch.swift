import FoundationEssentials
import Gateway
import Glibc

/// `edigate watch`: works every drop until it is told to stop.
enum WatchCommand: Command {
    static let name = "watch"
    static let summary = "work every drop and the outbound folder of a root until told to stop"
    static let options: [Option] = [.value("--interval"), .flag("--print-unit")] + LogFile.options
    static let help = """
        usage: edigate watch [--root DIR] [--interval SECONDS] [--log text|json [--log-file FILE]]
               edigate watch [--root DIR] --print-unit

        Takes each file in drop/<partner>/in and outbound/ as soon as it is complete, and does with it what `edigate run`
        does. A line on standard output tells of each file; with --json it is a record. With --quiet it says nothing but what
        somebody has to care about: errors, alerts and files with which something is wrong. SIGTERM and SIGINT end it after
        the current transaction; SIGHUP reads profiles and gateway.json5 again, which a change of these files does too.

        A file is complete when nobody has it open for writing and its last interchange is closed by an IEA whose counts
        agree: then it is taken at once. A file that does not show by itself that it is complete must rest for
        `drop.quiet` (5s) in its partner's profile. One that lacks its end waits for the rest until `drop.deadline` (30m)
        after its last change; then `drop.incomplete` tells whether it is refused by TA1 023 ("acknowledge") or held in
        quarantine and not answered ("hold"). Names that fit `drop.ignore` (*.filepart, *.part, *.tmp, .* …) are never
        taken. `drop.linger` leaves complete files in place for clients that look at them afterwards.

        Whether somebody has a file open can be asked by root, by the file's owner and with CAP_LEASE. Where it cannot,
        as on NFS, the event of its closing tells, or else `drop.quiet`.

        Every --interval seconds (10) everything is looked at, in case an event was lost; each second where there are no
        events. What is not taken and needs a person, such as a link, is told once, and listed in the ledger.

        \(LogFile.help)

        --print-unit prints a systemd unit for this program and root.

        example: edigate init /srv/edi --partners TradingPartners && edigate watch --root /srv/edi
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --root names the root") }
        if arguments.has("--print-unit") {
            Terminal.print(UnitFile.text(program: try realPath("/proc/self/exe"), root: try realPath(arguments.root)))
            return .done
        }
        var options = WatchOptions()
        if let seconds = try arguments.number("--interval", in: 1...3_600) { options.interval = .seconds(seconds) }
        let log = try LogFile.asked(by: arguments)
        let open = try OpenRoot(arguments.root, log)
        do throws(GatewayError) {
            let signals = try WatchSignals()
            signals.handleSignals()
            let watch = Watch(
                open.gateway, root: open.root, signals: signals, options: options,
                news: WatchNews(
                    worked: { tell($0, asJSON: arguments.isJSON) },
                    said: { Terminal.tell("edigate watch: \($0)") },
                    failed: { Terminal.complain("edigate watch: \($0)") }))
            open.gateway.tell(.started)
            watch.serve()
            open.gateway.tell(.stopped)
        } catch {
            throw .environment("\(error)")
        }
        Terminal.tell("edigate watch: stopped")
        return .done
    }

    /// Tells what was done: every file a line, or when asked to be quiet only what somebody has to care about. A log on
    /// standard error tells it all itself.
    private static func tell(_ report: RunReport, asJSON: Bool) {
        for file in report.files {
            if asJSON {
                Terminal.write(RunTable.record(file))
            } else if Terminal.isLog {
                continue
            } else if !Terminal.isQuiet {
                Terminal.print(RunTable.line(file))
            } else if file.problem != nil {
                Terminal.complain(RunTable.line(file))
            }
        }
        Terminal.flush()
        guard !Terminal.isLog else { return }
        for line in report.recovered { Terminal.tell("taken up: \(line)") }
        for failure in report.failures { Terminal.complain("not delivered: \(failure)") }
        for alert in report.alerts { Terminal.complain("alert: \(alert)") }
        if report.overdue > 0 { Terminal.complain("\(report.overdue) answers or held documents have become overdue") }
    }

    private static func realPath(_ path: String) throws(CommandFailure) -> String {
        guard let real = realpath(path, nil) else {
            throw .environment("\(path): \(String(cString: strerror(errno)))")
        }
        defer { free(real) }
        return String(cString: real)
    }
}
