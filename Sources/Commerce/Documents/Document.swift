/// Gives every kind of business document its identity and a place for what it cannot name.
public protocol Document: JSONObject, Sendable, Equatable {
    /// The kind of document, as its JSON calls it.
    static var kind: Text { get }

    /// The document's identity, at the top of its JSON.
    var head: DocumentHead { get set }

    /// What the document has no place for, with its position in the transaction set.
    var extras: [Extra] { get set }

    /// Adds what the document is found by and what it says of orders.
    func gather(_ facts: inout DocumentFacts)
}

extension Document {
    /// Knows nothing but what kinds of document say of themselves.
    public func gather(_ facts: inout DocumentFacts) {}
}
