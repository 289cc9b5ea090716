extension Sequence<String> {
    /// The word that takes the fewest edits, at most a third of its length and at least one, to come from `word`; nil
    /// when none is that near. What every suggestion of the program is made by.
    package func nearest(to word: String) -> String? {
        let source = Array(word.utf8)
        // A word far longer than any here has no near one and would cost its length for each.
        guard !source.isEmpty, source.count <= 64 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in self {
            let distance = editDistance(source, Array(candidate.utf8))
            if distance <= Swift.max(1, candidate.utf8.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }
}

/// The least number of bytes inserted, removed, replaced or swapped with their neighbour that makes `b` of `a`, letters
/// compared without case.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for row in 0..<a.count {
        var current = [row &+ 1]
        for column in 0..<b.count {
            let isSame = a[row] | 0x20 == b[column] | 0x20
            var least = min(last[column &+ 1], current[column]) &+ 1
            least = min(least, last[column] &+ (isSame ? 0 : 1))
            if row > 0, column > 0, a[row] == b[column &- 1], a[row &- 1] == b[column] {
                least = min(least, beforeLast[column &- 1] &+ 1)
            }
            current.append(least)
        }
        beforeLast = last
        last = current
    }
    return last[b.count]
}
