public import Commerce
import X12

extension SetReader {
    public mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout Self) -> Void
    ) {
        guard let run = run("HL") else { return }
        let first = Int(runs[run].first)
        hierarchyCount = Int(runs[run].end - runs[run].first)
        guard hierarchyCount <= HierarchyTree.most else {
            fault = .hierarchyCount
            return
        }
        let said = said(by: run)
        let tree = HierarchyTree(count: said.count) { (said[$0].number, said[$0].parent) }
        checkHierarchy(tree, said)
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
        _ sibling: Int, of tree: borrowing HierarchyTree, as parent: Int?, _ levels: inout List<Level>,
        _ enter: (inout Level, Int?, inout Self, Int) -> Int
    ) {
        levels.makeRoom(for: tree.siblings(from: sibling))
        var node = sibling
        while node >= 0 {
            let last = levels.addBlank()
            let number = enter(&levels[last], parent, &self, node)
            let below = tree.firstChild(of: node)
            if below >= 0 { read(below, of: tree, as: number, &levels[last].contains, enter) }
            node = tree.sibling(of: node)
        }
    }

    /// What the HLs of a run say: in a list of their own, since a closure over the reader would copy it for each.
    private mutating func said(by run: Int) -> [HierarchyCheck.Level] {
        var levels: [HierarchyCheck.Level] = []
        levels.reserveCapacity(hierarchyCount)
        for child in Int(runs[run].first)..<Int(runs[run].end) {
            let position = Int(children[child].first)
            let entry = window.entry(position)
            levels.append(
                HierarchyCheck.Level(
                    number: element(1, of: entry), parent: element(2, of: entry), code: element(3, of: entry),
                    hasContents: element(4, of: entry), segmentIndex: position - firstEntry + 1,
                    position: Int(entry.start)))
        }
        return levels
    }

    /// Notes what is wrong with the tree of HLs that say what `said` has.
    private mutating func checkHierarchy(_ tree: borrowing HierarchyTree, _ said: [HierarchyCheck.Level]) {
        var nesting = nesting
        var authority = "the profile's `hierarchy`"
        if nesting == nil, isShipment, let code = structureCode() {
            nesting = LevelNesting.structure(code.string)
            authority = "BSN05 \(code)"
        }
        let check = HierarchyCheck(nesting: nesting, authority: authority, isShipment: isShipment)
        breaches += check.breaches(in: tree) { said[$0] }
    }

    /// BSN05 of an 856.
    private mutating func structureCode() -> Text? {
        guard let child = children.values.first(where: { window.entry(Int($0.first)).id == "BSN" }) else { return nil }
        return element(5, of: window.entry(Int(child.first)))
    }

    /// An element as sent, empty when absent.
    private mutating func element(_ number: Int, of entry: SegmentIndex.Entry) -> Text {
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
