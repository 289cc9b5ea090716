import Gateway
import Ledger

/// `edigate acks`: what partners made of what we sent.
enum Acks: Command {
    static let name = "acks"
    static let summary = "what partners made of what we sent: waiting, accepted, rejected, overdue"
    static let options: [Option] = [
        .value("--partner"), .value("--state"), .flag("--overdue"), .flag("--all"), .value("--as"),
        .value("--by"), .value("--because"),
    ]
    static let words = ["retransmit", "settle", "close"]
    static let help = """
        usage: edigate acks [--partner ID] [--state STATE] [--overdue] [--all] [--root DIR]
               edigate acks retransmit SET --by WHO --because WHY
               edigate acks settle SET --as accepted|rejected --by WHO --because WHY
               edigate acks close ANSWER --by WHO --because WHY

        Lists the sets we sent that wait or were refused and not dealt with, with their deadlines; the answers that match
        nothing or contradict an earlier one; and what we accepted on the wire and hold inside. STATE is waiting,
        accepted, accepted-with-errors, partially-accepted, rejected or not-expected; --overdue lists only what is late,
        --all also what was accepted or dealt with. Times are UTC.

        SET is the number in the first column. `retransmit` puts the interchange of a set that waits into the outbox once
        more, byte for byte, and its sets wait anew. `settle` records what the partner said otherwise, on the phone or by
        mail; what it refused is held, and `edigate quarantine requeue` sends it again, written anew. `close` ends an
        answer that a person has looked into.

        Exit 1 when anything listed is overdue, refused and not dealt with, or open.

        example: edigate acks --overdue --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        switch arguments.operands.first {
        case nil: break
        case "close": return try close(arguments)
        case "retransmit": return try retransmit(arguments)
        case "settle": return try settle(arguments)
        case let word?: throw .usage("knows retransmit, settle and close, not \(word)")
        }
        var state: Ledger.SentState?
        if let word = arguments.value("--state") {
            state = Ledger.SentState(rawValue: word)
            guard state != nil else {
                let all = Ledger.SentState.allCases.map(\.rawValue).joined(separator: ", ")
                throw .usage("--state is one of \(all), not \(word)")
            }
        }
        let partner = arguments.value("--partner")
        let time = Moment.now()
        let board = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try AcknowledgmentBoard.of(
                ledger, at: time,
                choice: AcknowledgmentBoard.Choice(
                    partner: partner, state: state, onlyOverdue: arguments.has("--overdue"),
                    withSettled: arguments.has("--all")))
        }
        if arguments.isJSON { write(board) } else { print(board) }
        return board.needsSomebody ? .negative : .done
    }

    private static func close(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count == 2, let id = Int(arguments.operands[1]) else {
            throw .usage("names the number of one answer to close; `edigate acks` lists those that are open")
        }
        let decision = try arguments.decision()
        let time = Moment.now()
        let isOpen = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            guard try ledger.openAnswer(id) else { return false }
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.closeAnswer(id, by: decision.who, because: decision.why, at: time)
                try transaction.insert(
                    Ledger.Event(
                        at: time, kind: "answer-closed", subject: "answer \(id)",
                        detail: "by \(decision.who): \(decision.why)"))
            }
            return true
        }
        guard isOpen else { throw .usage("answer \(id) is not open; `edigate acks` lists those that are") }
        Terminal.tell("answer \(id) is closed")
        return .done
    }

    private static func retransmit(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try set(arguments)
        let decision = try arguments.decision()
        let sets = try LedgerFile.withMending(arguments) { mending throws(GatewayError) in
            try mending.retransmit(set: id, decision)
        }
        let list = sets.map { "\($0.set) \($0.number)" }.joined(separator: ", ")
        Terminal.tell("the next `edigate run` sends \(list) once more")
        return .done
    }

    private static func settle(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try set(arguments)
        let decision = try arguments.decision()
        guard let word = arguments.value("--as").flatMap(Mending.Word.init(rawValue:)) else {
            throw .usage("settle needs --as accepted or --as rejected")
        }
        let sent = try LedgerFile.withMending(arguments) { mending throws(GatewayError) in
            try mending.settle(set: id, as: word, decision)
        }
        Terminal.tell("\(sent.set) \(sent.number) is \(word.rawValue)")
        return .done
    }

    private static func set(_ arguments: Arguments) throws(CommandFailure) -> Int {
        guard arguments.operands.count == 2, let id = Int(arguments.operands[1]), id > 0 else {
            throw .usage("names the number of one set; `edigate acks` shows it in the first column")
        }
        return id
    }

    // MARK: - For people

    private static func print(_ board: AcknowledgmentBoard) {
        if !board.sets.isEmpty {
            var table = Table(["id", "partner", "set", "number", "sent (UTC)", "due", "state", "answer"])
            for entry in board.sets {
                let sent = entry.sent
                table.add([
                    String(sent.setID), sent.partner, "\(sent.set) \(sent.controlNumber)", sent.number,
                    Clock.text(sent.sentAt),
                    sent.dueAt.map(Clock.text) ?? "–", entry.state, entry.answer,
                ])
            }
            table.print()
        }
        if !board.open.isEmpty {
            title("answers that match nothing, or contradict an earlier one")
            var table = Table(["answer", "partner", "came (UTC)", "kind", "about", "says", "why it is open"])
            for answer in board.open {
                table.add([
                    String(answer.id), answer.partner, Clock.text(answer.receivedAt), answer.kind.rawValue,
                    answer.subject, "\(answer.letter) \(answer.codes)", "\(answer.effect.rawValue): \(answer.detail)",
                ])
            }
            table.print()
        }
        if !board.held.isEmpty {
            title("accepted on the wire, held inside")
            var table = Table(["quarantine", "partner", "since (UTC)", "due", "reason", "what"])
            for row in board.held {
                table.add([
                    String(row.id), row.partner ?? "–", Clock.text(row.createdAt), row.dueAt.map(Clock.text) ?? "–",
                    row.reason, row.explanation,
                ])
            }
            table.print()
        }
        guard !board.counts.isEmpty else { return }
        title("in all")
        var table = Table(["partner", "state", "sets"])
        for count in board.counts { table.add([count.partner, count.state.rawValue, String(count.sets)]) }
        table.print()
    }

    private static func title(_ text: String) { Terminal.print("\n" + Terminal.styled(text, .bold)) }

    // MARK: - For machines

    private static func write(_ board: AcknowledgmentBoard) {
        var json = OutcomeJSON()
        for entry in board.sets {
            let sent = entry.sent
            json.beginRecord("sent")
            json.number("id", sent.setID)
            json.text("partner", sent.partner)
            json.text("set", sent.set)
            json.text("controlNumber", sent.controlNumber)
            json.text("number", sent.number)
            if let document = sent.documentID { json.text("document", document) }
            json.text("sentAt", Clock.iso(sent.sentAt))
            if let due = sent.dueAt { json.text("dueAt", Clock.iso(due)) }
            json.text("state", sent.state.rawValue)
            json.text("overdue", entry.isOverdue ? "yes" : "no")
            json.text("answer", entry.answer)
            if let quarantine = entry.quarantine { json.number("quarantine", quarantine) }
            Terminal.write(json.endRecord())
        }
        for answer in board.open {
            json.beginRecord("open-answer")
            json.number("id", answer.id)
            json.text("partner", answer.partner)
            json.text("receivedAt", Clock.iso(answer.receivedAt))
            json.text("kind", answer.kind.rawValue)
            json.text("subject", answer.subject)
            json.text("letter", answer.letter)
            json.text("codes", answer.codes)
            json.text("effect", answer.effect.rawValue)
            json.text("detail", answer.detail)
            Terminal.write(json.endRecord())
        }
        for row in board.held {
            json.beginRecord("held")
            json.number("id", row.id)
            json.text("partner", row.partner ?? "")
            json.text("since", Clock.iso(row.createdAt))
            if let due = row.dueAt { json.text("dueAt", Clock.iso(due)) }
            json.text("reason", row.reason)
            json.text("explanation", row.explanation)
            json.text("advice", row.advice.rawValue)
            Terminal.write(json.endRecord())
        }
        for count in board.counts {
            json.beginRecord("count")
            json.text("partner", count.partner)
            json.text("state", count.state.rawValue)
            json.number("sets", count.sets)
            Terminal.write(json.endRecord())
        }
    }
}
