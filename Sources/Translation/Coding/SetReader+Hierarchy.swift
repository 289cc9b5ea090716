import Commerce
import X12

extension SetReader {
    public mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout [Level], _ body: (inout Level, inout Self) -> Void
    ) {
        guard let run = run("HL") else { return }
        let tree = HierarchyTree(numbers: hierarchyNumbers(run))
        if tree.depth > Self.deepestHierarchy {
            fault = .hierarchyDepth
            return
        }
        // In the order in which the writer will number them, so that HL[n] means the same both ways.
        let first = Int(runs[run].first)
        var flat: [Level] = []
        flat.reserveCapacity(tree.order.count)
        for (ordinal, node) in tree.order.enumerated() {
            flat.append(Level())
            enter(first + node, in: run) { reader in
                reader.expectedNumbers = (
                    ordinal + 1, tree.parents[node].map { tree.ordinals[$0] + 1 }
                )
                body(&flat[ordinal], &reader)
            }
        }
        // Children come behind their parents: from the back, each is complete when it is handed up.
        for ordinal in flat.indices.reversed() {
            let level = flat.removeLast()
            if let parent = tree.parents[tree.order[ordinal]] {
                flat[tree.ordinals[parent]].contains.append(level)
            } else {
                levels.append(level)
            }
        }
        levels.reverse()
        for index in levels.indices { Self.restoreOrder(&levels[index], depth: 1) }
    }

    /// Levels were handed up last first.
    private static func restoreOrder<Level: HierarchyLevel>(_ level: inout Level, depth: Int) {
        guard depth <= deepestHierarchy else { return }
        level.contains.reverse()
        for index in level.contains.indices { restoreOrder(&level.contains[index], depth: depth + 1) }
    }

    /// HL01 and HL02 of every HL in the run, as sent.
    private func hierarchyNumbers(_ run: Int) -> [(own: Text, parent: Text)] {
        (Int(runs[run].first)..<Int(runs[run].end)).map { child in
            let entry = entries[Int(children[child].first)]
            func element(_ number: Int) -> Text {
                guard number <= entry.elementCount else { return "" }
                return text(
                    Int(marks[Int(entry.firstMark) + number - 1]) + 1, Int(marks[Int(entry.firstMark) + number]))
            }
            return (element(1), element(2))
        }
    }

    /// Takes HL01 and HL02 of the open HL as coded, and keeps their spelling when it is not what the writer will write.
    mutating func codeHierarchyNumbers(_ entry: SegmentIndex.Entry) {
        guard let (own, parent) = expectedNumbers else { return }
        expectedNumbers = nil
        for (element, expected) in [(1, Optional(own)), (2, parent)] {
            let start = element <= entry.elementCount ? Int(marks[Int(entry.firstMark) + element - 1]) + 1 : 0
            let end = element <= entry.elementCount ? Int(marks[Int(entry.firstMark) + element]) : 0
            coded |= 1 << UInt64(element)
            let found = start < end ? text(start, end) : ""
            if found != expected.map({ Text(String($0)) }) ?? "" {
                var extra = ExtraElement()
                extra.element = element
                extra.value = found
                extra.raw = true
                spelling.append(extra)
            }
        }
    }
}

/// The tree that HL01 and HL02 of the HL segments describe. A parent that no earlier HL has makes a root.
struct HierarchyTree {
    /// For each HL the index of its parent.
    private(set) var parents: [Int?] = []
    /// The HLs as a person would number them: each parent before its children, children in the order of the file.
    private(set) var order: [Int] = []
    /// For each HL its place in ``order``.
    private(set) var ordinals: [Int] = []
    /// The depth of the deepest, roots at 1.
    private(set) var depth = 0

    init(numbers: [(own: Text, parent: Text)]) {
        var known: [Text: Int] = [:]
        var depths: [Int] = []
        var children: [[Int]] = Array(repeating: [], count: numbers.count)
        var roots: [Int] = []
        for (index, number) in numbers.enumerated() {
            let parent = number.parent.isEmpty ? nil : known[number.parent]
            parents.append(parent)
            depths.append((parent.map { depths[$0] } ?? 0) + 1)
            depth = max(depth, depths[index])
            if let parent { children[parent].append(index) } else { roots.append(index) }
            known[number.own] = index
        }
        // Iterative: the depth is the sender's.
        var stack = Array(roots.reversed())
        ordinals = Array(repeating: 0, count: numbers.count)
        while let node = stack.popLast() {
            ordinals[node] = order.count
            order.append(node)
            stack.append(contentsOf: children[node].reversed())
        }
    }
}
