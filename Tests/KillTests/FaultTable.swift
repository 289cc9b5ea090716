import Foundation

/// What the trials of one kind came to.
struct FaultRow {
    var kind: String
    var points = 0
    /// Files that a receiver never got.
    var lost = 0
    /// Files that a receiver got more than once.
    var doubled = 0
    /// Effects that came before what they rest on.
    var disordered = 0
    /// Trials that ended in another world in any other way, or in another exit status.
    var wrong = 0
    /// The first few of these, in words.
    var examples: [String] = []

    var isClean: Bool { lost == 0 && doubled == 0 && disordered == 0 && wrong == 0 && points > 0 }

    init(_ kind: String) { self.kind = kind }

    mutating func note(_ example: String) { if examples.count < 5 { examples.append(example) } }

    /// Compares a world with the one that an undisturbed run leaves.
    mutating func compare(_ world: World, with expected: World, _ trial: String) {
        var isSame = true
        for (file, count) in expected.received where world.received[file, default: 0] < count {
            lost += count - world.received[file, default: 0]
            isSame = false
            note("\(trial): lost \(file.prefix(120))")
        }
        for (file, count) in world.received where count > expected.received[file, default: 0] {
            if expected.received[file] == nil {
                wrong += 1
            } else {
                doubled += count - expected.received[file, default: 0]
            }
            isSame = false
            note("\(trial): \(expected.received[file] == nil ? "unknown" : "doubled") \(file.prefix(120))")
        }
        if isSame, world != expected {
            wrong += 1
            let rows = Set(world.rows).symmetricDifference(expected.rows).map { "row \($0.prefix(200))" }
            let files = Set(world.files.map { "\($0.key) \($0.value.prefix(60))" })
                .symmetricDifference(expected.files.map { "\($0.key) \($0.value.prefix(60))" })
            note("\(trial): differs in \((rows + files).sorted().prefix(4))")
        }
    }
}

/// What all trials came to, as it is printed.
enum FaultTable {
    static func text(_ rows: [FaultRow]) -> String {
        func cell(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        var lines = [
            cell("kind", 50) + cell("points", 8) + cell("lost", 6) + cell("doubled", 9) + cell("wrong order", 13)
                + "wrong"
        ]
        for row in rows {
            lines.append(
                cell(row.kind, 50) + cell("\(row.points)", 8) + cell("\(row.lost)", 6) + cell("\(row.doubled)", 9)
                    + cell("\(row.disordered)", 13) + "\(row.wrong)")
            lines += row.examples.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
