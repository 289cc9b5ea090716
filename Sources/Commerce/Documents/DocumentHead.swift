/// Heads every document: what it is, whose, and where it came from.
public struct DocumentHead: JSONObject, Sendable, Equatable {
    /// The kind of document, such as `PurchaseOrder`.
    public var kind = Text()
    /// The version of the JSON this is written in.
    public var schemaVersion: Text = "1.0"
    /// The document's identifier, the same whenever the same bytes are read.
    public var id = Text()
    /// The number its author gave the document.
    public var number = Text()
    /// The trading partner's identifier.
    public var partner = Text()
    /// Where the document came from.
    public var source = DocumentSource()
    /// What the partner's crosswalks gave for values in the body.
    public var crosswalks: [CrosswalkUse] = []

    /// Makes an empty value, to be filled.
    public init() {}

    /// Makes the head of a kind of document.
    public init(kind: Text) { self.kind = kind }

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("schemaVersion", &schemaVersion)
        json.field("id", &id)
        json.field("number", &number)
        json.field("partner", &partner)
        json.field("source", &source)
        json.field("crosswalks", &crosswalks)
    }
}
