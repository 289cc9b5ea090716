public import Commerce
public import X12

/// Reads a validated set into a document, by the document's own walk, and keeps what the walk does not visit.
///
/// Nothing is copied but the values: the reader works on the window's bytes and on the place in the structure that
/// validation gave each segment. It is reused from set to set, so that its arrays keep their capacity.
public struct SetReader: SetCoding {
    public static var isReading: Bool { true }

    /// What the walk did not visit.
    public internal(set) var extras: [Extra] = []
    /// Why the set cannot be put in canonical form, when it cannot.
    public internal(set) var fault: FindingCode?

    /// What contradicts itself in the HL tree.
    public internal(set) var breaches: [Breach] = []
    /// Which HL levels may stand where by agreement; `nil` leaves it to the set's own code (BSN05).
    public var nesting: LevelNesting?
    /// The qualifiers that the partner writes in the place of usual ones.
    public var qualifiers = AgreedQualifiers()

    /// Whether it is noted where what becomes extras stood.
    var keepsPlaces = false
    /// For each extra the entries it was made of, where that is noted.
    var extraPlaces: [Range<Int>] = []

    // The set.
    var window = SetWindow()
    private(set) var firstEntry = 0
    /// Whether the set is about one shipment: an 856.
    private(set) var isShipment = false
    private var nodes: [SetStructure.Node] = []
    var delimiters = Delimiters()
    private var oddEntries: Set<Int> = []
    /// Segments without a place of the loop that is being grouped.
    private var strays: [Int] = []
    /// Whether bytes beyond ASCII are Latin-1 and not UTF-8.
    private(set) var isLatin1 = false

    // Where the walk stands: a loop's segments are grouped in runs of the same identifier.
    var children = Stack<Child>()
    var runs = Stack<Run>()
    var scope = Scope()
    var path = Stack<Step>()
    /// How many HL segments the set has.
    var hierarchyCount = 0

    // The open segment: its first mark, how many elements it has, 0 when none is open, and whether it holds bytes
    // that want a closer look.
    var openMark = 0
    var openCount = 0
    var openIsOdd = false
    var coded: UInt64 = 0
    var spelling: [ExtraElement] = []
    var components: [(element: Int, coded: UInt64)] = []
    /// What the writer will write in HL01 and HL02 of the HL loop just entered.
    var expectedNumbers: (own: Int, parent: Int?)?

    /// A loop on the way to the open one.
    struct Step: BitwiseCopyable {
        var id: SegmentID
        var ordinal: Int
        /// The segment that opens it, and what the walk took from that.
        var opening: SegmentIndex.Entry?
        var coded: UInt64 = 0
    }

    /// A segment or loop of the open loop.
    struct Child: BitwiseCopyable {
        var first: Int32
        var end: Int32
        /// When it was visited among those of its run, from 1; 0 when it was not.
        var turn: Int32

        var isVisited: Bool { turn > 0 }
    }

    /// Neighbouring children of the same node.
    struct Run: BitwiseCopyable {
        var id: SegmentID
        var node: Int32
        var first: Int32
        var end: Int32
        /// The first child not visited, as far as children were visited in order.
        var next: Int32
        var visited: Int32
        var isDisordered: Bool
    }

    /// The open loop: where its runs and children begin.
    struct Scope: BitwiseCopyable {
        var firstRun = 0
        var firstChild = 0
        /// A bit for each identifier in the loop, by ``SetReader/bit(_:)``: a walk asks for many that are not there.
        var present: UInt64 = 0
        /// A bit for each identifier and first element, by ``SetReader/bit(_:_:)``.
        var qualified: UInt64 = 0
    }

