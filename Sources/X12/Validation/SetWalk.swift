/// Where a set stands in its structure: which loops are open and how often each node was used in them.
///
/// A value that is reused from set to set; nothing is cleared between sets, because counts are stamped with the serial
/// number of the loop they belong to.
struct SetWalk {
    /// The node the last segment belonged to.
    private(set) var current = 0
    private var serial: UInt32 = 0
    private var rootSerial: UInt32 = 0
    private var uses: [Use] = []

    /// What is known of a node.
    private struct Use: BitwiseCopyable {
        /// Of a loop the serial number of its open or last occurrence.
        var serial: UInt32 = 0
        /// The occurrence of the loop around it that ``count`` is about.
        var stamp: UInt32 = 0
        /// How often it was used there.
        var count: UInt32 = 0
    }

    /// Begins a set at ST.
    mutating func begin(_ structure: SetStructure) {
        if uses.count < structure.nodes.count || serial > .max / 2 {
            uses = Array(repeating: Use(), count: max(structure.nodes.count, uses.count))
            serial = 0
        }
        serial &+= 1
        rootSerial = serial
        current = 0
    }

    /// What a step amounted to.
    enum Entry: BitwiseCopyable {
        case fine
        /// The segment stood here as often as allowed already; told once per loop.
        case aboveMaximum
    }

    /// Goes to a node.
    @inline(__always)
    mutating func enter(_ index: Int, _ node: SetStructure.Node) -> Entry {
        let occurrence = occurrence(around: node)
        var use = uses[index]
        use.count = use.stamp == occurrence ? use.count &+ 1 : 1
        use.stamp = occurrence
        if node.isLoop {
            serial &+= 1
            use.serial = serial
        }
        uses[index] = use
        current = index
        return node.maximum > 0 && Int(use.count) == node.maximum &+ 1 ? .aboveMaximum : .fine
    }

    /// The serial number of the open occurrence of the loop that a node stands in.
    @inline(__always)
    private func occurrence(around node: SetStructure.Node) -> UInt32 {
        node.parent < 0 ? rootSerial : uses[node.parent].serial
    }

    /// How often a node was used in the open occurrence of its loop.
    func uses(of index: Int, _ node: SetStructure.Node) -> Int {
        uses[index].stamp == occurrence(around: node) ? Int(uses[index].count) : 0
    }

    /// Takes a node as used, so that its absence is told once.
    mutating func excuse(_ index: Int, _ node: SetStructure.Node) {
        let occurrence = occurrence(around: node)
        if uses[index].stamp != occurrence {
            uses[index].stamp = occurrence
            uses[index].count = 0
        }
        uses[index].count &+= 1
    }

    /// Whether the loop that `node` stands in is open.
    func isOpen(around node: SetStructure.Node, in structure: SetStructure) -> Bool {
        if node.parent < 0 { return true }
        var loop = structure.nodes[current].isLoop ? current : structure.nodes[current].parent
        while loop >= 0 {
            if loop == node.parent { return true }
            loop = structure.nodes[loop].parent
        }
        return false
    }
}
