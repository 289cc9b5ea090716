/// Says when to pay and what discount there is for paying early (ITD).
public struct PaymentTerms: JSONObject, Sendable, Equatable {
    /// The kind of terms (ITD01, element 336), such as 08 for a basic discount.
    public var kind = Text()
    /// The date the days count from (ITD02, element 333), such as 3 for that of the invoice.
    public var basis = Text()
    /// The discount in percent (ITD03): 2 is 2 %.
    public var discountPercent: Decimal?
    /// The last day of the discount (ITD04).
    public var discountDueDate: CalendarDate?
    /// The days of the discount (ITD05).
    public var discountDays: Int?
    /// The day by which the whole is due (ITD06).
    public var netDueDate: CalendarDate?
    /// The days until the whole is due (ITD07).
    public var netDays: Int?
    /// The discount in money (ITD08).
    public var discountAmount: Decimal?
    /// The day the deferred amount is due (ITD09).
    public var deferredDueDate: CalendarDate?
    /// The deferred amount (ITD10).
    public var deferredAmount: Decimal?
    /// The percentage of the invoice that is payable (ITD11).
    public var payablePercent: Decimal?
    /// The terms in words (ITD12).
    public var description = Text()
    /// The day of the month on which it is due (ITD13).
    public var dayOfMonth: Int?
    /// How to pay (ITD14, element 107).
    public var paymentMethod = Text()
    /// A percentage that the method needs (ITD15).
    public var percent: Decimal?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("basis", &basis)
        json.field("discountPercent", &discountPercent)
        json.field("discountDueDate", &discountDueDate)
        json.field("discountDays", &discountDays)
        json.field("netDueDate", &netDueDate)
        json.field("netDays", &netDays)
        json.field("discountAmount", &discountAmount)
        json.field("deferredDueDate", &deferredDueDate)
        json.field("deferredAmount", &deferredAmount)
        json.field("payablePercent", &payablePercent)
        json.field("description", &description)
        json.field("dayOfMonth", &dayOfMonth)
        json.field("paymentMethod", &paymentMethod)
        json.field("percent", &percent)
    }
}
