/// Says under which conditions a line is sold (IT8).
public struct SaleConditions: JSONObject, Sendable, Equatable {
    /// The condition (IT801, element 563).
    public var code = Text()
    /// What to do (IT802, element 306).
    public var action = Text()
    /// An amount of money (IT803).
    public var amount: Decimal?
    /// The account (IT804).
    public var account = Text()
    /// The date (IT805).
    public var date: CalendarDate?
    /// Who keeps the substitution code (IT806, element 559).
    public var agency = Text()
    /// Whether a substitute will do (IT807).
    public var substitution = Text()
    /// Items that will do (IT808 to IT827).
    public var identifiers: List<ItemIdentifier> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("code", &code)
        json.field("action", &action)
        json.field("amount", &amount)
        json.field("account", &account)
        json.field("date", &date)
        json.field("agency", &agency)
        json.field("substitution", &substitution)
        json.field("identifiers", &identifiers)
    }
}
