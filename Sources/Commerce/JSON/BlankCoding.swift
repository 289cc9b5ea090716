/// Makes a value blank by its own description: every member absent, as an empty object has it, memory kept.
@usableFromInline
struct BlankCoding: JSONCoding {
    @usableFromInline
    static var isReading: Bool { true }

    @usableFromInline
    init() {}

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout Text) {
        if !value.isEmpty { value = Text() }
    }

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout Decimal?) { value = nil }

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) { value = nil }

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { value = nil }

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout Int?) { value = nil }

    @inlinable
    @inline(__always)
    mutating func field(_ name: StaticString, _ value: inout Bool?) { value = nil }

    @inlinable
    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
    }

    @inlinable
    @inline(__always)
    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) { value.code(&self) }

    @inlinable
    @inline(__always)
    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        if value != nil { value = nil }
    }

    @inlinable
    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
    }

    @inlinable
    @inline(__always)
    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        if !values.isEmpty { values.clear() }
    }

    @inlinable
    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {
        if !texts.isEmpty { texts.removeAll(keepingCapacity: true) }
    }

    @inlinable
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        elements = SetElements()
    }
}

extension JSONObject {
    /// Makes the value blank, as `init()` makes it but for members whose absence means something; the memory of its
    /// lists is kept for the next filling.
    @inlinable
    package mutating func makeBlank() {
        var blank = BlankCoding()
        code(&blank)
    }
}
