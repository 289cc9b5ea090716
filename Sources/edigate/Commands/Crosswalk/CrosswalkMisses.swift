import Commerce
import Gateway
import Ledger
import Translation

/// `edigate crosswalk misses`: values that no row fits, and what waits for them.
enum CrosswalkMisses: Command {
    static let name = "misses"
    static let summary = "values that no row fits, the documents held for them and the money in these"
    static let options: [Option] = [.value("--days"), .flag("--all")]
    static let help = """
        usage: edigate crosswalk misses [ID] [--days N] [--all] [--root DIR]

        Lists the values that no row fitted in the last N days (30), those with the most documents first; --all also those
        that went on without a value of ours. The money is the sum of quantity by price of the documents' lines.

        Exit 1 when a document was held for a value.

        example: edigate crosswalk misses corvane-medical --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        try misses(try CrosswalkCommand.partner(arguments), arguments)
    }

    /// What is known of one value that no row fits.
    private struct Miss {
        var code: String
        var reason: String
        var documents: Set<String> = []
        var numbers: [String] = []
        var money: Decimal? = Decimal(0)
        var last: Int64 = 0
    }

    private struct MissKey: Hashable {
        var partner: String
        var value: String
        var place: String
    }

    private static func misses(_ id: String?, _ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let days = try arguments.number("--days", in: 1...3_650) ?? 30
        let codes =
            ["B-CROSSWALK-MISS", "B-CROSSWALK-CONFLICT"] + (arguments.has("--all") ? ["B-CROSSWALK-PASSED"] : [])
        let found = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.findings(named: codes, since: Moment.now() - Int64(days) * Clock.dayLength)
        }
        if let id { _ = try CrosswalkCommand.partners(id, CrosswalkCommand.root(arguments)) }
        var misses: [MissKey: Miss] = [:]
        for finding in found {
            guard let partner = finding.partner, id == nil || partner == id else { continue }
            // The place in the document differs from one to the next; the words behind it do not.
            let reason = finding.message.split(separator: ": ").last.map(String.init) ?? finding.message
            let key = MissKey(partner: partner, value: finding.value, place: reason)
            var miss = misses[key] ?? Miss(code: finding.code, reason: reason)
            if let document = finding.documentID, miss.documents.insert(document).inserted {
                miss.numbers.append("\(finding.kind ?? "") \(finding.number ?? "")")
                miss.money = miss.money.flatMap { $0.adding(finding.money) }
            }
            miss.last = max(miss.last, finding.recordedAt)
            misses[key] = miss
        }
        let sorted = misses.sorted {
            ($1.value.documents.count, $0.key.partner, $0.key.value) < (
                $0.value.documents.count, $1.key.partner, $1.key.value
            )
        }
        if arguments.isJSON {
            for (key, miss) in sorted { Terminal.write(record(key, miss)) }
        } else if sorted.isEmpty {
            Terminal.tell("every value had its row in the last \(days) days")
        } else {
            var table = Table(["partner", "value", "documents", "money in them", "last (UTC)", "why"])
            for (key, miss) in sorted {
                table.add([
                    key.partner, key.value, String(miss.documents.count), miss.money?.description ?? "–",
                    Clock.text(miss.last), miss.reason,
                ])
            }
            table.print()
        }
        return sorted.contains { $0.value.code != "B-CROSSWALK-PASSED" } ? .negative : .done
    }

    private static func record(_ key: MissKey, _ miss: Miss) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("miss")
        json.text("partner", key.partner)
        json.text("code", miss.code)
        json.text("value", key.value)
        json.text("reason", miss.reason)
        json.list("documents", miss.numbers)
        if let money = miss.money { json.text("money", money.description) }
        json.text("last", Clock.iso(miss.last))
        return json.endRecord()
    }
}

extension Ledger.FindingInDocument {
    /// What the lines of the document come to: quantity by price, in whatever currency it has; 0 without prices.
    fileprivate var money: Decimal {
        guard let bytes, let facts = SetGenerator().facts(of: bytes, in: bytes.indices) else { return Decimal(0) }
        var sum = Decimal(0)
        for line in facts.orders.flatMap(\.lines) {
            guard let quantity = line.quantity, let price = line.price, let amount = quantity.multiplied(by: price),
                let more = sum.adding(amount)
            else { continue }
            sum = more
        }
        return sum
    }
}
