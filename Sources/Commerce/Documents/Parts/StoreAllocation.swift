/// Divides a line's quantity among up to ten stores (SDQ).
public struct StoreAllocation: JSONObject, Sendable, Equatable {
    /// The unit of the quantities (SDQ01, element 355).
    public var unit = Text()
    /// The scheme of the stores' identifiers (SDQ02, element 66).
    public var scheme = Text()
    /// The stores and their shares (SDQ03 to SDQ22), ten at most.
    public var stores: List<StoreQuantity> = []
    /// A place within the stores (SDQ23).
    public var location = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("unit", &unit)
        json.field("scheme", &scheme)
        json.field("stores", &stores)
        json.field("location", &location)
    }
}

/// Gives one store its share of a line.
public struct StoreQuantity: JSONObject, Sendable, Equatable {
    /// The store's identifier.
    public var store = Text()
    /// The store's share.
    public var quantity: Decimal?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("store", &store)
        json.field("quantity", &quantity)
    }
}
