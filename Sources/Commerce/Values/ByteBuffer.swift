/// Bytes that are written one after the other to memory of their own, which grows and is kept.
///
/// What an array of bytes is, without a check of ownership and bounds per byte: a writer says how much room it needs,
/// and then writes through a pointer. A copy shares the memory until ``makeUnique()`` is called on either, which a writer
/// does before each value that it begins.
@safe
public struct ByteBuffer {
    /// The memory, let go with the last buffer that holds it.
    @safe
    @usableFromInline
    final class Memory {
        @usableFromInline
        let start: UnsafeMutablePointer<UInt8>
        @usableFromInline
        let capacity: Int

        init(capacity: Int) {
            unsafe start = .allocate(capacity: capacity)
            self.capacity = capacity
        }

        deinit { unsafe start.deallocate() }
    }

    @usableFromInline
    var memory: Memory

    /// Where the next byte goes, inside the memory or at its end.
    @usableFromInline
    var cursor: UnsafeMutablePointer<UInt8>

    /// The end of the memory.
    @usableFromInline
    var limit: UnsafeMutablePointer<UInt8>

    /// Makes an empty buffer.
    public init(capacity: Int = 4096) {
        memory = Memory(capacity: capacity)
        unsafe cursor = memory.start
        unsafe limit = memory.start + memory.capacity
    }

    /// The number of bytes written. Setting it takes the bytes behind back; it never grows by that.
    @inlinable
    @inline(__always)
    public var count: Int {
        get { unsafe cursor - memory.start }
        set { unsafe cursor = memory.start + max(0, min(newValue, count)) }
    }

    /// A copy of the bytes written.
    public var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: memory.start, count: count)) }

    /// A copy of a part of the bytes written; what lies outside them is left out.
    public subscript(range: Range<Int>) -> [UInt8] {
        let part = range.clamped(to: 0..<count)
        return unsafe [UInt8](UnsafeBufferPointer(start: memory.start + part.lowerBound, count: part.count))
    }

    /// Lends the bytes written, valid during the call only.
    @inlinable
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try unsafe body(UnsafeRawBufferPointer(start: memory.start, count: count))
    }

    // MARK: - Room

    /// Makes sure that `extra` bytes can be written after ``count``.
    @inlinable
    @inline(__always)
    public mutating func reserve(_ extra: Int) {
        if unsafe limit - cursor < extra { grow(extra) }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ extra: Int) { move(to: max(memory.capacity &* 2, count &+ extra)) }

    /// Gives this buffer memory of its own when it shares that of a copy.
    @inlinable
    @inline(__always)
    public mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&memory) { move(to: memory.capacity) }
    }

    @usableFromInline
    mutating func move(to capacity: Int) {
        let count = count
        let target = Memory(capacity: capacity)
        unsafe target.start.update(from: memory.start, count: count)
        memory = target
        unsafe cursor = target.start + count
        unsafe limit = target.start + capacity
    }

    /// Takes all bytes back, and gives the memory back too unless it is kept.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        if keepingCapacity { count = 0 } else { self = ByteBuffer() }
    }

    // MARK: - Writing

    /// Lets `body` write at most `room` bytes; it gives the number written.
    @unsafe
    @inlinable
    @inline(__always)
    public mutating func append(room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(room)
        unsafe cursor += body(cursor)
    }

    /// Writes a byte.
    @inlinable
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe cursor.pointee = byte
        unsafe cursor += 1
    }

    /// Writes bytes.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        reserve(bytes.count)
        unsafe cursor.update(from: base, count: bytes.count)
        unsafe cursor += bytes.count
    }

    /// Writes bytes.
    public mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
    }

    /// Writes the bytes of a literal.
    public mutating func append(_ bytes: StaticString) {
        unsafe append(UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount))
    }
}
