/// Writes JSON to one buffer that is reused from document to document.
///
/// Every member and element is followed by a comma at once; the end of its object or array takes the last one away.
public struct JSONWriter {
    @usableFromInline
    var out = ByteBuffer()

    @usableFromInline
    var depth = 0

    /// Where the outermost value under way began.
    var valueStart = 0

    /// Says whether values are laid out for people, on indented lines.
    public let isPretty: Bool

    /// Makes a writer; `pretty` lays values out on lines indented by two spaces a level.
    public init(pretty: Bool = false) { isPretty = pretty }

    /// The number of bytes written.
    @inlinable
    public internal(set) var count: Int {
        get { out.count }
        set { out.count = newValue }
    }

    // MARK: - Taking the bytes

    /// Lends the bytes written.
    public func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        try unsafe out.withUnsafeBytes { buffer throws(E) in
            let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
            return try body(span)
        }
    }

    /// Lends the bytes written as a buffer, valid during the call only.
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try unsafe out.withUnsafeBytes(body)
    }

    /// A copy of the bytes written.
    public var bytes: [UInt8] { out.bytes }

    /// The bytes written as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what was written and any value under way.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        out.removeAll(keepingCapacity: keepingCapacity)
        depth = 0
        valueStart = 0
    }

    /// Begins an outermost value.
    @usableFromInline
    mutating func beginValue() {
        out.makeUnique()
        valueStart = count
    }

    /// Lets `body` write at most `capacity` bytes after ``count``; it gives the number written.
    @inline(__always)
    mutating func append(capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        unsafe out.append(room: capacity, body)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) { out.append(byte) }

    mutating func append(_ bytes: StaticString) { out.append(bytes) }

    // MARK: - The shape

    /// Begins an object or array with its bracket.
    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        if depth == 0 { beginValue() }
        depth &+= 1
        append(bracket)
    }

    /// Ends it; one that was never begun is not ended.
    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        guard depth > 0 else { return }
        out.reserve(2)
        // Inside a value there is a byte before: the bracket that opened it at the least.
        var at = unsafe out.cursor
        unsafe at -= (at - 1).pointee == UInt8(ascii: ",") ? 1 : 0
        unsafe at[0] = bracket
        unsafe at[1] = UInt8(ascii: ",")
        depth &-= 1
        unsafe out.cursor = at + 2
        if depth == 0 { closeValue() }
    }

    /// Ends the outermost value, which no comma follows.
    @inline(never)
    private mutating func closeValue() {
        unsafe out.cursor -= 1
        if isPretty { indent() }
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
    public mutating func endLine() {
        if depth == 0 { beginValue() }
        append(UInt8(ascii: "\n"))
    }
}
