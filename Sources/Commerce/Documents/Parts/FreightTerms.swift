/// Says who pays the freight and where goods and risk pass on (FOB).
public struct FreightTerms: JSONObject, Sendable, Equatable {
    /// Who pays and how (FOB01, element 146), such as PP for prepaid by the seller.
    public var payment = Text()
    /// What kind of place it is (FOB02, element 309).
    public var locationQualifier = Text()
    /// The place (FOB03).
    public var location = Text()
    /// Who keeps the terms' code (FOB04, element 334), such as 01 for Incoterms.
    public var termsScheme = Text()
    /// The terms (FOB05, element 335), such as FCA.
    public var terms = Text()
    /// The kind of place where title passes (FOB06, element 309).
    public var titleLocationQualifier = Text()
    /// The place where title passes (FOB07).
    public var titleLocation = Text()
    /// Who bears the risk (FOB08, element 54).
    public var riskOfLoss = Text()
    /// The passing of risk in words (FOB09).
    public var riskDescription = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("payment", &payment)
        json.field("locationQualifier", &locationQualifier)
        json.field("location", &location)
        json.field("termsScheme", &termsScheme)
        json.field("terms", &terms)
        json.field("titleLocationQualifier", &titleLocationQualifier)
        json.field("titleLocation", &titleLocation)
        json.field("riskOfLoss", &riskOfLoss)
        json.field("riskDescription", &riskDescription)
    }
}
