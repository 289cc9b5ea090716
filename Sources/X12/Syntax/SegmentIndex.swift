/// Where the segments and elements of a stretch of bytes lie: positions only, no copies, arrays reused from window
/// to window.
///
/// `marks` holds the position of every element separator and segment terminator. A segment knows where it starts and
/// which marks are its own; element *e* lies between marks `firstMark + e - 1` and `firstMark + e`.
public struct SegmentIndex: Sendable {
    /// One segment.
    public struct Entry: Sendable, BitwiseCopyable {
        /// Position of the identifier's first byte.
        public var start: UInt32
        /// Index in `marks` of the delimiter behind the identifier.
        public var firstMark: UInt32
        /// Index in `marks` of the segment's terminator.
        public var lastMark: UInt32
        /// The identifier, or zero when it has not two or three characters.
        public var id: SegmentID

        @inlinable @inline(__always)
        init(start: UInt32, firstMark: UInt32, lastMark: UInt32, id: SegmentID) {
            self.start = start
            self.firstMark = firstMark
            self.lastMark = lastMark
            self.id = id
        }

        /// The number of elements sent, empty ones counted.
        @inlinable @inline(__always)
        public var elementCount: Int { Int(lastMark &- firstMark) }
    }

    /// Positions of delimiters, ascending.
    public internal(set) var marks: [UInt32] = []
    /// The segments in order, empty ones left out.
    public internal(set) var entries: [Entry] = []
    /// Indices in `entries` of segments with bytes that want a closer look, ascending: see ``StructuralScan``.
    public var oddEntries: [UInt32] { @inline(__always) get { oddBytes.entries } }
    /// Positions of line breaks that stand inside segments, ascending: the file was wrapped.
    public var lineBreaks: [UInt32] { @inline(__always) get { oddBytes.lineBreaks } }

    private var scan = StructuralScan(Delimiters())
    private var terminator: UInt8 = 0
    /// Counts the resets, so that one can tell whether entries are still the ones they were.
    private(set) var generation = 0
    /// How far the bytes have been scanned.
    public private(set) var scanned = 0
    private var nextMark = 0
    private var nextSegment = 0
    private var markCount = 0
    private var ends: [UInt32] = []
    private var endCount = 0
    private var oddBytes = OddBytes()

    /// Makes an empty index.
    public init() {}

    /// Forgets everything and stands ready to index from `start`, which begins a segment.
    public mutating func reset(start: Int, delimiters: Delimiters) {
        generation &+= 1
        scan = StructuralScan(delimiters)
        terminator = delimiters.segment
        scanned = start
        nextSegment = start
        nextMark = 0
        markCount = 0
        entries.removeAll(keepingCapacity: true)
        oddBytes.reset(start: start)
    }

    /// The position behind the last complete segment.
    public var indexed: Int { nextSegment }

    /// Indexes on to `end`. What follows the last terminator is taken up by the next call.
    ///
    /// - Parameters:
    ///   - bytes: The window; at least 64 bytes longer than `end`, so that blocks and packed words can be loaded
    ///     whole, and shorter than 4 GiB. What was indexed before must be there unchanged.
    ///   - end: How far to go.
    /// - Complexity: O(`end` - ``scanned``).
    public mutating func extend(bytes: borrowing [UInt8], to end: Int) {
        precondition(end + 64 <= bytes.count && bytes.count <= Int(UInt32.max))
        while scanned < end {
            // Chunks bound how much room must be kept free ahead of the writes.
            let chunk = min(scanned &+ 4096, end)
            reserve(4096 + 64)
            endCount = 0
            unsafe mark(bytes: bytes, from: scanned, to: chunk)
            unsafe buildEntries(bytes: bytes)
            scanned = chunk
        }
    }

    private mutating func reserve(_ room: Int) {
        if marks.count < markCount + room { marks.append(contentsOf: repeatElement(0, count: max(room, marks.count))) }
        if ends.count < endCount + room { ends.append(contentsOf: repeatElement(0, count: max(room, ends.count))) }
    }
}

// MARK: - Passes

extension SegmentIndex {
    /// Marks the delimiters of `bytes[from..<to]`.
    @unsafe
    private mutating func mark(bytes: borrowing [UInt8], from: Int, to: Int) {
        let scan = scan
        let terminator = terminator
        let segmentsBefore = oddBytes.segmentCount
        var markCount = markCount
        var endCount = endCount
        var behindLast: UInt64 = 0
        unsafe bytes.withUnsafeBytes { raw in
            unsafe marks.withUnsafeMutableBufferPointer { marks in
                unsafe ends.withUnsafeMutableBufferPointer { ends in
                    var base = from
                    while base < to {
                        let block = unsafe scan.block(raw, at: base)
                        let inside: UInt64 = to &- base >= 64 ? ~0 : (1 &<< UInt64(to &- base)) &- 1
                        var bits = block.marks & inside
                        var endBits = block.ends & inside
                        // A line break right behind a terminator is layout; only the rest is odd.
                        let behind = block.ends &<< 1 | behindLast
                        behindLast = block.ends &>> 63
                        let odd = block.odd & inside & ~(behind | (block.odd & behind) &<< 1)
                        if odd != 0 {
                            unsafe oddBytes.note(
                                odd, base: base, bytes: raw, ends: endBits, endsBefore: segmentsBefore &+ endCount,
                                terminator: terminator)
                        }
                        while endBits != 0 {
                            let below = (endBits & (0 &- endBits)) &- 1
                            unsafe ends[endCount] = UInt32(
                                truncatingIfNeeded: markCount &+ (bits & below).nonzeroBitCount)
                            endCount &+= 1
                            endBits &= endBits &- 1
                        }
                        // Four at a time, the surplus overwritten by the next block: a branch per mark would be
                        // mispredicted once a block.
                        let markEnd = markCount &+ bits.nonzeroBitCount
                        while markCount < markEnd {
                            for slot in 0..<4 {
                                unsafe marks[markCount &+ slot] = UInt32(
                                    truncatingIfNeeded: base &+ bits.trailingZeroBitCount)
                                bits &= bits &- 1
                            }
                            markCount &+= 4
                        }
                        markCount = markEnd
                        base &+= 64
                    }
                }
            }
        }
        self.markCount = markCount
        self.endCount = endCount
        oddBytes.segmentCount = segmentsBefore &+ endCount
    }

