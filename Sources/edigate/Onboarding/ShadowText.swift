import Gateway

/// What a shadow found, for a person and for a program.
enum ShadowText {
    /// How much was judged and how many kinds of change there are, in a line.
    static func summary(_ report: ShadowReport, days: Int) -> String {
        var words =
            "\(PromotionGate.count(report.interchanges, "interchange")), \(PromotionGate.count(report.sets, "set")) "
            + "of \(PromotionGate.count(days, "day"))"
        if report.skipped.total > 0 { words += ", \(report.skipped.total) not judged" }
        if report.interchanges == 0 { return words + ": there is nothing to compare" }
        if report.total == 0 { return words + ": no change" }
        words +=
            ": \(PromotionGate.count(report.changes.count, "kind")) of change in \(PromotionGate.count(report.total, "place"))"
        if report.unlisted > 0 { words += ", \(report.unlisted) of them of further kinds" }
        return words
    }

    /// The changes as a table, and what could not be judged.
    static func print(_ report: ShadowReport) {
        table(report.unexplained)
        var reasons: [String] = []
        for reason in report.changes.compactMap(\.explanation) where !reasons.contains(reason) {
            reasons.append(reason)
        }
        for reason in reasons {
            Terminal.print("these need no acceptance: \(reason)")
            table(report.changes.filter { $0.explanation == reason })
        }
        let skipped = [
            (report.skipped.purged, "their bytes were purged"),
            (report.skipped.unknownProfile, "the ledger does not say under which profile they were judged"),
            (report.skipped.noOwner, "the owner of their drop has no profile in use"),
        ]
        for (number, reason) in skipped where number > 0 {
            Terminal.print("\(PromotionGate.count(number, "interchange")) not judged: \(reason)")
        }
    }

    private static func table(_ changes: [ShadowReport.Change]) {
        guard !changes.isEmpty else { return }
        var table = Table(["change", "count", "first place", "before → after"])
        for change in changes.sorted(by: { ($1.count, $0.key) < ($0.count, $1.key) }) {
            let place = [change.place.file, change.place.interchange, change.place.set, change.place.path]
            table.add([
                change.key, String(change.count), place.filter { !$0.isEmpty }.joined(separator: " "),
                "\(change.before ?? "–") → \(change.after ?? "–")",
            ])
        }
        table.print()
    }

    /// A record for each change, and one for the whole.
    static func write(_ report: ShadowReport, days: Int, partner: String) {
        for change in report.changes {
            var json = OutcomeJSON()
            json.beginRecord("change")
            json.text("partner", partner)
            json.text("key", change.key)
            json.number("count", change.count)
            if let explanation = change.explanation { json.text("explanation", explanation) }
            json.text("file", change.place.file)
            json.text("interchange", change.place.interchange)
            json.text("set", change.place.set)
            json.text("path", change.place.path)
            if let before = change.before { json.text("before", before) }
            if let after = change.after { json.text("after", after) }
            Terminal.write(json.endRecord())
        }
        var json = OutcomeJSON()
        json.beginRecord("shadow")
        json.text("partner", partner)
        json.number("days", days)
        json.number("interchanges", report.interchanges)
        json.number("sets", report.sets)
        json.number("documents", report.documents)
        json.number("changes", report.total)
        json.number("kinds", report.changes.count)
        json.number("unlisted", report.unlisted)
        json.number("notJudged", report.skipped.total)
        json.number("purged", report.skipped.purged)
        json.number("unknownProfile", report.skipped.unknownProfile)
        json.number("crosswalkValues", report.applied)
        json.number("crosswalkMisses", report.missed)
        Terminal.write(json.endRecord())
    }
}
