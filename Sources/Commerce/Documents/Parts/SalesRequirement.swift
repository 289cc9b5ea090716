/// Sets a condition on how an order is met, such as no backorders (CSH).
public struct SalesRequirement: JSONObject, Sendable, Equatable {
    /// The condition (CSH01, element 563), such as SC for ship complete.
    public var code = Text()
    /// What to do when it cannot be kept (CSH02, element 306).
    public var action = Text()
    /// The amount of money it depends on (CSH03).
    public var amount: Decimal?
    /// An account number (CSH04).
    public var account = Text()
    /// A date it depends on (CSH05).
    public var date: CalendarDate?
    /// Who keeps the service's code (CSH06, element 559).
    public var agency = Text()
    /// A special service (CSH07, element 560).
    public var service = Text()
    /// Whether other goods may be sent (CSH08, element 566).
    public var substitution = Text()
    /// A percentage it depends on (CSH09).
    public var percent: Decimal?
    /// What the percentage is of (CSH10, element 1004).
    public var percentQualifier = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("code", &code)
        json.field("action", &action)
        json.field("amount", &amount)
        json.field("account", &account)
        json.field("date", &date)
        json.field("agency", &agency)
        json.field("service", &service)
        json.field("substitution", &substitution)
        json.field("percent", &percent)
        json.field("percentQualifier", &percentQualifier)
    }
}
