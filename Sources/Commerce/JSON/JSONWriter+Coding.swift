extension JSONWriter: JSONCoding {
    /// False: this writes.
    public static var isReading: Bool { false }

    /// Writes a string, unless it is empty.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Text) {
        if !value.isEmpty { member(JSONKey(name), &value) }
    }

    /// Writes a decimal as a string.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if let value { member(JSONKey(name), value) }
    }

    /// Writes a date as CCYY-MM-DD.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if let value { member(JSONKey(name), value) }
    }

    /// Writes a time as HH:MM, with seconds and their fraction where it has them.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        if let value { member(JSONKey(name), value) }
    }

    /// Writes a whole number.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        if let value { member(JSONKey(name), value) }
    }

    /// Writes true or false.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        if let value { member(JSONKey(name), value) }
    }

    /// Writes an array of strings, unless it is empty.
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        guard !values.isEmpty else { return }
        member(JSONKey(name), opening: UInt8(ascii: "["))
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
        member(JSONKey(name), opening: UInt8(ascii: "{"))
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
        if value != nil { object(JSONKey(name), &value) }
    }

    @inlinable
    @inline(never)
    mutating func object<V: JSONObject>(_ key: JSONKey, _ value: inout V?) {
        let start = count
        member(key, opening: UInt8(ascii: "{"))
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
        if !values.isEmpty { array(JSONKey(name), &values) }
    }

    @inlinable
    @inline(never)
    mutating func array<V: JSONObject>(_ key: JSONKey, _ values: inout [V]) {
        member(key, opening: UInt8(ascii: "["))
        for index in values.indices { write(&values[index]) }
        close(UInt8(ascii: "]"))
    }

    /// Writes an array of objects, unless it is empty.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        if !values.isEmpty { list(JSONKey(name), &values) }
    }

    @inlinable
    @inline(never)
    mutating func list<V: JSONObject>(_ key: JSONKey, _ values: inout List<V>) {
        member(key, opening: UInt8(ascii: "["))
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
    mutating func member(_ key: JSONKey, opening bracket: UInt8) {
        depth &+= 1
        unsafe member(key, room: 0) { target in
            // In the place of the quote.
            unsafe (target - 1).pointee = bracket
            return unsafe target
        }
    }

    /// Writes a text; taken `inout` because a pointer is passed more cheaply.
    @usableFromInline
    @inline(never)
    mutating func member(_ key: JSONKey, _ value: inout Text) {
        guard let words = value.words, let count = words.countOfPlainInJSON else { return memberQuoted(key, value) }
        // Both words are stored whole: a text's 15 bytes and the zero behind them, which the quote replaces.
        unsafe member(key, room: 18) { target in
            let out = UnsafeMutableRawPointer(target)
            unsafe out.storeBytes(of: words.low.littleEndian, as: UInt64.self)
            unsafe out.storeBytes(of: words.high.littleEndian, toByteOffset: 8, as: UInt64.self)
            return unsafe target.closeString(count)
        }
    }

    /// Writes a text that is long or wants escapes.
    @inline(never)
    private mutating func memberQuoted(_ key: JSONKey, _ value: Text) {
        unsafe member(key, room: 0) { unsafe $0 - 1 }
        quote(value)
        append(UInt8(ascii: ","))
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ key: JSONKey, _ value: Decimal) {
        unsafe member(key, room: Decimal.maximumLength &+ 2) { target in
            unsafe target.closeString(value.write(unchecked: target))
        }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ key: JSONKey, _ value: CalendarDate) {
        unsafe member(key, room: 12) { target in unsafe target.closeString(value.write(unchecked: target)) }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ key: JSONKey, _ value: TimeOfDay) {
        unsafe member(key, room: 13) { target in unsafe target.closeString(value.write(unchecked: target)) }
    }

    @usableFromInline
    @inline(never)
    mutating func member(_ key: JSONKey, _ value: Int) {
        unsafe member(key, room: Decimal.maximumLength) { target in
            let number = unsafe target - 1
            let end = unsafe number + Decimal(value).write(unchecked: number)
            unsafe end.pointee = UInt8(ascii: ",")
            return unsafe end + 1
        }
    }

    @usableFromInline
    mutating func member(_ key: JSONKey, _ value: Bool) {
        unsafe member(key, room: 0) { unsafe $0 - 1 }
        append(value ? "true," : "false,")
    }

    /// Writes the key and what `body` adds, at most `room` bytes behind the quote; it gives where they end.
    @inline(__always)
    private mutating func member(
        _ key: JSONKey, room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
    ) {
        out.reserve(key.room &+ room)
        unsafe out.cursor = body(key.write(unchecked: out.cursor))
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Closes a string of `length` bytes with a quote, puts a comma after it and gives where that ends.
    @inline(__always)
    fileprivate func closeString(_ length: Int) -> UnsafeMutablePointer<UInt8> {
        let end = unsafe self + length
        unsafe end[0] = UInt8(ascii: "\"")
        unsafe end[1] = UInt8(ascii: ",")
        return unsafe end + 2
    }
}
