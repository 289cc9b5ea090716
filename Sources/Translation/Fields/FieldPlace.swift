/// Says which element of a set a field of a document stands for, in one version.
public struct FieldPlace: Sendable, Equatable {
    /// The JSON path, any index written `[]`, such as `lines[].quantity.value`.
    public var path: String
    /// The loops from the outermost on, such as `["PO1", "SLN"]`; empty for the set itself.
    public var loops: [String]
    /// The segment's identifier.
    public var segment: String
    /// The first element of the segment that makes it this field's, such as `002` of a DTM; empty for any.
    public var qualifier: String
    /// The position of the element, from 1; of several that the field repeats over, the first.
    public var element: Int
    /// The last position, of a field that repeats within its segment, such as PO106 to PO125; else `element`.
    public var last: Int
    /// The position of the component, from 1; nil for a simple element.
    public var component: Int?
    /// What the standard calls the element.
    public var name: String

    /// The element without its loops, such as `DTM[01=002]02`, `QTY03-1` or `PO107…25`.
    public var reference: String {
        func number(_ element: Int) -> String { "\(element < 10 ? "0" : "")\(element)" }
        return segment + (qualifier.isEmpty ? "" : "[01=\(qualifier)]") + number(element)
            + (last > element ? "…\(number(last))" : "") + (component.map { "-\($0)" } ?? "")
    }

    /// The element with its loops, such as `PO1/SLN/SLN04`.
    public var fullReference: String { (loops + [reference]).joined(separator: "/") }
}
