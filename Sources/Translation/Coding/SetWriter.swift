public import Commerce
public import X12

/// Writes a set from a document, by the document's own walk: puts the extras back, brings segments into the
/// standard's order, leaves trailing separators out.
public struct SetWriter: SetCoding {
    public static var isReading: Bool { false }

    /// Values that cannot be sent, and extras that have no place.
    public internal(set) var faults: [WriteFault] = []

    /// How many values of the document the walk has brought.
    var valueCount = 0

    private(set) var structure = SetStructure()
    private(set) var delimiters = Delimiters()
    private var suffix: [UInt8] = []
    private var qualifiers = AgreedQualifiers()
    private(set) var isLatin1 = false
    var forbidden = ForbiddenBytes(Delimiters())
    /// Whether each value is looked at for forbidden bytes before it is written, so that each can be told.
    private(set) var looksAtValues = true
    /// How many forbidden bytes were written as what they are: terminators, separators, suffixes.
    private var delimitersWritten = 0

    // What was written: bytes of segments, and which stretch of them is which child of the open loop.
    var output = ByteBuffer()
    /// The children of the open loops.
    var records = Stack<Record>()
    var scope = Scope()
    /// Whether the segment that opens the loop is still to come: it is there even if empty.
    private var awaitsOpening = false
    /// Nodes found before: the walk of one kind of document asks for the same ones in the same order.
    private var found: [FoundNode] = Array(repeating: FoundNode(), count: 256)
    var path: [(id: SegmentID, ordinal: Int, of: Text)] = []
    /// How many levels the document has; counted while extras ask.
    private(set) var hierarchyCount = 0
    var extras = PendingExtras([])
    /// For each open loop how many segments and loops of an identifier were written in it; kept while extras ask.
    var written: [[SegmentID: Int]] = [[:]]
    var hasExtras: Bool { extras.hasAny }

    // The open segment, written as its elements come, with its first value: where it begins, and where in it each
    // element up to the last ends; the end of its identifier is that of element 0.
    var segmentStart = 0
    var elementEnds = InlineArray<64, Int32>(repeating: 0)
    var lastElement = 0
    var openSegment = SegmentID(packed: 0)
    /// The first element of a segment that is told from its like by it, until another element is written.
    private var qualifier: StaticString = ""
    private var hierarchyNumbers: (own: Int, parent: Int?)?

    /// A segment or loop of the open loop, written.
    struct Record: BitwiseCopyable {
        var id: SegmentID
        /// Its node in the structure, or a number beyond all nodes.
        var node: Int32
        var start: Int32
        var end: Int32
        var segments: Int32
    }

    struct Scope: BitwiseCopyable {
        /// The loop's node, -1 for the set.
        var loop: Int32 = -1
        var firstRecord = 0
        /// Where the search for the next node begins: walks mostly go forward.
        var hint: Int32 = 0
    }

    /// An answer of ``node(_:)``, with what it depends on.
    struct FoundNode: BitwiseCopyable {
        var id = SegmentID(packed: 0)
        var loop: Int32 = 0
        var hint: Int32 = 0
        var node: Int32 = 0
    }

    /// Makes a writer, to be used for one set after the other.
    public init() {}

    /// Begins a set.
    ///
    /// - Parameters:
    ///   - structure: The set's structure.
    ///   - delimiters: Those of the interchange to write.
    ///   - suffix: What follows each terminator.
    ///   - extras: The document's extras.
    ///   - isLatin1: Whether characters beyond ASCII go out as Latin-1 and not as UTF-8.
    ///   - qualifiers: Those that the receiver knows in the place of usual ones.
    ///   - looksAtValues: Whether a fault is told of each value that holds a forbidden byte; otherwise ``isClean`` says
    ///     in the end whether there was one.
    public mutating func begin(
        structure: SetStructure, delimiters: Delimiters, suffix: [UInt8] = [], extras: [Extra] = [],
        isLatin1: Bool = false, qualifiers: AgreedQualifiers = AgreedQualifiers(), looksAtValues: Bool = true
    ) {
        self.qualifiers = qualifiers
        valueCount = 0
        if !structure.nodes.span.isIdentical(to: self.structure.nodes.span) {
            for index in found.indices { found[index] = FoundNode() }
            self.structure = structure
        }
        if forbidden.delimiters != delimiters { forbidden = ForbiddenBytes(delimiters) }
        self.delimiters = delimiters
        self.suffix = suffix
        self.isLatin1 = isLatin1
        // What goes out as Latin-1 is looked at before.
        self.looksAtValues = looksAtValues || isLatin1
        delimitersWritten = 0
        self.extras = PendingExtras(extras)
        output.makeUnique()
        output.removeAll()
        records.reset()
        scope = Scope()
        awaitsOpening = false
        qualifier = ""
        path.removeAll(keepingCapacity: true)
        if !extras.isEmpty { written = [[:]] }
        faults.removeAll()
        hierarchyNumbers = nil
        hierarchyCount = 0
    }

