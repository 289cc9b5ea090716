/// Says who carries the goods and how (TD5).
public struct CarrierRouting: JSONObject, Sendable, Equatable {
    /// The place of this carrier in the route (TD501, element 133).
    public var sequence = Text()
    /// The scheme of the carrier's identifier (TD502, element 66); 2 is the SCAC.
    public var carrierScheme = Text()
    /// The carrier's identifier (TD503).
    public var carrier = Text()
    /// The mode of transport (TD504, element 91), such as M for motor.
    public var transportMode = Text()
    /// The route or the carrier's name in words (TD505).
    public var routing = Text()
    /// The shipment's or order's status (TD506, element 368), such as CC for complete.
    public var status = Text()
    /// What kind of place it is (TD507, element 309).
    public var locationQualifier = Text()
    /// The place (TD508).
    public var location = Text()
    /// The direction (TD509, element 731).
    public var transitDirection = Text()
    /// The unit of the transit time (TD510, element 732), such as CD for calendar days.
    public var transitTimeUnit = Text()
    /// The transit time (TD511).
    public var transitTime: Decimal?
    /// The level of service (TD512, element 284).
    public var serviceLevel = Text()
    /// A second level of service (TD513).
    public var serviceLevel2 = Text()
    /// A third level of service (TD514).
    public var serviceLevel3 = Text()
    /// The country of the service, ISO 3166 (TD515).
    public var country = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("sequence", &sequence)
        json.field("carrierScheme", &carrierScheme)
        json.field("carrier", &carrier)
        json.field("transportMode", &transportMode)
        json.field("routing", &routing)
        json.field("status", &status)
        json.field("locationQualifier", &locationQualifier)
        json.field("location", &location)
        json.field("transitDirection", &transitDirection)
        json.field("transitTimeUnit", &transitTimeUnit)
        json.field("transitTime", &transitTime)
        json.field("serviceLevel", &serviceLevel)
        json.field("serviceLevel2", &serviceLevel2)
        json.field("serviceLevel3", &serviceLevel3)
        json.field("country", &country)
    }
}

/// Names a trailer, container or railcar (TD3).
public struct Equipment: JSONObject, Sendable, Equatable {
    /// What it is (TD301, element 40), such as TL for a trailer.
    public var kind = Text()
    /// The letters before its number (TD302).
    public var initial = Text()
    /// Its number (TD303).
    public var number = Text()
    /// What the weight is (TD304, element 187), such as G for gross.
    public var weightQualifier = Text()
    /// The weight (TD305, TD306).
    public var weight = Quantity()
    /// Whose it is (TD307, element 102).
    public var ownership = Text()
    /// The state of the seal (TD308, element 407).
    public var sealStatus = Text()
    /// The seal's number (TD309).
    public var sealNumber = Text()
    /// The type of equipment, ISO 6346 (TD310).
    public var type = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("initial", &initial)
        json.field("number", &number)
        json.field("weightQualifier", &weightQualifier)
        json.field("weight", &weight)
        json.field("ownership", &ownership)
        json.field("sealStatus", &sealStatus)
        json.field("sealNumber", &sealNumber)
        json.field("type", &type)
    }
}

/// Counts and weighs packages (TD1).
public struct Lading: JSONObject, Sendable, Equatable {
    /// The packaging and its material (TD101, element 103), such as CTN25.
    public var packaging = Text()
    /// The number of packages (TD102).
    public var quantity: Int?
    /// The scheme of the commodity code (TD103, element 23).
    public var commodityScheme = Text()
    /// The commodity code (TD104).
    public var commodity = Text()
    /// The goods in words (TD105).
    public var description = Text()
    /// What the weight is (TD106, element 187), such as G for gross.
    public var weightQualifier = Text()
    /// The weight (TD107, TD108).
    public var weight = Quantity()
    /// The volume (TD109, TD110).
    public var volume = Quantity()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("packaging", &packaging)
        json.field("quantity", &quantity)
        json.field("commodityScheme", &commodityScheme)
        json.field("commodity", &commodity)
        json.field("description", &description)
        json.field("weightQualifier", &weightQualifier)
        json.field("weight", &weight)
        json.field("volume", &volume)
    }
}
