import Commerce
import X12

/// The JSON Schema (draft 2020-12) of a kind of document, made from the description that reads and writes it, with the
/// elements that its fields stand for from the walks.
public struct DocumentSchema {
    private let kind: DocumentKind
    private let root: String
    private var shapes: [String: ObjectShape]

    /// Makes the schema of a kind.
    public init(of kind: DocumentKind) {
        self.kind = kind
        (root, shapes) =
            switch kind {
            case .purchaseOrder: ShapeCoding.shapes(of: PurchaseOrder.self)
            case .orderAcknowledgment: ShapeCoding.shapes(of: OrderAcknowledgment.self)
            case .shipNotice: ShapeCoding.shapes(of: ShipNotice.self)
            case .invoice: ShapeCoding.shapes(of: Invoice.self)
            case .transactionSet: ShapeCoding.shapes(of: TransactionSet.self)
            }
        for version in Standard.versions {
            guard let standard = Standard.version(version) else { continue }
            for place in FieldRecorder.places(of: kind, in: standard) { note(place) }
        }
    }

    /// Notes with the member at the end of a path which element it stands for.
    private mutating func note(_ place: FieldPlace) {
        var type = root
        let steps = place.path.split(separator: ".").map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : String($0) }
        for (depth, step) in steps.enumerated() {
            guard let member = shapes[type]?.members.firstIndex(where: { $0.name == step }) else { return }
            if depth == steps.count - 1 {
                let reference = "\(place.reference) \(place.name)"
                guard shapes[type]?.members[member].references.contains(reference) == false else { return }
                shapes[type]?.members[member].references.append(reference)
            } else if let inner = shapes[type]?.members[member].content.type {
                type = inner
            }
        }
    }

    /// The schema, indented.
    public var json: [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.beginObject()
        writer.key("$schema")
        writer.string("https://json-schema.org/draft/2020-12/schema" as String)
        writer.key("$id")
        writer.string("urn:edigate:\(kind.rawValue):\(Self.version)")
        writer.key("title")
        writer.string(kind.rawValue)
        writer.key("description")
        writer.string(description)
        members(of: root, &writer)
        writer.key("required")
        writer.beginArray()
        writer.string("kind" as String)
        writer.endArray()
        writer.key("$defs")
        writer.beginObject()
        for type in shapes.keys.sorted() where type != root {
            writer.key(type)
            writer.beginObject()
            members(of: type, &writer)
            writer.endObject()
        }
        if shapes.values.contains(where: { $0.members.contains { $0.content == .elements } }) { values(&writer) }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    /// The version of the JSON that this describes.
    public static var version: String { DocumentHead().schemaVersion.string }

    private var description: String {
        let set = kind.set.map { "What an \($0) says" } ?? "What any transaction set without a kind of its own says"
        return set + "; a description names the elements that a field stands for. Written by edigate, and read by it: "
            + "absent and null mean the same to the reader, which writes neither."
    }

    private func members(of type: String, _ writer: inout JSONWriter) {
        writer.key("type")
        writer.string("object" as String)
        writer.key("properties")
        writer.beginObject()
        for member in shapes[type]?.members ?? [] {
            writer.key(member.name)
            writer.beginObject()
            if !member.references.isEmpty {
                writer.key("description")
                writer.string(member.references.joined(separator: "; "))
            }
            if type == root, member.name == "kind" {
                constant(kind.rawValue, &writer)
            } else if type == root, member.name == "schemaVersion" {
                constant(Self.version, &writer)
            } else {
                content(member.content, &writer)
            }
            writer.endObject()
        }
        writer.endObject()
        writer.key("additionalProperties")
        writer.bool(false)
    }

    private func constant(_ value: String, _ writer: inout JSONWriter) {
        writer.key("const")
        writer.string(value)
    }

    private func content(_ content: ObjectShape.Content, _ writer: inout JSONWriter) {
        func string(_ pattern: String? = nil, format: String? = nil) {
            writer.key("type")
            writer.string("string" as String)
            if let format {
                writer.key("format")
                writer.string(format)
            }
            if let pattern {
                writer.key("pattern")
                writer.string(pattern)
            }
        }
        func type(_ name: String) {
            writer.key("type")
            writer.string(name)
        }
        func nested(_ key: StaticString, _ body: () -> Void) {
            writer.key(key)
            writer.beginObject()
            body()
            writer.endObject()
        }
        func reference(_ name: String) {
            writer.key("$ref")
            writer.string("#/$defs/\(name)")
        }
        switch content {
        case .text: string()
        case .decimal: string("^-?([0-9]+\\.?[0-9]*|\\.[0-9]+)(E[+-]?[0-9]+)?$")
        case .date: string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format: "date")
        case .time: string("^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,2})?)?$")
        case .integer: type("integer")
        case .flag: type("boolean")
        case .texts:
            type("array")
            nested("items") { string() }
        case .object(let name): reference(name)
        case .objects(let name):
            type("array")
            nested("items") { reference(name) }
        case .namedTexts:
            type("object")
            nested("additionalProperties") { string() }
        case .elements:
            type("object")
            nested("patternProperties") {
                nested("^[A-Z][A-Z0-9]{1,2}[0-9]{2}$") { reference("elementValue") }
            }
            writer.key("additionalProperties")
            writer.bool(false)
        }
    }

    /// What an element of any set holds: a string, components by number, or repetitions.
    private func values(_ writer: inout JSONWriter) {
        func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
            writer.key(key)
            writer.beginObject()
            body(&writer)
            writer.endObject()
        }
        object("elementValue") { writer in
            writer.key("anyOf")
            writer.beginArray()
            writer.beginObject()
            writer.key("$ref")
            writer.string("#/$defs/singleValue" as String)
            writer.endObject()
            writer.beginObject()
            writer.key("type")
            writer.string("array" as String)
            writer.key("items")
            writer.beginObject()
            writer.key("$ref")
            writer.string("#/$defs/singleValue" as String)
            writer.endObject()
            writer.endObject()
            writer.endArray()
        }
        object("singleValue") { writer in
            writer.key("type")
            writer.beginArray()
            writer.string("string" as String)
            writer.string("object" as String)
            writer.endArray()
            writer.key("patternProperties")
            writer.beginObject()
            writer.key("^[1-9][0-9]{0,2}$" as String)
            writer.beginObject()
            writer.key("type")
            writer.string("string" as String)
            writer.endObject()
            writer.endObject()
            writer.key("additionalProperties")
            writer.bool(false)
        }
    }
}
