import Commerce
import InterchangeTestSupport
import Translation
import X12

/// Says what the element of a field can hold.
struct FieldRule {
    var type: ElementType
    var range: ClosedRange<Int>
    var codes: [String]

    /// A text that the element can hold.
    func text(_ chance: inout Seeded) -> String {
        if let code = codes.randomElement(using: &chance) { return code }
        let longest = min(range.upperBound, max(range.lowerBound, 12))
        let length = Int.random(in: max(1, range.lowerBound)...max(1, longest), using: &chance)
        let letters = type == .text || type == .code ? "ABCDEFGHJKLMNPQRSTUVWXYZ23456789" : "123456789"
        return String((0..<length).map { _ in letters.randomElement(using: &chance) ?? "A" })
    }

    /// Fields that say where a document comes from, and what is kept as it was sent: they are no part of its content.
    static let outside: Set<String> = [
        "$.kind", "$.schemaVersion", "$.id", "$.partner", "$.source", "$.extras", "$.crosswalks",
    ]

    /// The rules of the fields of a kind of document, by path without indices.
    static func all(of kind: DocumentKind, in standard: Standard) -> [String: FieldRule] {
        var rules: [String: FieldRule] = [:]
        for place in FieldRecorder.places(of: kind, in: standard) where rules[place.path] == nil {
            guard let segment = standard.segmentIndex(of: SegmentID(place.segment)) else { continue }
            let elements = standard.elements(ofSegment: segment)
            guard elements.indices.contains(place.element - 1) else { continue }
            var element = elements[place.element - 1]
            if let component = place.component, let composite = element.composite {
                let components = standard.components(ofComposite: composite)
                guard components.indices.contains(component - 1) else { continue }
                element = components[component - 1]
            }
            let definition = element.definition
            rules[place.path] = FieldRule(
                type: definition.type, range: definition.minimum...max(definition.minimum, definition.maximum),
                codes: element.codeList.map { standard.codes(inList: $0) } ?? [])
        }
        return rules
    }
}
