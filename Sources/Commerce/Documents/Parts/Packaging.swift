/// Says how an item is packed and what a pack measures (PO4).
public struct Packaging: JSONObject, Sendable, Equatable {
    /// The number of inner units in a pack (PO401).
    public var pack: Int?
    /// The size of an inner unit (PO402, PO403).
    public var size = Quantity()
    /// The packaging and its material (PO404, element 103).
    public var packaging = Text()
    /// What the weight is (PO405, element 187).
    public var weightQualifier = Text()
    /// The gross weight of a pack (PO406, PO407).
    public var weight = Quantity()
    /// The gross volume of a pack (PO408, PO409).
    public var volume = Quantity()
    /// The length (PO410).
    public var length: Decimal?
    /// The width (PO411).
    public var width: Decimal?
    /// The height (PO412).
    public var height: Decimal?
    /// The unit of length, width and height (PO413, element 355).
    public var dimensionUnit = Text()
    /// The number of eaches in an inner unit (PO414).
    public var innerPack: Int?
    /// The surface, layer or position (PO415, element 752).
    public var position = Text()
    /// The first assigned number of a range of packs (PO416).
    public var firstNumber = Text()
    /// The last assigned number of the range (PO417).
    public var lastNumber = Text()
    /// The number of packages (PO418).
    public var packageCount: Int?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("pack", &pack)
        json.field("size", &size)
        json.field("packaging", &packaging)
        json.field("weightQualifier", &weightQualifier)
        json.field("weight", &weight)
        json.field("volume", &volume)
        json.field("length", &length)
        json.field("width", &width)
        json.field("height", &height)
        json.field("dimensionUnit", &dimensionUnit)
        json.field("innerPack", &innerPack)
        json.field("position", &position)
        json.field("firstNumber", &firstNumber)
        json.field("lastNumber", &lastNumber)
        json.field("packageCount", &packageCount)
    }
}

/// Says how to pack or mark (PKG).
public struct PackagingInstruction: JSONObject, Sendable, Equatable {
    /// How it is described (PKG01, element 349).
    public var kind = Text()
    /// What part of packing or marking it is about (PKG02, element 753).
    public var characteristic = Text()
    /// Who keeps the code (PKG03, element 559).
    public var agency = Text()
    /// The instruction as a code (PKG04).
    public var code = Text()
    /// The instruction in words (PKG05).
    public var text = Text()
    /// How units are loaded (PKG06, element 400).
    public var unitLoad = Text()
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("characteristic", &characteristic)
        json.field("agency", &agency)
        json.field("code", &code)
        json.field("text", &text)
        json.field("unitLoad", &unitLoad)
        json.field("measurements", &measurements)
    }
}
