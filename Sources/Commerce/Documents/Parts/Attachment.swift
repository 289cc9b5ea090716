/// Names papers that go with the document (PWK).
public struct Attachment: JSONObject, Sendable, Equatable {
    /// What it is (PWK01, element 755), such as a certificate.
    public var kind = Text()
    /// How it comes (PWK02, element 756).
    public var transmission = Text()
    /// How many copies (PWK03).
    public var copies: Int?
    /// Whose it is (PWK04, element 98).
    public var role = Text()
    /// The scheme of the paper's identifier (PWK05, element 66).
    public var identifierScheme = Text()
    /// The paper's identifier (PWK06).
    public var identifier = Text()
    /// The paper in words (PWK07).
    public var description = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("transmission", &transmission)
        json.field("copies", &copies)
        json.field("role", &role)
        json.field("identifierScheme", &identifierScheme)
        json.field("identifier", &identifier)
        json.field("description", &description)
    }
}
