/// Says how long an item takes (LDT).
public struct LeadTime: JSONObject, Sendable, Equatable {
    /// From when to when (LDT01, element 345).
    public var kind = Text()
    /// How long (LDT02).
    public var time: Decimal?
    /// The unit of time (LDT03, element 344), such as DA for days.
    public var unit = Text()
    /// The date (LDT04).
    public var date: CalendarDate?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("time", &time)
        json.field("unit", &unit)
        json.field("date", &date)
    }
}