    /// One of 64 bits for an identifier; folded at compile time for a literal.
    @inline(__always)
    static func bit(_ id: SegmentID) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: (id.packed &* 0x9E37_79B1) &>> 26)
    }

    /// One of 64 bits for an identifier and a first element, packed as by ``SetWindow/qualifier(of:)``.
    @inline(__always)
    static func bit(_ id: SegmentID, _ qualifier: UInt32) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: ((id.packed &+ qualifier) &* 0x9E37_79B1) &>> 26)
    }

    /// Makes a reader.
    public init() {}

    /// Begins a set.
    ///
    /// - Parameters:
    ///   - bytes: The window.
    ///   - index: Its index.
    ///   - range: The set's entries, ST and SE included.
    ///   - places: The node of each entry, from validation.
    ///   - structure: The set's structure.
    ///   - delimiters: Those of the interchange.
    public mutating func begin(
        bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>, places: [UInt16],
        structure: SetStructure, delimiters: Delimiters
    ) {
        window = SetWindow(bytes, index, range, places: places)
        firstEntry = range.lowerBound
        nodes = structure.nodes
        self.delimiters = delimiters
        extras.removeAll(keepingCapacity: true)
        keepsPlaces = false
        extraPlaces = []
        breaches.removeAll(keepingCapacity: true)
        fault = nil
        isShipment = structure.set == "856"
        noteOdd(index.oddEntries, in: range)
        children.reset()
        runs.reset()
        path.reset()
        scope = Scope()
        // SE and ST are the envelope's.
        let last = range.upperBound - (window.entry(range.upperBound - 1).id == "SE" ? 1 : 0)
        group(range.lowerBound + 1, last, isLoop: false)
    }

    /// Ends the set: what was not visited becomes extras, and the window is let go.
    public mutating func end() {
        closeScope()
        if !keepsPlaces { window = SetWindow() }
    }

    /// Notes which entries hold unusual bytes, and how bytes beyond ASCII are to be read.
    private mutating func noteOdd(_ odd: [UInt32], in range: Range<Int>) {
        isLatin1 = false
        if !oddEntries.isEmpty { oddEntries.removeAll(keepingCapacity: true) }
        guard !odd.isEmpty else { return }
        var hasHigh = false
        for entry in odd where range.contains(Int(entry)) {
            oddEntries.insert(Int(entry))
            let bytes = window.bytes(of: window.entry(Int(entry)))
            if bytes.contains(where: { $0 > 0x7F }) {
                hasHigh = true
                if String(validating: bytes, as: UTF8.self) == nil { isLatin1 = true }
            }
        }
        if !hasHigh { isLatin1 = false }
    }

    /// Groups the entries of a loop, or of the set, into children and runs.
    private mutating func group(_ from: Int, _ to: Int, isLoop: Bool) {
        var scope = Scope(firstRun: runs.count, firstChild: children.count)
        defer { self.scope = scope }
        var position = from
        // The segment that opens a loop stands in the loop like any other.
        var isOpening = isLoop
        var lastNode: Int32 = -1
        while position < to {
            let place = window.place(position)
            if place == SetValidator.noNode {
                strays.append(position)
                position &+= 1
                continue
            }
            let entry = window.entry(position)
            var end = position &+ 1
            if !isOpening, nodes[Int(place)].isLoop {
                let inside = UInt16(nodes[Int(place)].end)
                while end < to {
                    let next = window.place(end)
                    guard next > place, next < inside || next == SetValidator.noNode else { break }
                    end &+= 1
                }
            }
            isOpening = false
            scope.present |= Self.bit(entry.id)
            scope.qualified |= Self.bit(entry.id, qualifier(of: entry))
            if lastNode == Int32(place) {
                runs[runs.count &- 1].end &+= 1
            } else {
                addRun(entry.id, Int32(place))
                lastNode = Int32(place)
            }
            children.append(
                Child(first: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end), turn: 0))
            position = end
        }
        if !strays.isEmpty { addStrays() }
    }

    /// Segments without a place come last, so that those of one node stay together; the walk never sees them.
    @inline(never)
    private mutating func addStrays() {
        addRun(SegmentID(packed: 0), Int32(SetValidator.noNode))
        runs[runs.count - 1].end += Int32(strays.count - 1)
        for stray in strays { children.append(Child(first: Int32(stray), end: Int32(stray + 1), turn: 0)) }
        strays.removeAll(keepingCapacity: true)
    }

    /// The first element of a segment as the walk names it, packed as by ``SetWindow/qualifier(of:)``.
    @inline(__always)
    private func qualifier(of entry: SegmentIndex.Entry) -> UInt32 {
        let sent = window.qualifier(of: entry)
        return qualifiers.isEmpty ? sent : qualifiers.usual(for: sent, in: entry.id)
    }

    /// Begins a run of one child, which is added next.
    @inline(__always)
    private mutating func addRun(_ id: SegmentID, _ node: Int32) {
        let first = Int32(truncatingIfNeeded: children.count)
        runs.append(
            Run(id: id, node: node, first: first, end: first &+ 1, next: first, visited: 0, isDisordered: false))
    }
}

// MARK: - Segments

extension SetReader {
    // What is absent is told where the walk stands; the rest is a call, so that the walk stays small enough for the
    // processor's instruction cache.

    @inline(__always)
    public mutating func segment(_ id: SegmentID, _ body: (inout Self) -> Void) {
        if scope.present & Self.bit(id) != 0 { readSegment(id, body) }
    }

    @inline(never)
    private mutating func readSegment(_ id: SegmentID, _ body: (inout Self) -> Void) {
        guard let run = run(id), isAlone(Int(runs[run].next)) else { return }
        visit(Int(runs[run].next), in: run, isKept: false, body)
    }

