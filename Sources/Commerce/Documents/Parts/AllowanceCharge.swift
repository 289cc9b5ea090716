/// Takes an amount off or adds one, such as a discount or freight (SAC).
public struct AllowanceCharge: JSONObject, Sendable, Equatable {
    /// A for an allowance, C for a charge, N for neither (SAC01, element 248).
    public var indicator = Text()
    /// What it is for (SAC02, element 1300), such as D240 for freight.
    public var code = Text()
    /// Who keeps the code that follows (SAC03, element 559).
    public var agency = Text()
    /// The agency's code for it (SAC04).
    public var agencyCode = Text()
    /// The amount, its sign given by the indicator (SAC05).
    public var amount: Decimal?
    /// What the percentage is of (SAC06, element 378).
    public var percentBasis = Text()
    /// The percentage (SAC07): 5 is 5 %.
    public var percent: Decimal?
    /// The rate for a unit of the quantity (SAC08).
    public var rate: Decimal?
    /// The quantity it applies to (SAC10, SAC09).
    public var quantity: Quantity = Quantity()
    /// The end of a range of quantities (SAC11).
    public var upperQuantity: Decimal?
    /// How it is settled (SAC12, element 331), such as 02 for off the invoice.
    public var handling = Text()
    /// A reference that goes with it (SAC13).
    public var reference = Text()
    /// The option of several (SAC14).
    public var option = Text()
    /// What it is, in words (SAC15).
    public var description = Text()
    /// The language of the words (SAC16).
    public var language = Text()
    /// The currency of the amount (CUR), where the set has one here.
    public var currency = Currency()
    /// Taxes on it (TXI), on an invoice.
    public var taxes: List<Tax> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("indicator", &indicator)
        json.field("code", &code)
        json.field("agency", &agency)
        json.field("agencyCode", &agencyCode)
        json.field("amount", &amount)
        json.field("percentBasis", &percentBasis)
        json.field("percent", &percent)
        json.field("rate", &rate)
        json.field("quantity", &quantity)
        json.field("upperQuantity", &upperQuantity)
        json.field("handling", &handling)
        json.field("reference", &reference)
        json.field("option", &option)
        json.field("description", &description)
        json.field("language", &language)
        json.field("currency", &currency)
        json.field("taxes", &taxes)
    }
}

// MARK: - Meaning

extension AllowanceCharge {
    /// Says whether it adds to what is owed.
    public var isCharge: Bool { indicator == "C" }

    /// Says whether it lowers what is owed.
    public var isAllowance: Bool { indicator == "A" }

    /// The amount with the sign by which it enters a total; nil when it enters none.
    public var signedAmount: Decimal? {
        guard let amount else { return nil }
        if isCharge { return amount }
        return isAllowance ? amount.negated : nil
    }
}
