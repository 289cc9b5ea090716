/// Says which contract a line is bought under (CN1).
public struct ContractTerms: JSONObject, Sendable, Equatable {
    /// The kind of contract (CN101, element 1166).
    public var kind = Text()
    /// An amount of money (CN102).
    public var amount: Decimal?
    /// A percentage (CN103): 5 is 5 %.
    public var percent: Decimal?
    /// The contract (CN104).
    public var number = Text()
    /// The discount under it (CN105).
    public var discountPercent: Decimal?
    /// The version of the contract (CN106).
    public var version = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("amount", &amount)
        json.field("percent", &percent)
        json.field("number", &number)
        json.field("discountPercent", &discountPercent)
        json.field("version", &version)
    }
}
