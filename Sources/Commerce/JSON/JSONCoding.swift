/// Reads or writes the members of one JSON object: a description of a type calls these in the order of its JSON.
///
/// Writing leaves absent values out: an empty text, nil, an empty array, an object in which nothing was written.
/// Reading leaves the value of an absent member as it was, so that one value can be read from several layers; `null`
/// clears it, and an array that is present replaces the one before.
public protocol JSONCoding {
    /// Says which of the two directions this is.
    static var isReading: Bool { get }

    /// Codes a string.
    mutating func field(_ name: StaticString, _ value: inout Text)

    /// Codes a decimal, a string such as `"12.50"`, its scale kept.
    mutating func field(_ name: StaticString, _ value: inout Decimal?)

    /// Codes a date, a string such as `"2026-11-21"`.
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?)

    /// Codes a time of day, a string such as `"14:05"`, its precision kept.
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?)

    /// Codes a whole number.
    mutating func field(_ name: StaticString, _ value: inout Int?)

    /// Codes true or false.
    mutating func field(_ name: StaticString, _ value: inout Bool?)

    /// Codes an array of strings.
    mutating func field(_ name: StaticString, _ values: inout [Text])

    /// Codes an object that is always there and is left out when nothing was written in it.
    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V)

    /// Codes an object that may be missing.
    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?)

    /// Codes an array of objects.
    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V])

    /// Codes an array of objects that is a list.
    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>)

    /// Codes an object of texts whose keys are data.
    mutating func field(_ name: StaticString, _ texts: inout [NamedText])

    /// Codes the elements of a segment, an object whose keys are references such as `BCH03`. An empty `segment` has not
    /// been read yet.
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text)
}

extension JSONCoding {
    /// Codes a list as an array; coders of the hot path do without the copy.
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        var array = Array(values)
        field(name, &array)
        if Self.isReading { values = List(array) }
    }
}

/// Describes its JSON object once, for reading and writing.
public protocol JSONObject {
    /// Makes the value that an empty object stands for.
    init()

    /// Walks the members, in the order in which they are written.
    ///
    /// A reader may walk twice, when the members came in another order; the second walk fills what is still missing.
    mutating func code(_ json: inout some JSONCoding)
}
