extension JSONReader: JSONCoding {
    /// True: this reads.
    public static var isReading: Bool { true }

    // A description asks for many members of which few are there: what asks is compiled into it, what reads is called.

    /// Reads a string.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Text) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads a decimal from a string; in JSON5 from a number too.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads a date from a string CCYY-MM-DD.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads a time from a string HH:MM, HH:MM:SS or with one or two digits of a fraction.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads a whole number.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads true or false.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads an array of strings in place of the one before.
    @inlinable
    @inline(__always)
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        if mayHave(name) { read(name, &values) }
    }

    /// Reads an object over the value; `null` makes it a new one.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads an object, over the value when there is one.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        if mayHave(name) { read(name, &value) }
    }

    /// Reads an array of objects in place of the one before.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        if mayHave(name) { read(name, &values) }
    }

    /// Reads an array of objects in place of the one before.
    @inlinable
    @inline(__always)
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        if mayHave(name) { read(name, &values) }
    }
}

// MARK: - Values of members

extension JSONReader {
    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout Text) {
        guard enter(name) else { return }
        if let text = readInlineText() ?? readTextOrNull() {
            if !text.isEmpty { valueCount &+= 1 }
            value = text
        }
        leave()
    }

    /// Reads a string, and `null` as an empty one; nil after a problem.
    @inline(never)
    private mutating func readTextOrNull() -> Text? { isNull() ? Text() : readString() }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout Decimal?) {
        guard enter(name) else { return }
        value = readOptional { $0.readDecimal() }
        leave()
    }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout CalendarDate?) {
        guard enter(name) else { return }
        value = readOptional { reader in
            reader.readFormatted("a date \"CCYY-MM-DD\"") { CalendarDate(iso: $0) }
        }
        leave()
    }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout TimeOfDay?) {
        guard enter(name) else { return }
        value = readOptional { reader in
            reader.readFormatted("a time \"HH:MM\", \"HH:MM:SS\" or \"HH:MM:SS.DD\"") { TimeOfDay(iso: $0) }
        }
        leave()
    }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout Int?) {
        guard enter(name) else { return }
        value = readOptional { $0.readInt() }
        leave()
    }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ value: inout Bool?) {
        guard enter(name) else { return }
        value = readOptional { $0.readBool() }
        leave()
    }

    @usableFromInline
    @inline(never)
    mutating func read(_ name: StaticString, _ values: inout [Text]) {
        guard enter(name) else { return }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if !isNull(), beginArray() {
            repeat {
                guard let text = readInlineText() ?? readString() else { continue }
                if !text.isEmpty { valueCount &+= 1 }
                values.append(text)
            } while nextElement()
        }
        leave()
    }

    /// Gives nil for `null`, and otherwise what `body` reads.
    @inline(__always)
    private mutating func readOptional<T>(_ body: (inout JSONReader) -> T?) -> T? {
        if isNull() { return nil }
        valueCount &+= 1
        return body(&self)
    }
}

// MARK: - Objects of members

extension JSONReader {
    @inlinable
    @inline(never)
    mutating func read<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        guard enter(name) else { return }
        if isNull() {
            value = V()
        } else {
            read(object: &value)
        }
        leave()
    }

    @inlinable
    @inline(never)
    mutating func read<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        guard enter(name) else { return }
        if isNull() {
            value = nil
        } else {
            var inner = value ?? V()
            value = nil
            read(object: &inner)
            value = inner
        }
        leave()
    }

    @inlinable
    @inline(never)
    mutating func read<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        guard enter(name) else { return }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if !isNull(), beginArray() {
            repeat {
                if values.capacity == 0 { values.reserveCapacity(4) }
                values.append(V())
                read(object: &values[values.count - 1])
            } while nextElement()
        }
        leave()
    }

    @inlinable
    @inline(never)
    mutating func read<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        guard enter(name) else { return }
        values.clear()
        if !isNull(), beginArray() {
            repeat {
                let index = values.addBlank()
                read(object: &values[index])
            } while nextElement()
        }
        leave()
    }

    /// Reads one object, walking its description a second time when members are left over.
    @inlinable
    @inline(__always)
    mutating func read<V: JSONObject>(object value: inout V) {
        let outer = beginObject()
        value.code(&self)
        if beginLookup() { value.code(&self) }
        endObject(outer)
    }
}
