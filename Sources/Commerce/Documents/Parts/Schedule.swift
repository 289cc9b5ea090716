/// Asks for, or promises, a part of a line's quantity at a date (SCH).
public struct Schedule: JSONObject, Sendable, Equatable {
    /// The quantity (SCH01, SCH02).
    public var quantity = Quantity()
    /// The role of the party it is for (SCH03, element 98).
    public var partyRole = Text()
    /// The party's name (SCH04).
    public var partyName = Text()
    /// What happens then (SCH05, element 374), such as 002 for the requested delivery.
    public var dateQualifier = Text()
    /// The date (SCH06).
    public var date: CalendarDate?
    /// The time of day (SCH07).
    public var time: TimeOfDay?
    /// What happens at the second date (SCH08, element 374).
    public var secondDateQualifier = Text()
    /// The second date (SCH09).
    public var secondDate: CalendarDate?
    /// The second time of day (SCH10).
    public var secondTime: TimeOfDay?
    /// The reference of the request (SCH11).
    public var requestReference = Text()
    /// A number given to it (SCH12).
    public var assignedNumber = Text()
    /// References of this part (REF).
    public var references: List<Reference> = []
    /// Who carries this part (TD5).
    public var routing: List<CarrierRouting> = []
    /// The packages for it (TD1).
    public var lading: List<Lading> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("quantity", &quantity)
        json.field("partyRole", &partyRole)
        json.field("partyName", &partyName)
        json.field("dateQualifier", &dateQualifier)
        json.field("date", &date)
        json.field("time", &time)
        json.field("secondDateQualifier", &secondDateQualifier)
        json.field("secondDate", &secondDate)
        json.field("secondTime", &secondTime)
        json.field("requestReference", &requestReference)
        json.field("assignedNumber", &assignedNumber)
        json.field("references", &references)
        json.field("routing", &routing)
        json.field("lading", &lading)
        json.field("equipment", &equipment)
        json.field("hazardNotices", &hazardNotices)
    }
}
