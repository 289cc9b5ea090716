import Commerce
import X12

/// Reads any validated set into a ``TransactionSet``: its loops by the place that validation gave each segment, its HL
/// tree by HL02, every element with the type that the standard gives it.
struct TransactionSetReader {
    /// What contradicts itself in HL trees.
    private(set) var breaches: [Breach] = []
    /// Why the set cannot be put in canonical form, when it cannot.
    private(set) var fault: FindingCode?
    /// Whether bytes beyond ASCII are Latin-1 and not UTF-8.
    let isLatin1: Bool

    let window: SetWindow
    let firstEntry: Int
    private let structure: SetStructure
    private let standard: Standard
    let delimiters: Delimiters
    /// The segments in the order in which the document's tree has them, where that is noted.
    private(set) var visited: [Int] = []
    private let notesVisited: Bool
    private let nesting: LevelNesting?
    private let oddEntries: Set<Int>
    /// For each kind of segment that occurs which of its elements do, by bit.
    private var seen: [SegmentID: UInt64] = [:]
    /// For each composite that occurs which of its components do, by bit.
    private var seenComponents: [Place: UInt64] = [:]

    private struct Place: Hashable {
        var id: SegmentID
        var element: Int
    }

    init(
        bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>, places: [UInt16],
        structure: SetStructure, standard: Standard, delimiters: Delimiters, nesting: LevelNesting?,
        tracesLineage: Bool = false
    ) {
        notesVisited = tracesLineage
        window = SetWindow(bytes, index, range, places: places)
        firstEntry = range.lowerBound
        self.structure = structure
        self.standard = standard
        self.delimiters = delimiters
        self.nesting = nesting
        let odd = index.oddEntries.filter { range.contains(Int($0)) }.map(Int.init)
        oddEntries = Set(odd)
        var isLatin1 = false
        for entry in odd where !isLatin1 {
            isLatin1 = String(validating: window.bytes(of: window.entry(entry)), as: UTF8.self) == nil
        }
        self.isLatin1 = isLatin1
    }

    /// Reads the set whose entries are in `range`, ST and SE included.
    mutating func read(_ range: Range<Int>, head: DocumentHead) -> TransactionSet {
        var document = TransactionSet()
        document.head = head
        document.head.kind = TransactionSet.kind
        if isLatin1 { document.head.source.encoding = "latin1" }
        document.set = Text(structure.set)
        document.title = Text(structure.title)
        let last = range.upperBound - (window.entry(range.upperBound - 1).id == "SE" ? 1 : 0)
        document.segments = segments(range.lowerBound + 1, last)
        document.names = names
        document.head.number = document.businessNumber
        return document
    }

    // MARK: - Loops

    /// The segments and loops of a stretch of entries; the structure bounds how deep they nest.
    private mutating func segments(_ from: Int, _ to: Int) -> [SetSegment] {
        var segments: [SetSegment] = []
        var position = from
        while position < to {
            let place = window.place(position)
            let isLoop = place != SetValidator.noNode && structure.nodes[Int(place)].isLoop
            if isLoop, window.entry(position).id == "HL" {
                var starts: [Int] = []
                while position < to, window.place(position) == place {
                    starts.append(position)
                    position = endOfLoop(position, to)
                }
                levels(starts, end: position, into: &segments)
                continue
            }
            let end = isLoop ? endOfLoop(position, to) : position + 1
            var segment = segment(position)
            if end > position + 1 { segment.segments = self.segments(position + 1, end) }
            segments.append(segment)
            position = end
        }
        return segments
    }

    /// Where the loop that a segment opens ends. What has no place stands in the loop around it.
    private func endOfLoop(_ start: Int, _ to: Int) -> Int {
        let place = window.place(start)
        let inside = UInt16(structure.nodes[Int(place)].end)
        var end = start + 1
        while end < to {
            let next = window.place(end)
            guard next > place && next < inside || next == SetValidator.noNode else { break }
            end += 1
        }
        return end
    }

    // MARK: - HL trees

