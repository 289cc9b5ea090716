// The members of an object: in turn, or by name after indexing.
extension JSONReader {
    /// Goes to the value of the member `name`; false when the object has none, or it is not the next one.
    @usableFromInline
    @inline(__always)
    mutating func enter(_ name: StaticString) -> Bool {
        if object.isIndexed { return find(name) }
        let length = name.utf8CodeUnitCount
        guard end &- position > length &+ 3 else { return false }
        let at = position
        let isNext = unsafe input.withUnsafeBytes { bytes in
            unsafe bytes[at] == UInt8(ascii: "\"") && bytes[at &+ length &+ 1] == UInt8(ascii: "\"")
                && bytes.hasPrefix(name.utf8Start, length, at: at &+ 1)
        }
        guard isNext else { return false }
        position = at &+ length &+ 2
        if input[position] == UInt8(ascii: ":"), input[position &+ 1] > 0x20 {
            position &+= 1
            return true
        }
        return passColon()
    }

    /// Goes on from a value to the next key or to the end of the object.
    @usableFromInline
    @inline(__always)
    mutating func leave() {
        if !object.isIndexed, position &+ 1 < end {
            let next = input[position]
            if next == UInt8(ascii: ","), input[position &+ 1] == UInt8(ascii: "\"") {
                position &+= 1
                return
            }
            if next == UInt8(ascii: "}") { return }
        }
        leaveSlowly()
    }

    @inline(never)
    private mutating func leaveSlowly() {
        guard failure == nil else { return }
        if !object.isIndexed {
            _ = passComma()
        } else if position != object.valueEnd {
            fail("expected \",\" or \"}\", found \(found(at: position))")
        }
    }

    /// Passes the colon and blanks after a key.
    mutating func passColon() -> Bool {
        skipBlanks()
        guard failure == nil, byte == UInt8(ascii: ":") else {
            fail("expected \":\" after the key, found \(found(at: position))")
            return false
        }
        position &+= 1
        skipBlanks()
        return failure == nil
    }

    /// Passes the comma after a member; false at the end of the object.
    mutating func passComma() -> Bool {
        skipBlanks()
        guard failure == nil else { return false }
        if byte == UInt8(ascii: "}") { return false }
        guard byte == UInt8(ascii: ",") else {
            fail("expected \",\" or \"}\", found \(found(at: position))")
            return false
        }
        position &+= 1
        skipBlanks()
        if syntax == .json5, byte == UInt8(ascii: "}") { return false }
        if failure == nil, syntax == .strict, byte != UInt8(ascii: "\"") {
            fail("expected a key in quotes, found \(found(at: position))")
        }
        return failure == nil
    }

    // MARK: - One object

