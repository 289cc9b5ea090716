/// Carries a date the model has no name for (DTM).
public struct QualifiedDate: JSONObject, Sendable, Equatable {
    /// What happens then (DTM01, element 374).
    public var qualifier = Text()
    /// The date (DTM02).
    public var date: CalendarDate?
    /// The time of day (DTM03).
    public var time: TimeOfDay?
    /// The time's zone (DTM04, element 623).
    public var timeZone = Text()
    /// How the period is written (DTM05, element 1250).
    public var periodFormat = Text()
    /// A date, a time or a span of them, as sent (DTM06).
    public var period = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("date", &date)
        json.field("time", &time)
        json.field("timeZone", &timeZone)
        json.field("periodFormat", &periodFormat)
        json.field("period", &period)
    }
}
