/// The stretch of a source that is in memory, and its segment index. The one place that reads bytes.
///
/// The window slides forward; it grows only when one segment, or one set that must be held whole, is larger than it.
struct Window<Source: ByteSource> {
    private(set) var source: Source
    private(set) var bytes: [UInt8]
    /// The end of the bytes read.
    private(set) var filled = 0
    /// Whether the source has no more bytes.
    private(set) var isAtEnd = false
    private(set) var positions = FilePositions()
    var index = SegmentIndex()

    /// Whether the terminator behind the last byte was added because the file ends without.
    private(set) var hasAddedTerminator = false

    private let limit: Int
    private var repair: StreamRepair?
    private var nextRead = 0

    /// Bytes behind `filled` that may be read, so that whole words can be loaded.
    static var padding: Int { 128 }

    /// How many bytes fit without growing.
    var capacity: Int { bytes.count - Self.padding }

    init(_ source: Source, size: Int, limit: Int) {
        self.source = source
        self.limit = limit
        bytes = Array(repeating: 0, count: size + Self.padding)
    }

    /// Begins anew at an offset of the file, with the repair given.
    mutating func seek(to offset: Int, repair: StreamRepair? = nil) throws(SourceError) {
        filled = 0
        nextRead = offset
        isAtEnd = false
        hasAddedTerminator = false
        positions = FilePositions(base: offset)
        self.repair = repair
        try fill()
    }

    /// Drops what is before `position` and reads on. Positions shift by `position`.
    ///
    /// - Returns: Whether anything changed, positions or bytes; `false` at the end of the source and at the limit.
    mutating func slide(from position: Int) throws(SourceError) -> Bool {
        let kept = filled - position
        if isAtEnd { return false }
        let mustGrow = kept > capacity / 2
        // Nothing has moved when there is no room: who asked goes on with the positions it has.
        if mustGrow, bytes.count >= limit { return false }
        if position > 0 {
            unsafe bytes.withUnsafeMutableBytes { raw in
                unsafe raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[position..<position + kept]))
            }
            positions.shift(by: position)
            filled = kept
        }
        if mustGrow {
            bytes.append(contentsOf: repeatElement(0, count: bytes.count - Self.padding))
        }
        let before = filled
        try fill()
        return filled > before || position > 0
    }

    /// Reads until the window is full or the source is at its end.
    private mutating func fill() throws(SourceError) {
        let capacity = capacity
        while filled < capacity, !isAtEnd {
            var count = 0
            var failure: SourceError?
            unsafe bytes.withUnsafeMutableBytes { raw in
                do throws(SourceError) {
                    count = unsafe try source.read(
                        at: nextRead, into: UnsafeMutableRawBufferPointer(rebasing: raw[filled..<capacity]))
                } catch { failure = error }
            }
            if let failure { throw failure }
            nextRead += count
            if count == 0 { isAtEnd = true }
            if repair != nil {
                filled =
                    repair?.apply(to: &bytes, from: filled, count: count, isAtEnd: isAtEnd, positions: &positions)
                    ?? filled
            } else {
                filled += count
            }
        }
        for position in filled..<filled + Self.padding { bytes[position] = 0 }
    }

    /// Whether a repair is applied to what is read.
    var isRepairing: Bool { repair != nil }

    /// Indexes on to `end`.
    mutating func extendIndex(to end: Int) {
        index.extend(bytes: bytes, to: end)
    }

    /// Ends the last segment when the file does not; `false` when there is none to end. The index must be made anew
    /// from the segment's start.
    mutating func addTerminator(_ terminator: UInt8) -> Bool {
        guard isAtEnd, !hasAddedTerminator else { return false }
        // Trailing blanks and line breaks are layout, not the tail of the last segment.
        while filled > index.indexed, isLineBreakOrBlank(bytes[filled - 1]) || bytes[filled - 1] == 0x1A { filled -= 1 }
        guard filled > index.indexed else { return false }
        bytes[filled] = terminator
        filled += 1
        bytes.append(0)
        hasAddedTerminator = true
        return true
    }
}
