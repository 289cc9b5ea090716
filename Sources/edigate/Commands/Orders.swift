import Commerce
import Gateway
import Ledger
import Reconciliation

/// `edigate orders`: how far orders have come.
enum Orders: Command {
    static let name = "orders"
    static let summary = "how far orders have come: acknowledged, shipped, invoiced, line by line"
    static let options: [Option] = [.value("--partner"), .flag("--overdue"), .flag("--all")]
    static let help = """
        usage: edigate orders [NUMBER] [--partner ID] [--overdue] [--all] [--root DIR]

        Lists the orders that are not acknowledged, shipped and invoiced, --all also the others; --overdue only those
        with an answer that is late by `clocks` in the partner's profile. With NUMBER, the order's lines: ordered,
        acknowledged, shipped, invoiced. Both ways: what we ordered (out) and what was ordered from us (in).
        Exit 1 when anything listed is overdue, or NUMBER is not known.

        example: edigate orders 4500178263 --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count <= 1 else { throw .usage("names at most one order") }
        let time = Moment.now()
        let partner = arguments.value("--partner")
        if let number = arguments.operands.first { return try show(number, partner, arguments) }
        let orders = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            if arguments.has("--overdue") { return try ledger.overdueOrders(at: time) }
            var all: [Ledger.Recorded<Ledger.Order>] = []
            while true {
                let some = try ledger.orders(open: !arguments.has("--all"), partner: partner, after: all.last?.id ?? 0)
                if some.isEmpty { return all }
                all += some
            }
        }.filter { partner == nil || $0.partner == partner }
        if arguments.isJSON {
            for order in orders { Terminal.write(record(order.entry, at: time)) }
        } else if orders.isEmpty {
            Terminal.tell("no order is open")
        } else {
            var table = Table(["partner", "way", "order", "placed (UTC)", "855", "856", "810", ""])
            for order in orders {
                table.add([
                    order.partner, order.direction.rawValue, name(order.entry),
                    order.placedAt.map(Clock.text) ?? "not known",
                    hop(order.acknowledgedAt, order.acknowledgmentDue, time),
                    hop(order.shippedAt, order.shipNoticeDue, time),
                    hop(order.invoicedAt, order.invoiceDue, time), order.entry.overdue(at: time) > 0 ? "overdue" : "",
                ])
            }
            table.print()
        }
        return orders.contains { $0.entry.overdue(at: time) > 0 } ? .negative : .done
    }

    private static func name(_ order: Ledger.Order) -> String {
        order.release.isEmpty ? order.number : "\(order.number) release \(order.release)"
    }

    private static func hop(_ done: Int64?, _ due: Int64?, _ time: Int64) -> String {
        if let done { return Clock.text(done) }
        return due.map { ($0 < time ? "due since " : "due ") + Clock.text($0) } ?? "–"
    }

    private static func show(
        _ number: String, _ partner: String?, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        let found = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            var found: [OrderStatus] = []
            for order in try ledger.orders(number: number.uppercased()) where partner == nil || order.partner == partner
            {
                found.append(try OrderStatus.of(order.id, in: ledger))
            }
            return found
        }
        let time = Moment.now()
        for status in found {
            let order = status.order.entry
            if arguments.isJSON {
                Terminal.write(record(order, at: time))
                for line in status.lines { Terminal.write(record(line, of: order)) }
                continue
            }
            Terminal.print(
                "\(Terminal.styled(name(order), .bold)) \(order.direction == .outgoing ? "to" : "from") \(order.partner), placed "
                    + (order.placedAt.map { Clock.text($0) + " UTC" } ?? "not known here"))
            var table = Table(["line", "item", "unit", "ordered", "acknowledged", "shipped", "invoiced", "price"])
            for line in status.lines {
                func text(_ value: (some CustomStringConvertible)?) -> String { value.map(\.description) ?? "–" }
                table.add([
                    line.number, line.items.first ?? "", line.unit, text(line.ordered), text(line.acknowledged),
                    text(line.shipped), text(line.invoiced), text(line.price),
                ])
            }
            table.print()
        }
        if found.isEmpty { Terminal.tell("no order \(number) is known") }
        return found.isEmpty || found.contains { $0.order.entry.overdue(at: time) > 0 } ? .negative : .done
    }

    private static func record(_ order: Ledger.Order, at time: Int64) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("order")
        json.text("partner", order.partner)
        json.text("direction", order.direction.rawValue)
        json.text("number", order.number)
        if !order.release.isEmpty { json.text("release", order.release) }
        if let document = order.documentID { json.text("document", document) }
        for (key, moment) in [
            ("placedAt", order.placedAt), ("acknowledgmentDue", order.acknowledgmentDue),
            ("acknowledgedAt", order.acknowledgedAt), ("shipNoticeDue", order.shipNoticeDue),
            ("shippedAt", order.shippedAt), ("invoiceDue", order.invoiceDue), ("invoicedAt", order.invoicedAt),
        ] {
            if let moment { json.text(key, Clock.iso(moment)) }
        }
        json.number("overdue", order.overdue(at: time))
        return json.endRecord()
    }

    private static func record(_ line: OrderProgress.Line, of order: Ledger.Order) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("line")
        json.text("order", order.number)
        json.text("line", line.number)
        json.list("items", line.items)
        json.text("unit", line.unit)
        for (key, value) in [
            ("ordered", line.ordered), ("acknowledged", line.acknowledged), ("shipped", line.shipped),
            ("invoiced", line.invoiced), ("price", line.price),
        ] {
            if let value { json.text(key, value.description) }
        }
        return json.endRecord()
    }
}