    /// Ends the set.
    ///
    /// - Returns: The segments between ST and SE, and how many there are.
    public mutating func finish() -> (bytes: [UInt8], segments: Int) {
        closeScope()
        for (place, extra) in extras.left {
            faults.append(
                WriteFault(
                    place: place.isEmpty ? extra.segment.string : "\(place)/\(extra.segment)",
                    reason: "the document has no such segment or loop for this extra to go to; "
                        + "name one in `at`, or remove it", extra: extra))
        }
        extras = PendingExtras([])
        var segments = 0
        for index in 0..<records.count { segments += Int(records[index].segments) }
        return (output.bytes, segments)
    }

    /// Whether what was written holds no delimiter and no control character beyond those that end and separate: no value
    /// brought one.
    var isClean: Bool { looksAtValues || forbidden.count(in: output) == delimitersWritten }
}

/// Something of a document that cannot be written.
public struct WriteFault: Sendable, Equatable {
    /// The loop and element, such as `PO1[2]/PID[1] PID05`.
    public var place: String
    /// What is wrong.
    public var reason: String
    /// The extra it is about, where it is about one.
    var extra: Extra?
}

// MARK: - Segments

extension SetWriter {
    // A walk asks for many segments of which few are there: asking is compiled into it, writing is called.

    @inline(__always)
    public mutating func segment(_ id: SegmentID, _ body: (inout Self) -> Void) {
        begin(id)
        body(&self)
        if lastElement > 0 || awaitsOpening { close() }
    }

    @inline(__always)
    public mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout Self) -> Void) {
        begin(id)
        self.qualifier = qualifier
        body(&self)
        self.qualifier = ""
        if lastElement > 0 || awaitsOpening { close() }
    }

    @inline(__always)
    public mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ list: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        if list.isEmpty { return }
        // What is a segment in one version may open a loop in another.
        if opensLoop(id) {
            for index in list.indices { enter(id) { $0.write(id, &list[index], body) } }
        } else {
            for index in list.indices { write(id, &list[index], body) }
        }
    }

    @inline(never)
    private mutating func opensLoop(_ id: SegmentID) -> Bool {
        let node = Int(self.node(id))
        return structure.nodes.indices.contains(node) && structure.nodes[node].isLoop && node != Int(scope.loop)
    }

    /// Writes a segment that is there even if empty.
    @inline(__always)
    private mutating func write<Value>(_ id: SegmentID, _ value: inout Value, _ body: (inout Value, inout Self) -> Void)
    {
        begin(id)
        body(&value, &self)
        close()
    }

    public mutating func offers(_ id: SegmentID) -> Bool { Int(node(id)) < structure.nodes.count }

    @inline(__always)
    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ list: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        if list.isEmpty { return }
        for index in list.indices { enter(id) { body(&list[index], &$0) } }
    }

    @inline(__always)
    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout Self) -> Void
    ) {
        guard var present = value else { return }
        enter(id) { body(&present, &$0) }
    }

    public mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout Self) -> Void
    ) {
        var number = 0
        if hasExtras { hierarchyCount = Self.count(levels) }
        write(&levels, parent: nil, depth: 1, number: &number, body)
    }

    private mutating func write<Level: HierarchyLevel>(
        _ levels: inout List<Level>, parent: Int?, depth: Int, number: inout Int,
        _ body: (inout Level, inout Self) -> Void
    ) {
        guard depth <= HierarchyTree.deepest || levels.isEmpty else {
            faults.append(
                WriteFault(place: "HL", reason: "levels nest deeper than \(HierarchyTree.deepest)"))
            return
        }
        for index in levels.indices {
            number += 1
            let own = number
            enter("HL") { writer in
                writer.hierarchyNumbers = (own, parent)
                body(&levels[index], &writer)
            }
            write(&levels[index].contains, parent: own, depth: depth + 1, number: &number, body)
        }
    }

    /// Writes a loop: what the body writes becomes one child of the loop around it.
    @inline(__always)
    private mutating func enter(_ id: SegmentID, _ body: (inout Self) -> Void) {
        let outer = beginLoop(id)
        let start = output.count
        body(&self)
        endLoop(id, start: start, outer)
    }

    /// Opens a loop, and gives the one around it.
    @inline(never)
    private mutating func beginLoop(_ id: SegmentID) -> Scope {
        let node = self.node(id)
        let outer = scope
        if hasExtras {
            path.append((id, writtenBefore(id) + 1, ""))
            written.append([:])
        }
        scope = Scope(loop: node, firstRecord: records.count, hint: node)
        awaitsOpening = true
        return outer
    }

    @inline(never)
    private mutating func endLoop(_ id: SegmentID, start: Int, _ outer: Scope) {
        closeScope()
        let node = scope.loop
        var segments: Int32 = 0
        for index in scope.firstRecord..<records.count { segments &+= records[index].segments }
        records.removeLast(downTo: scope.firstRecord)
        scope = outer
        if hasExtras {
            path.removeLast()
            written.removeLast()
        }
        add(
            Record(
                id: id, node: node, start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: output.count), segments: segments))
    }

    /// Takes a segment or loop as written in the open loop.
    mutating func add(_ record: Record) {
        awaitsOpening = false
        records.append(record)
        if hasExtras { written[written.count - 1][record.id, default: 0] += 1 }
    }

    /// How many segments and loops of an identifier were written in the open loop.
    func writtenBefore(_ id: SegmentID) -> Int { written.last?[id] ?? 0 }

    /// The node of a segment or loop `id` in the open loop; beyond all nodes when it has none there.
    mutating func node(_ id: SegmentID) -> Int32 {
        let loop = scope.loop
        if loop >= 0, awaitsOpening, Int(loop) < structure.nodes.count, structure.nodes[Int(loop)].id == id {
            return loop
        }
        let mixed = (id.packed ^ UInt32(bitPattern: scope.hint) &* 0x85EB_CA6B) &* 0x9E37_79B1
        let place = Int(mixed &>> 24)
        let known = found[place]
        let node: Int32
        if known.id == id, known.loop == loop, known.hint == scope.hint {
            node = known.node
        } else {
            node = search(id)
            found[place] = FoundNode(id: id, loop: loop, hint: scope.hint, node: node)
        }
        if Int(node) < structure.nodes.count { scope.hint = node }
        return node
    }

    /// The node among the children of the open loop, from where the last one was found on and then from the first.
    private func search(_ id: SegmentID) -> Int32 {
        let nodes = structure.nodes
        let loop = Int(scope.loop)
        // A loop that the version does not have holds nothing.
        guard loop < nodes.count else { return Int32(nodes.count) }
        let first = loop < 0 ? 1 : loop + 1
        let end = loop < 0 ? nodes.count - 1 : nodes[loop].end
        var place = Int(scope.hint) > loop && Int(scope.hint) >= first ? Int(scope.hint) : first
        for _ in 0..<2 {
            while place < end {
                if nodes[place].id == id { return Int32(place) }
                place = nodes[place].end
            }
            place = first
        }
        return Int32(nodes.count)
    }
}

