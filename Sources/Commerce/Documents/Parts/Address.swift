/// Says where a party is (N3, N4).
public struct Address: JSONObject, Sendable, Equatable {
    /// The first line of the first N3 (N301).
    public var line1 = Text()
    /// The second line of the first N3 (N302).
    public var line2 = Text()
    /// The first line of the second N3 (N301).
    public var line3 = Text()
    /// The second line of the second N3 (N302).
    public var line4 = Text()
    /// The city (N401).
    public var city = Text()
    /// The state or province (N402).
    public var state = Text()
    /// The postal code (N403).
    public var postalCode = Text()
    /// The country, ISO 3166 (N404).
    public var country = Text()
    /// What kind of place the location is (N405, element 309).
    public var locationQualifier = Text()
    /// A code of the place (N406).
    public var location = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("line1", &line1)
        json.field("line2", &line2)
        json.field("line3", &line3)
        json.field("line4", &line4)
        json.field("city", &city)
        json.field("state", &state)
        json.field("postalCode", &postalCode)
        json.field("country", &country)
        json.field("locationQualifier", &locationQualifier)
        json.field("location", &location)
    }
}
