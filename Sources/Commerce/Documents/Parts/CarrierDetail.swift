/// Says how invoiced goods were shipped (CAD).
public struct CarrierDetail: JSONObject, Sendable, Equatable {
    /// The mode of transport (CAD01, element 91), such as M for motor.
    public var transportMode = Text()
    /// The letters before the equipment's number (CAD02).
    public var equipmentInitial = Text()
    /// The equipment's number (CAD03).
    public var equipmentNumber = Text()
    /// The carrier's SCAC (CAD04).
    public var carrier = Text()
    /// The route or the carrier's name in words (CAD05).
    public var routing = Text()
    /// The shipment's or order's status (CAD06, element 368).
    public var status = Text()
    /// What the reference is (CAD07, element 128), such as BM for a bill of lading.
    public var referenceQualifier = Text()
    /// The reference (CAD08).
    public var reference = Text()
    /// The level of service (CAD09, element 284).
    public var serviceLevel = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("transportMode", &transportMode)
        json.field("equipmentInitial", &equipmentInitial)
        json.field("equipmentNumber", &equipmentNumber)
        json.field("carrier", &carrier)
        json.field("routing", &routing)
        json.field("status", &status)
        json.field("referenceQualifier", &referenceQualifier)
        json.field("reference", &reference)
        json.field("serviceLevel", &serviceLevel)
    }
}

/// Sums up what was shipped under an invoice (ISS).
public struct ShipmentSummary: JSONObject, Sendable, Equatable {
    /// The number of units shipped (ISS01, ISS02).
    public var units = Quantity()
    /// The weight (ISS03, ISS04).
    public var weight = Quantity()
    /// The volume (ISS05, ISS06).
    public var volume = Quantity()
    /// A quantity beside the units, such as that of pallets (ISS07).
    public var palletCount: Decimal?
    /// The weight of that quantity (ISS08).
    public var palletWeight: Decimal?
    /// What was shipped (PID).
    public var descriptions: List<ItemDescription> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("units", &units)
        json.field("weight", &weight)
        json.field("volume", &volume)
        json.field("palletCount", &palletCount)
        json.field("palletWeight", &palletWeight)
        json.field("descriptions", &descriptions)
    }
}
