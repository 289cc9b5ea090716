import Partners
import X12

/// A document under change: segments with their places, read anew after each change.
struct ExampleDocument {
    let standard: Standard
    let structure: SetStructure
    /// Identifier and elements.
    private(set) var text: [[String]]
    private(set) var segments: [SampleSegment] = []

    /// Begins with segments of one's own, else with a small document of the set; in either the qualifiers agreed on
    /// stand in the place of usual ones.
    init?(set: String, standard: Standard, body: [[String]]? = nil, qualifiers: AgreedQualifiers? = nil) {
        guard let structure = standard.structure(of: set) else { return nil }
        self.standard = standard
        self.structure = structure
        text = (body ?? ExampleBody.segments(of: structure, standard: standard)).map { segment in
            guard segment.count > 1, let agreed = qualifiers?.agreed(for: segment[1], in: SegmentID(segment[0])) else {
                return segment
            }
            return [segment[0], agreed] + segment.dropFirst(2)
        }
        read()
    }

    /// Finds the places.
    private mutating func read() {
        // Working delimiters that no value holds.
        let delimiters = Delimiters(element: 0x1D, segment: 0x1C, component: UInt8(ascii: ">"))
        let party = PartyID(qualifier: "ZZ", id: "A")
        var template = EnvelopeTemplate(
            sender: party, receiver: party, applicationSender: "AA", applicationReceiver: "BB")
        template.delimiters = delimiters
        template.groupVersion = standard.version
        let bytes = interchange(template, time: EnvelopeTime(date: "20260302", time: "1015"))
        let sets = SampleReader.read(bytes, file: "").interchanges.flatMap(\.groups).flatMap(\.sets)
        segments = sets.first?.segments ?? []
        // Segments without a place are kept as they are; the check at the end tells.
        if segments.count != text.count { segments = [] }
    }

    /// The document in an envelope.
    func interchange(_ template: EnvelopeTemplate, time: EnvelopeTime, number: Int = 1) -> [UInt8] {
        var body = SegmentWriter(delimiters: template.delimiters, suffix: template.suffix)
        for segment in text {
            body.begin(SegmentID(segment[0]))
            for element in segment.dropFirst() {
                let parts = element.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
                if parts.count > 1 { body.composite(parts) } else { body.element(element) }
            }
            body.end()
        }
        var writer = InterchangeWriter(template, number: number, time: time)
        writer.beginGroup(code: structure.functionalCode, number: number, version: template.groupVersion)
        writer.set(structure.set, number: "0001", segments: body.bytes, count: body.segmentCount)
        return writer.finish()
    }

    // MARK: - Changing

    /// An element, empty when it is not there.
    func value(_ segment: Int, _ element: Int) -> String {
        text.indices.contains(segment) && element < text[segment].count ? text[segment][element] : ""
    }

    /// Sets an element, and fills what syntax notes call for beside it.
    mutating func set(_ segment: Int, _ element: Int, to value: String) {
        guard text.indices.contains(segment), (1...63).contains(element) else { return }
        while text[segment].count <= element { text[segment].append("") }
        text[segment][element] = value
        if !value.isEmpty { complete(segment) }
        while text[segment].count > 2, text[segment].last == "" { text[segment].removeLast() }
        // Where segments stand depends on what they are called; of levels also on what they say.
        if text[segment][0] == "HL" { read() }
    }

    private mutating func complete(_ segment: Int) {
        guard segments.indices.contains(segment), structure.nodes.indices.contains(segments[segment].node) else {
            return
        }
        let node = structure.nodes[segments[segment].node]
        var given: [Int: String] = [:]
        for (index, value) in text[segment].enumerated().dropFirst() where !value.isEmpty { given[index] = value }
        text[segment] = ExampleSegment.filled(node, standard: standard, with: given)
    }

    /// Puts a segment where the structure has it in the occurrence that `parent` opened (-1: the set); false when it has
    /// no such segment there.
    mutating func insert(_ id: SegmentID, under parent: Int, with given: [Int: String]) -> Bool {
        if id == "HL", parent >= 0 { return insertLevel(under: parent, with: given) }
        let around = parent < 0 ? -1 : segments[parent].node
        guard
            let target = structure.nodes.indices.first(where: { index in
                structure.nodes[index].parent == around && structure.nodes[index].id == id
            })
        else { return false }
        var place = parent + 1
        var index = parent + 1
        while index < segments.count {
            guard let child = child(of: parent, holding: index) else { break }
            if parent >= 0, segments[child].id == "HL" { break }
            guard segments[child].node <= target else { break }
            index += 1
            place = index
        }
        text.insert(ExampleSegment.filled(structure.nodes[target], standard: standard, with: given), at: place)
        read()
        return true
    }

