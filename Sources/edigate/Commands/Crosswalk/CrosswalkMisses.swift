import Commerce
import Gateway
import Ledger
import Translation

/// `edigate crosswalk misses`: values that no row fits, and what waits for them.
enum CrosswalkMisses: Command {
    static let name = "misses"
    static let summary = "values that no row fits, the documents held for them and the money in these; coverage"
    static let options: [Option] = [.value("--days"), .flag("--all")]
    static let help = """
        usage: edigate crosswalk misses [ID] [--days N] [--all] [--root DIR]

        Lists the values that no row fitted in the last N days (30), those with the most documents first, whether the
        documents came in or were to go out; --all also those that went on without a row. The money is the sum of quantity
        by price of the documents' lines. Below stands how many of the values that were looked up had a row, by partner.

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
        var way: String
        var value: String
        var place: String
    }

    private static func misses(_ id: String?, _ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let days = try arguments.number("--days", in: 1...3_650) ?? 30
        let since = Moment.now() - Int64(days) * Clock.dayLength
        let codes = ["B-CROSSWALK-MISS", "B-CROSSWALK-CONFLICT", "B-CROSSWALK-PASSED"]
        let (found, refused, usage) = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            (
                try ledger.findings(named: codes, since: since), try ledger.refusedValues(since: since),
                try ledger.crosswalkUsage(since: since)
            )
        }
        if let id { _ = try CrosswalkCommand.partners(id, CrosswalkCommand.root(arguments)) }
        var misses: [MissKey: Miss] = [:]
        var coverage = CrosswalkCoverage()
        for use in usage where id == nil || use.partner == id { coverage.add(found: use.uses, of: use.partner) }
        func add(_ seen: Seen) {
            // The place in the document differs from one to the next; the words behind it do not.
            let reason = seen.message.split(separator: ": ").last.map(String.init) ?? seen.message
            let key = MissKey(partner: seen.partner, way: seen.way, value: seen.value, place: reason)
            var miss = misses[key] ?? Miss(code: seen.code, reason: reason)
            if let document = seen.document, miss.documents.insert(document).inserted {
                miss.numbers.append(seen.name)
                miss.money = miss.money.flatMap { sum in seen.money.flatMap { sum.adding($0) } }
            }
            miss.last = max(miss.last, seen.at)
            misses[key] = miss
        }
        for finding in found {
            guard let partner = finding.partner, id == nil || partner == id else { continue }
            coverage.add(missed: 1, of: partner)
            guard finding.code != "B-CROSSWALK-PASSED" || arguments.has("--all") else { continue }
            add(
                Seen(
                    partner: partner, way: finding.isOutgoing ? "out" : "in", code: finding.code, value: finding.value,
                    message: finding.message, document: finding.documentID,
                    name: "\(finding.kind ?? "") \(finding.number ?? "")", money: finding.money,
                    at: finding.recordedAt))
        }
        for value in refused where id == nil || value.partner == id {
            coverage.add(missed: 1, of: value.partner)
            add(
                Seen(
                    partner: value.partner, way: "out", code: value.code, value: value.value, message: value.message,
                    document: value.documentID, name: "\(value.kind) \(value.number)",
                    money: value.amount.flatMap { Decimal(Array($0.utf8).span) }, at: value.at))
        }
        show(misses, coverage, days: days, isJSON: arguments.isJSON)
        return misses.contains { $0.value.code != "B-CROSSWALK-PASSED" } ? .negative : .done
    }

    /// One value in one document.
    private struct Seen {
        var partner: String
        var way: String
        var code: String
        var value: String
        var message: String
        var document: String?
        var name: String
        var money: Decimal?
        var at: Int64
    }

    private static func show(_ misses: [MissKey: Miss], _ coverage: CrosswalkCoverage, days: Int, isJSON: Bool) {
        let sorted = misses.sorted {
            ($1.value.documents.count, $0.key.partner, $0.key.value, $0.key.way) < (
                $0.value.documents.count, $1.key.partner, $1.key.value, $1.key.way
            )
        }
        guard !isJSON else {
            for (key, miss) in sorted { Terminal.write(record(key, miss)) }
            return coverage.write()
        }
        if sorted.isEmpty {
            Terminal.tell("every value had its row in the last \(days) days")
        } else {
            var table = Table(["partner", "way", "value", "documents", "money in them", "last (UTC)", "why"])
            for (key, miss) in sorted {
                table.add([
                    key.partner, key.way, key.value, String(miss.documents.count), miss.money?.description ?? "–",
                    Clock.text(miss.last), miss.reason,
                ])
            }
            table.print()
        }
        coverage.print(days: days)
    }

    private static func record(_ key: MissKey, _ miss: Miss) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("miss")
        json.text("partner", key.partner)
        json.text("way", key.way)
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
        return facts.amount
    }
}
