/// Carries a tax (TXI).
public struct Tax: JSONObject, Sendable, Equatable {
    /// The tax (TXI01, element 963), such as ST for state sales tax.
    public var kind = Text()
    /// The amount (TXI02).
    public var amount: Decimal?
    /// The rate in percent (TXI03).
    public var percent: Decimal?
    /// Who keeps the jurisdiction's code (TXI04, element 955).
    public var jurisdictionScheme = Text()
    /// The jurisdiction's code (TXI05).
    public var jurisdiction = Text()
    /// Why no tax is due (TXI06, element 441).
    public var exemption = Text()
    /// A to add it to the total, I when it is in, O for information (TXI07, element 662).
    public var relationship = Text()
    /// The amount the rate applies to (TXI08).
    public var basis: Decimal?
    /// The tax identification number (TXI09).
    public var taxpayerNumber = Text()
    /// A number given to it (TXI10).
    public var assignedNumber = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("amount", &amount)
        json.field("percent", &percent)
        json.field("jurisdictionScheme", &jurisdictionScheme)
        json.field("jurisdiction", &jurisdiction)
        json.field("exemption", &exemption)
        json.field("relationship", &relationship)
        json.field("basis", &basis)
        json.field("taxpayerNumber", &taxpayerNumber)
        json.field("assignedNumber", &assignedNumber)
    }
}

/// Names a taxpayer and the exemption that holds (TAX).
public struct TaxRegistration: JSONObject, Sendable, Equatable {
    /// The tax identification number (TAX01).
    public var number = Text()
    /// Places it holds in, the scheme from element 309 (TAX02 to TAX11).
    public var locations: List<ItemIdentifier> = []
    /// Why no tax is due (TAX12, element 441).
    public var exemption = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("locations", &locations)
        json.field("exemption", &exemption)
    }
}
