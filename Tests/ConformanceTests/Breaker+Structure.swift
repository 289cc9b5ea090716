import InterchangeTestSupport
import X12

extension Breaker {
    private var nodes: [SetStructure.Node] { generator.structure.nodes }
    private var fit: FirstFit { generator.fit }

    mutating func breakStructure(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        var broken = Broken(specimen: specimen)
        let body = specimen.sets[0].body
        let changed: (body: [SpecimenSegment], place: Int, id: String)?
        switch rule {
        case .segmentMissing: changed = withoutSegment(body)
        case .loopMissing: changed = withoutLoop(body)
        case .segmentUnknown:
            // None of these was ever an X12 segment.
            changed = inserting(SpecimenSegment(pick(["ZZZ", "QQQ", "X9X", "QZ"]) ?? "ZZZ", node: -1), body)
        case .segmentForeign: changed = inserting(foreign(), body)
        case .segmentStray: changed = withStray(body)
        case .segmentOutOfOrder: changed = disordered(body)
        case .segmentAboveMaximum: changed = aboveMaximum(body)
        default: changed = aboveRepeat(body)
        }
        guard let changed else { return nil }
        broken.specimen.sets[0].body = changed.body
        broken.specimen.sets[0].recount()
        broken.segment = changed.id
        broken.ordinal = changed.place + 2
        return broken
    }

    /// The node that the segment before `index` has; ST for the first.
    private func place(before index: Int, _ body: [SpecimenSegment]) -> Int { index > 0 ? body[index - 1].node : 0 }

    private func id(at index: Int, _ body: [SpecimenSegment]) -> String { index < body.count ? body[index].id : "SE" }

    private func node(at index: Int, _ body: [SpecimenSegment]) -> Int {
        index < body.count ? body[index].node : nodes.count - 1
    }

    /// Leaves a mandatory segment out that stands once in its loop. Where the next segment would then be read at
    /// another place, what is missing is a matter of opinion, and the place is passed over.
    private mutating func withoutSegment(_ body: [SpecimenSegment]) -> (
        body: [SpecimenSegment], place: Int, id: String
    )? {
        let candidates = body.indices.filter { index in
            let own = body[index].node
            guard nodes[own].isMandatory, !nodes[own].isLoop, node(at: index + 1, body) != own,
                place(before: index, body) != own
            else { return false }
            return fit.step(from: place(before: index, body), id: id(at: index + 1, body))
                == .passing(node(at: index + 1, body), mandatory: own)
        }
        guard let index = pick(candidates) else { return nil }
        var copy = body
        copy.remove(at: index)
        return (copy, index, body[index].id)
    }

    /// Leaves every occurrence of a mandatory loop out, with all that is in it.
    private mutating func withoutLoop(_ body: [SpecimenSegment]) -> (body: [SpecimenSegment], place: Int, id: String)? {
        let candidates = body.indices.filter { index in
            let own = body[index].node
            return nodes[own].isMandatory && nodes[own].isLoop
                && !(index > 0 && isInside(body[index - 1].node, own))
        }
        guard let index = pick(candidates) else { return nil }
        let own = body[index].node
        var end = index
        while end < body.count, isInside(body[end].node, own) { end += 1 }
        guard
            fit.step(from: place(before: index, body), id: id(at: end, body))
                == .passing(node(at: end, body), mandatory: own)
        else { return nil }
        var copy = body
        copy.removeSubrange(index..<end)
        return (copy, index, body[index].id)
    }

    private func isInside(_ node: Int, _ loop: Int) -> Bool { node >= loop && node < nodes[loop].end }

    /// Puts a segment that is not of this set anywhere.
    private mutating func inserting(_ segment: SpecimenSegment?, _ body: [SpecimenSegment])
        -> (body: [SpecimenSegment], place: Int, id: String)?
    {
        guard var segment else { return nil }
        segment.elements = [[["1"]], [["A"]]]
        let index = Int.random(in: 0...body.count, using: &random)
        var copy = body
        copy.insert(segment, at: index)
        return (copy, index, segment.id)
    }

    /// A segment of the version that the set does not have. Those of the envelope would end the set instead.
    private mutating func foreign() -> SpecimenSegment? {
        let own = Set(nodes.map(\.id)).union(["ISA", "IEA", "GS", "GE", "ST", "SE", "TA1"])
        let candidates = generator.standard.segments.map(\.id).filter { !own.contains($0) }
        return pick(candidates).map { SpecimenSegment($0.description, node: -1) }
    }

