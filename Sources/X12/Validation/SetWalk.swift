/// Where a set stands in its structure: which loops are open and how often each node was used in them.
///
/// A value that is reused from set to set; nothing is cleared between sets, because counts are stamped with the serial
/// number of the loop they belong to.
struct SetWalk {
    /// The node the last segment belonged to.
    private(set) var current = 0
    private var serial: UInt32 = 0
    private var rootSerial: UInt32 = 0
    /// Serial of the open or last occurrence of each loop.
    private var serials: [UInt32] = []
    private var stamps: [UInt32] = []
    private var uses: [UInt32] = []

    /// Begins a set at ST.
    mutating func begin(_ structure: SetStructure) {
        if serials.count < structure.nodes.count || serial > .max / 2 {
            let count = max(structure.nodes.count, serials.count)
            serials = Array(repeating: 0, count: count)
            stamps = serials
            uses = serials
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
        let occurrence = node.parent < 0 ? rootSerial : serials[node.parent]
        if stamps[index] == occurrence {
            uses[index] &+= 1
        } else {
            stamps[index] = occurrence
            uses[index] = 1
        }
        if node.isLoop {
            serial &+= 1
            serials[index] = serial
        }
        current = index
        return node.maximum > 0 && Int(uses[index]) == node.maximum &+ 1 ? .aboveMaximum : .fine
    }

    /// How often a node was used in the open occurrence of its loop.
    func uses(of index: Int, _ node: SetStructure.Node) -> Int {
        stamps[index] == (node.parent < 0 ? rootSerial : serials[node.parent]) ? Int(uses[index]) : 0
    }

    /// Takes a node as used, so that its absence is told once.
    mutating func excuse(_ index: Int, _ node: SetStructure.Node) {
        let occurrence = node.parent < 0 ? rootSerial : serials[node.parent]
        if stamps[index] != occurrence {
            stamps[index] = occurrence
            uses[index] = 0
        }
        uses[index] &+= 1
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
