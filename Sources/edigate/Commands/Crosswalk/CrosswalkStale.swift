import Commerce
import Gateway
import Ledger
import Partners

/// `edigate crosswalk stale`: tables that nobody keeps.
enum CrosswalkStale: Command {
    static let name = "stale"
    static let summary = "tables older than agreed, rows out of date, rows that no document uses"
    static let options: [Option] = [.value("--days")]
    static let help = """
        usage: edigate crosswalk stale [ID] [--days N] [--root DIR]

        Lists every table with its owner, the age of its file, the rows that are out of date and those that no document
        of the last N days (90) used; --json names the rows.

        Exit 1 when a table is older than its maxAge.

        example: edigate crosswalk stale --days 30 --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        try stale(try CrosswalkCommand.partner(arguments), arguments)
    }

    private static func stale(_ id: String?, _ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let root = CrosswalkCommand.root(arguments)
        let days = try arguments.number("--days", in: 1...3_650) ?? 90
        let now = Moment.now()
        let today = CalendarDate(milliseconds: now)
        let (directory, _) = try PartnerFolder.load(root.partners)
        let usage = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.crosswalkUsage(since: now - Int64(days) * Clock.dayLength)
        }
        let used = Set(usage.map { UsedRow($0.partner, $0.table, $0.scheme, $0.theirs, $0.ours) })
        var table = Table(["partner", "table", "owner", "age", "rows", "out of date", "not used in \(days) days", ""])
        var code = ExitCode.done
        for partner in try CrosswalkCommand.partners(id, root) {
            guard let profile = directory.profile(partner) else { continue }
            for name in CrosswalkTable.allCases {
                guard let crosswalk = profile.crosswalks[name],
                    let file = try CrosswalkCommand.file(name, of: partner, root)
                else {
                    continue
                }
                let age = max(0, Int((now - file.written) / Clock.dayLength))
                let past = crosswalk.rows.filter { !$0.counts(on: today) }
                let unused = crosswalk.rows.filter {
                    $0.counts(on: today)
                        && !used.contains(
                            UsedRow(partner, name.rawValue, $0.scheme.string, $0.theirs.string, $0.ours.string))
                }
                let isStale = crosswalk.maxAge.map { age > $0 } ?? false
                if isStale { code = .negative }
                if arguments.isJSON {
                    var json = OutcomeJSON()
                    json.beginRecord("table")
                    json.text("partner", partner)
                    json.text("table", name.rawValue)
                    json.text("owner", crosswalk.owner)
                    json.number("age", age)
                    if let maxAge = crosswalk.maxAge { json.number("maxAge", maxAge) }
                    json.number("rows", crosswalk.rows.count)
                    json.list("outOfDate", past.map(\.summary))
                    json.list("unused", unused.map(\.summary))
                    Terminal.write(json.endRecord())
                } else {
                    table.add([
                        partner, name.rawValue, crosswalk.owner.isEmpty ? "–" : crosswalk.owner, "\(age) d",
                        String(crosswalk.rows.count), String(past.count), String(unused.count),
                        isStale ? "stale: older than \(crosswalk.maxAge ?? 0) days" : "",
                    ])
                }
            }
        }
        if !arguments.isJSON { table.print() }
        return code
    }

    private struct UsedRow: Hashable {
        var words: [String]
        init(_ words: String...) { self.words = words }
    }
}

extension CalendarDate {
    /// The day of a moment in milliseconds since 1970 UTC.
    fileprivate init?(milliseconds: Int64) {
        guard let day = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int(milliseconds / 86_400_000)) else {
            return nil
        }
        self = day
    }
}