    /// Puts a segment of the set where none of the loops it belongs to is open and nothing leads on to it.
    private mutating func withStray(_ body: [SpecimenSegment]) -> (body: [SpecimenSegment], place: Int, id: String)? {
        for _ in 0..<20 {
            let index = Int.random(in: 0...body.count, using: &random)
            let place = place(before: index, body)
            let open = openLoops(at: place)
            let candidates = nodes.indices.filter { node in
                fit.step(from: place, id: nodes[node].id.description) == .none
                    && !nodes.contains { $0.id == nodes[node].id && open.contains($0.parent) }
            }
            guard let node = pick(candidates) else { continue }
            var copy = body
            copy.insert(generator.segment(at: node, seed: seed()), at: index)
            return (copy, index, nodes[node].id.description)
        }
        return nil
    }

    private func openLoops(at place: Int) -> Set<Int> {
        var open: Set<Int> = [-1]
        var loop = nodes[place].isLoop ? place : nodes[place].parent
        while loop >= 0 {
            open.insert(loop)
            loop = nodes[loop].parent
        }
        return open
    }

    /// Takes an optional segment from its place and puts it later in the same occurrence of its loop, where nothing
    /// leads on to it any more.
    private mutating func disordered(_ body: [SpecimenSegment]) -> (body: [SpecimenSegment], place: Int, id: String)? {
        for _ in 0..<40 {
            guard let from = body.indices.randomElement(using: &random) else { return nil }
            let own = body[from].node
            let parent = nodes[own].parent
            guard !nodes[own].isLoop, !nodes[own].isMandatory else { continue }
            guard place(before: from, body) != own, node(at: from + 1, body) != own else { continue }
            guard
                fit.step(from: place(before: from, body), id: id(at: from + 1, body))
                    == .node(node(at: from + 1, body))
            else { continue }
            var end = from + 1
            while end < body.count, parent < 0 || (body[end].node > parent && body[end].node < nodes[parent].end) {
                end += 1
            }
            let places = ((from + 2)..<(end + 1)).clamped(to: 0..<(body.count + 1)).filter { index in
                fit.step(from: body[index - 1].node, id: body[from].id) == .none
            }
            guard let to = pick(Array(places)) else { continue }
            var copy = body
            copy.insert(body[from], at: to)
            copy.remove(at: from)
            return (copy, to - 1, body[from].id)
        }
        return nil
    }

    /// Repeats a segment until it stands once more than it may.
    private mutating func aboveMaximum(_ body: [SpecimenSegment]) -> (body: [SpecimenSegment], place: Int, id: String)?
    {
        let candidates = body.indices.filter { index in
            let node = nodes[body[index].node]
            return !node.isLoop && (1...SpecimenGenerator.crowd).contains(node.maximum)
                && place(before: index, body) != body[index].node
        }
        guard let index = pick(candidates) else { return nil }
        let own = body[index].node
        var end = index
        while end < body.count, body[end].node == own { end += 1 }
        var copy = body
        let missing = nodes[own].maximum + 1 - (end - index)
        copy.insert(contentsOf: repeatElement(body[index], count: missing), at: end)
        return (copy, index + nodes[own].maximum, body[index].id)
    }

    /// Repeats a loop with all that is in it until it stands once more than it may.
    private mutating func aboveRepeat(_ body: [SpecimenSegment]) -> (body: [SpecimenSegment], place: Int, id: String)? {
        let candidates = body.indices.filter { index in
            let node = nodes[body[index].node]
            return node.isLoop && (1...SpecimenGenerator.crowd).contains(node.maximum)
                && !(index > 0 && isInside(body[index - 1].node, body[index].node))
        }
        guard let index = pick(candidates) else { return nil }
        let own = body[index].node
        var starts: [Int] = []
        var end = index
        while end < body.count, isInside(body[end].node, own) {
            if body[end].node == own { starts.append(end) }
            end += 1
        }
        let first = body[index..<(starts.count > 1 ? starts[1] : end)]
        // The loop's segment could be taken for one that stands inside the loop.
        guard let last = first.last, fit.step(from: last.node, id: body[index].id) == .node(own),
            fit.step(from: body[end - 1].node, id: body[index].id) == .node(own)
        else { return nil }
        var copy = body
        for _ in starts.count..<(nodes[own].maximum + 1) { copy.insert(contentsOf: first, at: end) }
        let excess = copy.indices.filter { $0 >= index && copy[$0].node == own }
        return (copy, excess[nodes[own].maximum], body[index].id)
    }
}
