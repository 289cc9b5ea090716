/// Says what the seller does with a line, or with a part of its quantity (ACK).
public struct LineOutcome: JSONObject, Sendable, Equatable {
    /// What the seller does (ACK01, element 668), such as IA for accepted as ordered.
    public var status: Text = ""
    /// The quantity it holds for (ACK02, ACK03).
    public var quantity: Quantity = Quantity()
    /// What happens at the date (ACK04, element 374), such as 068 for the scheduled shipment.
    public var dateQualifier: Text = ""
    /// The date (ACK05).
    public var date: CalendarDate?
    /// The reference of the request (ACK06).
    public var requestReference: Text = ""
    /// The item, a substitute where the status says so (ACK07 to ACK26).
    public var identifiers: [ItemIdentifier] = []
    /// Who keeps the industry code (ACK27, element 559).
    public var agency: Text = ""
    /// The part of the agency's list (ACK28).
    public var source: Text = ""
    /// The reason as a code of the industry (ACK29).
    public var industryCode: Text = ""
    /// Further dates (DTM).
    public var dates: [QualifiedDate] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("status", &status)
        json.field("quantity", &quantity)
        json.field("dateQualifier", &dateQualifier)
        json.field("date", &date)
        json.field("requestReference", &requestReference)
        json.field("identifiers", &identifiers)
        json.field("agency", &agency)
        json.field("source", &source)
        json.field("industryCode", &industryCode)
        json.field("dates", &dates)
    }
}
