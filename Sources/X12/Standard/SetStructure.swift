/// The structure of one transaction set: its segments and loops in the standard's order, ST to SE.
public struct SetStructure: Sendable {
    /// One place in the structure: a segment, or a loop with its first segment.
    public struct Node: Sendable, BitwiseCopyable {
        /// The segment that stands here; of a loop its first, which opens it.
        public var id: SegmentID
        /// Index of the segment's definition in the version.
        public var segment: Int
        /// Whether the segment or the loop must be there.
        public var isMandatory: Bool
        /// How often the segment may stand here, or the loop repeat; 0 for any number.
        public var maximum: Int
        /// Whether this opens a loop.
        public var isLoop: Bool
        /// The loop this stands in, as its index, or -1 for none.
        public var parent: Int
        /// The index behind the last node of this loop; of a segment its own index plus 1.
        public var end: Int
    }

    /// ST01, such as `850`.
    public var set: String
    /// GS01 of its groups, such as `PO`.
    public var functionalCode: String
    /// The title, such as "Purchase Order".
    public var title: String
    /// The nodes; the first is ST, the last SE.
    public let nodes: [Node]

    /// Makes a structure without a place, to be replaced by that of a set.
    package init() {
        self.init(set: "", functionalCode: "", title: "", nodes: [])
    }

    /// A step in ``steps``: no way.
    static let noStep: UInt16 = 0xFFFF
    /// Flag in a step: a mandatory node may be passed over on the way.
    static let passesMandatory: UInt16 = 0x8000

    /// The distinct identifiers, hashed: `slotKeys[h]` holds an identifier, `slotValues[h]` its slot.
    private let slotKeys: [UInt32]
    private let slotValues: [UInt8]
    private let slotCount: Int
    /// For each node and slot the node that the segment belongs to when it follows that node.
    private let steps: [UInt16]

    init(set: String, functionalCode: String, title: String, nodes: [Node]) {
        self.set = set
        self.functionalCode = functionalCode
        self.title = title
        self.nodes = nodes
        var keys = [UInt32](repeating: 0, count: 512)
        var values = [UInt8](repeating: 0, count: 512)
        var ids: [SegmentID] = []
        for node in nodes where !ids.contains(node.id) {
            var hash = Self.hash(node.id.packed)
            while keys[hash] != 0 { hash = (hash + 1) & 511 }
            keys[hash] = node.id.packed
            values[hash] = UInt8(ids.count)
            ids.append(node.id)
        }
        slotKeys = keys
        slotValues = values
        slotCount = ids.count
        steps = Self.allSteps(nodes: nodes, ids: ids)
    }

    @inline(__always)
    private static func hash(_ packed: UInt32) -> Int {
        Int((packed &* 0x9E37_79B1) &>> 23)
    }

    /// The slot of an identifier of this set, or -1.
    @inline(__always)
    func slot(of id: SegmentID) -> Int {
        var hash = Self.hash(id.packed)
        while true {
            let key = slotKeys[hash]
            if key == id.packed { return key == 0 ? -1 : Int(slotValues[hash]) }
            if key == 0 { return -1 }
            hash = (hash &+ 1) & 511
        }
    }

    /// The step from `node` on a segment of `slot`: a node with ``passesMandatory``, or ``noStep``.
    @inline(__always)
    func step(from node: Int, slot: Int) -> UInt16 {
        steps[node &* slotCount &+ slot]
    }
}

// MARK: - Steps

extension SetStructure {
    /// Works out every step once: forward in the loop a node stands in, then in the loops around it.
    private static func allSteps(nodes: [Node], ids: [SegmentID]) -> [UInt16] {
        var steps = [UInt16](repeating: noStep, count: nodes.count * ids.count)
        var slots: [SegmentID: Int] = [:]
        for (slot, id) in ids.enumerated() { slots[id] = slot }
        for from in nodes.indices {
            var isPassing = false
            visitForward(from: from, nodes: nodes) { candidate, isOpen in
                if let slot = slots[nodes[candidate].id], steps[from * ids.count + slot] == noStep {
                    steps[from * ids.count + slot] = UInt16(candidate) | (isPassing ? passesMandatory : 0)
                }
                if nodes[candidate].isMandatory, !isOpen { isPassing = true }
            }
        }
        return steps
    }

    /// Visits the nodes that may follow `from`, nearest first: the loop it opens, then itself and its later siblings,
    /// then the loop it stands in and that loop's later siblings, and so on outwards. `visit` also learns whether the
    /// node is `from` or a loop it stands in, of which another may follow but none is lacking.
    static func visitForward(from: Int, nodes: [Node], _ visit: (_ node: Int, _ isOpen: Bool) -> Void) {
        if nodes[from].isLoop {
            var inner = from + 1
            while inner < nodes[from].end {
                visit(inner, false)
                inner = nodes[inner].end
            }
        }
        var place = from
        while true {
            let parent = nodes[place].parent
            let end = parent < 0 ? nodes.count : nodes[parent].end
            var sibling = place
            while sibling < end {
                visit(sibling, sibling == place)
                sibling = nodes[sibling].end
            }
            if parent < 0 { return }
            place = parent
        }
    }

    /// The mandatory nodes passed over on the way from one node to another, in order.
    func mandatoryPassed(from: Int, to: Int) -> [Int] {
        var passed: [Int] = []
        var isOver = false
        Self.visitForward(from: from, nodes: nodes) { candidate, isOpen in
            if candidate == to { isOver = true }
            if !isOver, !isOpen, nodes[candidate].isMandatory { passed.append(candidate) }
        }
        return passed
    }
}
