/// Keeps a part of a transaction set that the document has no place for, with its position.
public struct Extra: JSONObject, Sendable, Equatable {
    /// The path of the loop it stood in, such as `PO1[2]/SLN[1]`; empty for the set itself.
    public var at = Text()
    /// The segment's identifier.
    public var segment = Text()
    /// Whose extra it is: what identifies the segment, or the segment that opens the loop, such as its line number and
    /// item, so that an extra is refused rather than put to another line when lines were moved.
    public var of = Text()
    /// The segment it belongs to, the n-th of its identifier in the loop as the description visits them, from 1; nil
    /// for a whole segment that was not visited.
    public var occurrence: Int?
    /// The elements, by position.
    public var elements: [ExtraElement] = []
    /// The other segments of a loop that was not visited, in order.
    public var following: [ExtraSegment] = []
    /// Numbers that give back the order in which segments stood.
    public var order: [Text] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("at", &at)
        json.field("segment", &segment)
        json.field("of", &of)
        json.field("occurrence", &occurrence)
        json.field("elements", &elements)
        json.field("following", &following)
        json.field("order", &order)
    }
}

/// Keeps one segment of a loop that the document has no place for.
public struct ExtraSegment: JSONObject, Sendable, Equatable {
    /// The segment's identifier.
    public var segment = Text()
    /// The elements, by position.
    public var elements: [ExtraElement] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("segment", &segment)
        json.field("elements", &elements)
    }
}

/// Keeps one element as it was sent.
public struct ExtraElement: JSONObject, Sendable, Equatable {
    /// The element's position in the segment, from 1.
    public var element: Int?
    /// The element as sent, when it is simple.
    public var value = Text()
    /// The components as sent, when it is a composite.
    public var components: [Text] = []
    /// What stands between repetition separators, when the element is repeated.
    public var repetitions: [ExtraRepetition] = []
    /// True when the document has the value and this only says how it was spelt.
    public var raw: Bool?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("element", &element)
        json.field("value", &value)
        json.field("components", &components)
        json.field("repetitions", &repetitions)
        json.field("raw", &raw)
    }
}

/// Keeps one repetition of an element as it was sent.
public struct ExtraRepetition: JSONObject, Sendable, Equatable {
    /// The repetition as sent, when it is simple.
    public var value = Text()
    /// The components as sent, when it is a composite.
    public var components: [Text] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("value", &value)
        json.field("components", &components)
    }
}
