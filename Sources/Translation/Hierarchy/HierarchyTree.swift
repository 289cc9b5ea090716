package import Commerce

/// The tree that HL01 and HL02 of a set's HL segments describe.
///
/// An HL stands below the HL that its HL02 names, wherever that stands in the file: of several with that number below
/// the nearest before it, else the first behind it. One that names none, itself or an HL below itself is a root, and so
/// is one that would stand deeper than ``deepest``, with what is below it. So every HL has its place, whatever was sent.
///
/// HLs are known by their index in the file; children keep the order of the file. Nothing recurses over input, and all
/// is linear in the number of HLs.
package struct HierarchyTree: ~Copyable {
    /// The deepest tree that is built; shipment, order, tare, pack, subpack and item are six.
    package static let deepest = 12
    /// The most HLs of a set: as many as the standard lets the loop repeat.
    package static let most = 200_000

    /// How many HLs there are.
    package var count: Int { nodes.count }
    /// The first root, or -1.
    package private(set) var firstRoot = -1
    /// What is odd about HL01 and HL02, in the order of the file; empty for a tree in order.
    package private(set) var oddities: [(node: Int, oddity: Oddity)] = []

    /// Something about HL01 or HL02 that the standard does not allow.
    package enum Oddity: Int, Sendable {
        /// HL01 is not one more than that of the HL before, or not 1 for the first.
        case sequence
        /// An earlier HL has the same HL01.
        case duplicate
        /// HL02 names no HL.
        case missingParent
        /// HL02 names an HL that follows.
        case laterParent
        /// HL02 names the HL itself or one below it.
        case cycle
        /// The HL is deeper than ``HierarchyTree/deepest``.
        case depth
    }

    private var lastRoot = -1
    private var nodes: [Node] = []

    private struct Node: BitwiseCopyable {
        var parent: Int32 = -1
        var depth: Int32 = 0
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var sibling: Int32 = -1
    }

    /// Builds the tree of `count` HLs; `name` gives HL01 and HL02 of one by its index.
    package init(count: Int, name: (Int) -> (number: Text, parent: Text)) {
        nodes = [Node](repeating: Node(), count: max(count, 0))
        if !linkCounted(name) { link(name) }
        for node in 0..<nodes.count { place(node) }
    }

    // MARK: - Asking

    /// The HL above, or -1 for a root.
    package func parent(of node: Int) -> Int { Int(nodes[node].parent) }

    /// The first HL below another, or -1.
    package func firstChild(of node: Int) -> Int { Int(nodes[node].firstChild) }

    /// The next HL under the same parent, or -1.
    package func sibling(of node: Int) -> Int { Int(nodes[node].sibling) }

    /// How deep an HL stands, a root at 1.
    package func depth(of node: Int) -> Int { Int(nodes[node].depth) }

    /// How many HLs there are from one to its last sibling.
    package func siblings(from first: Int) -> Int {
        var count = 0
        var node = first
        while node >= 0 {
            count &+= 1
            node = sibling(of: node)
        }
        return count
    }

    // MARK: - Building

    /// Finds all parents when HLs are numbered 1, 2, 3 … and name earlier ones, as nearly all files do: without a
    /// table. False when one does not.
    private mutating func linkCounted(_ name: (Int) -> (number: Text, parent: Text)) -> Bool {
        for node in 0..<nodes.count {
            let (number, parent) = name(node)
            guard number.wholeNumber == node &+ 1 else { return false }
            var above = 0
            if !parent.isEmpty {
                guard let named = parent.wholeNumber, named >= 1, named <= node else { return false }
                above = named
            }
            setParent(of: node, above &- 1)
        }
        return true
    }

    /// Finds the parents of HLs that are numbered in any way.
    private mutating func link(_ name: (Int) -> (number: Text, parent: Text)) {
        oddities.removeAll()
        var last: [Text: Int] = [:]
        // HLs whose parent has not come yet, and those whose parent came later.
        var waiting: [Text: [Int]] = [:]
        var later: [Int] = []
        var before: Int?
        for node in 0..<nodes.count {
            let (number, parent) = name(node)
            let key = number.withoutLeadingZeros
            let value = key.wholeNumber
            nodes[node] = Node()
            if last[key] != nil {
                oddities.append((node, .duplicate))
            } else if value == nil || value != (before.map { $0 &+ 1 } ?? 1) {
                oddities.append((node, .sequence))
            }
            before = value
            if !parent.isEmpty {
                let named = parent.withoutLeadingZeros
                if let above = last[named] {
                    nodes[node].parent = Int32(truncatingIfNeeded: above)
                } else if named == key {
                    oddities.append((node, .cycle))
                } else {
                    waiting[named, default: []].append(node)
                }
            }
            if let children = waiting.removeValue(forKey: key) {
                for child in children { nodes[child].parent = Int32(truncatingIfNeeded: node) }
                later.append(contentsOf: children)
            }
            last[key] = node
        }
        for missing in waiting.values.joined() { oddities.append((missing, .missingParent)) }
        let cycles = breakCycles()
        for child in later where !cycles.contains(child) { oddities.append((child, .laterParent)) }
        for root in cycles { oddities.append((root, .cycle)) }
        oddities.sort { ($0.node, $0.oddity.rawValue) < ($1.node, $1.oddity.rawValue) }
    }

    /// Makes a root of one HL in each cycle, finds the depth of all, and gives those roots.
    private mutating func breakCycles() -> Set<Int> {
        var roots: Set<Int> = []
        var way: [Int] = []
        for start in 0..<nodes.count where nodes[start].depth == 0 {
            var node = start
            way.removeAll(keepingCapacity: true)
            // -1 marks the way under search.
            while node >= 0, nodes[node].depth == 0 {
                nodes[node].depth = -1
                way.append(node)
                node = Int(nodes[node].parent)
            }
            if node >= 0, nodes[node].depth == -1 {
                // All of the cycle lies on this way; the first in the file becomes the root.
                let cycle = way[(way.lastIndex(of: node) ?? 0)...]
                let root = cycle.min() ?? node
                nodes[root].parent = -1
                roots.insert(root)
                // Those before it on the way hang below it now; its own depth must be known first.
                let turn = way.lastIndex(of: root) ?? 0
                let first = way.lastIndex(of: node) ?? 0
                way = Array(way[..<first]) + Array(way[(turn + 1)...] + way[first...turn])
            }
            for node in way.reversed() { setParent(of: node, Int(nodes[node].parent)) }
        }
        return roots
    }

    /// Puts an HL below another whose depth is known, or at the root.
    private mutating func setParent(of node: Int, _ parent: Int) {
        let depth = parent < 0 ? 1 : Int(nodes[parent].depth) &+ 1
        let isTooDeep = depth > Self.deepest
        nodes[node].parent = isTooDeep ? -1 : Int32(truncatingIfNeeded: parent)
        nodes[node].depth = isTooDeep ? 1 : Int32(truncatingIfNeeded: depth)
        if isTooDeep { oddities.append((node, .depth)) }
    }

    /// Adds an HL to the children of its parent.
    private mutating func place(_ node: Int) {
        let above = Int(nodes[node].parent)
        let elder = above < 0 ? lastRoot : Int(nodes[above].lastChild)
        let own = Int32(truncatingIfNeeded: node)
        if elder >= 0 { nodes[elder].sibling = own }
        if above < 0 {
            if elder < 0 { firstRoot = node }
            lastRoot = node
        } else {
            if elder < 0 { nodes[above].firstChild = own }
            nodes[above].lastChild = own
        }
    }
}

extension Text {
    /// The number from 0 to 999 999 999 that the text writes as Swift would, or `nil`.
    var wholeNumber: Int? {
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

    /// The text, of a number without the zeros it begins with: HL02 `1` names HL01 `01`.
    fileprivate var withoutLeadingZeros: Text {
        withBytes { bytes in
            var start = 0
            for position in 0..<bytes.count {
                guard bytes[position] &- UInt8(ascii: "0") < 10 else { return self }
                if start == position, bytes[position] == UInt8(ascii: "0"), position &+ 1 < bytes.count { start &+= 1 }
            }
            return start == 0 ? self : Text(bytes, from: start, to: bytes.count)
        }
    }
}
