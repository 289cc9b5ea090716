// The members of an object: in turn, or by name after indexing.
extension JSONReader {
    /// Whether the member `name` may be the one that comes, or must be looked for.
    ///
    /// Most members of a description are not there: this is what they cost, a number known when the program is compiled
    /// being compared with one in memory.
    @inlinable
    @inline(__always)
    func mayHave(_ name: StaticString) -> Bool { nextKey == name.beginning || object.isIndexed }

    /// Goes to the value of the member `name`, of which ``mayHave(_:)`` said yes; false when it is another.
    @inlinable
    @inline(__always)
    mutating func enter(_ name: StaticString) -> Bool {
        if object.isIndexed { return find(name) }
        let start = position &+ 1
        let behind = start &+ name.utf8CodeUnitCount
        guard behind &+ 2 < end, isKey(name, from: start, to: behind) else { return false }
        if passed(behind &+ 1) == UInt8(ascii: ":"), passed(behind &+ 2) > 0x20 {
            position = behind &+ 2
            return true
        }
        position = behind &+ 1
        return passColon()
    }

    /// Whether the key at the position, whose beginning is that of the name, goes on as the name does and ends with it.
    @inlinable
    @inline(__always)
    func isKey(_ name: StaticString, from start: Int, to behind: Int) -> Bool {
        guard passed(behind) == UInt8(ascii: "\"") else { return false }
        let known = 8
        if behind &- start <= known { return true }
        return unsafe input.withUnsafeBytes { bytes in
            unsafe bytes.hasPrefix(name.utf8Start + known, behind &- start &- known, at: start &+ known)
        }
    }

    /// A byte before the end.
    @inlinable
    @inline(__always)
    func passed(_ offset: Int) -> UInt8 { unsafe input.withUnsafeBytes { unsafe $0[offset] } }

    /// Takes up the key that begins at the position, behind its quote, to compare names with.
    @inlinable
    @inline(__always)
    mutating func takeUpKey() {
        let start = position &+ 1
        guard input.count &- start >= 8 else { return takeUpShortKey() }
        let word = unsafe input.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
        nextKey = word.littleEndian.beforeQuote
    }

    /// The same where the bytes end soon.
    @usableFromInline
    @inline(never)
    mutating func takeUpShortKey() {
        var word: UInt64 = 0
        for at in stride(from: end &- 1, to: position, by: -1) { word = word &<< 8 | UInt64(passed(at)) }
        nextKey = word.beforeQuote
    }

    /// Goes on from a value to the next key or to the end of the object.
    @inlinable
    @inline(__always)
    mutating func leave() {
        if !object.isIndexed, position &+ 1 < end {
            let next = passed(position)
            if next == UInt8(ascii: ","), passed(position &+ 1) == UInt8(ascii: "\"") {
                position &+= 1
                return takeUpKey()
            }
            if next == UInt8(ascii: "}") {
                nextKey = 0
                return
            }
        }
        leaveSlowly()
    }

    @usableFromInline
    @inline(never)
    mutating func leaveSlowly() {
        nextKey = 0
        guard failure == nil else { return }
        if !object.isIndexed {
            if passComma() { takeUpKey() }
        } else if position != indexed.last?.valueEnd {
            fail("expected \",\" or \"}\", found \(found(at: position))")
        }
    }

    /// Passes the colon and blanks after a key.
    @usableFromInline
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
    @inlinable
    @inline(__always)
    mutating func beginObject() -> ObjectState {
        let outer = object
        guard failure == nil, byte == UInt8(ascii: "{"), depth < JSONReader.maximumDepth else {
            refuseObject()
            return outer
        }
        depth &+= 1
        position &+= 1
        object = ObjectState()
        object.start = position
        if position < end, passed(position) == UInt8(ascii: "\""), syntax == .strict {
            takeUpKey()
        } else {
            beginObjectSlowly()
        }
        return outer
    }

    @usableFromInline
    @inline(never)
    mutating func refuseObject() {
        guard byte == UInt8(ascii: "{") else { return fail("expected an object, found \(found(at: position))") }
        fail("objects and arrays are nested deeper than \(JSONReader.maximumDepth)")
    }

