/// Which occurrence of which loop each segment of a validated set belongs to, for rules that speak of loops by qualifier.
///
/// Made only where a guide has rules for the set; a few numbers a segment, nothing per element.
package struct SetOccurrences {
    let bytes: [UInt8]
    let marks: [UInt32]
    package let entries: [SegmentIndex.Entry]
    /// The set's first entry; segments are counted from it, from 0.
    package let first: Int
    package let count: Int
    package let places: [UInt16]
    package let nodes: [SetStructure.Node]
    let delimiters: Delimiters

    /// For each segment the one that opened the loop occurrence around it, or -1; of an HL its parent HL.
    package private(set) var owners: [Int32] = []
    /// The segments by node: those of node *n* are `order[starts[n]..<starts[n + 1]]`.
    private var order: [Int32] = []
    private var starts: [Int] = []

    /// An HL tree is followed upwards no further than this.
    static let deepestHierarchy = 64

    package init(
        bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>, places: [UInt16],
        structure: SetStructure, delimiters: Delimiters
    ) {
        self.bytes = copy bytes
        marks = index.marks
        entries = index.entries
        first = range.lowerBound
        count = min(range.count, places.count)
        self.places = places
        nodes = structure.nodes
        self.delimiters = delimiters
        findOwners()
        sortByNode()
    }

    private mutating func findOwners() {
        owners = Array(repeating: -1, count: count)
        var open = [Int32](repeating: -1, count: nodes.count)
        var levels: [[UInt8]: Int32] = [:]
        for segment in 0..<count {
            let place = Int(places[segment])
            guard place < nodes.count else { continue }
            let node = nodes[place]
            if node.isLoop, node.id == "HL" {
                // By parent, not by order; a parent that is not there is another finding's business.
                let parent = bytes(segment, 2)
                if !parent.isEmpty, let known = levels[parent] { owners[segment] = known }
                levels[bytes(segment, 1)] = Int32(segment)
            } else if node.parent >= 0 {
                owners[segment] = open[node.parent]
            }
            if node.isLoop {
                open[place] = Int32(segment)
                for inner in (place + 1)..<max(node.end, place + 1) { open[inner] = -1 }
            }
        }
    }

    private mutating func sortByNode() {
        starts = Array(repeating: 0, count: nodes.count + 1)
        for place in places.prefix(count) where Int(place) < nodes.count { starts[Int(place) + 1] += 1 }
        for node in 0..<nodes.count { starts[node + 1] += starts[node] }
        order = Array(repeating: 0, count: starts[nodes.count])
        var next = starts
        for segment in 0..<count where Int(places[segment]) < nodes.count {
            order[next[Int(places[segment])]] = Int32(segment)
            next[Int(places[segment])] += 1
        }
    }
}

// MARK: - Values

extension SetOccurrences {
    /// Where an element's or component's value lies, blanks at its end left out; empty when it is not sent.
    func value(_ segment: Int, _ element: Int, _ component: Int = 0) -> Range<Int> {
        let entry = entries[first + segment]
        guard element > 0, element <= entry.elementCount else { return 0..<0 }
        var start = Int(marks[Int(entry.firstMark) + element - 1]) + 1
        var end = Int(marks[Int(entry.firstMark) + element])
        if component > 0 {
            var skipped = 1
            while skipped < component {
                guard let separator = bytes[start..<end].firstIndex(of: delimiters.component) else { return 0..<0 }
                start = separator + 1
                skipped += 1
            }
            end = bytes[start..<end].firstIndex(of: delimiters.component) ?? end
        }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The bytes of an element.
    package func bytes(_ segment: Int, _ element: Int, _ component: Int = 0) -> [UInt8] {
        Array(bytes[value(segment, element, component)])
    }

    /// The repetitions of an element or component, each where it lies and with its number from 1, 0 where there is but
    /// one; empty ones left out.
    func values(_ segment: Int, _ element: Int, _ component: Int) -> [(range: Range<Int>, repetition: Int)] {
        guard let separator = delimiters.repetition, bytes[value(segment, element)].contains(separator) else {
            let one = value(segment, element, component)
            return one.isEmpty ? [] : [(one, 0)]
        }
        var found: [(Range<Int>, Int)] = []
        var rest = value(segment, element)
        var number = 0
        while !rest.isEmpty {
            number += 1
            let end = bytes[rest].firstIndex(of: separator) ?? rest.upperBound
            var piece = rest.lowerBound..<end
            if component > 0 { piece = Self.component(component, of: piece, bytes, delimiters.component) }
            if !piece.isEmpty { found.append((piece, number)) }
            rest = min(end + 1, rest.upperBound)..<rest.upperBound
        }
        return found
    }

    private static func component(_ wanted: Int, of range: Range<Int>, _ bytes: [UInt8], _ separator: UInt8)
        -> Range<Int>
    {
        var start = range.lowerBound
        for _ in 1..<max(wanted, 1) {
            guard let next = bytes[start..<range.upperBound].firstIndex(of: separator) else { return 0..<0 }
            start = next + 1
        }
        return start..<(bytes[start..<range.upperBound].firstIndex(of: separator) ?? range.upperBound)
    }

    /// Where an element stands or would stand.
    func position(_ segment: Int, _ element: Int) -> Int {
        let entry = entries[first + segment]
        guard element > 0 else { return Int(entry.start) }
        return Int(marks[Int(entry.firstMark) + min(element - 1, entry.elementCount)])
    }
}

// MARK: - Matching

extension SetOccurrences {
    /// A segment that a path names.
    struct Match {
        /// The occurrence of the rule's `within`, by its opening segment; -1 for the whole set.
        var within: Int32
        /// The occurrence of the loop around the segment, as the path has it.
        var parent: Int32
        var segment: Int32
    }

