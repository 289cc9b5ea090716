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

    /// The deepest HL tree read; shipment, order, tare, pack, subpack and item are six.
    public static let deepestHierarchy = 12

    // The set.
    var bytes: [UInt8] = []
    var marks: [UInt32] = []
    var entries: [SegmentIndex.Entry] = []
    var places: [UInt16] = []
    private var firstEntry = 0
    private var nodes: [SetStructure.Node] = []
    var delimiters = Delimiters()
    private var oddEntries: Set<Int> = []
    /// Whether bytes beyond ASCII are Latin-1 and not UTF-8.
    private(set) var isLatin1 = false

    // Where the walk stands: a loop's segments are grouped in runs of the same identifier.
    var children: [Child] = []
    var runs: [Run] = []
    var scope = Scope()
    var path: [(id: SegmentID, ordinal: Int)] = []

    // The open segment.
    var open: SegmentIndex.Entry?
    var openIsOdd = false
    var coded: UInt64 = 0
    var spelling: [ExtraElement] = []
    var components: [(element: Int, coded: UInt64)] = []
    /// What the writer will write in HL01 and HL02 of the HL loop just entered.
    var expectedNumbers: (own: Int, parent: Int?)?

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
    }

    /// One of 64 bits for an identifier; folded at compile time for a literal.
    @inline(__always)
    static func bit(_ id: SegmentID) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: (id.packed &* 0x9E37_79B1) &>> 26)
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
        self.bytes = copy bytes
        marks = index.marks
        entries = index.entries
        self.places = places
        firstEntry = range.lowerBound
        nodes = structure.nodes
        self.delimiters = delimiters
        extras.removeAll(keepingCapacity: true)
        fault = nil
        noteOdd(index.oddEntries, in: range)
        children.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        path.removeAll(keepingCapacity: true)
        scope = Scope()
        // SE and ST are the envelope's.
        let last = range.upperBound - (entries[range.upperBound - 1].id == "SE" ? 1 : 0)
        group(range.lowerBound + 1, last, isLoop: false)
    }

    /// Ends the set: what was not visited becomes extras, and the window is let go.
    public mutating func end() {
        closeScope()
        bytes = []
        marks = []
        entries = []
    }

    /// Notes which entries hold unusual bytes, and how bytes beyond ASCII are to be read.
    private mutating func noteOdd(_ odd: [UInt32], in range: Range<Int>) {
        isLatin1 = false
        if !oddEntries.isEmpty { oddEntries.removeAll(keepingCapacity: true) }
        guard !odd.isEmpty else { return }
        var hasHigh = false
        for entry in odd where range.contains(Int(entry)) {
            oddEntries.insert(Int(entry))
            let from = Int(entries[Int(entry)].start)
            let to = Int(marks[Int(entries[Int(entry)].lastMark)])
            if bytes[from..<to].contains(where: { $0 > 0x7F }) {
                hasHigh = true
                if String(validating: bytes[from..<to], as: UTF8.self) == nil { isLatin1 = true }
            }
        }
        if !hasHigh { isLatin1 = false }
    }

    /// Groups the entries of a loop, or of the set, into children and runs.
    private mutating func group(_ from: Int, _ to: Int, isLoop: Bool) {
        scope = Scope(firstRun: runs.count, firstChild: children.count)
        var position = from
        // The segment that opens a loop stands in the loop like any other.
        var isOpening = isLoop
        while position < to {
            let place = places[position &- firstEntry]
            var end = position &+ 1
            var id = entries[position].id
            if place == SetValidator.noNode {
                // A stray: the walk never sees it, so it is kept.
                id = SegmentID(packed: 0)
            } else if !isOpening, nodes[Int(place)].isLoop {
                let inside = UInt16(nodes[Int(place)].end)
                while end < to {
                    let next = places[end &- firstEntry]
                    guard next > place, next < inside else { break }
                    end &+= 1
                }
            }
            isOpening = false
            scope.present |= Self.bit(id)
            let child = Child(first: Int32(position), end: Int32(end), turn: 0)
            if runs.count > scope.firstRun, runs[runs.count &- 1].node == Int32(place), id.packed != 0 {
                runs[runs.count &- 1].end &+= 1
            } else {
                let index = Int32(children.count)
                runs.append(
                    Run(
                        id: id, node: Int32(place), first: index, end: index &+ 1, next: index, visited: 0,
                        isDisordered: false))
            }
            children.append(child)
            position = end
        }
    }
}

// MARK: - Segments

