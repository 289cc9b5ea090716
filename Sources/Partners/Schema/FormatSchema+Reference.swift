import Commerce

extension FormatSchema {
    /// The reference of all formats, an article in Markdown.
    public static func reference() -> String {
        """
        # Profile reference

        Every field of a profile and of a companion guide, and the code that acts on it.

        <!-- Made from Partners/Schema by the tests: RECORD_GOLDENS=1 swift test --filter SchemaTests. -->

        `edigate schema profile` and `edigate schema guide` print the same for editors, as JSON Schema; `edigate partner
        explain ID FIELD` tells one field as it stands for one partner. An unknown key is refused, with the nearest known.

        ## profile.json5

        \(profile.table())

        ## guide.json5

        A rule names a place (`at`) and what is demanded of it, or a relation between places. See <doc:WritingAGuide>.

        \(guide.table())

        """
    }

    /// The fields of this format as a table.
    func table() -> String {
        var lines = ["| field | value | default | meaning | acted on in |", "|---|---|---|---|---|"]
        for place in walk(members, under: "") {
            // The sides of an identity are the same four times over.
            guard let field = fields.first(where: { $0.describes(place.path) }),
                !lines.contains(where: { $0.hasPrefix("| `\(field.path)` ") })
            else { continue }
            let cells = [
                "`\(field.path)`", field.form.description,
                place.member.initial.map { "`\($0.json5)`" } ?? field.otherwise, field.meaning,
                field.files.map { "`\($0)`" }.joined(separator: ", "),
            ]
            lines.append("| " + cells.map { $0.replacingBars() }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// The text with bars escaped, which part the cells of a table.
    fileprivate func replacingBars() -> String {
        split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
