public import X12

/// Chooses which elements of a segment, or components of a composite, are there, so that every syntax note holds. Each
/// way to satisfy a note comes up.
public enum Presence {
    /// Whether a note holds for the positions present, by the words of X12.6: written apart from the validator.
    public static func holds(_ note: SyntaxNote, _ present: Set<Int>) -> Bool {
        let positions = note.positions.map(Int.init)
        let there = positions.filter(present.contains).count
        switch note.kind {
        case .paired: return there == 0 || there == positions.count
        case .required: return there >= 1
        case .exclusive: return there <= 1
        case .conditional: return !present.contains(positions[0]) || there == positions.count
        case .list: return !present.contains(positions[0]) || there >= 2
        }
    }

    /// Positions that hold the mandatory ones and satisfy the notes; `part` in 8 of the others are there at first.
    static func choose(
        mandatory: Set<Int>, count: Int, notes: [SyntaxNote], part: Int, random: inout Seeded
    ) -> Set<Int> {
        while true {
            var present = mandatory
            for position in 1..<(count + 1) where Int.random(in: 0..<8, using: &random) < part {
                present.insert(position)
            }
            for _ in 0..<40 {
                guard let broken = notes.filter({ !holds($0, present) }).randomElement(using: &random) else { break }
                mend(broken, &present, mandatory, &random)
            }
            // A segment or composite that says nothing may not be sent.
            if present.isEmpty, let one = (1...max(count, 1)).randomElement(using: &random) {
                present.insert(one)
            }
            if notes.allSatisfy({ holds($0, present) }) { return present }
        }
    }

    private static func mend(
        _ note: SyntaxNote, _ present: inout Set<Int>, _ mandatory: Set<Int>, _ random: inout Seeded
    ) {
        let positions = note.positions.map(Int.init)
        let isAdding = Bool.random(using: &random)
        switch note.kind {
        case .paired:
            if isAdding || !mandatory.isDisjoint(with: positions) {
                present.formUnion(positions)
            } else {
                present.subtract(positions)
            }
        case .required:
            if let one = positions.randomElement(using: &random) { present.insert(one) }
        case .exclusive:
            let kept = positions.first(where: mandatory.contains) ?? positions.randomElement(using: &random)
            present.subtract(positions.filter { $0 != kept })
        case .conditional:
            if isAdding || mandatory.contains(positions[0]) {
                present.formUnion(positions)
            } else {
                present.remove(positions[0])
            }
        case .list:
            if isAdding || mandatory.contains(positions[0]) {
                if let one = positions.dropFirst().randomElement(using: &random) { present.insert(one) }
            } else {
                present.remove(positions[0])
            }
        }
    }
}
