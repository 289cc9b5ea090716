/// Sums up a document so that its receiver can check it (CTT).
public struct Totals: JSONObject, Sendable, Equatable {
    /// The number of lines, in a ship notice of levels (CTT01).
    public var lineCount: Int?
    /// The sum of the lines' quantities (CTT02).
    public var hashTotal: Decimal?
    /// The weight (CTT03, CTT04).
    public var weight = Quantity()
    /// The volume (CTT05, CTT06).
    public var volume = Quantity()
    /// Words that go with it (CTT07).
    public var description = Text()
    /// Amounts that follow the count (AMT), such as TT, the total of an order.
    public var amounts: List<QualifiedAmount> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("lineCount", &lineCount)
        json.field("hashTotal", &hashTotal)
        json.field("weight", &weight)
        json.field("volume", &volume)
        json.field("description", &description)
        json.field("amounts", &amounts)
    }
}
