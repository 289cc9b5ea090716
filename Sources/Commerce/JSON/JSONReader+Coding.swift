extension JSONReader: JSONCoding {
    /// True: this reads.
    public static var isReading: Bool { true }

    /// Reads a string.
    public mutating func field(_ name: StaticString, _ value: inout Text) {
        guard enter(name) else { return }
        if let text = readInlineText() {
            value = text
        } else if isNull() {
            value = Text()
        } else if let text = readString() {
            value = text
        }
        leave()
    }

    /// Reads a decimal from a string; in JSON5 from a number too.
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        guard enter(name) else { return }
        value = readOptional { $0.readDecimal() }
        leave()
    }

    /// Reads a date from a string CCYY-MM-DD.
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        guard enter(name) else { return }
        value = readOptional { reader in
            reader.readFormatted("a date \"CCYY-MM-DD\"") { CalendarDate(iso: $0) }
        }
        leave()
    }

    /// Reads a time from a string HH:MM, HH:MM:SS or with one or two digits of a fraction.
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        guard enter(name) else { return }
        value = readOptional { reader in
            reader.readFormatted("a time \"HH:MM\", \"HH:MM:SS\" or \"HH:MM:SS.DD\"") { TimeOfDay(iso: $0) }
        }
        leave()
    }

    /// Reads a whole number.
    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        guard enter(name) else { return }
        value = readOptional { $0.readInt() }
        leave()
    }

    /// Reads true or false.
    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        guard enter(name) else { return }
        value = readOptional { $0.readBool() }
        leave()
    }

    /// Reads an array of strings in place of the one before.
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        guard enter(name) else { return }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if !isNull(), beginArray() {
            repeat {
                if let text = readInlineText() ?? readString() { values.append(text) }
            } while nextElement()
        }
        leave()
    }

    /// Reads an object over the value; `null` makes it a new one.
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        guard enter(name) else { return }
        if isNull() {
            value = V()
        } else {
            read(object: &value)
        }
        leave()
    }

    /// Reads an object, over the value when there is one.
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
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

    /// Reads an array of objects in place of the one before.
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
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

    /// Reads an array of objects in place of the one before.
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
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
    mutating func read<V: JSONObject>(object value: inout V) {
        let outer = beginObject()
        value.code(&self)
        if beginLookup() { value.code(&self) }
        endObject(outer)
    }

    /// Gives nil for `null`, and otherwise what `body` reads.
    @inline(__always)
    private mutating func readOptional<T>(_ body: (inout JSONReader) -> T?) -> T? {
        isNull() ? nil : body(&self)
    }
}
