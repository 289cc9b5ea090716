/// Is a business document: what every kind of them has.
public protocol Document: JSONObject {
    /// The kind of document that JSON and folders call it.
    static var kind: Text { get }

    /// The document's identity, at the top of its JSON.
    var head: DocumentHead { get set }

    /// What the document has no place for, with its position in the transaction set.
    var extras: [Extra] { get set }
}