    @usableFromInline
    @inline(never)
    mutating func beginObjectSlowly() {
        nextKey = 0
        if syntax == .json5 {
            index(readBefore: position)
            return
        }
        skipBlanks()
        if byte == UInt8(ascii: "\"") { return takeUpKey() }
        if failure == nil, byte != UInt8(ascii: "}") {
            fail("expected a key in quotes or \"}\", found \(found(at: position))")
        }
    }

    /// Indexes the object when the first walk left members; false when a second walk has nothing to do.
    @inlinable
    @inline(__always)
    mutating func beginLookup() -> Bool {
        if byte == UInt8(ascii: "}") { return false }
        return indexWhatIsLeft()
    }

    @inline(never)
    @usableFromInline
    mutating func indexWhatIsLeft() -> Bool {
        guard failure == nil, !object.isIndexed, byte != UInt8(ascii: "}") else { return false }
        index(readBefore: position)
        return failure == nil
    }

    /// Leaves an object, whose members must all have been read.
    @inlinable
    @inline(__always)
    mutating func endObject(_ outer: ObjectState) {
        if failure == nil, !object.isIndexed {
            depth &-= 1
            position &+= 1
            object = outer
        } else {
            endObjectSlowly(outer)
        }
    }

    @inline(never)
    @usableFromInline
    mutating func endObjectSlowly(_ outer: ObjectState) {
        guard failure == nil, let own = indexed.last else {
            object = ObjectState()
            return
        }
        depth &-= 1
        if let unknown = members[own.firstMember...].first(where: { !$0.isRead }) {
            let name = unknown.key.string
            let known = asked[own.firstAsked...].map(\.description)
            // Files that people write have a reference of their own, to which their reader points.
            let list =
                syntax == .strict
                ? "; this object has \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")" : ""
            let hint = known.nearest(to: name).map { "; did you mean \"\($0)\"?" } ?? list
            fail("unknown key \(snippet(name))\(hint)", at: unknown.keyOffset)
            return
        }
        position = own.end
        members.removeSubrange(own.firstMember...)
        asked.removeSubrange(own.firstAsked...)
        indexed.removeLast()
        object = outer
    }

    // MARK: - Members by name

    /// Lists the members of the object, those whose key begins before `readBefore` as read already.
    mutating func index(readBefore: Int) {
        position = object.start
        nextKey = 0
        var own = IndexedObject(firstMember: members.count, nextMember: members.count, firstAsked: asked.count)
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
        own.end = position &+ 1
        indexed.append(own)
        object.isIndexed = true
        refuseDuplicates(from: own.firstMember)
    }

    /// Goes to a member by its name.
    @usableFromInline
    @inline(never)
    mutating func find(_ name: StaticString) -> Bool {
        asked.append(name)
        guard let own = indexed.indices.last else { return false }
        let first = indexed[own].firstMember
        let count = members.count &- first
        var at = indexed[own].nextMember
        for _ in 0..<count {
            if at >= members.count { at = first }
            if !members[at].isRead, members[at].key.isEqual(to: name) {
                members[at].isRead = true
                indexed[own].nextMember = at &+ 1
                indexed[own].valueEnd = members[at].valueEnd
                position = members[at].valueStart
                return true
            }
            at &+= 1
        }
        return false
    }

    private mutating func refuseDuplicates(from first: Int) {
        let own = members[first...]
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

extension UInt64 {
    /// The bytes below the first quote, zeros in place of the others; all eight where there is no quote.
    @inlinable
    @inline(__always)
    var beforeQuote: UInt64 {
        let difference = self ^ (.eachByteOne &* 0x22)
        let marks = (difference &- .eachByteOne) & ~difference & .eachByteTop
        // The lowest mark is the top bit of the quote's byte; the bits up to it, a byte lower, are those of the key.
        return marks == 0 ? self : self & ((marks ^ (marks &- 1)) &>> 8)
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
    @inlinable
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
