import Gateway
import Ledger

/// `edigate trace`: a document's life.
enum TraceCommand: Command {
    static let name = "trace"
    static let summary = "a document's life by any number that is known of it"
    static let options: [Option] = [.value("--limit")]
    static let help = """
        usage: edigate trace KEY [--limit N] [--root DIR]

        Tells what happened, in order, from the bytes that arrived to the delivery and the acknowledgment. KEY is a
        number of an order, invoice or shipment, a bill of lading, a tracking number, an SSCC (with or without 00), a
        lot, a serial number, a control number (ISA13 or GS06, ours or theirs), a file's name, a document's id, or the
        correlation of a line of the log (`edigate watch --log json`).
        --limit is how many documents are followed, 100 unless told. Times are UTC. Exit 1 when nothing is found.

        example: edigate trace 4500178263 --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count == 1, let key = arguments.operands.first, !key.isEmpty else {
            throw .usage("names one KEY to look for")
        }
        let limit = try arguments.number("--limit", in: 1...10_000) ?? 100
        let trace = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try Trace.of(key, in: ledger, limit: limit)
        }
        if arguments.isJSON { write(trace) } else { print(trace) }
        if trace.isCut { Terminal.tell("there is more than \(limit): --limit shows more") }
        if trace.matches.isEmpty { Terminal.tell("the ledger knows nothing of \(key)") }
        return trace.matches.isEmpty ? .negative : .done
    }

    private static func print(_ trace: Trace) {
        guard !trace.matches.isEmpty else { return }
        for match in trace.matches {
            Terminal.print("\(Terminal.styled(trace.key, .bold)) is \(match.kind) of \(match.subject)")
        }
        if !trace.documents.isEmpty {
            Terminal.print("")
            var table = Table(["document", "number", "partner", "way", "state"])
            for document in trace.documents {
                table.add([
                    document.kind, document.number, document.partner, document.direction.rawValue,
                    document.state.rawValue,
                ])
            }
            table.print()
        }
        Terminal.print("")
        var table = Table(["when (UTC)", "what", "of", ""])
        for step in trace.steps { table.add([Clock.text(step.at), step.kind, step.subject, step.detail]) }
        table.print()
    }

    private static func write(_ trace: Trace) {
        var json = OutcomeJSON()
        for match in trace.matches {
            json.beginRecord("match")
            json.text("key", trace.key)
            json.text("kind", match.kind)
            json.text("subject", match.subject)
            Terminal.write(json.endRecord())
        }
        for document in trace.documents {
            json.beginRecord("document")
            json.text("id", document.id)
            json.text("kind", document.kind)
            json.text("number", document.number)
            json.text("partner", document.partner)
            json.text("direction", document.direction.rawValue)
            json.text("state", document.state.rawValue)
            Terminal.write(json.endRecord())
        }
        for step in trace.steps {
            json.beginRecord("step")
            json.text("at", Clock.iso(step.at))
            json.text("what", step.kind)
            json.text("subject", step.subject)
            json.text("detail", step.detail)
            Terminal.write(json.endRecord())
        }
    }
}
