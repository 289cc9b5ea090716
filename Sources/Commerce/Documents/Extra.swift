/// Something of a set that the document has no field for, with its place, so that the way back to X12 restores it.
public struct Extra: JSONObject, Equatable, Sendable {
    /// The loop it stands in, such as `PO1[2]/SLN[1]`; empty for the set itself.
    public var at: Text = ""
    /// The segment.
    public var segment: Text = ""
    /// For elements of a segment that the document does model: the n-th such segment of that loop, from 1. `nil` for a
    /// whole segment or loop.
    public var occurrence: Int?
    /// The elements.
    public var elements: [ExtraElement] = []
    /// Of a whole loop its other segments, in order.
    public var following: [ExtraSegment] = []
    /// The order in which the loop's segments of this identifier stood, when it is not the document's: for each place
    /// the ordinal, from 1, of the segment that stands there.
    public var order: [Text] = []

    /// Makes an empty extra, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("at", &at)
        json.field("segment", &segment)
        json.field("occurrence", &occurrence)
        json.field("elements", &elements)
        json.field("following", &following)
        json.field("order", &order)
    }
}

/// A segment of an unmodelled loop.
public struct ExtraSegment: JSONObject, Equatable, Sendable {
    /// The segment.
    public var segment: Text = ""
    /// Its elements.
    public var elements: [ExtraElement] = []

    /// Makes an empty segment, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("segment", &segment)
        json.field("elements", &elements)
    }
}

/// An element of an extra.
public struct ExtraElement: JSONObject, Equatable, Sendable {
    /// The position, from 1.
    public var element: Int?
    /// The value of a simple element.
    public var value: Text = ""
    /// The components of a composite; those the document models are empty.
    public var components: [Text] = []
    /// Whether the value only says how a field of the document was spelt, such as `.50` for 0.50.
    public var raw: Bool?

    /// Makes an empty element, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("element", &element)
        json.field("value", &value)
        json.field("components", &components)
        json.field("raw", &raw)
    }
}
