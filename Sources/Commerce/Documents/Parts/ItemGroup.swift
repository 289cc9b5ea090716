/// Names an item beside that of the line, such as a part of a set (LIN of an order).
public struct ItemGroup: JSONObject, Sendable, Equatable {
    /// Its number (LIN01).
    public var number = Text()
    /// What it is called (LIN02 to LIN31).
    public var identifiers: List<ItemIdentifier> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("identifiers", &identifiers)
    }
}
