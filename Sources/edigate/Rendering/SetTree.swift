import Commerce
import Translation
import X12

/// The segments of a set as a tree for people: loops indented, HL loops below the HL that their HL02 names.
struct SetTree {
    /// One line: a segment by its ordinal from 0, how deep it stands, and whether it has no place in the structure.
    struct Line: Equatable {
        var ordinal: Int
        var depth: Int
        var isStray: Bool
    }

    private(set) var lines: [Line] = []

    /// Lays out a set.
    ///
    /// - Parameters:
    ///   - places: The node of each segment, from validation.
    ///   - structure: The set's structure.
    ///   - hierarchy: HL01 and HL02 of the segment of that ordinal.
    init(places: [UInt16], structure: SetStructure, hierarchy: (Int) -> (number: Text, parent: Text)) {
        var ordinal = 0
        while ordinal < places.count {
            let end = Self.endOfLevels(from: ordinal, places, structure)
            if end > ordinal {
                addLevels(ordinal..<end, places, structure, hierarchy)
                ordinal = end
            } else {
                add(ordinal, below: 0, places, structure)
                ordinal += 1
            }
        }
    }

    private mutating func add(_ ordinal: Int, below: Int, _ places: [UInt16], _ structure: SetStructure) {
        let place = places[ordinal]
        let isStray = place == SetValidator.noNode
        // A stray stands as deep as what is before it.
        let depth =
            isStray ? lines.last?.depth ?? 0 : Self.depth(of: Int(place), in: structure) + below
        lines.append(Line(ordinal: ordinal, depth: depth, isStray: isStray))
    }

    /// Adds neighbouring HL loops, each below its parent and with what is below it at once.
    private mutating func addLevels(
        _ range: Range<Int>, _ places: [UInt16], _ structure: SetStructure,
        _ hierarchy: (Int) -> (number: Text, parent: Text)
    ) {
        let loop = places[range.lowerBound]
        let starts = range.filter { places[$0] == loop }
        let tree = HierarchyTree(count: starts.count) { hierarchy(starts[$0]) }
        var open = [tree.firstRoot]
        while let node = open.popLast() {
            guard node >= 0 else { continue }
            let end = node + 1 < starts.count ? starts[node + 1] : range.upperBound
            for ordinal in starts[node]..<end { add(ordinal, below: tree.depth(of: node) - 1, places, structure) }
            open.append(tree.sibling(of: node))
            open.append(tree.firstChild(of: node))
        }
    }

    /// Where the HL loops that begin at a segment end; the segment itself when none begins there.
    private static func endOfLevels(from start: Int, _ places: [UInt16], _ structure: SetStructure) -> Int {
        guard places[start] != SetValidator.noNode else { return start }
        let node = structure.nodes[Int(places[start])]
        guard node.isLoop, node.id == "HL" else { return start }
        var end = start
        while end < places.count {
            let place = places[end]
            guard place == SetValidator.noNode || place >= places[start] && Int(place) < node.end else { break }
            end += 1
        }
        return end
    }

    /// How deep a node stands in loops; the segment that opens a loop stands one less deep than what it holds.
    private static func depth(of node: Int, in structure: SetStructure) -> Int {
        var depth = 0
        var loop = structure.nodes[node].parent
        while loop >= 0 {
            depth += 1
            loop = structure.nodes[loop].parent
        }
        return depth
    }
}
