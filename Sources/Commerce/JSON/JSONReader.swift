import Glibc

/// Reads JSON strictly (RFC 8259, no duplicate and no unknown keys) into values that describe themselves.
///
/// Nothing throws or traps: the first problem is kept in ``error`` and every call after it does nothing.
///
/// Keys in the order of the description, as ``JSONWriter`` writes them, are read in one pass, in which each member asked
/// for costs a comparison with the beginning of the next key. When keys are left over at the end of an object, its
/// members are indexed and the description walks again to fetch the others by name.
public struct JSONReader: Sendable {
    /// The grammar that is accepted.
    public enum Syntax: Sendable {
        /// RFC 8259.
        case strict
        /// For files that people write, from JSON5: comments, unquoted and single-quoted keys and strings, trailing
        /// commas, decimals as plain numbers.
        case json5
    }

    /// The deepest nesting of objects and arrays.
    @inlinable
    public static var maximumDepth: Int { 64 }

    @usableFromInline
    let syntax: Syntax
    @usableFromInline
    var input: [UInt8] = []
    var documentStart = 0
    @usableFromInline
    var end = 0
    @usableFromInline
    var position = 0
    @usableFromInline
    var depth = 0
    /// The beginning of the key at the position, as ``Swift/StaticString/beginning`` gives that of a name; 0 where no
    /// member comes in turn.
    @usableFromInline
    var nextKey: UInt64 = 0
    @usableFromInline
    var object = ObjectState()
    /// The objects around and at the position whose members are fetched by name, innermost last.
    var indexed: [IndexedObject] = []
    var members: [Member] = []
    var asked: [StaticString] = []
    /// The bytes of the string under way, used when it has escapes.
    var unescaped: [UInt8] = []
    @usableFromInline
    var failure: Failure?

    /// Makes a reader.
    public init(syntax: Syntax = .strict) { self.syntax = syntax }

    /// What the reader knows of the object it is in; kept by the call that reads the object inside.
    @usableFromInline
    struct ObjectState: Sendable {
        /// Whether members are fetched by name, after indexing, and not in turn.
        @usableFromInline
        var isIndexed = false
        @usableFromInline
        var start = 0

        @inlinable
        init() {}
    }

    /// What is known of an object whose members are fetched by name.
    struct IndexedObject: Sendable {
        var end = 0
        var firstMember = 0
        var nextMember = 0
        var firstAsked = 0
        /// Where the value of the member being read ends.
        var valueEnd = 0
    }

    struct Member: Sendable {
        var key: Text
        var keyOffset: Int
        var valueStart: Int
        var valueEnd: Int
        var isRead: Bool
    }

    @usableFromInline
    struct Failure: Sendable {
        var message: String
        var offset: Int
    }

    /// The first problem of the document last read, with its place; nil when there was none.
    public private(set) var error: JSONError?

    /// How many values were read of the document: texts that are not empty, and whatever else is neither null nor a
    /// bracket.
    package internal(set) var valueCount = 0

    // MARK: - Documents

    /// Reads one document, or gives the first problem.
    @inlinable
    public mutating func read<V: JSONObject>(_ type: V.Type, from bytes: [UInt8]) -> Result<V, JSONError> {
        read(type, from: bytes, in: bytes.indices)
    }

    /// Reads one document that takes a part of the bytes; places are counted from the first of them all.
    @inlinable
    public mutating func read<V: JSONObject>(
        _ type: V.Type, from bytes: [UInt8], in range: Range<Int>
    ) -> Result<V, JSONError> {
        var value = V()
        if let error = read(into: &value, from: bytes, in: range) { return .failure(error) }
        return .success(value)
    }

    /// Reads one document over a value, whose absent members stay as they are; gives the first problem.
    ///
    /// After a problem the value is partly read.
    @inlinable
    public mutating func read<V: JSONObject>(into value: inout V, from bytes: [UInt8]) -> JSONError? {
        read(into: &value, from: bytes, in: bytes.indices)
    }

    /// Reads one document that takes a part of the bytes over a value.
    @inlinable
    public mutating func read<V: JSONObject>(
        into value: inout V, from bytes: [UInt8], in range: Range<Int>
    ) -> JSONError? {
        begin(bytes, range)
        read(object: &value)
        finish()
        return error
    }

    /// Reads NDJSON, a document a line, blank lines allowed; a line that fails does not stop the others.
    @inlinable
    public mutating func readLines<V: JSONObject>(
        _ type: V.Type, from bytes: [UInt8], _ body: (Result<V, JSONError>) -> Void
    ) {
        JSONReader.eachLine(of: bytes) { range in body(read(type, from: bytes, in: range)) }
    }

    /// Gives the range of each line that is not blank, without its line feed.
    @inlinable
    public static func eachLine(of bytes: [UInt8], _ body: (Range<Int>) -> Void) {
        var start = 0
        while let line = nextLine(of: bytes, from: start) {
            body(line)
            start = line.upperBound &+ 1
        }
    }

    /// The first line from `start` that is not blank.
    @usableFromInline
    static func nextLine(of bytes: [UInt8], from start: Int) -> Range<Int>? {
        unsafe bytes.withUnsafeBytes { buffer in
            var start = start
            while start < buffer.count, let base = buffer.baseAddress {
                let length = buffer.count &- start
                let found = unsafe memchr(base + start, 0x0A, length).map { unsafe UnsafeRawPointer($0) - base }
                let end = found ?? buffer.count
                for at in start..<end where unsafe !buffer[at].isJSONBlank { return start..<end }
                start = end &+ 1
            }
            return nil
        }
    }

    /// Gives a string that is a direct member of a document's object, such as its kind; nil when there is none.
    ///
    /// The document is not checked beyond what finding the member takes.
    public static func member(
        _ name: StaticString, of bytes: [UInt8], in range: Range<Int>? = nil, syntax: Syntax = .strict
    ) -> Text? {
        var reader = JSONReader(syntax: syntax)
        reader.begin(bytes, range ?? bytes.indices)
        return reader.peek(name)
    }

    /// Prepares for a document.
    @usableFromInline
    mutating func begin(_ bytes: [UInt8], _ range: Range<Int>) {
        input = bytes
        let bounds = range.clamped(to: bytes.indices)
        documentStart = bounds.lowerBound
        position = bounds.lowerBound
        end = bounds.upperBound
        depth = 0
        nextKey = 0
        object = ObjectState()
        valueCount = 0
        indexed.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
        asked.removeAll(keepingCapacity: true)
        failure = nil
        error = nil
        // A byte order mark is no part of JSON; editors put it before files that people write.
        if syntax == .json5, byte == 0xEF, byte(at: position &+ 1) == 0xBB, byte(at: position &+ 2) == 0xBF {
            position &+= 3
        }
        skipBlanks()
    }

    /// Checks that nothing follows the document, places the first problem and lets the bytes go.
    @usableFromInline
    mutating func finish() {
        if failure == nil {
            skipBlanks()
            if failure == nil, position < end { fail("expected the end of the document, found \(found(at: position))") }
        }
        if let failure {
            error = JSONError(
                message: failure.message, offset: failure.offset, in: input, from: documentStart, syntax: syntax)
        }
        // Held on to, they would be copied when the caller refills its buffer.
        input = []
        position = 0
        end = 0
    }

    /// Keeps the first problem and makes every later call find nothing.
    mutating func fail(_ message: String, at offset: Int? = nil) {
        if failure == nil { failure = Failure(message: message, offset: offset ?? position) }
        position = end
        nextKey = 0
        object.isIndexed = false
    }
}