    /// Reads neighbouring HL loops, each below its parent.
    private mutating func levels(_ starts: [Int], end: Int, into segments: inout [SetSegment]) {
        guard starts.count <= HierarchyTree.most else {
            fault = .hierarchyCount
            return
        }
        let window = window
        func element(_ number: Int, _ node: Int) -> Text {
            Self.element(number, of: window.entry(starts[node]), window)
        }
        let tree = HierarchyTree(count: starts.count) { (element(1, $0), element(2, $0)) }
        let firstEntry = firstEntry
        let check = HierarchyCheck(
            nesting: nesting, authority: "the profile's `hierarchy`", isShipment: structure.set == "856")
        breaches += check.breaches(in: tree) { node in
            HierarchyCheck.Level(
                number: element(1, node), parent: element(2, node), code: element(3, node),
                hasContents: element(4, node), segmentIndex: starts[node] - firstEntry + 1,
                position: Int(window.entry(starts[node]).start))
        }
        let first = segments.count
        var ordinal = 0
        var isOrdered = true
        addLevels(tree.firstRoot, of: tree, to: &segments) { reader, node in
            ordinal += 1
            if ordinal != node + 1 { isOrdered = false }
            let end = node + 1 < starts.count ? starts[node + 1] : end
            var level = reader.segment(starts[node])
            level.position = node + 1
            level.segments = reader.segments(starts[node] + 1, end)
            return level
        }
        if isOrdered { Self.forgetPositions(&segments[first...]) }
    }

    /// Adds an HL and its younger siblings, each with what is below it. The tree's depth bounds the recursion.
    private mutating func addLevels(
        _ sibling: Int, of tree: borrowing HierarchyTree, to segments: inout [SetSegment],
        _ read: (inout Self, Int) -> SetSegment
    ) {
        var node = sibling
        while node >= 0 {
            segments.append(read(&self, node))
            let below = tree.firstChild(of: node)
            if below >= 0 { addLevels(below, of: tree, to: &segments[segments.count - 1].segments, read) }
            node = tree.sibling(of: node)
        }
    }

    private static func forgetPositions(_ segments: inout ArraySlice<SetSegment>) {
        for index in segments.indices where segments[index].position != nil {
            segments[index].position = nil
            forgetPositions(&segments[index].segments[...])
        }
    }

    // MARK: - Elements

    private static func element(_ number: Int, of entry: SegmentIndex.Entry, _ window: borrowing SetWindow) -> Text {
        guard number <= entry.elementCount else { return "" }
        return window.text(
            window.mark(Int(entry.firstMark) + number - 1) + 1, window.mark(Int(entry.firstMark) + number))
    }

    private mutating func segment(_ position: Int) -> SetSegment {
        if notesVisited { visited.append(position) }
        let entry = window.entry(position)
        var segment = SetSegment(text(Int(entry.start), window.mark(Int(entry.firstMark))))
        let place = window.place(position)
        let definition =
            place == SetValidator.noNode ? standard.segmentIndex(of: entry.id) : structure.nodes[Int(place)].segment
        let isOdd = oddEntries.contains(position)
        segment.elements.reserveCapacity(entry.elementCount)
        var present: UInt64 = 0
        for element in 0..<min(entry.elementCount, SetElements.highestPosition) {
            let start = window.mark(Int(entry.firstMark) + element) + 1
            let end = window.mark(Int(entry.firstMark) + element + 1)
            guard start < end else { continue }
            if element < 63 { present |= 1 << UInt64(element + 1) }
            let (value, raw) = value(start, end, element + 1, definition, isOdd: isOdd)
            if case .simple = value {} else { note(value, Place(id: entry.id, element: element + 1)) }
            segment.elements.add(element + 1, value)
            if let raw { segment.raw.add(element + 1, raw) }
        }
        if place != SetValidator.noNode { seen[entry.id, default: 0] |= present }
        return segment
    }

