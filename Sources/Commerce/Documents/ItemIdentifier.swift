/// What a trade item is called, by a scheme: an X12 product qualifier (element 235) and the value.
public struct ItemIdentifier: JSONObject, Equatable, Sendable {
    /// The scheme as a person knows it, such as `GTIN-14`; the X12 qualifier where it has no such name.
    public var scheme: Text = ""
    /// The value, such as the GTIN's digits.
    public var value: Text = ""

    /// Makes an empty identifier, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("scheme", &scheme)
        json.field("value", &value)
    }
}
