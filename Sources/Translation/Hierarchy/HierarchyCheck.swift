import Commerce
import X12

/// Judges the HL tree of one set: numbers, parents, HL04, and where an 856 is concerned its levels.
struct HierarchyCheck: ~Copyable {
    /// What an HL says, and where.
    struct Level {
        /// HL01 to HL04.
        var number: Text, parent: Text, code: Text, hasContents: Text
        /// The ordinal of the segment, ST being 1.
        var segmentIndex: Int
        /// Where in the window the segment begins.
        var position: Int
    }

    /// The most breaches of one kind that are told apart; the last tells how many more there are.
    static let mostAlike = 100

    /// Which level may stand where; `nil` for any.
    let nesting: LevelNesting?
    /// What calls for the nesting, such as "BSN05 0001".
    let authority: String
    /// Whether the set is about one shipment, so that it has one level S.
    let isShipment: Bool

    private var breaches: [Breach] = []
    private var counts: [FindingCode: (last: Int, count: Int)] = [:]

    init(nesting: LevelNesting?, authority: String, isShipment: Bool) {
        self.nesting = nesting
        self.authority = authority
        self.isShipment = isShipment
    }

    /// The breaches of a tree, `level` giving what an HL says by its index; in the order of their kinds.
    consuming func breaches(in tree: borrowing HierarchyTree, level: (Int) -> Level) -> [Breach] {
        checkNumbers(tree, level)
        checkChildren(tree, level)
        checkLevels(tree, level)
        for (_, alike) in counts where alike.count > Self.mostAlike {
            breaches[alike.last].reason += "; \(alike.count - Self.mostAlike) more like it follow"
        }
        return breaches
    }

    private mutating func add(_ code: FindingCode, _ element: Int, _ level: Level, _ value: Text, _ reason: String) {
        let before = counts[code]
        counts[code] = (before?.last ?? 0, (before?.count ?? 0) + 1)
        guard (before?.count ?? 0) < Self.mostAlike else { return }
        counts[code]?.last = breaches.count
        breaches.append(
            Breach(
                code: code, segment: "HL", element: element, value: value.string, reason: reason,
                segmentIndex: level.segmentIndex, position: level.position))
    }

    // MARK: - HL01 and HL02

    private mutating func checkNumbers(_ tree: borrowing HierarchyTree, _ level: (Int) -> Level) {
        for (node, oddity) in tree.oddities {
            let own = level(node)
            let name = own.code.isEmpty ? "the HL" : "level \(own.code)"
            switch oddity {
            case .sequence:
                let expected = node == 0 ? "1" : "one more than \(level(node - 1).number)"
                add(.hierarchySequence, 1, own, own.number, "HL01 is \(own.number); expected \(expected)")
            case .duplicate:
                add(.hierarchyDuplicate, 1, own, own.number, "HL01 \(own.number) stands twice")
            case .missingParent:
                add(
                    .hierarchyParent, 2, own, own.parent,
                    "no HL has the number \(own.parent) that HL02 names; \(name) is put at the root")
            case .laterParent:
                add(
                    .hierarchyOrder, 2, own, own.parent,
                    "HL02 names \(own.parent), which follows; \(name) is put below it all the same")
            case .cycle:
                add(
                    .hierarchyCycle, 2, own, own.parent,
                    "HL02 \(own.parent) leads back to HL \(own.number); \(name) is put at the root")
            case .depth:
                add(
                    .hierarchyDepth, 2, own, own.parent,
                    "HL \(own.number) is deeper than \(HierarchyTree.deepest) levels; it is put at the root")
            }
        }
    }

    // MARK: - HL04

    private mutating func checkChildren(_ tree: borrowing HierarchyTree, _ level: (Int) -> Level) {
        for node in 0..<tree.count {
            let hasChildren = tree.firstChild(of: node) >= 0
            let own = level(node)
            guard own.hasContents == "1" && !hasChildren || own.hasContents == "0" && hasChildren else { continue }
            add(
                .hierarchyChild, 4, own, own.hasContents,
                "HL04 of level \(own.code) says \(own.hasContents), "
                    + (hasChildren ? "but levels are below it" : "but no level is below it"))
        }
    }

    // MARK: - HL03

    private mutating func checkLevels(_ tree: borrowing HierarchyTree, _ level: (Int) -> Level) {
        guard isShipment || nesting != nil else { return }
        var codes: [UInt16] = []
        codes.reserveCapacity(tree.count)
        for node in 0..<tree.count { codes.append(level(node).code.withBytes { LevelNesting.packed($0) }) }
        checkShipment(codes, level)
        guard let nesting else { return }
        for node in 0..<tree.count {
            let parent = tree.parent(of: node)
            if nesting.allows(codes[node], below: parent < 0 ? nil : codes[parent]) { continue }
            let own = level(node)
            // A second root is told by its parent or as a second shipment.
            if parent < 0, !own.parent.isEmpty || own.code == "S" { continue }
            let places = nesting.places(of: codes[node])
            let found = parent < 0 ? "at the root" : "below \(level(parent).code)"
            add(
                .hierarchyLevel, 3, own, own.code,
                "level \(own.code) stands \(found); \(authority) has it "
                    + (places.isEmpty ? "nowhere" : "below \(places.joined(separator: " or "))"))
        }
    }

    /// One level S, the first: of every named nesting that has S at its root; of an open one not two.
    private mutating func checkShipment(_ codes: [UInt16], _ level: (Int) -> Level) {
        let shipment = UInt16(UInt8(ascii: "S"))
        var hasShipment = false
        for node in codes.indices where codes[node] == shipment {
            if hasShipment {
                add(.hierarchyShipment, 3, level(node), "S", "a second level S; a set is about one shipment")
            }
            hasShipment = true
        }
        guard let nesting, nesting.allows(shipment, below: nil), !codes.isEmpty, codes[0] != shipment else { return }
        let first = level(0)
        add(
            .hierarchyShipment, 3, first, first.code,
            hasShipment
                ? "the first HL is level \(first.code), not the shipment"
                : "there is no level S, the shipment that \(authority) begins with")
    }
}
