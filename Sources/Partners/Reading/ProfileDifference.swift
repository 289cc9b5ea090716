import X12

/// Is one difference in effect between two profiles.
public struct ProfileDifference: Sendable, Equatable {
    /// Where: a field such as `envelope.isa14`, or a set of the guide, such as `guide in 856`.
    public var place: String
    /// What the first says and the second does not; of a plain value one.
    public var removed: [String]
    /// What the second says and the first does not.
    public var added: [String]
    /// What the field means; empty for a guide's rules.
    public var meaning: String

    /// Makes a difference.
    init(place: String, removed: [String], added: [String], meaning: String = "") {
        self.place = place
        self.removed = removed
        self.added = added
        self.meaning = meaning
    }
}

extension PartnerDirectory {
    /// What a partner has here that another, perhaps of another directory, has not, and the other way about: values that
    /// hold, whichever layer says them, and rules of the guides. Nil when one of the two cannot be read.
    public func differences(
        of id: String, against other: PartnerDirectory, _ otherID: String
    ) -> [ProfileDifference]? {
        guard let before = values(of: id), let after = other.values(of: otherID) else { return nil }
        var differences: [ProfileDifference] = []
        let isOneProfile = id == otherID
        for path in (before.map(\.path) + after.map(\.path)).unique() {
            // Of two partners that id and name differ says nothing.
            if !isOneProfile, path == "id" || path == "name" { continue }
            // The layers count by what they say.
            if path == "extends" || path == "schemaVersion" { continue }
            let old = before.first { $0.path == path }
            let new = after.first { $0.path == path }
            guard old?.text ?? "" != new?.text ?? "" else { continue }
            let removed = old.map { $0.elements ?? [$0.text] } ?? []
            let added = new.map { $0.elements ?? [$0.text] } ?? []
            let isReordered = removed.sorted() == added.sorted()
            differences.append(
                ProfileDifference(
                    place: path,
                    removed: isReordered ? removed : removed.filter { !$0.isEmpty && !added.contains($0) },
                    added: isReordered ? added : added.filter { !$0.isEmpty && !removed.contains($0) },
                    meaning: FormatSchema.profile.field(path)?.meaning ?? ""))
        }
        guard let one = profile(id), let two = other.profile(otherID) else { return differences }
        return differences + Self.guideDifferences(one, two)
    }

    private static func guideDifferences(_ one: Profile, _ two: Profile) -> [ProfileDifference] {
        var differences: [ProfileDifference] = []
        for direction in Profile.Direction.allCases {
            let before = rules(one.guide(direction))
            let after = rules(two.guide(direction))
            for set in Set(before.keys).union(after.keys).sorted() {
                let old = before[set] ?? []
                let new = after[set] ?? []
                let removed = old.filter { !new.contains($0) }
                let added = new.filter { !old.contains($0) }
                if !removed.isEmpty || !added.isEmpty {
                    differences.append(
                        ProfileDifference(
                            place: "guide \(direction.rawValue) \(set)", removed: removed, added: added))
                }
            }
        }
        return differences
    }

    /// The rules of a guide in words, by set and versions.
    private static func rules(_ guide: CompanionGuide?) -> [String: [String]] {
        var rules: [String: [String]] = [:]
        for part in guide?.parts ?? [] {
            let set = part.versions.isEmpty ? part.set : "\(part.set) \(part.versions.joined(separator: " "))"
            rules[set, default: []] += part.rules.map { rule in
                rule.origin.statement + (rule.severity.map { " [\($0.name)]" } ?? "")
            }
        }
        return rules
    }
}

extension Sequence<String> {
    /// Each once, in the order in which they first come.
    func unique() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
