public import X12

/// The standard's way to tell which place in a structure a segment has: the first that fits, looking on from the place
/// of the segment before. Written from the rule and apart from the validator, so that one can be held against the other.
public struct FirstFit: Sendable {
    private let nodes: [SetStructure.Node]
    private let children: [[Int]]

    /// Prepares to read a structure.
    public init(_ structure: SetStructure) {
        nodes = structure.nodes
        var children = [[Int]](repeating: [], count: nodes.count + 1)
        for (index, node) in nodes.enumerated() { children[node.parent + 1].append(index) }
        self.children = children
    }

    /// The nodes directly inside a loop, in order; of the whole set for -1.
    public func inside(_ loop: Int) -> [Int] { children[loop + 1] }

    /// Where a segment goes that follows one at `place`.
    public enum Step: Equatable, Sendable {
        /// To this node.
        case node(Int)
        /// To this node, but a mandatory one would be passed over on the way.
        case passing(Int, mandatory: Int)
        /// Nowhere.
        case none
    }

    /// The step from `place` on a segment `id`.
    public func step(from place: Int, id: String) -> Step {
        let id = SegmentID(id)
        var lacking: Int?
        func look(_ node: Int) -> Step? {
            guard nodes[node].id == id else { return nil }
            return lacking.map { .passing(node, mandatory: $0) } ?? .node(node)
        }
        // Inside the loop that the segment before has opened.
        if nodes[place].isLoop {
            for node in inside(place) {
                if let found = look(node) { return found }
                if nodes[node].isMandatory { lacking = lacking ?? node }
            }
        }
        // The same place again, then what follows it in its loop, then the loop again, and so on outwards.
        var open = place
        while true {
            if let found = look(open) { return found }
            for node in inside(nodes[open].parent) where node > open {
                if let found = look(node) { return found }
                if nodes[node].isMandatory { lacking = lacking ?? node }
            }
            guard nodes[open].parent >= 0 else { return .none }
            open = nodes[open].parent
        }
    }

    /// Whether the segments `ids`, one after the other, lead from `place` to the nodes `places`.
    public func leads(from place: Int, _ ids: some Sequence<String>, to places: some Sequence<Int>) -> Bool {
        var place = place
        for (id, expected) in zip(ids, places) {
            guard step(from: place, id: id) == .node(expected) else { return false }
            place = expected
        }
        return true
    }
}
