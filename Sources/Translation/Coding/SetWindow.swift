import Commerce
import X12

/// The bytes of a set and the index of its segments, as the reader sees them: without a check per access.
///
/// The arrays are held, so that their storage stays where it is. What the window gives out (entries of the set, the
/// marks of an entry, positions between marks) lies inside the arrays: the index is made so, and it is checked once
/// that the set's last entry ends inside the window.
@safe
struct SetWindow {
    /// The most elements of a segment that ``present(in:)`` tells apart.
    static let mostElements = 63

    private let heldBytes: [UInt8]
    private let heldMarks: [UInt32]
    private let heldEntries: [SegmentIndex.Entry]
    private let heldPlaces: [UInt16]
    private let bytes: UnsafeRawPointer
    private let marks: UnsafePointer<UInt32>
    private let entries: UnsafePointer<SegmentIndex.Entry>
    private let places: UnsafePointer<UInt16>
    private let first: Int

    /// No set; nothing may be asked of it.
    init() { self.init(held: [], [], [], [], first: 0) }

    /// The set at `range` of the index, with the node that validation gave each of its entries.
    init(_ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex, _ range: Range<Int>, places: [UInt16]) {
        precondition(range.lowerBound >= 0 && !range.isEmpty && range.upperBound <= index.entries.count)
        let last = Int(index.entries[range.upperBound - 1].lastMark)
        // Texts and qualifiers are loaded in words.
        precondition(last < index.marks.count && Int(index.marks[last]) + 16 <= bytes.count)
        // A set that was not validated has no places.
        let isPlaced = places.count == range.count
        self.init(
            held: copy bytes, index.marks, index.entries,
            isPlaced ? places : Array(repeating: SetValidator.noNode, count: range.count), first: range.lowerBound)
    }

    private init(
        held bytes: [UInt8], _ marks: [UInt32], _ entries: [SegmentIndex.Entry], _ places: [UInt16], first: Int
    ) {
        heldBytes = bytes
        heldMarks = marks
        heldEntries = entries
        heldPlaces = places
        unsafe self.bytes = UnsafeRawPointer(bytes.start)
        unsafe self.marks = marks.start
        unsafe self.entries = entries.start
        unsafe self.places = places.start
        self.first = first
    }

    /// How many segments the set has.
    var count: Int { heldPlaces.count }

    /// The node of a segment of the set.
    @inline(__always)
    func place(_ index: Int) -> UInt16 { unsafe places[index &- first] }

    /// A segment of the set.
    @inline(__always)
    func entry(_ index: Int) -> SegmentIndex.Entry { unsafe entries[index] }

    /// The position of a mark of the set.
    @inline(__always)
    func mark(_ index: Int) -> Int { unsafe Int(marks[index]) }

    /// A byte of the set.
    @inline(__always)
    func byte(_ position: Int) -> UInt8 { unsafe bytes.load(fromByteOffset: position, as: UInt8.self) }

    /// Lends the bytes of a value.
    @inline(__always)
    func withBytes<Result>(_ start: Int, _ end: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let span = unsafe Span<UInt8>(
            _unsafeStart: (bytes + start).assumingMemoryBound(to: UInt8.self), count: end &- start)
        return body(span)
    }

    /// The bytes of a segment without its terminator.
    func bytes(of entry: SegmentIndex.Entry) -> ArraySlice<UInt8> {
        heldBytes[Int(entry.start)..<mark(Int(entry.lastMark))]
    }

    /// A value as text; empty when there is none.
    @inline(__always)
    func text(_ start: Int, _ end: Int) -> Text {
        start < end ? unsafe Text(uncheckedWindow: bytes + start, count: end &- start) : Text()
    }

    /// A bit for each element of a segment that holds something, up to ``mostElements``.
    @inline(__always)
    func present(in entry: SegmentIndex.Entry) -> UInt64 {
        var present: UInt64 = 0
        var bit: UInt64 = 2
        var start = mark(Int(entry.firstMark)) &+ 1
        var next = Int(entry.firstMark) &+ 1
        while next <= Int(entry.lastMark) {
            let end = mark(next)
            if start < end { present |= bit }
            bit &<<= 1
            start = end &+ 1
            next &+= 1
        }
        return present
    }

    /// The first element of a segment when it has one to three bytes, packed with its length; 0 for another.
    @inline(__always)
    func qualifier(of entry: SegmentIndex.Entry) -> UInt32 {
        guard entry.elementCount > 0 else { return 0 }
        let start = mark(Int(entry.firstMark)) &+ 1
        let length = mark(Int(entry.firstMark) &+ 1) &- start
        guard length >= 1, length <= 3 else { return 0 }
        let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self).littleEndian
        return word & ((1 &<< UInt32(truncatingIfNeeded: length &* 8)) &- 1) | UInt32(truncatingIfNeeded: length) &<< 24
    }

    /// A qualifier of one to three bytes as ``qualifier(of:)`` gives it; folded at compile time for a literal.
    @inline(__always)
    static func qualifier(_ text: StaticString) -> UInt32 {
        var packed = UInt32(truncatingIfNeeded: text.utf8CodeUnitCount) &<< 24
        var index = 0
        while index < text.utf8CodeUnitCount, index < 3 {
            unsafe packed |= UInt32(text.utf8Start[index]) &<< UInt32(truncatingIfNeeded: index &* 8)
            index &+= 1
        }
        return packed
    }
}
