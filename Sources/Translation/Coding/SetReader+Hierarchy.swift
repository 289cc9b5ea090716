import Commerce
import X12

extension SetReader {
    public mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout [Level], _ body: (inout Level, inout Self) -> Void
    ) {
        guard let run = run("HL") else { return }
        let first = Int(runs[run].first)
        let tree = hierarchyTree(run)
        hierarchyCount = Int(runs[run].end - runs[run].first)
        if tree.depth > Self.deepestHierarchy {
            fault = .hierarchyDepth
            return
        }
        var ordinal = 0
        read(tree.firstRoot, of: tree, as: nil, &levels) { level, expected, reader, node in
            ordinal &+= 1
            reader.enter(first &+ node, in: run) { reader in
                reader.expectedNumbers = (ordinal, expected)
                body(&level, &reader)
            }
            return ordinal
        }
    }

    /// Reads an HL and its younger siblings, each with what is below it at once: in the order in which the writer will
    /// number them, so that HL[n] means the same both ways, and straight into their place, since a level is too large
    /// to be moved about. The tree's depth bounds the recursion.
    ///
    /// - Parameters:
    ///   - sibling: The first of the HLs, as its index.
    ///   - tree: The tree they stand in.
    ///   - parent: The number that the writer will give the HL above.
    ///   - levels: Where they go.
    ///   - enter: Reads one HL, given as its index, and gives the number that the writer will give it.
    private mutating func read<Level: HierarchyLevel>(
        _ sibling: Int, of tree: borrowing HierarchyTree, as parent: Int?, _ levels: inout [Level],
        _ enter: (inout Level, Int?, inout Self, Int) -> Int
    ) {
        levels.reserveCapacity(levels.count &+ tree.siblings(from: sibling))
        var node = sibling
        while node >= 0 {
            levels.append(Level())
            let last = levels.count &- 1
            let number = enter(&levels[last], parent, &self, node)
            let below = tree.firstChild(of: node)
            if below >= 0 { read(below, of: tree, as: number, &levels[last].contains, enter) }
            node = tree.sibling(of: node)
        }
    }

    /// The tree of the HLs in a run.
    private func hierarchyTree(_ run: Int) -> HierarchyTree {
        let range = Int(runs[run].first)..<Int(runs[run].end)
        var tree = HierarchyTree(capacity: range.count)
        for child in range {
            let entry = window.entry(Int(children[child].first))
            tree.add(number: element(1, of: entry), parent: element(2, of: entry))
        }
        return tree
    }

    /// An element as sent, empty when absent.
    private func element(_ number: Int, of entry: SegmentIndex.Entry) -> Text {
        guard number <= entry.elementCount else { return "" }
        return text(
            window.mark(Int(entry.firstMark) &+ number &- 1) &+ 1, window.mark(Int(entry.firstMark) &+ number))
    }

    /// Takes HL01 and HL02 of the open HL as coded, and keeps their spelling when it is not what the writer will write.
    mutating func codeHierarchyNumbers(_ entry: SegmentIndex.Entry) {
        guard let (own, parent) = expectedNumbers else { return }
        expectedNumbers = nil
        codeHierarchyNumber(1, own, entry)
        codeHierarchyNumber(2, parent, entry)
    }

    private mutating func codeHierarchyNumber(_ number: Int, _ expected: Int?, _ entry: SegmentIndex.Entry) {
        coded |= 1 << UInt64(number)
        let found = element(number, of: entry)
        if found.wholeNumber == expected, expected != nil || found.isEmpty { return }
        var extra = ExtraElement()
        extra.element = number
        extra.value = found
        extra.raw = true
        spelling.append(extra)
    }
}

/// The tree that HL01 and HL02 of the HL segments describe. A parent that no earlier HL has makes a root.
///
/// HLs are known by their index in the file; children keep the order of the file.
struct HierarchyTree: ~Copyable {
    /// The depth of the deepest, roots at 1.
    private(set) var depth = 0
    /// The first root, or -1.
    private(set) var firstRoot = -1

    private var lastRoot = -1
    private var nodes: [Node] = []
    /// The last HL of each number, once one was not the next of 1, 2, 3, …; until then the number is the place.
    private var known: [Text: Int] = [:]
    private var isCounted = true

    private struct Node: BitwiseCopyable {
        var depth: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var sibling: Int32 = -1
    }

    init(capacity: Int) { nodes.reserveCapacity(capacity) }

    /// Adds the next HL of the file.
    mutating func add(number: Text, parent: Text) {
        let above = parent.isEmpty ? -1 : self.node(numbered: parent)
        let node = nodes.count
        nodes.append(Node(depth: above < 0 ? 1 : nodes[above].depth &+ 1))
        depth = max(depth, Int(nodes[node].depth))
        let elder = above < 0 ? lastRoot : Int(nodes[above].lastChild)
        if elder >= 0 { nodes[elder].sibling = Int32(node) }
        if above < 0 {
            if elder < 0 { firstRoot = node }
            lastRoot = node
        } else {
            if elder < 0 { nodes[above].firstChild = Int32(node) }
            nodes[above].lastChild = Int32(node)
        }
        if isCounted, number.wholeNumber != node &+ 1 { stopCounting() }
        if !isCounted { known[number] = node }
    }

    /// The last HL so far of a number, or -1.
    private func node(numbered number: Text) -> Int {
        guard isCounted else { return known[number] ?? -1 }
        guard let value = number.wholeNumber, value >= 1, value <= nodes.count else { return -1 }
        return value &- 1
    }

    private mutating func stopCounting() {
        isCounted = false
        // The one that was added last is not known by its place.
        for node in 0..<max(nodes.count &- 1, 0) { known[Text(String(node + 1))] = node }
    }

    /// The first HL below another, or -1.
    func firstChild(of node: Int) -> Int { Int(nodes[node].firstChild) }

    /// The next HL under the same parent, or -1.
    func sibling(of node: Int) -> Int { Int(nodes[node].sibling) }

    /// How many HLs there are from one to its last sibling.
    func siblings(from first: Int) -> Int {
        var count = 0
        var node = first
        while node >= 0 {
            count &+= 1
            node = sibling(of: node)
        }
        return count
    }
}

extension Text {
    /// The number from 0 to 999 999 999 that the text writes as Swift would, or `nil`.
    fileprivate var wholeNumber: Int? {
        withBytes { digits in
            guard digits.count > 0, digits.count <= 9, digits[0] != UInt8(ascii: "0") || digits.count == 1 else {
                return nil
            }
            var value = 0
            for position in 0..<digits.count {
                let digit = digits[position] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                value = value &* 10 &+ Int(digit)
            }
            return value
        }
    }
}
