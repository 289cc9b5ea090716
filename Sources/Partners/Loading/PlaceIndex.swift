import Commerce

/// Where each member and element of a JSON5 text stands, by its JSON path.
///
/// Made for texts that the JSON reader has accepted; of any other, some places are missing.
struct PlaceIndex: Sendable {
    private let bytes: [UInt8]
    private var at = 0
    private var values: [String: Range<Int>] = [:]
    private var keys: [String: Int] = [:]
    private var lastMembers: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        readValue("$", depth: 0)
    }

    /// Says whether there is a value at the path.
    func contains(_ path: String) -> Bool { values[path] != nil }

    /// The bytes of the value at a path; nil when there is none.
    func range(of path: String) -> Range<Int>? { values[path] }

    /// Where the key of a member begins; nil when there is none.
    func key(of path: String) -> Int? { keys[path] }

    /// The last member of the object at a path: where its key begins, and its value.
    func lastMember(of path: String) -> (key: Int, value: Range<Int>)? {
        lastMembers[path].flatMap { member($0) }
    }

    /// The member at a path: where its key begins, and its value; nil when there is none.
    func member(_ path: String) -> (key: Int, value: Range<Int>)? {
        guard let key = keys[path], let value = values[path] else { return nil }
        return (key, value)
    }

    /// Line and column, from 1, of the value at a path or, when there is none, of the nearest value around it.
    func place(of path: String) -> (line: Int, column: Int) {
        var path = path
        while values[path] == nil, let shorter = PlaceIndex.parent(of: path) { path = shorter }
        let offset = values[path]?.lowerBound ?? 0
        return (bytes.prefix(offset).count { $0 == 0x0A } &+ 1, column(of: offset))
    }

    /// The column, from 1, of a byte.
    func column(of offset: Int) -> Int {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 &+ 1 } ?? 0
        // Continuation bytes of UTF-8 belong to the character before; a byte order mark is no column.
        let skipped = lineStart == 0 && before.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
        return before[lineStart...].count { $0 & 0xC0 != 0x80 } &+ 1 &- skipped
    }

    /// The path of what is around a member or element; nil of the document itself.
    static func parent(of path: String) -> String? {
        path.lastIndex { $0 == "." || $0 == "[" }.map { String(path[..<$0]) }
    }

    // MARK: - Scanning

    private mutating func readValue(_ path: String, depth: Int) {
        skipBlanks()
        guard at < bytes.count, depth <= JSONReader.maximumDepth else { return }
        let start = at
        // Known before it is read, so that a text that ends within keeps the place.
        values[path] = start..<start
        defer { values[path] = start..<min(at, bytes.count) }
        switch bytes[at] {
        case UInt8(ascii: "{"): readMembers(of: path, depth: depth)
        case UInt8(ascii: "["): readElements(of: path, depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = readString()
        default: _ = readWord()
        }
    }

    private mutating func readMembers(of path: String, depth: Int) {
        at &+= 1
        while hasMore(before: UInt8(ascii: "}")) {
            let start = at
            let isQuoted = bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
            let key = isQuoted ? readString() : readWord()
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return }
            at &+= 1
            let member = "\(path).\(key)"
            keys[member] = start
            lastMembers[path] = member
            readValue(member, depth: depth &+ 1)
        }
    }

    private mutating func readElements(of path: String, depth: Int) {
        at &+= 1
        var index = 0
        while hasMore(before: UInt8(ascii: "]")) {
            let start = at
            readValue("\(path)[\(index)]", depth: depth &+ 1)
            guard at > start else { return }
            index &+= 1
        }
    }

    /// Goes on to the next member or element; false at the end, which is passed.
    private mutating func hasMore(before close: UInt8) -> Bool {
        skipBlanks()
        if at < bytes.count, bytes[at] == UInt8(ascii: ",") {
            at &+= 1
            skipBlanks()
        }
        guard at < bytes.count else { return false }
        guard bytes[at] == close else { return true }
        at &+= 1
        return false
    }

    private mutating func readString() -> String {
        let quote = bytes[at]
        let start = at &+ 1
        at = start
        while at < bytes.count, bytes[at] != quote { at &+= bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        let end = min(at, bytes.count)
        at = min(end &+ 1, bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func readWord() -> String {
        let start = at
        let marks = Array(",:{}[]\"'/".utf8)
        while at < bytes.count, bytes[at] > 0x20, !marks.contains(bytes[at]) { at &+= 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while at < bytes.count {
            if bytes[at] <= 0x20 {
                at &+= 1
            } else if bytes[at...].starts(with: "//".utf8) {
                while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at &+= 1 }
            } else if bytes[at...].starts(with: "/*".utf8) {
                at = min(at &+ 2, bytes.count)
                while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at &+= 1 }
                at = min(at &+ 2, bytes.count)
            } else {
                return
            }
        }
    }
}
