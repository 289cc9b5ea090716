// For records that no type describes. The caller keeps the shape: a key before each value of an object, an end for
// each beginning. Keys and strings are escaped; an end too many is ignored.
extension JSONWriter {
    /// Begins an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Ends the object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Begins an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends the array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes the key of the value that follows.
    public mutating func key(_ name: StaticString) {
        append(UInt8(ascii: "\""))
        append(name)
        append("\":")
    }

    /// Writes the key of the value that follows.
    public mutating func key(_ name: String) {
        quote(Text(name))
        append(UInt8(ascii: ":"))
    }

    /// Writes a string.
    public mutating func string(_ value: Text) {
        begin()
        quote(value)
        endValue()
    }

    /// Writes a string.
    public mutating func string(_ value: String) {
        begin()
        var value = value
        value.withUTF8 { unsafe quote($0) }
        endValue()
    }

    /// Writes bytes as a string, those that are not UTF-8 as U+FFFD.
    public mutating func string(_ bytes: Span<UInt8>) {
        begin()
        unsafe bytes.withUnsafeBufferPointer { unsafe quote($0) }
        endValue()
    }

    /// Writes a decimal as a string.
    public mutating func decimal(_ value: Decimal) { string(value.description) }

    /// Writes a whole number.
    public mutating func int(_ value: Int) {
        begin()
        unsafe append(capacity: Decimal.maximumLength) { unsafe Decimal(value).write(unchecked: $0) }
        endValue()
    }

    /// Writes true or false.
    public mutating func bool(_ value: Bool) {
        begin()
        append(value ? "true" : "false")
        endValue()
    }

    /// Writes null.
    public mutating func null() {
        begin()
        append("null")
        endValue()
    }

    private mutating func begin() {
        if depth == 0 { beginValue() }
    }
}
