import Gateway
import Ledger
import Partners

/// `edigate status`: how a root stands.
enum Status: Command {
    static let name = "status"
    static let summary = "what waits and since when, who was last heard of, endpoints, what is overdue or held"
    static let options: [Option] = [.value("--prometheus")]
    static let help = """
        usage: edigate status [--root DIR] [--json] [--prometheus FILE]

        Shows of each partner what lies in its drop and what it has not collected, when an interchange last came and went,
        what is overdue, held and given up; of each endpoint how much waits for it and whether it answers; and the
        incidents that were told. It may be asked while a gateway works.

        --prometheus writes the same as metrics, with counts and latency histograms, in one step into FILE: name it
        NAME.prom in the folder of the textfile collector. `metrics: "FILE"` in ROOT/gateway.json5 has `run` and `watch`
        write it.

        Exit 1 when something needs a person: overdue, held though accepted, given up, an endpoint that does not answer.

        example: edigate status --root /srv/edi --prometheus /var/lib/node_exporter/edigate.prom
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else { throw .usage("takes no operand; --root names the root") }
        let partners = try PartnerFolder(arguments.partnersFolder ?? arguments.root + "/TradingPartners").directory
        let root = GatewayRoot(path: arguments.root)
        let time = Moment.now()
        let status = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            let status = try GatewayStatus(of: root, ledger: ledger, partners: partners, at: time)
            guard let file = arguments.value("--prometheus") else { return status }
            let text: String
            do throws(LedgerError) { text = try Metrics.text(status, ledger) } catch { throw GatewayError(error) }
            try root.write(text, atomicallyTo: file)
            return status
        }
        if arguments.isJSON { write(status) } else { print(status) }
        return status.needsSomebody ? .negative : .done
    }

    // MARK: - For people

    private static func print(_ status: GatewayStatus) {
        func age(_ waiting: Ledger.Waiting) -> String {
            guard waiting.count > 0 else { return "–" }
            let since = waiting.oldest.map { ", oldest \(Clock.text($0))" } ?? ""
            return "\(waiting.count)\(since)"
        }
        func shown(_ count: Int) -> String { count == 0 ? "–" : String(count) }
        var table = Table([
            "partner", "in its drop", "not collected", "last came (UTC)", "last went", "overdue", "held", "given up",
        ])
        for line in status.partners {
            table.add([
                line.id, age(line.waiting), age(line.uncollected), line.lastReceived.map(Clock.text) ?? "–",
                line.lastSent.map(Clock.text) ?? "–", shown(line.overdue),
                line.heldInside > 0 ? "\(line.quarantine), \(line.heldInside) accepted" : shown(line.quarantine),
                shown(line.deadLetters),
            ])
        }
        table.print()
        if !status.endpoints.isEmpty {
            Terminal.print("")
            var table = Table(["endpoint", "waits", "under way", "breaker", "last taken (UTC)", "last failure"])
            for line in status.endpoints {
                let until = line.endpoint.openUntil.map { " until \(Clock.text($0))" } ?? ""
                table.add([
                    line.endpoint.name, age(line.waiting), shown(line.underWay),
                    line.breaker + (line.breaker == "open" ? until : ""),
                    line.endpoint.lastSuccessAt.map(Clock.text) ?? "–", line.endpoint.lastError ?? "–",
                ])
            }
            table.print()
        }
        if !status.incidents.isEmpty {
            Terminal.print("")
            var table = Table(["incident", "since (UTC)", "rule", "about", "what"])
            for incident in status.incidents {
                table.add([
                    String(incident.id), Clock.text(incident.beganAt), incident.rule, incident.subject, incident.detail,
                ])
            }
            table.print()
        }
        for waiting in [status.outbound, status.begun, status.folders] where waiting.count > 0 {
            Terminal.tell("\(waiting.name): \(age(waiting))")
        }
    }

    // MARK: - For machines

    private static func write(_ status: GatewayStatus) {
        var json = OutcomeJSON()
        func add(_ prefix: String, _ waiting: Ledger.Waiting) {
            json.number(prefix, waiting.count)
            if waiting.count > 0, let oldest = waiting.oldest { json.text("\(prefix)Since", Clock.iso(oldest)) }
        }
        for line in status.partners {
            json.beginRecord("partner")
            json.text("partner", line.id)
            add("waiting", line.waiting)
            add("uncollected", line.uncollected)
            if let time = line.lastReceived { json.text("lastReceived", Clock.iso(time)) }
            if let time = line.lastSent { json.text("lastSent", Clock.iso(time)) }
            json.number("overdue", line.overdue)
            json.number("quarantine", line.quarantine)
            json.number("quarantineAccepted", line.heldInside)
            json.number("deadLetters", line.deadLetters)
            Terminal.write(json.endRecord())
        }
        for line in status.endpoints {
            json.beginRecord("endpoint")
            json.text("endpoint", line.endpoint.name)
            add("waiting", line.waiting)
            json.number("underWay", line.underWay)
            json.text("breaker", line.breaker)
            if let time = line.endpoint.openUntil { json.text("openUntil", Clock.iso(time)) }
            if let time = line.endpoint.lastSuccessAt { json.text("lastSuccess", Clock.iso(time)) }
            if let time = line.endpoint.lastFailureAt { json.text("lastFailure", Clock.iso(time)) }
            if let error = line.endpoint.lastError { json.text("lastError", error) }
            Terminal.write(json.endRecord())
        }
        for incident in status.incidents {
            json.beginRecord("incident")
            json.number("id", incident.id)
            json.text("since", Clock.iso(incident.beganAt))
            json.text("rule", incident.rule)
            json.text("subject", incident.subject)
            json.text("detail", incident.detail)
            Terminal.write(json.endRecord())
        }
        json.beginRecord("root")
        json.text("at", Clock.iso(status.time))
        add("outbound", status.outbound)
        add("work", status.begun)
        add("folders", status.folders)
        Terminal.write(json.endRecord())
    }
}
