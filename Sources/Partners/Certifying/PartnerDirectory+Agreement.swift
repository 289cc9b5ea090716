import X12

extension PartnerDirectory {
    /// What was agreed on with a partner, as text: every value that holds, whichever layer says it, and the rules of its
    /// guides; nil when there is no such profile, or it is not sound.
    ///
    /// A certificate is good for as long as this stays the same. Left out is what says nothing of the documents exchanged:
    /// how far the relation has come (or promoting a partner would undo what it was promoted for), whom to ask, comments
    /// and the order of members, and the rows of crosswalks, which change every day.
    public func agreement(of id: String) -> [UInt8]? {
        guard let profile = profile(id), let values = values(of: id) else { return nil }
        var lines: [String] = []
        for value in values where !value.text.isEmpty && !Self.isBesides(value.path) {
            lines.append("\(value.path) \(value.text)")
        }
        for direction in Profile.Direction.allCases {
            for part in profile.guide(direction)?.parts ?? [] {
                let heading = "guide \(direction.rawValue) \(part.set) \(part.versions.joined(separator: ","))"
                lines += part.rules.map { rule in
                    "\(heading) \(rule.origin.statement)" + (rule.severity.map { " [\($0.name)]" } ?? "")
                }
            }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// Fields that say nothing of what is exchanged.
    private static func isBesides(_ path: String) -> Bool {
        let field = path.prefix { $0 != "." }
        return ["stage", "suspended", "contacts", "name", "version", "extends", "schemaVersion"].contains(String(field))
    }
}
