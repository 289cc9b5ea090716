/// Says how far a line is fulfilled (IT3).
public struct FulfillmentStatus: JSONObject, Sendable, Equatable {
    /// The number of units shipped (IT301, IT302).
    public var quantity = Quantity()
    /// The status (IT303, element 368), such as CC for complete.
    public var status = Text()
    /// The difference to the ordered quantity (IT304).
    public var difference: Decimal?
    /// Why it differs (IT305, element 371).
    public var reason = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("quantity", &quantity)
        json.field("status", &status)
        json.field("difference", &difference)
        json.field("reason", &reason)
    }
}
