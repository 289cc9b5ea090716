import Commerce
import X12

// Rules and severities that can never apply.
extension ProfileLint {
    mutating func lintRules() {
        for direction in Profile.Direction.allCases {
            guard let guide = profile.guide(direction) else { continue }
            for part in guide.parts { lint(part, direction) }
        }
        for (index, rule) in profile.severities.enumerated() {
            guard let set = rule.exception.set, !profile.documents.isEmpty else { continue }
            let ways = rule.direction.map { [$0] } ?? Profile.Direction.allCases
            if !ways.contains(where: { profile.exchanges(set: set, direction: $0) }) {
                add(
                    .inert, "severities[\(index)]", "\(rule.exception.check) in the \(set), which is not exchanged",
                    "add the set to documents, or take the entry away")
            }
        }
        for set in profile.nestings.keys.sorted() where !profile.documents.isEmpty {
            if !Profile.Direction.allCases.contains(where: { profile.exchanges(set: set, direction: $0) }) {
                add(
                    .inert, "hierarchy", "HL levels of the \(set), which is not exchanged",
                    "take the entry away")
            }
        }
    }

    /// Qualifiers of the profile that no field goes by, so that nothing comes of them.
    mutating func lintQualifiers() {
        for (set, agreed) in profile.qualifiers.sorted(by: { $0.key < $1.key }) {
            guard let known = evidence.qualifiers[set] else { continue }
            for entry in agreed.entries where !known.contains("\(entry.segment) \(entry.usual)") {
                add(
                    .inert, "qualifiers", "no field of the \(set) goes by \(entry.segment) \(entry.usual)",
                    "write the qualifier of the field that \(entry.agreed) stands for; the article of the set's fields "
                        + "names it")
            }
        }
    }

    /// Partners that a VAN's mailbox may bring and that there are not.
    mutating func lintMailbox() {
        for (index, id) in profile.drop.partners.enumerated() where !others.contains(where: { $0.id == id }) {
            let near = others.map(\.id).nearest(to: id).map { "did you mean \"\($0)\"?" }
            add(
                .inert, "drop.partners[\(index)]", "there is no partner \(quoted(id)) in use",
                near ?? "add its profile, or take it out")
        }
    }

    private mutating func lint(_ part: CompanionGuide.Part, _ direction: Profile.Direction) {
        guard let rule = part.rules.first else { return }
        let count = part.rules.count == 1 ? "1 rule" : "\(part.rules.count) rules"
        let words = direction == .inbound ? "the partner does not send" : "we do not send"
        if !profile.documents.isEmpty, !profile.exchanges(set: part.set, direction: direction) {
            // A part without direction of a set that goes the other way is in force there.
            guard !profile.exchanges(set: part.set, direction: direction.reversed) else { return }
            add(
                .inert, guide: rule.origin.file, line: rule.origin.line,
                "\(count) for the \(part.set), which \(words)", "add the set to documents, or take the rules away")
            return
        }
        guard !part.versions.isEmpty else { return }
        let own = String(profile.groupVersion.prefix(6))
        let traded = evidence.traded.filter { $0.set == part.set && $0.direction == direction }.map {
            String($0.version.prefix(6))
        }
        if !part.versions.contains(own), !part.versions.contains(where: traded.contains) {
            add(
                .inert, guide: rule.origin.file, line: rule.origin.line,
                "\(count) for the \(part.set) in \(part.versions.list), and what is exchanged is \(own)",
                "take `versions` away, or write the version that is exchanged")
        }
    }
}
