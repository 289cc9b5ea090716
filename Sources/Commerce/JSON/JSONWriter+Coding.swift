extension JSONWriter: JSONCoding {
    /// False: this writes.
    public static var isReading: Bool { false }

    /// Writes a string, unless it is empty.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Text) {
        if !value.isEmpty { member(name, &value) }
    }

    /// Writes a decimal as a string.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if let value { member(name, value) }
    }

    /// Writes a date as CCYY-MM-DD.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if let value { member(name, value) }
    }

    /// Writes a time as HH:MM, with seconds and their fraction where it has them.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        if let value { member(name, value) }
    }

    /// Writes a whole number.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        if let value { member(name, value) }
    }

    /// Writes true or false.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        if let value { member(name, value) }
    }

    /// Writes an array of strings, unless it is empty.
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        guard !values.isEmpty else { return }
        member(name, opening: UInt8(ascii: "["))
        for value in values {
            quote(value)
            append(UInt8(ascii: ","))
        }
        close(UInt8(ascii: "]"))
    }

    /// Writes an object, unless nothing was written in it.
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        let start = count
        member(name, opening: UInt8(ascii: "{"))
        let inside = count
        value.code(&self)
        if count == inside {
            abandon(start)
        } else {
            close(UInt8(ascii: "}"))
        }
    }

    /// Writes an object, unless it is nil or nothing was written in it.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        if value != nil { object(name, &value) }
    }

    @inlinable
    @inline(never)
    mutating func object<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        let start = count
        member(name, opening: UInt8(ascii: "{"))
        let inside = count
        value?.code(&self)
        if count == inside {
            abandon(start)
        } else {
            close(UInt8(ascii: "}"))
        }
    }

    /// Writes an array of objects, unless it is empty.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        if !values.isEmpty { array(name, &values) }
    }

    @inlinable
    @inline(never)
    mutating func array<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        member(name, opening: UInt8(ascii: "["))
        for index in values.indices { write(&values[index]) }
        close(UInt8(ascii: "]"))
    }

    /// Writes an array of objects, unless it is empty.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        if !values.isEmpty { list(name, &values) }
    }

    @inlinable
    @inline(never)
    mutating func list<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        member(name, opening: UInt8(ascii: "["))
        for index in 0..<values.count { write(&values[index]) }
        close(UInt8(ascii: "]"))
    }
}

// MARK: - Members

extension JSONWriter {
    /// Takes back an object in which nothing was written.
    @usableFromInline
    mutating func abandon(_ start: Int) {
        depth &-= 1
        count = start
    }

    /// Writes `"name":` and a bracket.
    @usableFromInline
    mutating func member(_ name: StaticString, opening bracket: UInt8) {
        depth &+= 1
        unsafe member(name, room: 1) { target in
            unsafe target.pointee = bracket
            return unsafe target + 1
        }
    }

    /// Writes a text; taken `inout` because a pointer is passed more cheaply than its five parts.
    @usableFromInline
    @inline(never)
    mutating func member(_ name: StaticString, _ value: inout Text) {
        guard let words = value.words, words.isPlainInJSON(words.count) else { return memberQuoted(name, value) }
        // Both words are stored whole: a text's 15 bytes and the zero behind them, which the quote replaces.
        unsafe member(name, room: 19) { target in
            unsafe target.pointee = UInt8(ascii: "\"")
            let out = unsafe UnsafeMutableRawPointer(target + 1)
            unsafe out.storeBytes(of: words.low.littleEndian, as: UInt64.self)
            unsafe out.storeBytes(of: words.high.littleEndian, toByteOffset: 8, as: UInt64.self)
            return unsafe target.closeQuoted(words.count)
        }
    }

    /// Writes a text that is long or wants escapes.
    @inline(never)
    private mutating func memberQuoted(_ name: StaticString, _ value: Text) {
        unsafe member(name, room: 0) { unsafe $0 }
        quote(value)
        append(UInt8(ascii: ","))
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ name: StaticString, _ value: Decimal) {
        unsafe member(name, room: Decimal.maximumLength &+ 3) { target in
            unsafe target.pointee = UInt8(ascii: "\"")
            return unsafe target.closeQuoted(value.write(unchecked: target + 1))
        }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ name: StaticString, _ value: CalendarDate) {
        unsafe member(name, room: 13) { target in
            unsafe target.pointee = UInt8(ascii: "\"")
            return unsafe target.closeQuoted(value.write(unchecked: target + 1))
        }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ name: StaticString, _ value: TimeOfDay) {
        unsafe member(name, room: 14) { target in
            unsafe target.pointee = UInt8(ascii: "\"")
            return unsafe target.closeQuoted(value.write(unchecked: target + 1))
        }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ name: StaticString, _ value: Int) {
        unsafe member(name, room: Decimal.maximumLength &+ 1) { target in
            let end = unsafe target + Decimal(value).write(unchecked: target)
            unsafe end.pointee = UInt8(ascii: ",")
            return unsafe end + 1
        }
    }

    @usableFromInline
    mutating func member(_ name: StaticString, _ value: Bool) {
        unsafe member(name, room: 0) { unsafe $0 }
        append(value ? "true," : "false,")
    }

    /// Writes `"name":` and what `body` adds, at most `room` bytes; it gives where they end.
    @inline(__always)
    private mutating func member(
        _ name: StaticString, room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
    ) {
        let length = name.utf8CodeUnitCount
        out.reserve(length &+ 3 &+ room)
        let target = unsafe out.cursor
        unsafe target.pointee = UInt8(ascii: "\"")
        unsafe (target + 1).copy(name: name.utf8Start, length)
        unsafe target[length &+ 1] = UInt8(ascii: "\"")
        unsafe target[length &+ 2] = UInt8(ascii: ":")
        unsafe out.cursor = body(target + length + 3)
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Copies a member's name; two or four words that overlap cost less than a call.
    @inline(__always)
    fileprivate func copy(name: UnsafePointer<UInt8>, _ length: Int) {
        let source = unsafe UnsafeRawPointer(name)
        let target = UnsafeMutableRawPointer(self)
        if length > 16, length <= 32 {
            let head = unsafe source.loadUnaligned(as: SIMD2<UInt64>.self)
            let tail = unsafe source.loadUnaligned(fromByteOffset: length &- 16, as: SIMD2<UInt64>.self)
            unsafe target.storeBytes(of: head, as: SIMD2<UInt64>.self)
            unsafe target.storeBytes(of: tail, toByteOffset: length &- 16, as: SIMD2<UInt64>.self)
        } else if length >= 8, length <= 16 {
            let head = unsafe source.loadUnaligned(as: UInt64.self)
            let tail = unsafe source.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
            unsafe target.storeBytes(of: head, as: UInt64.self)
            unsafe target.storeBytes(of: tail, toByteOffset: length &- 8, as: UInt64.self)
        } else if length >= 4, length < 8 {
            let head = unsafe source.loadUnaligned(as: UInt32.self)
            let tail = unsafe source.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self)
            unsafe target.storeBytes(of: head, as: UInt32.self)
            unsafe target.storeBytes(of: tail, toByteOffset: length &- 4, as: UInt32.self)
        } else {
            unsafe update(from: name, count: length)
        }
    }

    /// Closes a string of `length` bytes, which a quote stands before, puts a comma after it and gives where that ends.
    @inline(__always)
    fileprivate func closeQuoted(_ length: Int) -> UnsafeMutablePointer<UInt8> {
        let end = unsafe self + length + 1
        unsafe end[0] = UInt8(ascii: "\"")
        unsafe end[1] = UInt8(ascii: ",")
        return unsafe end + 2
    }
}
