/// Holds the bytes of one field, normally UTF-8, in 16 bytes: up to 15 of them inline, longer ones on the heap.
///
/// Nothing is validated or changed on the way in: what an interchange said is kept, also when it is not UTF-8.
/// Equality, order and hash are those of the bytes.
public struct Text: Sendable {
    /// The first eight bytes, the first lowest; of a text on the heap its count, so that only an empty text has none.
    @usableFromInline
    var low: UInt64
    @usableFromInline
    var rest: Rest

    /// What follows the first eight bytes, or all of a text on the heap: a word, whose top bit tells which it is.
    ///
    /// Equal bytes always take the same case: `inline` when at most 15 long and the last is not NUL, since the count
    /// of an inline text is where its last byte that is not zero stands.
    @usableFromInline
    enum Rest: Sendable {
        case inline(UInt32, UInt16, UInt8)
        case heap([UInt8])
    }

    /// The most bytes held without allocation.
    public static let inlineCapacity = 15

    /// Makes an empty text.
    @inlinable
    @inline(__always)
    public init() { self.init(low: 0, high: 0) }

    /// Makes a text from two little-endian words; the bytes above the text's end must be zero, byte 15 too.
    @inlinable
    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        rest = .inline(
            UInt32(truncatingIfNeeded: high), UInt16(truncatingIfNeeded: high &>> 32),
            UInt8(truncatingIfNeeded: high &>> 48))
    }

    @usableFromInline
    init(heap bytes: UnsafeRawBufferPointer) {
        low = UInt64(bytes.count)
        unsafe rest = .heap([UInt8](bytes))
    }

    /// Copies the bytes of a span.
    @inlinable
    public init(_ bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBytes { unsafe Text($0) }
    }

    /// Copies the bytes of a buffer.
    @inlinable
    public init(_ bytes: UnsafeRawBufferPointer) { unsafe self.init(bytes, from: 0, to: bytes.count) }

    /// Copies the bytes `start ..< end` of a larger window: one load and a mask where 16 bytes follow `start`.
    ///
    /// A range that is not inside the window gives an empty text.
    @inlinable
    public init(_ window: Span<UInt8>, from start: Int, to end: Int) {
        self = unsafe window.withUnsafeBytes { unsafe Text($0, from: start, to: end) }
    }

    /// Copies the bytes `start ..< end` of a larger window: one load and a mask where 16 bytes follow `start`.
    ///
    /// A range that is not inside the window gives an empty text.
    @inlinable
    @inline(__always)
    public init(_ window: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        guard start >= 0, end > start, end <= window.count, let base = window.baseAddress else {
            self.init()
            return
        }
        unsafe self.init(uncheckedBase: base + start, count: end &- start, readable: window.count &- start)
    }

    /// Copies `count` bytes, 1 or more, of which `readable`, no fewer, may be read.
    @inlinable
    @inline(__always)
    init(uncheckedBase base: UnsafeRawPointer, count: Int, readable: Int) {
        guard count <= Text.inlineCapacity, unsafe base.load(fromByteOffset: count &- 1, as: UInt8.self) != 0 else {
            unsafe self.init(heap: UnsafeRawBufferPointer(start: base, count: count))
            return
        }
        let words = unsafe Words(uncheckedBase: base, count: count, readable: readable)
        self.init(low: words.low, high: words.high)
    }

    /// Copies `count` bytes, 1 or more, of a window that is readable for 16 bytes from `base` on, whatever the count.
    @unsafe
    @inlinable
    @inline(__always)
    public init(uncheckedWindow base: UnsafeRawPointer, count: Int) {
        unsafe self.init(uncheckedBase: base, count: count, readable: 16)
    }

    /// Makes a text of a string's UTF-8.
    public init(_ string: String) {
        var string = string
        self = string.withUTF8 { unsafe Text(UnsafeRawBufferPointer($0)) }
    }

    // MARK: - Reading

    /// Says whether there are no bytes, which stands for an absent field.
    @inlinable
    @inline(__always)
    public var isEmpty: Bool {
        guard low == 0, case .inline(0, 0, 0) = rest else { return false }
        return true
    }

    /// The number of bytes.
    @inlinable
    @inline(__always)
    public var count: Int { words?.count ?? Int(truncatingIfNeeded: low) }

    /// The two words of an inline text, the bytes beyond its end zero; nil on the heap.
    @inlinable
    @inline(__always)
    package var words: Words? {
        guard case .inline(let a, let b, let c) = rest else { return nil }
        return Words(low: low, high: UInt64(a) | UInt64(b) &<< 32 | UInt64(c) &<< 48)
    }

    /// Says whether all bytes are ASCII.
    @inline(__always)
    var isASCII: Bool {
        guard let words else { return unsafe withUnsafeBytes { unsafe $0.allSatisfy { $0 < 0x80 } } }
        return (words.low | words.high) & .eachByteTop == 0
    }

    /// Lends the bytes.
    @inlinable
    public func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        try unsafe withUnsafeBytes { buffer throws(E) in
            let span = unsafe Span<UInt8>(_unsafeElements: buffer)
            return try body(span)
        }
    }

    /// Lends the bytes as a pointer, valid during the call only.
    @inlinable
    @inline(__always)
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
        switch rest {
        case .heap(let bytes):
            return try unsafe bytes.withUnsafeBufferPointer { buffer throws(E) in try unsafe body(buffer) }
        case .inline:
            let words = words ?? Words(low: 0, high: 0)
            return try unsafe Swift.withUnsafeBytes(of: words) { raw throws(E) in
                let buffer = unsafe raw.assumingMemoryBound(to: UInt8.self)
                return try unsafe body(UnsafeBufferPointer(rebasing: buffer[..<words.count]))
            }
        }
    }

    /// Writes the bytes to memory of 16 bytes, or ``count`` when that is more, and gives their number.
    @unsafe
    @inlinable
    @inline(__always)
    public func write(unchecked target: UnsafeMutableRawPointer) -> Int {
        guard let words else { return unsafe writeHeap(unchecked: target) }
        // Always both words: a store of a fixed size costs less than one of the exact length.
        unsafe target.storeBytes(of: words.low.littleEndian, as: UInt64.self)
        unsafe target.storeBytes(of: words.high.littleEndian, toByteOffset: 8, as: UInt64.self)
        return words.count
    }

    @usableFromInline
    @inline(never)
    func writeHeap(unchecked target: UnsafeMutableRawPointer) -> Int {
        guard case .heap(let bytes) = rest else { return 0 }
        unsafe bytes.withUnsafeBytes {
            unsafe target.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(target), byteCount: $0.count)
        }
        return bytes.count
    }

    /// The text as a string, bytes that are not UTF-8 replaced by U+FFFD.
    public var string: String {
        unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

// MARK: - Conformances

extension Text: Hashable, Comparable {
    /// Compares the bytes.
    @inlinable
    public static func == (left: Text, right: Text) -> Bool {
        guard left.low == right.low else { return false }
        switch (left.rest, right.rest) {
        case (.inline(let a, let b, let c), .inline(let d, let e, let f)): return a == d && b == e && c == f
        case (.heap(let a), .heap(let b)): return a == b
        case (.inline, .heap), (.heap, .inline): return false
        }
    }

    /// Orders by the bytes, as UTF-8 orders its scalars.
    public static func < (left: Text, right: Text) -> Bool {
        if let a = left.words, let b = right.words {
            return (a.low.byteSwapped, a.high.byteSwapped) < (b.low.byteSwapped, b.high.byteSwapped)
        }
        return unsafe left.withUnsafeBytes { a in
            unsafe right.withUnsafeBytes { b in unsafe a.lexicographicallyPrecedes(b) }
        }
    }

    /// Feeds the bytes to a hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        switch rest {
        case .inline: hasher.combine(words?.high ?? 0)
        case .heap(let bytes): hasher.combine(bytes)
        }
    }
}

extension Text: ExpressibleByStringLiteral, CustomStringConvertible {
    /// Makes a text of a literal's UTF-8; a short one is folded to two words at compile time.
    @inlinable
    @inline(__always)
    public init(stringLiteral value: StaticString) {
        let count = value.utf8CodeUnitCount
        guard count > 0 else {
            self.init()
            return
        }
        guard count <= Text.inlineCapacity, unsafe value.utf8Start[count &- 1] != 0 else {
            self = value.withUTF8Buffer { unsafe Text(UnsafeRawBufferPointer($0)) }
            return
        }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for index in 0..<min(count, 8) { unsafe low |= UInt64(value.utf8Start[index]) &<< UInt64(index &* 8) }
        for index in 8..<max(count, 8) { unsafe high |= UInt64(value.utf8Start[index]) &<< UInt64((index &- 8) &* 8) }
        self.init(low: low, high: high)
    }

    /// The text as a string.
    public var description: String { string }
}