    /// Turns the new terminators into entries: skips layout before each identifier and packs the identifier.
    @unsafe
    private mutating func buildEntries(bytes: borrowing [UInt8]) {
        var firstMark = nextMark
        var position = nextSegment
        let count = endCount
        let hasOddBytes = oddBytes.hasUnsettled
        let entriesBefore = entries.count
        unsafe bytes.withUnsafeBytes { raw in
            unsafe marks.withUnsafeBufferPointer { marks in
                unsafe ends.withUnsafeBufferPointer { ends in
                    entries.append(addingCapacity: count) { entries in
                        for end in 0..<count {
                            let lastMark = unsafe Int(ends[end])
                            let terminator = unsafe Int(marks[lastMark])
                            while unsafe raw[position] <= 0x20, position < terminator, unsafe isBlank(raw[position]) {
                                position &+= 1
                            }
                            // An empty segment is only its terminator: no entry, but its mark can be counted.
                            let isEmpty = position == terminator
                            if hasOddBytes { oddBytes.settle(isEmpty: isEmpty) }
                            if !isEmpty {
                                let length = unsafe Int(marks[firstMark]) &- position
                                let word = unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt32.self)
                                // No branch on two or three: which of them comes is a matter of chance.
                                let mask: UInt32 = (1 &<< UInt32(truncatingIfNeeded: length &* 8)) &- 1
                                let id = UInt(bitPattern: length &- 2) < 2 ? word & mask : 0
                                entries.append(
                                    Entry(
                                        start: UInt32(truncatingIfNeeded: position),
                                        firstMark: UInt32(truncatingIfNeeded: firstMark),
                                        lastMark: UInt32(truncatingIfNeeded: lastMark), id: SegmentID(packed: id)))
                            }
                            firstMark = lastMark &+ 1
                            position = terminator &+ 1
                        }
                    }
                }
            }
        }
        if !hasOddBytes { oddBytes.pass(segments: count, entries: entries.count &- entriesBefore) }
        nextMark = firstMark
        nextSegment = position
    }
}

/// The bytes of a window that are neither plain data nor marked.
private struct OddBytes {
    /// Entries that hold some.
    var entries: [UInt32] = []
    var lineBreaks: [UInt32] = []
    /// Terminators seen so far; with empty segments there are more of them than entries.
    var segmentCount = 0
    /// Entries made so far.
    private var entryCount = 0
    private var segments: [UInt32] = []
    private var settled = 0
    private var nextSegment: UInt32 = 0
    private var layoutEnd = 0

    mutating func reset(start: Int) {
        entries.removeAll(keepingCapacity: true)
        lineBreaks.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
        segmentCount = 0
        entryCount = 0
        settled = 0
        nextSegment = 0
        layoutEnd = start
    }

    /// Whether segments with odd bytes wait to learn which entry they became.
    var hasUnsettled: Bool { settled < segments.count }

    /// Learns that the next segment became the next entry, or none when it is empty.
    @inline(__always)
    mutating func settle(isEmpty: Bool) {
        if settled < segments.count, segments[settled] == nextSegment {
            if !isEmpty { entries.append(UInt32(truncatingIfNeeded: entryCount)) }
            settled &+= 1
        }
        if !isEmpty { entryCount &+= 1 }
        nextSegment &+= 1
    }

    /// Learns of segments none of which has odd bytes.
    mutating func pass(segments: Int, entries: Int) {
        nextSegment &+= UInt32(truncatingIfNeeded: segments)
        entryCount &+= entries
    }

    /// Notes the segments that the odd bytes of a block stand in, and line breaks that are not layout.
    @unsafe
    mutating func note(
        _ odd: UInt64, base: Int, bytes: UnsafeRawBufferPointer, ends: UInt64, endsBefore: Int, terminator: UInt8
    ) {
        var bits = odd
        while bits != 0 {
            let position = base &+ bits.trailingZeroBitCount
            let below = (bits & (0 &- bits)) &- 1
            bits &= bits &- 1
            let byte = unsafe bytes[position]
            if byte == 0x0A || byte == 0x0D || byte == 0x09 {
                // Blank lines and indentation behind a terminator; sixteen blanks back is as far as indentation goes.
                var back = position
                while back > layoutEnd, back > position &- 16, unsafe isBlank(bytes[back &- 1]) { back &-= 1 }
                if unsafe back == layoutEnd || bytes[back &- 1] == terminator {
                    layoutEnd = position &+ 1
                    continue
                }
                if byte != 0x09 { lineBreaks.append(UInt32(truncatingIfNeeded: position)) }
            }
            let segment = UInt32(truncatingIfNeeded: endsBefore &+ (ends & below).nonzeroBitCount)
            if segments.last != segment { segments.append(segment) }
        }
    }
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { isIndentation(byte) || byte == 0x0A || byte == 0x0D }

@inline(__always)
private func isIndentation(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