extension SetReader {
    @inline(__always)
    public mutating func segment(_ id: SegmentID, _ body: (inout Self) -> Void) {
        guard scope.present & Self.bit(id) != 0, let run = run(id) else { return }
        visit(Int(runs[run].next), in: run, isKept: false, body)
    }

    @inline(__always)
    public mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout Self) -> Void) {
        guard scope.present & Self.bit(id) != 0, let (child, run) = child(id, where: qualifier) else { return }
        visit(child, in: run, qualifier: 2, isKept: false, body)
    }

    /// The first child of `id` not visited whose first element is `qualifier`.
    private func child(_ id: SegmentID, where qualifier: StaticString) -> (Int, Int)? {
        guard let run = run(id) else { return nil }
        var child = Int(runs[run].next)
        while child < Int(runs[run].end) {
            if !children[child].isVisited, firstElement(of: children[child], is: qualifier) {
                return (child, run)
            }
            child += 1
        }
        return nil
    }

    @inline(__always)
    public mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout [Value], _ body: (inout Value, inout Self) -> Void
    ) {
        guard scope.present & Self.bit(id) != 0 else { return }
        while let run = run(id) {
            values.append(Value())
            visit(Int(runs[run].next), in: run, isKept: true) { body(&values[values.count &- 1], &$0) }
        }
    }

    @inline(__always)
    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout [Value], _ body: (inout Value, inout Self) -> Void
    ) {
        guard scope.present & Self.bit(id) != 0 else { return }
        while let run = run(id) {
            values.append(Value())
            enter(Int(runs[run].next), in: run) { body(&values[values.count &- 1], &$0) }
        }
    }

    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout Self) -> Void
    ) {
        guard let run = run(id) else { return }
        var read = Value()
        enter(Int(runs[run].next), in: run) { body(&read, &$0) }
        value = read
    }

    /// The first run of `id` in the open loop that has a child left, its `next` on that child.
    @inline(__always)
    func run(_ id: SegmentID) -> Int? {
        var run = scope.firstRun
        while run < runs.count {
            if runs[run].id == id, runs[run].next < runs[run].end { return run }
            run &+= 1
        }
        return nil
    }

    private func firstElement(of child: Child, is qualifier: StaticString) -> Bool {
        let entry = entries[Int(child.first)]
        guard entry.elementCount > 0 else { return false }
        let start = Int(marks[Int(entry.firstMark)]) + 1
        guard Int(marks[Int(entry.firstMark) + 1]) - start == qualifier.utf8CodeUnitCount else { return false }
        for offset in 0..<qualifier.utf8CodeUnitCount
        where unsafe bytes[start + offset] != qualifier.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Takes a child as visited.
    @inline(__always)
    mutating func take(_ child: Int, in run: Int) {
        runs[run].visited &+= 1
        children[child].turn = runs[run].visited
        if Int(runs[run].next) == child {
            var next = child &+ 1
            while next < Int(runs[run].end), children[next].isVisited { next &+= 1 }
            runs[run].next = Int32(next)
        } else {
            runs[run].isDisordered = true
        }
    }

    /// Reads a segment. One of which the walk takes no value stays unvisited, so that it is kept whole, unless it has
    /// its own place in the document anyway.
    @inline(__always)
    private mutating func visit(_ child: Int, in run: Int, qualifier: UInt64 = 0, isKept: Bool, _ body: (inout Self) -> Void) {
        let entry = entries[Int(children[child].first)]
        open = entry
        openIsOdd = !oddEntries.isEmpty && oddEntries.contains(Int(children[child].first))
        coded = qualifier
        if expectedNumbers != nil, entry.id == "HL" { codeHierarchyNumbers(entry) }
        body(&self)
        let opens = !path.isEmpty && child == scope.firstChild
        if coded != qualifier || !components.isEmpty || isKept || opens {
            take(child, in: run)
            closeSegment(entry, occurrence: Int(runs[run].visited))
        }
        open = nil
    }

    /// Opens a loop, walks it, closes it.
    mutating func enter(_ child: Int, in run: Int, _ body: (inout Self) -> Void) {
        let range = children[child]
        take(child, in: run)
        path.append((runs[run].id, Int(runs[run].visited)))
        let outer = scope
        group(Int(range.first), Int(range.end), isLoop: true)
        body(&self)
        closeScope()
        runs.removeLast(runs.count - scope.firstRun)
        children.removeLast(children.count - scope.firstChild)
        scope = outer
        path.removeLast()
    }
}