    /// Enters an object and gives the state to return to.
    @usableFromInline
    mutating func beginObject() -> ObjectState {
        let outer = object
        guard failure == nil else { return outer }
        guard byte == UInt8(ascii: "{") else {
            fail("expected an object, found \(found(at: position))")
            return outer
        }
        guard depth < JSONReader.maximumDepth else {
            fail("objects and arrays are nested deeper than \(JSONReader.maximumDepth)")
            return outer
        }
        depth &+= 1
        position &+= 1
        object = ObjectState()
        object.start = position
        object.firstMember = members.count
        object.firstAsked = asked.count
        if syntax == .json5 {
            index(readBefore: position)
            return outer
        }
        skipBlanks()
        if failure == nil, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "}") {
            fail("expected a key in quotes or \"}\", found \(found(at: position))")
        }
        return outer
    }

    /// Indexes the object when the first walk left members; false when a second walk has nothing to do.
    @usableFromInline
    mutating func beginLookup() -> Bool {
        guard failure == nil, !object.isIndexed, byte != UInt8(ascii: "}") else { return false }
        index(readBefore: position)
        return failure == nil
    }

    /// Leaves an object, whose members must all have been read.
    @usableFromInline
    mutating func endObject(_ outer: ObjectState) {
        guard failure == nil else {
            object = ObjectState()
            return
        }
        depth &-= 1
        defer { if failure == nil { object = outer } }
        guard object.isIndexed else {
            position &+= 1
            return
        }
        if let unknown = members[object.firstMember...].first(where: { !$0.isRead }) {
            let name = unknown.key.string
            let known = asked[object.firstAsked...].map(\.description)
            // Files that people write have a reference of their own, to which their reader points.
            let list =
                syntax == .strict
                ? "; this object has \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")" : ""
            let hint = known.nearest(to: name).map { "; did you mean \"\($0)\"?" } ?? list
            fail("unknown key \(snippet(name))\(hint)", at: unknown.keyOffset)
            return
        }
        position = object.end
        members.removeSubrange(object.firstMember...)
        asked.removeSubrange(object.firstAsked...)
    }

    // MARK: - Members by name

    /// Lists the members of the object, those whose key begins before `readBefore` as read already.
    mutating func index(readBefore: Int) {
        position = object.start
        skipBlanks()
        var more = failure == nil && byte != UInt8(ascii: "}")
        while more {
            let keyOffset = position
            guard let key = readKey(), passColon() else { return }
            let start = position
            skipValue()
            members.append(
                Member(
                    key: key, keyOffset: keyOffset, valueStart: start, valueEnd: position,
                    isRead: keyOffset < readBefore))
            more = passComma()
        }
        guard failure == nil else { return }
        object.end = position &+ 1
        object.nextMember = object.firstMember
        object.isIndexed = true
        refuseDuplicates()
    }

    /// Goes to a member by its name.
    mutating func find(_ name: StaticString) -> Bool {
        asked.append(name)
        let first = object.firstMember
        let count = members.count &- first
        var at = object.nextMember
        for _ in 0..<count {
            if at >= members.count { at = first }
            if !members[at].isRead, members[at].key.isEqual(to: name) {
                members[at].isRead = true
                object.nextMember = at &+ 1
                object.valueEnd = members[at].valueEnd
                position = members[at].valueStart
                return true
            }
            at &+= 1
        }
        return false
    }

    private mutating func refuseDuplicates() {
        let own = members[object.firstMember...]
        let order = own.indices.sorted {
            (own[$0].key, own[$0].keyOffset) < (own[$1].key, own[$1].keyOffset)
        }
        var second: Int?
        for (a, b) in zip(order, order.dropFirst()) where own[a].key == own[b].key {
            second = min(second ?? own[b].keyOffset, own[b].keyOffset)
        }
        guard let second, let member = own.first(where: { $0.keyOffset == second }) else { return }
        fail("the key \(snippet(member.key.string)) stands twice in this object", at: second)
    }

    /// Gives a string member of the document's object.
    mutating func peek(_ name: StaticString) -> Text? {
        guard byte == UInt8(ascii: "{") else { return nil }
        position &+= 1
        skipBlanks()
        var more = byte != UInt8(ascii: "}")
        while more, failure == nil {
            guard let key = readKey(), passColon() else { return nil }
            if key.isEqual(to: name) {
                guard let mark = byte, isQuote(mark) else { return nil }
                return readString()
            }
            skipValue()
            guard failure == nil else { return nil }
            more = passComma()
        }
        return nil
    }
}

extension Text {
    func isEqual(to name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        return unsafe withUnsafeBytes { bytes in
            unsafe UnsafeRawBufferPointer(bytes).hasPrefix(name.utf8Start, count, at: 0)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Says whether `length` bytes from `at`, which must be there, equal those at `other`.
    @inline(__always)
    func hasPrefix(_ other: UnsafePointer<UInt8>, _ length: Int, at start: Int) -> Bool {
        guard let base = baseAddress else { return length == 0 }
        let a = unsafe base + start
        let b = unsafe UnsafeRawPointer(other)
        var at = 0
        while at &+ 8 <= length {
            let isSame =
                unsafe a.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                == b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if !isSame { return false }
            at &+= 8
        }
        while at < length {
            if unsafe a.load(fromByteOffset: at, as: UInt8.self) != b.load(fromByteOffset: at, as: UInt8.self) {
                return false
            }
            at &+= 1
        }
        return true
    }
}
