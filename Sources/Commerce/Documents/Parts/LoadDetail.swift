/// Says how an item is divided into loads (loop CLD).
public struct LoadDetail: JSONObject, Sendable, Equatable {
    /// The number of loads (CLD01).
    public var loads: Int?
    /// The number of units in each (CLD02).
    public var unitsPerLoad: Decimal?
    /// The packaging (CLD03, element 103).
    public var packaging = Text()
    /// The size of an inner unit (CLD04, CLD05).
    public var size = Quantity()
    /// References of the loads, such as container numbers (REF).
    public var references: List<Reference> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("loads", &loads)
        json.field("unitsPerLoad", &unitsPerLoad)
        json.field("packaging", &packaging)
        json.field("size", &size)
        json.field("references", &references)
    }
}