    /// The segments that a path names, in their order, elements not yet asked for.
    func matches(_ path: CompiledPath) -> [Match] {
        guard let last = path.steps.last else { return [] }
        var candidates: [Int32] = []
        for node in last.nodes { candidates += order[starts[node]..<starts[node + 1]] }
        if last.nodes.count > 1 { candidates.sort() }
        return candidates.compactMap { match($0, path) }
    }

    /// The match of a segment with a path, or `nil`.
    func match(_ segment: Int32, _ path: CompiledPath) -> Match? {
        guard var step = path.steps.indices.last, meets(segment, path.steps[step]) else { return nil }
        var match = Match(within: -1, parent: path.isAnywhere ? owners[Int(segment)] : -1, segment: segment)
        if path.isSelf { match.within = segment }
        var at = segment
        while step > 0 {
            step -= 1
            guard let above = above(at, path.steps[step]) else { return nil }
            if step == path.steps.count - 2 { match.parent = above }
            if step == path.withinSteps - 1, !path.isSelf { match.within = above }
            at = above
        }
        return match
    }

    /// The occurrence around a segment that is meant by a step: the next one, or in an HL tree the nearest that fits.
    private func above(_ segment: Int32, _ step: CompiledPath.Step) -> Int32? {
        var at = owners[Int(segment)]
        for _ in 0..<Self.deepestHierarchy {
            guard at >= 0 else { return nil }
            if meets(at, step) { return at }
            guard step.isHierarchy, entries[first + Int(at)].id == "HL" else { return nil }
            at = owners[Int(at)]
        }
        return nil
    }

    /// Whether what the last step of a path names stands somewhere that the structure has no place for: it is not missing
    /// then but misplaced, which the standard's own finding says.
    func isMisplaced(_ path: CompiledPath) -> Bool {
        guard let step = path.steps.last, let id = step.nodes.first.map({ nodes[$0].id }) else { return false }
        return (0..<count).contains { segment in
            places[segment] == SetValidator.noNode && entries[first + segment].id == id
                && holds(step.conditions, Int32(segment))
        }
    }

    private func meets(_ segment: Int32, _ step: CompiledPath.Step) -> Bool {
        step.nodes.contains(Int(places[Int(segment)])) && holds(step.conditions, segment)
    }

    private func holds(_ conditions: [GuidePath.Condition], _ segment: Int32) -> Bool {
        conditions.allSatisfy { condition in
            let range = value(Int(segment), condition.element, condition.component)
            if condition.values.isEmpty { return range.isEmpty == condition.isNegated }
            let found = condition.values.contains { $0.elementsEqual(bytes[range]) }
            return found != condition.isNegated
        }
    }

    /// Whether a segment that is not there would have stood where a path says, behind the segment `before`.
    func wouldMatch(absent id: SegmentID, behind before: Int32, _ path: CompiledPath) -> Bool {
        guard let last = path.steps.last, before >= 0, before < Int32(count), path.steps.count > 1,
            last.nodes.contains(where: { nodes[$0].id == id })
        else { return false }
        var prefix = path
        prefix.steps.removeLast()
        var at = before
        for _ in 0..<Self.deepestHierarchy {
            if match(at, prefix) != nil { return true }
            guard owners[Int(at)] >= 0 else { return false }
            at = owners[Int(at)]
        }
        return false
    }

    /// The segment met where one is missing: the first behind the place of `node` in the occurrence that `parent`
    /// opened.
    func met(insteadOf node: Int, in parent: Int32) -> Int {
        var segment = Int(parent) + 1
        let around = nodes[node].parent
        while segment < count - 1 {
            let place = Int(places[segment])
            if place < nodes.count {
                if place >= nodes[node].end { break }
                if parent >= 0, place == around || nodes[place].id == "HL" { break }
                if parent >= 0, around >= 0, place < around { break }
            }
            segment += 1
        }
        return min(segment, max(count - 1, 0))
    }
}
