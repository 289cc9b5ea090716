/// Finding one's footing after a segment that does not fit: one cause, one finding.
///
/// Each way to read the situation (the segment is a stray, it is out of order, the segment that opens its loop is
/// missing, mandatory segments before it are missing) is tried against the segments that follow; the reading under
/// which most of them fit in a row wins, and the mildest among equals.
struct Resynchronisation {
    let structure: SetStructure

    /// How many following segments a reading is tried against: bounds the work per fault.
    static let lookahead = 4

    /// What to make of the segment.
    enum Reading {
        /// It cannot stand here; go on as if it were not there.
        case stray
        /// It belongs elsewhere in an open loop; go on as if it were not there.
        case misplaced
        /// It is out of order; go on from its place.
        case outOfOrder(Int)
        /// Mandatory nodes are missing before it; go on from its place.
        case missing([Int], Int)
    }

    /// Reads the situation of a segment after the state `walk`, tried against the slots of the segments that follow, at
    /// most ``lookahead`` of them, -1 for those not of this set.
    func read(_ walk: SetWalk, slot: Int, id: SegmentID, next: [Int]) -> Reading {
        let ifStray = fitting(next, after: walk.current)
        let step = structure.step(from: walk.current, slot: slot)
        if step != SetStructure.noStep {
            let place = Int(step & ~SetStructure.passesMandatory)
            let missing = missing(walk, before: place)
            if missing.isEmpty || fitting(next, after: place) >= ifStray { return .missing(missing, place) }
            return .misplaced
        }
        var best: (reading: Reading, fits: Int) = (.stray, ifStray)
        for (place, node) in structure.nodes.enumerated() where node.id == id {
            let fits = fitting(next, after: place)
            if walk.isOpen(around: node, in: structure) {
                if fits >= best.fits, beginsAnother(place, node, walk, next) {
                    best = (.missing([node.parent], place), fits)
                    continue
                }
                if case .stray = best.reading { best.reading = .misplaced }
                if fits > best.fits { best = (.outOfOrder(place), fits) }
            } else if fits > best.fits, let openers = closedLoops(around: place, walk) {
                best = (.missing(openers, place), fits)
            }
        }
        return best.reading
    }

    /// Whether the segment and the one behind it were both used up in the open occurrence of their loop: then the
    /// segment that opens another is missing.
    private func beginsAnother(_ place: Int, _ node: SetStructure.Node, _ walk: SetWalk, _ next: [Int]) -> Bool {
        guard node.parent >= 0, isUsedUp(place, node, walk), let slot = next.first, slot >= 0 else { return false }
        let step = structure.step(from: place, slot: slot)
        guard step & SetStructure.passesMandatory == 0 else { return false }
        let follower = structure.nodes[Int(step)]
        return follower.parent == node.parent && isUsedUp(Int(step), follower, walk)
    }

    private func isUsedUp(_ place: Int, _ node: SetStructure.Node, _ walk: SetWalk) -> Bool {
        node.maximum > 0 && walk.uses(of: place, node) >= node.maximum
    }

    /// The mandatory nodes between here and `place` that were not used.
    private func missing(_ walk: SetWalk, before place: Int) -> [Int] {
        structure.mandatoryPassed(from: walk.current, to: place).filter {
            walk.uses(of: $0, structure.nodes[$0]) == 0
        }
    }

    /// The loops around `place` that are not open, outermost first, when they are at most two: their opening segments
    /// are what is missing.
    private func closedLoops(around place: Int, _ walk: SetWalk) -> [Int]? {
        var loops: [Int] = []
        var loop = structure.nodes[place].parent
        while loop >= 0 {
            loops.insert(loop, at: 0)
            if loops.count > 2 { return nil }
            if walk.isOpen(around: structure.nodes[loop], in: structure) { return loops }
            loop = structure.nodes[loop].parent
        }
        return nil
    }

    /// How many of the following segments fit in a row after `node`.
    private func fitting(_ next: [Int], after node: Int) -> Int {
        var node = node
        var count = 0
        for slot in next {
            if slot < 0 { continue }
            let step = structure.step(from: node, slot: slot)
            if step & SetStructure.passesMandatory != 0 { return count }
            node = Int(step)
            count += 1
        }
        return count
    }
}
