/// Quotes a value for a sentence, 40 characters at most, what cannot be printed shown as an escape.
func quoted(_ value: String) -> String {
    guard !value.isEmpty else { return "nothing" }
    var shown = ""
    for scalar in value.unicodeScalars.prefix(40) {
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
            shown += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            shown.unicodeScalars.append(scalar)
        }
    }
    return value.unicodeScalars.count > 40 ? "\"\(shown)…\"" : "\"\(shown)\""
}

extension Sequence<String> {
    /// The words as a choice: `"a", "b" or "c"`.
    var choice: String { joined(by: "or") }

    /// The words as a list: `"a", "b" and "c"`.
    var list: String { joined(by: "and") }

    private func joined(by conjunction: String) -> String {
        let words = map(quoted)
        guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    /// The word that takes the fewest edits, at most a third of its length and at least one, to come from `word`; nil
    /// when none is that near.
    func nearest(to word: String) -> String? {
        let source = Array(word.lowercased().utf8)
        // A word far longer than any here has no near one and would cost its length for each.
        guard !source.isEmpty, source.count <= 64 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in self {
            let distance = editDistance(source, Array(candidate.lowercased().utf8))
            if distance <= Swift.max(1, candidate.utf8.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }
}

/// The least number of bytes inserted, removed or replaced that makes `b` of `a`.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var last = Array(0...b.count)
    for (row, byte) in a.enumerated() {
        var current = [row &+ 1]
        for (column, other) in b.enumerated() {
            let changed = last[column] &+ (byte == other ? 0 : 1)
            current.append(min(changed, last[column &+ 1] &+ 1, current[column] &+ 1))
        }
        last = current
    }
    return last[b.count]
}