    /// Puts a level below another, behind all that is below it.
    private mutating func insertLevel(under parent: Int, with given: [Int: String]) -> Bool {
        guard let node = structure.nodes.first(where: { $0.id == "HL" && $0.isLoop }) else { return false }
        var end = parent + 1
        while end < segments.count, chain(of: end).contains(parent) { end += 1 }
        var elements = given
        elements[1] = String((text.filter { $0[0] == "HL" }.compactMap { Int($0[1]) }.max() ?? 0) + 1)
        elements[2] = value(parent, 1)
        text.insert(ExampleSegment.filled(node, standard: standard, with: elements), at: end)
        read()
        return true
    }

    /// Takes a segment away, with all of the loop that it opens.
    mutating func remove(_ segment: Int) {
        var end = segment + 1
        while end < segments.count, chain(of: end).contains(segment) { end += 1 }
        guard text.indices.contains(segment) else { return }
        text.removeSubrange(segment..<max(end, segment + 1))
        read()
    }

    /// Repeats the last loop that a segment opens until there are `count`, each numbered in its first element.
    mutating func multiply(_ opener: String, to count: Int) {
        guard let last = segments.indices.last(where: { segments[$0].id == opener }) else { return }
        var end = last + 1
        while end < segments.count, chain(of: end).contains(last) { end += 1 }
        let block = Array(text[last..<end])
        let there = segments.count { $0.id == opener }
        var copies: [[String]] = []
        for number in there..<max(count, there) {
            var copy = block
            if copy[0].count > 1 { copy[0][1] = String(number + 1) }
            copies += copy
        }
        text.insert(contentsOf: copies, at: end)
        read()
    }

    /// Changes segments in place.
    mutating func replace(_ change: (inout [String]) -> Void) {
        for index in text.indices { change(&text[index]) }
        read()
    }

    /// Takes segments away.
    mutating func cut(_ range: Range<Int>) {
        text.removeSubrange(range.clamped(to: text.indices))
        read()
    }

    // MARK: - Finding

    /// The openers around a segment, nearest first.
    private func chain(of segment: Int) -> [Int] {
        var chain: [Int] = []
        var at = segments[segment].owner
        while at >= 0, chain.count < 64 {
            chain.append(at)
            at = segments[at].owner
        }
        return chain
    }

    /// The segment right in an occurrence that is `segment` or holds it; nil when it is not in there.
    private func child(of parent: Int, holding segment: Int) -> Int? {
        let path = [segment] + chain(of: segment)
        if parent < 0 { return path.last }
        return path.firstIndex(of: parent).flatMap { $0 > 0 ? path[$0 - 1] : nil }
    }

    /// The segments that a path names, in the whole set or in one occurrence of the loop a rule is applied within.
    func matches(_ path: GuidePath, within: Int? = nil) -> [Int] {
        segments.indices.filter { matches($0, path, within: within) }
    }

    private func matches(_ segment: Int, _ path: GuidePath, within: Int?) -> Bool {
        guard let last = path.steps.last, meets(segment, last) else { return false }
        if let within, path.steps.count == 1, segment == within { return true }
        var at = segment
        for step in path.steps.dropLast().reversed() {
            guard let above = above(at, where: { meets($0, step) }, isLevel: step.id == "HL") else { return false }
            at = above
        }
        if let within { return at == within || above(at, where: { $0 == within }, isLevel: true) != nil }
        return path.isAnywhere || segments[at].owner < 0 || segments[at].id == "HL"
    }

    private func above(_ segment: Int, where test: (Int) -> Bool, isLevel: Bool) -> Int? {
        var at = segments[segment].owner
        for _ in 0..<64 where at >= 0 {
            if test(at) { return at }
            guard isLevel, segments[at].id == "HL" else { return nil }
            at = segments[at].owner
        }
        return nil
    }

    func meets(_ segment: Int, _ step: GuidePath.Step) -> Bool {
        guard segments.indices.contains(segment), segments[segment].node >= 0,
            segments[segment].id == step.id.description
        else { return false }
        return step.conditions.allSatisfy { condition in
            let value = part(value(segment, condition.element), condition.component)
            if condition.values.isEmpty { return value.isEmpty == condition.isNegated }
            let found = condition.values.contains { String(decoding: $0, as: UTF8.self) == value }
            return found != condition.isNegated
        }
    }

    /// A component of an element; the whole element for 0.
    func part(_ value: String, _ component: Int) -> String {
        guard component > 0 else { return value }
        let parts = value.split(separator: ">", omittingEmptySubsequences: false)
        return parts.indices.contains(component - 1) ? String(parts[component - 1]) : ""
    }
}
