/// Says what to heed when goods are handled (TD4).
public struct HazardNotice: JSONObject, Sendable, Equatable {
    /// How to handle them (TD401, element 152).
    public var handling = Text()
    /// The scheme of the hazard class (TD402, element 208).
    public var classScheme = Text()
    /// The hazard class (TD403).
    public var hazardClass = Text()
    /// The hazard in words (TD404).
    public var description = Text()
    /// Yes or no to what the code asks (TD405, element 1073).
    public var response = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("handling", &handling)
        json.field("classScheme", &classScheme)
        json.field("hazardClass", &hazardClass)
        json.field("description", &description)
        json.field("response", &response)
    }
}
