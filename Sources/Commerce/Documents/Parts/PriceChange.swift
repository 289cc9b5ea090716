/// Gives another price of a line for a reason and from a date (PO3).
public struct PriceChange: JSONObject, Sendable, Equatable {
    /// The reason (PO301, element 371).
    public var reason = Text()
    /// The date (PO302).
    public var date: CalendarDate?
    /// What price it is (PO303, element 236).
    public var kind = Text()
    /// The price of a unit (PO304).
    public var amount: Decimal?
    /// What the price is for (PO305, element 639).
    public var basis = Text()
    /// The quantity it holds for (PO306, PO307).
    public var quantity = Quantity()
    /// The change in words (PO308).
    public var description = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("reason", &reason)
        json.field("date", &date)
        json.field("kind", &kind)
        json.field("amount", &amount)
        json.field("basis", &basis)
        json.field("quantity", &quantity)
        json.field("description", &description)
    }
}
