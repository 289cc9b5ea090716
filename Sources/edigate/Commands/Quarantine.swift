import Gateway
import Ledger
import X12

/// `edigate quarantine`: what waits for a person.
enum Quarantine: Command {
    static let name = "quarantine"
    static let summary = "what waits for a person: list, show, fix, requeue, release, discard"
    static let words = ["list", "show", "fix", "requeue", "release", "discard"]
    static let options: [Option] = [
        .value("--partner"), .flag("--all"), .flag("--dead-letters"), .value("--set"), .value("--by"),
        .value("--because"),
    ]
    static let help = """
        usage: edigate quarantine list [--partner ID] [--all] [--dead-letters] [--root DIR]
               edigate quarantine show ID
               edigate quarantine fix ID --set SEGMENT:ELEMENT=VALUE --by WHO --because WHY
               edigate quarantine requeue ID | --dead-letters [ID]  --by WHO --because WHY
               edigate quarantine release ID --by WHO --because WHY
               edigate quarantine discard ID | --dead-letters ID  --by WHO --because WHY

        `fix` changes one element (BEG:5=20261201, PO1[3]:2=12 for the third PO1, REF:4-2=A for a component) and judges
        the whole anew: accepted, it goes on as if it had come so; else it stays held with the change, and the next fix
        builds on it. Both versions are kept. `requeue` judges it under the profiles of now, after a profile was mended;
        writes what a partner refused anew and sends it under new numbers; or puts deliveries that were given up into
        the outbox again: all of them, those of --partner, or one. `release` lets a held document go on as it is.
        `discard` ends it; where order is kept, a dead letter stops those behind it until then. An acknowledgment that
        went already does not go again.

        Exit 1 when something is held (list), or still held afterwards (fix, requeue).

        example: edigate quarantine fix 7 --set BEG:5=20261201 --by dana --because "date confirmed by phone"
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        switch arguments.operands.first {
        case "list" where arguments.operands.count == 1: return try list(arguments)
        case "show" where arguments.operands.count == 2: return try show(arguments)
        case "fix" where arguments.operands.count == 2: return try fix(arguments)
        case "requeue" where arguments.has("--dead-letters") && arguments.operands.count <= 2:
            return try requeueDeadLetters(arguments)
        case "discard" where arguments.has("--dead-letters") && arguments.operands.count == 2:
            return try discardDeadLetter(arguments)
        case "requeue" where arguments.operands.count == 2:
            return try mend(arguments) { mending, item, decision throws(GatewayError) in
                try mending.requeue(item, decision)
            }
        case "release" where arguments.operands.count == 2:
            return try mend(arguments) { mending, item, decision throws(GatewayError) in
                try mending.release(item, decision)
            }
        case "discard" where arguments.operands.count == 2:
            return try mend(arguments) { mending, item, decision throws(GatewayError) in
                try mending.discard(item, decision)
            }
        case nil: throw .usage("list, show, fix, requeue, release or discard? see edigate quarantine --help")
        case let word?: throw .usage("`\(word)` wants one ID; see edigate quarantine --help")
        }
    }

    // MARK: - Looking

    private static func list(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let partner = arguments.value("--partner")
        if arguments.has("--dead-letters") { return try listDeadLetters(arguments, partner) }
        let rows = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            arguments.has("--all") ? try ledger.allQuarantine() : try ledger.heldQuarantine()
        }.filter { partner == nil || $0.partner == partner }
        if arguments.isJSON {
            for row in rows { Terminal.write(record(row)) }
        } else if rows.isEmpty {
            Terminal.tell("nothing is held")
        } else {
            var table = Table(["id", "since (UTC)", "due", "partner", "reason", "state", "what"])
            for row in rows {
                table.add([
                    String(row.id), Clock.text(row.createdAt), row.dueAt.map(Clock.text) ?? "–", row.partner ?? "–",
                    row.reason, row.releasedAt == nil ? "held" : row.outcome?.rawValue ?? "released",
                    row.explanation.split(separator: "\n").first.map(String.init) ?? "",
                ])
            }
            table.print()
        }
        return rows.contains { $0.releasedAt == nil } ? .negative : .done
    }

    private static func record(_ row: Ledger.Recorded<Ledger.Quarantine>) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("quarantine")
        json.number("id", row.id)
        json.text("since", Clock.iso(row.createdAt))
        if let due = row.dueAt { json.text("dueAt", Clock.iso(due)) }
        json.text("partner", row.partner ?? "")
        json.text("reason", row.reason)
        json.text("explanation", row.explanation)
        json.text("remedy", row.remedy)
        json.text("state", row.releasedAt == nil ? "held" : row.outcome?.rawValue ?? "released")
        json.text("advice", row.advice.rawValue)
        if let time = row.releasedAt { json.text("releasedAt", Clock.iso(time)) }
        if let who = row.releasedBy { json.text("by", who) }
        if let why = row.releasedBecause { json.text("because", why) }
        return json.endRecord()
    }

    private static func show(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try id(arguments)
        let item = try LedgerFile.with(arguments) { ledger throws(LedgerError) in try HeldItem.find(id, in: ledger) }
        guard let item else {
            throw .usage("there is no quarantine \(id); `edigate quarantine list` shows what is held")
        }
        if arguments.isJSON { return showJSON(item) }
        let row = item.row
        Terminal.print("\(Terminal.styled("quarantine \(id)", .bold))  \(row.reason)")
        for (name, text) in [
            ("what", row.explanation), ("do", row.remedy), ("where", item.place),
            ("partner", row.partner ?? "not known"),
            ("kind", item.nature.rawValue), ("since", Clock.text(row.createdAt) + " UTC"),
        ] { Terminal.print("  \(name.padded(8)) \(text)") }
        if let due = row.dueAt { Terminal.print("  \("due".padded(8)) \(Clock.text(due)) UTC") }
        if let time = row.releasedAt {
            Terminal.print(
                "  \("ended".padded(8)) \(Clock.text(time)) UTC, \(row.outcome?.rawValue ?? "released") by "
                    + "\(row.releasedBy ?? "–"): \(row.releasedBecause ?? "–")")
        }
        for document in item.documents {
            Terminal.print("  \("document".padded(8)) \(document.kind) \(document.number), held")
        }
        if !item.findings.isEmpty { Terminal.print("\n" + Terminal.styled("found on it", .bold)) }
        for finding in item.findings where finding.severity != .note {
            let segment = finding.segment ?? ""
            let element = finding.element.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? ""
            let place = finding.segmentIndex.map { "segment \($0) " } ?? ""
            let value = finding.value.map { " \"\($0)\"" } ?? ""
            Terminal.print(
                "  \(finding.severity.rawValue) \(finding.code): \(place)\(segment)\(element)\(value): \(finding.message)"
            )
        }
        if !item.patches.isEmpty { Terminal.print("\n" + Terminal.styled("changed", .bold)) }
        for patch in item.patches {
            Terminal.print(
                "  \(Clock.text(patch.at)) \(patch.place) \"\(patch.old)\" became \"\(patch.new)\" by \(patch.who): "
                    + "\(patch.why); then \(patch.verdict.rawValue)")
        }
        return row.releasedAt == nil ? .negative : .done
    }

    private static func showJSON(_ item: HeldItem) -> ExitCode {
        Terminal.write(record(item.row))
        var json = OutcomeJSON()
        for finding in item.findings {
            json.beginRecord("finding")
            json.text("code", finding.code)
            json.text("severity", finding.severity.rawValue)
            if let segment = finding.segment { json.text("segment", segment) }
            if let index = finding.segmentIndex { json.number("segmentIndex", index) }
            if let element = finding.element { json.number("element", element) }
            if let value = finding.value { json.text("value", value) }
            json.text("message", finding.message)
            Terminal.write(json.endRecord())
        }
        for patch in item.patches {
            json.beginRecord("patch")
            json.text("at", Clock.iso(patch.at))
            json.text("place", patch.place)
            json.text("old", patch.old)
            json.text("new", patch.new)
            json.text("by", patch.who)
            json.text("because", patch.why)
            json.text("verdict", patch.verdict.rawValue)
            Terminal.write(json.endRecord())
        }
        return item.row.releasedAt == nil ? .negative : .done
    }

    // MARK: - Mending

    private static func id(_ arguments: Arguments) throws(CommandFailure) -> Int {
        guard let word = arguments.operands.last, let id = Int(word), id > 0 else {
            throw .usage("names the number of what is held; `edigate quarantine list` shows it")
        }
        return id
    }

    private static func fix(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard let words = arguments.value("--set") else {
            throw .usage("fix needs --set SEGMENT:ELEMENT=VALUE, such as --set BEG:5=20261201")
        }
        let edit: ElementEdit
        switch ElementEdit.read(words) {
        case .failure(let fault): throw .usage(fault.reason)
        case .success(let read): edit = read
        }
        return try mend(arguments) { mending, item, decision throws(GatewayError) in
            try mending.fix(item, edit, decision)
        }
    }

    private static func mend(
        _ arguments: Arguments,
        _ body: (Mending, HeldItem, Mending.Decision) throws(GatewayError) -> Result<Mending.Outcome, Mending.Refusal>
    ) throws(CommandFailure) -> ExitCode {
        let id = try id(arguments)
        let decision = try arguments.decision()
        let outcome = try LedgerFile.withMending(arguments) {
            mending throws(GatewayError) -> Result<Mending.Outcome, Mending.Refusal> in
            guard let item = try mending.item(id) else {
                return .failure(
                    Mending.Refusal(
                        reason: "there is no quarantine \(id); `edigate quarantine list` shows what is held"))
            }
            return try body(mending, item, decision)
        }
        report(id, outcome, isJSON: arguments.isJSON)
        return outcome.wentOn ? .done : .negative
    }

    private static func report(_ id: Int, _ outcome: Mending.Outcome, isJSON: Bool) {
        if isJSON {
            var json = OutcomeJSON()
            json.beginRecord("mended")
            json.number("quarantine", id)
            json.text("state", outcome.wentOn ? "ended" : "held")
            if let verdict = outcome.verdict { json.text("verdict", verdict.letter) }
            json.list("documents", outcome.documents.map(\.id))
            if let arrival = outcome.arrival { json.number("arrival", arrival) }
            json.list(
                "errors",
                outcome.findings.filter { $0.severity == .error }.map { "\($0.code.entry.name): \($0.message)" })
            return Terminal.write(json.endRecord())
        }
        for finding in outcome.findings where finding.severity == .error {
            Terminal.print(
                "  \(finding.code.entry.name) segment \(finding.segmentIndex) \(finding.segment): \(finding.message)")
        }
        for document in outcome.documents {
            Terminal.print("\(document.kind) \(document.number) goes on; the next `edigate run` delivers it")
        }
        if outcome.arrival != nil { Terminal.print("the next `edigate run` works it") }
        Terminal.tell("quarantine \(id) is \(outcome.wentOn ? "ended" : "still held")")
    }

    // MARK: - Dead letters

    private static func listDeadLetters(_ arguments: Arguments, _ partner: String?) throws(CommandFailure) -> ExitCode {
        let letters = try LedgerFile.with(arguments) { ledger throws(LedgerError) in try ledger.deadLetters() }
            .filter { partner == nil || $0.partner == partner }
        var table = Table(["id", "given up (UTC)", "partner", "kind", "file", "tries", "why"])
        for letter in letters {
            let file = "\(letter.folder)/\(letter.fileName)"
            if arguments.isJSON {
                var json = OutcomeJSON()
                json.beginRecord("dead-letter")
                json.number("id", letter.id)
                json.text("givenUpAt", Clock.iso(letter.givenUpAt ?? 0))
                json.text("partner", letter.partner)
                json.text("kind", letter.kind.rawValue)
                json.text("file", file)
                json.number("tries", letter.attempts)
                json.text("error", letter.lastError ?? "")
                Terminal.write(json.endRecord())
            } else {
                table.add([
                    String(letter.id), Clock.text(letter.givenUpAt ?? 0), letter.partner, letter.kind.rawValue, file,
                    String(letter.attempts), letter.lastError ?? "",
                ])
            }
        }
        if letters.isEmpty { Terminal.tell("there are no dead letters") } else if !arguments.isJSON { table.print() }
        return letters.isEmpty ? .done : .negative
    }

    private static func requeueDeadLetters(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let decision = try arguments.decision()
        let partner = arguments.value("--partner")
        let only = arguments.operands.count == 2 ? try id(arguments) : nil
        let time = Moment.now()
        let count = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            let letters = try ledger.deadLetters(limit: 1_000_000).filter {
                (partner == nil || $0.partner == partner) && (only == nil || $0.id == only)
            }
            try ledger.transaction { transaction throws(LedgerError) in
                for letter in letters {
                    try transaction.retryDelivery(letter.id)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "requeued", subject: "delivery \(letter.id)",
                            detail: "\(letter.folder)/\(letter.fileName): by \(decision.who): \(decision.why)"))
                }
            }
            return letters.count
        }
        if let only, count == 0 {
            throw .usage("there is no dead letter \(only); `edigate quarantine list --dead-letters` shows them")
        }
        Terminal.tell("\(count) deliveries are in the outbox again; the next `edigate run` carries them out")
        return .done
    }

    private static func discardDeadLetter(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try id(arguments)
        let decision = try arguments.decision()
        let time = Moment.now()
        let isThere = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            guard let letter = try ledger.delivery(id), letter.givenUpAt != nil else { return false }
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.discardDelivery(id, at: time)
                try transaction.insert(
                    Ledger.Event(
                        at: time, kind: "discarded", subject: "delivery \(id)",
                        detail: "\(letter.folder)/\(letter.fileName): by \(decision.who): \(decision.why)"))
            }
            return true
        }
        guard isThere else {
            throw .usage("there is no dead letter \(id); `edigate quarantine list --dead-letters` shows them")
        }
        Terminal.tell("delivery \(id) is discarded: it is never delivered, and what stood behind it goes on")
        return .done
    }
}

extension String {
    /// The text with blanks behind it, up to a width.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
