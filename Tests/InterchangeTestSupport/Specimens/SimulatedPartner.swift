import X12

/// A partner that there is not: documents of one set with habits of their own, made from a specimen as skeleton. Some
/// segments and elements are always sent and some now and then; codes come from the partner's own few; texts are free.
public struct SimulatedPartner: Sendable {
    private let skeleton: [SpecimenSegment]
    private let generator: SpecimenGenerator
    /// Segments of the skeleton that are sent now and then: how often in a hundred.
    private var occasional: [Int: Int] = [:]
    /// Elements that are sent now and then.
    private var occasionalElements: [Place: Int] = [:]
    /// How often what is not always sent is: half of the time, or nearly always, which is what inference takes for
    /// always.
    private static let shares = [50, 80, 95]
    /// The partner's codes, by place; of three the last one is rare.
    private var codes: [Place: [String]] = [:]

    private struct Place: Hashable, Sendable {
        var segment: Int
        var element: Int
    }

    /// A way in which a document leaves the partner's habits while the standard allows it.
    public enum Deviation: CaseIterable, Sendable {
        /// A segment that is always sent is missing.
        case segment
        /// An element that is always sent is missing.
        case element
        /// A code is another of the standard's list.
        case code
    }

    /// Makes a partner's habits; nil when there is no such set.
    public init?(set: String, version: String, seed: UInt64) {
        guard let standard = Standard.version(version), let generator = SpecimenGenerator(standard, set: set) else {
            return nil
        }
        self.generator = generator
        var random = Seeded(seed)
        skeleton = generator.body(seed: seed, density: .sparse)
        for index in skeleton.indices {
            if isDroppable(index), Int.random(in: 0..<4, using: &random) == 0 {
                occasional[index] = Self.shares.randomElement(using: &random)
            }
            for element in droppableElements(index) where Int.random(in: 0..<4, using: &random) == 0 {
                occasionalElements[Place(segment: index, element: element)] = Self.shares.randomElement(using: &random)
            }
            for element in codeElements(index) {
                let count = Int.random(in: 1...3, using: &random)
                let own = list(index, element).shuffled(using: &random).prefix(count)
                codes[Place(segment: index, element: element)] = Array(own)
            }
        }
    }

    /// One document.
    public func document(seed: UInt64, deviating deviation: Deviation? = nil) -> SpecimenSet? {
        var random = Seeded(seed)
        var body: [SpecimenSegment] = []
        var kept: [Int] = []
        for (index, segment) in skeleton.enumerated() {
            if let share = occasional[index], Int.random(in: 0..<100, using: &random) >= share { continue }
            var segment = segment
            for position in segment.elements.indices.map({ $0 + 1 }) {
                let place = Place(segment: index, element: position)
                if let share = occasionalElements[place], Int.random(in: 0..<100, using: &random) >= share {
                    segment[position] = ""
                } else if let own = codes[place], let rare = own.last,
                    let code = own.count > 2
                        ? Int.random(in: 0..<20, using: &random) == 0
                            ? rare : own.dropLast().randomElement(using: &random)
                        : own.randomElement(using: &random)
                {
                    segment[position] = code
                } else if isFree(index, position) {
                    segment[position] = Self.text(like: segment[position], &random)
                }
            }
            segment.trim()
            body.append(segment)
            kept.append(index)
        }
        if let deviation, !deviate(&body, kept, deviation, &random) { return nil }
        return SpecimenSet(generator.structure.set, number: "0001", body: body)
    }

    private func deviate(
        _ body: inout [SpecimenSegment], _ kept: [Int], _ deviation: Deviation, _ random: inout Seeded
    ) -> Bool {
        switch deviation {
        case .segment:
            // Only one of its kind: of several the others still stand.
            let places = kept.indices.filter { at in
                isDroppable(kept[at]) && occasional[kept[at]] == nil
                    && skeleton.count { $0.node == skeleton[kept[at]].node } == 1
            }
            guard let at = places.randomElement(using: &random) else { return false }
            body.remove(at: at)
        case .element:
            let places = kept.indices.flatMap { at in
                droppableElements(kept[at]).filter {
                    occasionalElements[Place(segment: kept[at], element: $0)] == nil && body[at].isPresent($0)
                        && skeleton.count { $0.id == skeleton[kept[at]].id } == 1
                }.map { (at, $0) }
            }
            guard let (at, element) = places.randomElement(using: &random) else { return false }
            body[at][element] = ""
            body[at].trim()
        case .code:
            let places = kept.indices.flatMap { at in
                codeElements(kept[at]).filter { body[at].isPresent($0) }.map { (at, $0) }
            }
            guard let (at, element) = places.randomElement(using: &random) else { return false }
            let own = Set(
                codes.filter { skeleton[$0.key.segment].id == body[at].id && $0.key.element == element }.flatMap(
                    \.value))
            guard let other = list(kept[at], element).filter({ !own.contains($0) }).randomElement(using: &random) else {
                return false
            }
            body[at][element] = other
        }
        return true
    }

    // MARK: - What may change

    private func node(_ index: Int) -> SetStructure.Node? {
        let node = skeleton[index].node
        return generator.structure.nodes.indices.contains(node) ? generator.structure.nodes[node] : nil
    }

    /// Optional, and no loop hangs on it.
    private func isDroppable(_ index: Int) -> Bool { node(index).map { !$0.isMandatory && !$0.isLoop } ?? false }

    private func places(_ index: Int) -> [ElementPlace] {
        node(index).map { generator.standard.elements(ofSegment: $0.segment) } ?? []
    }

    /// Optional elements of segments without syntax notes, of which no other depends; not the first, which tells
    /// segments apart.
    private func droppableElements(_ index: Int) -> [Int] {
        guard let node = node(index), generator.standard.segments[node.segment].notes.isEmpty else { return [] }
        return places(index).enumerated().filter { offset, place in
            offset > 0 && !place.isMandatory && skeleton[index].isPresent(offset + 1)
        }.map { $0.offset + 1 }
    }

    /// Codes that are no qualifiers: of an enforced list, not in the first place and followed by no value of theirs.
    private func codeElements(_ index: Int) -> [Int] {
        guard node(index)?.isLoop == false, skeleton[index].id != "HL" else { return [] }
        return places(index).enumerated().filter { offset, place in
            offset > 0 && place.codeList != nil && place.composite == nil && place.repeats <= 1
                && skeleton[index].isPresent(offset + 1) && list(index, offset + 1).count > 8
        }.map { $0.offset + 1 }
    }

    private func list(_ index: Int, _ element: Int) -> [String] {
        let places = places(index)
        guard places.indices.contains(element - 1), let list = places[element - 1].codeList else { return [] }
        return generator.standard.codes(inList: list)
    }

    private func isFree(_ index: Int, _ element: Int) -> Bool {
        let places = places(index)
        guard places.indices.contains(element - 1), skeleton[index].id != "HL" else { return false }
        let place = places[element - 1]
        return place.definition.type == .text && place.composite == nil && place.repeats <= 1
            && skeleton[index].isPresent(element)
    }

    private static func text(like text: String, _ random: inout Seeded) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return String((0..<text.count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
}
