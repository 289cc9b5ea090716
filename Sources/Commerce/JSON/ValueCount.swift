/// Counts the values of an object by the description that writes them: what is not empty, in it and in all that it
/// holds.
public struct ValueCount: JSONCoding {
    /// False: this looks at what is there.
    @inlinable
    public static var isReading: Bool { false }

    @usableFromInline
    var count = 0

    @inlinable
    init() {}

    /// The number of values in an object.
    ///
    /// - Complexity: O(fields), without an allocation.
    @inlinable
    public static func of<V: JSONObject>(_ object: inout V) -> Int {
        var counting = ValueCount()
        object.code(&counting)
        return counting.count
    }

    /// The number of values in a list of objects.
    @inlinable
    public static func of<V: JSONObject>(_ objects: [V]) -> Int {
        objects.reduce(0) { sum, object in
            var object = object
            return sum &+ of(&object)
        }
    }

    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout Text) { if !value.isEmpty { count &+= 1 } }
    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) { if value != nil { count &+= 1 } }
    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) { if value != nil { count &+= 1 } }
    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { if value != nil { count &+= 1 } }
    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout Int?) { if value != nil { count &+= 1 } }
    @inlinable
    public mutating func field(_ name: StaticString, _ value: inout Bool?) { if value != nil { count &+= 1 } }

    @inlinable
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        for value in values where !value.isEmpty { count &+= 1 }
    }

    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) { value.code(&self) }
    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) { value?.code(&self) }

    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        for index in values.indices { values[index].code(&self) }
    }

    @inlinable
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        for index in values.indices { values[index].code(&self) }
    }

    @inlinable
    public mutating func field(_ name: StaticString, _ texts: inout [NamedText]) { count &+= texts.count }

    @inlinable
    public mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        count &+= elements.list.count
    }
}