    /// An element as JSON has it, and as it was spelt where that does not follow.
    private func value(
        _ start: Int, _ end: Int, _ element: Int, _ segment: Int?, isOdd: Bool
    ) -> (value: SetValue, raw: SetValue?) {
        let whole = text(start, end)
        let isComposite = segment.map { standard.composite(element, of: $0) != nil } ?? false
        if !isOdd, !isComposite, !(segment.map { standard.repeats(element, of: $0) > 1 } ?? false) {
            let definition = segment.flatMap { standard.element(element, of: $0) }
            let (value, isExact) = TypedValue.read(whole, as: definition)
            return (.simple(value), isExact ? nil : .simple(whole))
        }
        let parts = split(start, end, at: delimiters.repetition)
        let values = parts.map { single($0.0, $0.1, element, segment) }
        let isExact = values.allSatisfy { $0.raw == nil }
        let mayRepeat = segment.map { standard.repeats(element, of: $0) > 1 } ?? false
        if values.count == 1, !mayRepeat { return values[0] }
        return (.repeated(values.map(\.value)), isExact ? nil : .repeated(values.map { $0.raw ?? $0.value }))
    }

    /// Notes which components occur.
    private mutating func note(_ value: SetValue, _ place: Place) {
        switch value {
        case .simple: break
        case .composite(let components):
            for (index, component) in components.prefix(63).enumerated() where !component.isEmpty {
                seenComponents[place, default: 0] |= 1 << UInt64(index + 1)
            }
        case .repeated(let values):
            for value in values { note(value, place) }
        }
    }

    /// One repetition.
    private func single(_ start: Int, _ end: Int, _ element: Int, _ segment: Int?) -> (value: SetValue, raw: SetValue?)
    {
        let parts = split(start, end, at: delimiters.component)
        let composite = segment.flatMap { standard.composite(element, of: $0) }
        guard parts.count > 1 || composite != nil else {
            let sent = text(start, end)
            let (value, isExact) = TypedValue.read(sent, as: segment.flatMap { standard.element(element, of: $0) })
            return (.simple(value), isExact ? nil : .simple(sent))
        }
        var values: [Text] = []
        var raws: [Text] = []
        var isExact = true
        for (index, part) in parts.enumerated() {
            let sent = text(part.0, part.1)
            let definition = segment.flatMap { standard.component(index + 1, of: element, in: $0) }
            let read = TypedValue.read(sent, as: definition)
            values.append(read.value)
            raws.append(sent)
            isExact = isExact && read.isExact
        }
        while values.last?.isEmpty == true { values.removeLast() }
        return (.composite(values), isExact ? nil : .composite(Array(raws.prefix(values.count))))
    }

    func split(_ start: Int, _ end: Int, at separator: UInt8?) -> [(Int, Int)] {
        guard let separator else { return [(start, end)] }
        var parts: [(Int, Int)] = []
        var from = start
        for position in start..<end where window.byte(position) == separator && parts.count + 1 < SetValue.mostParts {
            parts.append((from, position))
            from = position + 1
        }
        parts.append((from, end))
        return parts
    }

    private func text(_ start: Int, _ end: Int) -> Text {
        guard isLatin1 else { return window.text(start, end) }
        var text = ""
        for position in start..<max(start, end) { text.unicodeScalars.append(UnicodeScalar(window.byte(position))) }
        return Text(text)
    }

    // MARK: - Names

    /// What the standard calls each element that occurs.
    private var names: [NamedText] {
        seen.sorted { $0.key.description < $1.key.description }.flatMap { id, present -> [NamedText] in
            guard let segment = standard.segmentIndex(of: id) else { return [] }
            return (1..<64).filter { present >> UInt64($0) & 1 == 1 }.flatMap { names(of: $0, in: segment, id) }
        }
    }

    private func names(of element: Int, in segment: Int, _ id: SegmentID) -> [NamedText] {
        let reference = "\(id)\(element < 10 ? "0" : "")\(element)"
        guard let composite = standard.composite(element, of: segment) else {
            guard let name = standard.element(element, of: segment)?.name else { return [] }
            return [NamedText(name: Text(reference), text: Text(name))]
        }
        let present = seenComponents[Place(id: id, element: element)] ?? 0
        return (1...max(composite.componentCount, 1)).filter { present >> UInt64($0 & 63) & 1 == 1 }.compactMap {
            component in
            standard.component(component, of: element, in: segment).map {
                NamedText(name: Text("\(reference)-\(component)"), text: Text($0.name))
            }
        }
    }
}