// MARK: - Closing

extension SetWriter {
    @inline(__always)
    private mutating func begin(_ id: SegmentID) {
        openSegment = id
        lastElement = 0
        segmentStart = output.count
        if id == "HL" { numberLevel() }
    }

    /// Writes HL01 and HL02 of the level that is entered.
    @inline(never)
    private mutating func numberLevel() {
        guard let numbers = hierarchyNumbers else { return }
        hierarchyNumbers = nil
        put(1, Decimal(numbers.own))
        if let parent = numbers.parent { put(2, Decimal(parent)) }
    }

    /// Writes the identifier of the open segment, and the element that tells it from its like.
    @inline(never)
    mutating func open() {
        var packed = openSegment.packed
        while packed != 0 {
            output.append(UInt8(truncatingIfNeeded: packed))
            packed &>>= 8
        }
        elementEnds[0] = Int32(truncatingIfNeeded: output.count)
        guard qualifier.utf8CodeUnitCount > 0 else { return }
        output.append(delimiters.element)
        if !qualifiers.isEmpty, let agreed = qualifiers.agreed(for: qualifier, in: openSegment) {
            output.append(Array(agreed.utf8))
        } else {
            output.append(qualifier)
        }
        qualifier = ""
        elementEnds[1] = Int32(truncatingIfNeeded: output.count)
        lastElement = 1
    }

    /// Ends the open segment and takes it as written, with what the extras have for it.
    @inline(never)
    private mutating func close() {
        if hasExtras {
            if awaitsOpening { path[path.count - 1].of = identity }
            if let extra = takeExtra(), isOwn(extra, identity) { merge(extra.elements) }
        }
        let start = segmentStart
        endSegment()
        add(
            Record(
                id: openSegment, node: node(openSegment), start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: output.count), segments: 1))
    }

    /// Opens a segment that comes whole from an extra.
    mutating func openExtra(_ id: SegmentID) {
        hierarchyNumbers = nil
        begin(id)
    }

    /// Ends the open segment, which may have no element.
    mutating func endSegment() {
        if lastElement == 0 { open() }
        output.append(delimiters.segment)
        delimitersWritten &+= lastElement &+ 1
        if suffix.isEmpty { return }
        output.append(suffix)
        delimitersWritten &+= forbidden.count(in: suffix)
    }

    /// Takes note that an element has so many more separators in it than before.
    mutating func noteInnerSeparators(_ more: Int) { delimitersWritten &+= more }

    private static func count<Level: HierarchyLevel>(_ levels: List<Level>, depth: Int = 1) -> Int {
        guard depth <= HierarchyTree.deepest else { return 0 }
        var count = levels.count
        for index in levels.indices { count += Self.count(levels[index].contains, depth: depth + 1) }
        return count
    }

    /// An element of the open segment as written so far; empty when it is not.
    func writtenElement(_ element: Int) -> [UInt8] {
        guard element > 0, element <= lastElement else { return [] }
        return output[elementStart(element)..<Int(elementEnds[element])]
    }

    /// Where an element of the open segment begins, behind its separator.
    func elementStart(_ element: Int) -> Int { Int(elementEnds[element - 1]) + 1 }
}
