/// Writes JSON to one buffer that is reused from document to document.
///
/// Every member and element is followed by a comma at once; the end of its object or array takes the last one away.
public struct JSONWriter: Sendable {
    /// Memory in use up to `count`, zeros and old bytes beyond.
    @usableFromInline
    var storage: [UInt8]

    /// The number of bytes written.
    public internal(set) var count = 0

    @usableFromInline
    var depth = 0

    /// Where the outermost value under way began.
    @usableFromInline
    var valueStart = 0

    /// Says whether values are laid out for people, on indented lines.
    public let isPretty: Bool

    /// Makes a writer; `pretty` lays values out on lines indented by two spaces a level.
    public init(pretty: Bool = false) {
        isPretty = pretty
        storage = [UInt8](repeating: 0, count: 4096)
    }

    // MARK: - Taking the bytes

    /// Lends the bytes written.
    public func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        try body(storage.span.extracting(first: count))
    }

    /// Lends the bytes written as a buffer, valid during the call only.
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try unsafe storage.withUnsafeBufferPointer { buffer throws(E) in
            try unsafe body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer.prefix(count))))
        }
    }

    /// A copy of the bytes written.
    public var bytes: [UInt8] { [UInt8](storage.prefix(count)) }

    /// The bytes written as a string.
    public var string: String { String(decoding: storage.prefix(count), as: UTF8.self) }

    /// Forgets what was written and any value under way.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        count = 0
        depth = 0
        valueStart = 0
        if !keepingCapacity { storage = [UInt8](repeating: 0, count: 4096) }
    }

    // MARK: - Room

    /// Makes sure that `extra` bytes can be written after `count`.
    @inlinable
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if storage.count &- count < extra { grow(extra) }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ extra: Int) {
        let target = max(storage.count &* 2, count &+ extra)
        storage.reserveCapacity(target)
        storage.append(contentsOf: repeatElement(0, count: target &- storage.count))
    }

    /// Lets `body` write at most `capacity` bytes after `count`; it gives the number written.
    @inline(__always)
    mutating func append(capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(capacity)
        let at = count
        let written = unsafe storage.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe body(base + at)
        }
        count = at &+ written
    }

    mutating func append(_ byte: UInt8) {
        unsafe append(capacity: 1) { target in
            unsafe target[0] = byte
            return 1
        }
    }

    mutating func append(_ bytes: StaticString) {
        unsafe append(capacity: bytes.utf8CodeUnitCount) { target in
            unsafe target.update(from: bytes.utf8Start, count: bytes.utf8CodeUnitCount)
            return bytes.utf8CodeUnitCount
        }
    }

    // MARK: - The shape

    /// Begins an object or array with its bracket.
    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        if depth == 0 { valueStart = count }
        depth &+= 1
        append(bracket)
    }

    /// Ends it; one that was never begun is not ended.
    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        guard depth > 0 else { return }
        if count > 0, storage[count &- 1] == UInt8(ascii: ",") { count &-= 1 }
        depth &-= 1
        let isInside = depth > 0
        unsafe append(capacity: 2) { target in
            unsafe target[0] = bracket
            unsafe target[1] = UInt8(ascii: ",")
            return isInside ? 2 : 1
        }
        if !isInside, isPretty { indent() }
    }

    /// Follows a value with a comma, or lays it out when it is the outermost.
    mutating func endValue() {
        if depth > 0 {
            append(UInt8(ascii: ","))
        } else if isPretty {
            indent()
        }
    }
}

// MARK: - Objects

extension JSONWriter {
    /// Writes a value that describes itself, as an element of the array under way or by itself.
    ///
    /// The value is not changed; taking it `inout` spares copies of its arrays.
    @inlinable
    public mutating func write<V: JSONObject>(_ value: inout V) {
        open(UInt8(ascii: "{"))
        value.code(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes a value that describes itself; its arrays are copied for the walk.
    @inlinable
    public mutating func write<V: JSONObject>(_ value: V) {
        var copy = value
        write(&copy)
    }

    /// Writes a value that describes itself and a line feed, as NDJSON has it.
    @inlinable
    public mutating func writeLine<V: JSONObject>(_ value: inout V) {
        write(&value)
        endLine()
    }

    /// Writes a value that describes itself and a line feed; its arrays are copied for the walk.
    @inlinable
    public mutating func writeLine<V: JSONObject>(_ value: V) {
        write(value)
        endLine()
    }

    /// Writes a line feed, between the values of NDJSON.
    public mutating func endLine() { append(UInt8(ascii: "\n")) }
}
