/// Reads which HL levels stand where.
enum HierarchyInference {
    /// The paths of levels from the root to each leaf, with the number of documents that have them.
    static func paths(of samples: [SampleSet]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for sample in samples {
            var found: Set<String> = []
            var paths: [Int: [String]] = [:]
            var parents: Set<Int> = []
            for (index, segment) in sample.segments.enumerated() where segment.id == "HL" && segment.node >= 0 {
                parents.insert(segment.owner)
                // A tree deeper than any structure of levels is no habit but a mistake.
                let above = paths[segment.owner] ?? []
                if above.count < 16 { paths[index] = above + [segment[3]] }
            }
            for (index, path) in paths where !parents.contains(index) && path.allSatisfy(isLevel) {
                let isShort = path.allSatisfy { $0.utf8.count == 1 }
                found.insert(path.joined(separator: isShort ? "" : ">"))
            }
            for path in found { counts[path, default: 0] += 1 }
        }
        return counts
    }

    private static func isLevel(_ code: String) -> Bool {
        (1...2).contains(code.utf8.count) && UsageTally.isPlain(code)
    }
}
