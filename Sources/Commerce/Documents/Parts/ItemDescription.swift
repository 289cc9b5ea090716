/// Describes an item or one of its properties (PID).
public struct ItemDescription: JSONObject, Sendable, Equatable {
    /// How it is described (PID01, element 349): F free form, S by code, X by both.
    public var kind = Text()
    /// The property (PID02, element 750), such as 08 for the product.
    public var characteristic = Text()
    /// Who keeps the code (PID03, element 559).
    public var agency = Text()
    /// The description as a code (PID04).
    public var code = Text()
    /// The description in words (PID05).
    public var text = Text()
    /// The surface, layer or position (PID06, element 752).
    public var position = Text()
    /// The part of the agency's list (PID07).
    public var source = Text()
    /// Whether the property holds, Y or N (PID08, element 1073).
    public var response = Text()
    /// The language of the words (PID09).
    public var language = Text()
    /// Measurements of the property (MEA), on a line.
    public var measurements: List<Measurement> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("characteristic", &characteristic)
        json.field("agency", &agency)
        json.field("code", &code)
        json.field("text", &text)
        json.field("position", &position)
        json.field("source", &source)
        json.field("response", &response)
        json.field("language", &language)
        json.field("measurements", &measurements)
    }
}
