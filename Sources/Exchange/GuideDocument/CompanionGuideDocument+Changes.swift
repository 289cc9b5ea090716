import Partners

// What changed since an earlier version, as far as the partner notices it.
extension CompanionGuideDocument {
    func changed(_ changes: [ProfileDifference]) -> [GuideBlock] {
        let heading = GuideBlock.heading(2, "What changed since \(since)", anchor: "changes")
        let rows = changes.filter { Self.concernsPartner($0.place) }.flatMap(rows)
        guard !rows.isEmpty else { return [heading, .paragraph("Nothing that you would notice.")] }
        return [heading, .table(heads: ["What", "Was", "Is now"], rows: rows)]
    }

    /// What the partner sees of us: what is only about how we judge or keep things is not its business.
    private static func concernsPartner(_ place: String) -> Bool {
        let seen = ["identities", "envelope", "syntax", "ack", "documents", "clocks", "hierarchy", "drop", "guide"]
        return seen.contains { place.hasPrefix($0) } && place != "drop.partners"
    }

    /// A row for a value or list; of a guide a row for each rule.
    private func rows(_ change: ProfileDifference) -> [[String]] {
        let words = change.place.split(separator: " ")
        if words.first == "guide", words.count > 2 {
            let set = words.dropFirst(2).joined(separator: " ") + (words[1] == "in" ? ", you send" : ", we send")
            return change.removed.map { [set, $0, "no longer"] } + change.added.map { [set, "", $0] }
        }
        let meaning = change.meaning.isEmpty ? "`\(change.place)`" : change.meaning
        return [[meaning, Self.plain(change.removed), Self.plain(change.added)]]
    }

    /// Values without the marks of JSON: `{"qualifier":"01","id":"990582314"}` is `01 990582314`.
    private static func plain(_ values: [String]) -> String {
        values.map { value in
            guard value.hasPrefix("{") else { return value.filter { $0 != "\"" } }
            let parts = value.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
            // Between quotes stand a key and its value by turns; values of another kind are few, and numbers.
            let texts = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
            return stride(from: 1, to: texts.count, by: 2).map { texts[$0] }.joined(separator: " ")
        }.joined(separator: ", ")
    }
}
