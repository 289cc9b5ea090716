/// How many of the values that were looked up in crosswalks had a row, by partner.
struct CrosswalkCoverage {
    private var found: [String: Int] = [:]
    private var missed: [String: Int] = [:]

    mutating func add(found count: Int = 0, missed misses: Int = 0, of partner: String) {
        found[partner, default: 0] += count
        missed[partner, default: 0] += misses
    }

    private var lines: [(partner: String, found: Int, all: Int)] {
        found.keys.sorted().map { ($0, found[$0] ?? 0, (found[$0] ?? 0) + (missed[$0] ?? 0)) }.filter { $0.all > 0 }
    }

    /// The share in percent with one place behind the point, never rounded up to all.
    static func percent(_ found: Int, of all: Int) -> String {
        guard all > 0 else { return "–" }
        let thousandths = found.multipliedFullWidth(by: 1_000)
        let share = all.dividingFullWidth(thousandths).quotient
        return "\(share / 10).\(share % 10) %"
    }

    func print(days: Int) {
        for (partner, found, all) in lines {
            Terminal.print(
                "\(partner): \(found) of \(all) values had a row in the last \(days) days, "
                    + Self.percent(found, of: all))
        }
    }

    func write() {
        for (partner, found, all) in lines {
            var json = OutcomeJSON()
            json.beginRecord("coverage")
            json.text("partner", partner)
            json.number("found", found)
            json.number("values", all)
            json.text("percent", Self.percent(found, of: all))
            Terminal.write(json.endRecord())
        }
    }
}