    @inline(__always)
    public mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout Self) -> Void) {
        let packed = SetWindow.qualifier(qualifier)
        if scope.qualified & Self.bit(id, packed) != 0 { readSegment(id, where: packed, body) }
    }

    @inline(never)
    private mutating func readSegment(_ id: SegmentID, where qualifier: UInt32, _ body: (inout Self) -> Void) {
        guard let (child, run) = child(id, where: qualifier), isAlone(child) else { return }
        visit(child, in: run, qualifier: 2, isKept: false, body)
    }

    /// Whether a child is one segment: of a loop with more in it the walk must say that it is a loop, or it is kept whole.
    @inline(__always)
    private func isAlone(_ child: Int) -> Bool { children[child].end &- children[child].first == 1 }

    public mutating func offers(_ id: SegmentID) -> Bool { scope.present & Self.bit(id) != 0 && run(id) != nil }

    /// The first child of `id` not visited whose first element is `qualifier`.
    private mutating func child(_ id: SegmentID, where qualifier: UInt32) -> (Int, Int)? {
        guard let run = run(id) else { return nil }
        var child = Int(runs[run].next)
        while child < Int(runs[run].end) {
            let candidate = children[child]
            if !candidate.isVisited, self.qualifier(of: window.entry(Int(candidate.first))) == qualifier {
                return (child, run)
            }
            child += 1
        }
        return nil
    }

    @inline(__always)
    public mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        if scope.present & Self.bit(id) != 0 { readEach(id, &values, body) }
    }

    @inline(never)
    private mutating func readEach<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        while let run = run(id) {
            makeRoom(in: &values, run)
            let value = values.addBlank()
            let child = Int(runs[run].next)
            // What is a segment in one version may open a loop in another; then what follows in it must be kept.
            if nodes[Int(runs[run].node)].isLoop, path.count == 0 || child != scope.firstChild {
                enter(child, in: run) { reader in
                    reader.visit(reader.scope.firstChild, in: reader.scope.firstRun, isKept: true) {
                        body(&values[value], &$0)
                    }
                }
            } else {
                visit(child, in: run, isKept: true) { body(&values[value], &$0) }
            }
        }
    }

    @inline(__always)
    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        if scope.present & Self.bit(id) != 0 { readLoops(id, &values, body) }
    }

    @inline(never)
    private mutating func readLoops<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void
    ) {
        while let run = run(id) {
            makeRoom(in: &values, run)
            let value = values.addBlank()
            enter(Int(runs[run].next), in: run) { body(&values[value], &$0) }
        }
    }

    /// Makes room for the values of a run at once: they are large, and growing moves them.
    @inline(__always)
    private func makeRoom<Value>(in values: inout List<Value>, _ run: Int) {
        values.makeRoom(for: Int(runs[run].end &- runs[run].next))
    }

    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout Self) -> Void
    ) {
        guard scope.present & Self.bit(id) != 0, let run = run(id) else { return }
        var read = Value()
        enter(Int(runs[run].next), in: run) { body(&read, &$0) }
        value = read
    }

    /// The first run of `id` in the open loop that has a child left, its `next` on that child.
    @inline(__always)
    mutating func run(_ id: SegmentID) -> Int? {
        var run = scope.firstRun
        while run < runs.count {
            if runs[run].id == id, runs[run].next < runs[run].end { return run }
            run &+= 1
        }
        return nil
    }

    /// Takes a child as visited and gives its turn among those of its run.
    @discardableResult
    @inline(__always)
    mutating func take(_ child: Int, in run: Int) -> Int {
        var taken = runs[run]
        taken.visited &+= 1
        children[child].turn = taken.visited
        if Int(taken.next) == child {
            var next = child &+ 1
            while next < Int(taken.end), children[next].isVisited { next &+= 1 }
            taken.next = Int32(truncatingIfNeeded: next)
        } else {
            taken.isDisordered = true
        }
        runs[run] = taken
        return Int(taken.visited)
    }

    /// Reads a segment. One of which the walk takes no value stays unvisited, so that it is kept whole, unless it has
    /// its own place in the document anyway.
    @inline(__always)
    private mutating func visit(
        _ child: Int, in run: Int, qualifier: UInt64 = 0, isKept: Bool, _ body: (inout Self) -> Void
    ) {
        let position = Int(children[child].first)
        let entry = window.entry(position)
        openMark = Int(entry.firstMark)
        openCount = entry.elementCount
        openIsOdd = !oddEntries.isEmpty && oddEntries.contains(position)
        coded = qualifier
        if expectedNumbers != nil, entry.id == "HL" { codeHierarchyNumbers(entry) }
        body(&self)
        openCount = 0
        let opens = path.count > 0 && child == scope.firstChild
        if coded != qualifier || !components.isEmpty || isKept || opens {
            if opens {
                path[path.count &- 1].opening = entry
                path[path.count &- 1].coded = coded
            }
            closeSegment(entry, occurrence: take(child, in: run))
        }
    }

    /// Opens a loop, walks it, closes it.
    mutating func enter(_ child: Int, in run: Int, _ body: (inout Self) -> Void) {
        let range = children[child]
        path.append(Step(id: runs[run].id, ordinal: take(child, in: run)))
        let outer = scope
        group(Int(range.first), Int(range.end), isLoop: true)
        body(&self)
        closeScope()
        runs.removeLast(downTo: scope.firstRun)
        children.removeLast(downTo: scope.firstChild)
        scope = outer
        path.removeLast(downTo: path.count &- 1)
    }
}
