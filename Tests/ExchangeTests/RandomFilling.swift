import Commerce
import InterchangeTestSupport
import Translation
import X12

/// Fills a canonical document at random, from its own description of its JSON: no transaction set has a part in it.
///
/// A text is one that the element of its field can hold; which fields there are is a matter of chance, so that many a
/// document contradicts the standard, and is to be refused with the field.
struct RandomFilling: PathCoding {
    static var isReading: Bool { true }

    var path = "$"
    let seed: UInt64
    let rules: [String: Rule]
    /// Fields that must be there, and that must not, whatever chance says: what refusals asked for.
    var wanted: Set<String> = []
    var unwanted: Set<String> = []
    /// Whether every field is filled, every array with one object.
    var fillsAll = false

    /// What the element of a field can hold.
    struct Rule {
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
    }

    /// Fields of the head that say where a document comes from, and what is kept as it was sent.
    static let left: Set<String> = [
        "$.kind", "$.schemaVersion", "$.id", "$.partner", "$.source", "$.extras", "$.crosswalks",
    ]

    /// The rules of the fields of a kind of document, by path without indices.
    static func rules(_ kind: DocumentKind, in standard: Standard) -> [String: Rule] {
        var rules: [String: Rule] = [:]
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
            rules[place.path] = Rule(
                type: definition.type, range: definition.minimum...max(definition.minimum, definition.maximum),
                codes: element.codeList.map { standard.codes(inList: $0) } ?? [])
        }
        return rules
    }

    // MARK: - Chance

    /// Numbers of a field's own, the same on every run.
    private func chance(_ path: String) -> Seeded {
        var mixed = seed
        for byte in path.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Seeded(mixed)
    }

    private func has(_ path: String, oneIn odds: Int) -> Bool {
        if unwanted.contains(path) || Self.left.contains(path) { return false }
        if fillsAll || wanted.contains(path) { return true }
        var chance = chance(path)
        return Int.random(in: 0..<odds, using: &chance) == 0
    }

    private func rule(_ path: String) -> Rule? { rules[FieldRecorder.withoutIndices(path)] }

    private func text(_ path: String) -> String {
        var chance = chance(path + "!")
        return rule(path).map { $0.text(&chance) } ?? "ZZ"
    }

    // MARK: - Values

    mutating func field(_ name: StaticString, _ value: inout Text) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) else { return }
        // The levels of a shipment, from the shipment on; anything else is no tree.
        if path.hasPrefix("$.levels"), path.hasSuffix(".level") {
            let depth = path.split(separator: ".").count { $0.hasPrefix("contains[") }
            value = Text(["S", "O", "P", "I"][min(depth, 3)])
        } else {
            value = Text(text(path))
        }
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) else { return }
        var chance = chance(path + "!")
        let digits = min(rule(path)?.range.upperBound ?? 6, 6)
        let most = (0..<digits).reduce(1) { most, _ in most * 10 } - 1
        let isImplied = rule(path)?.type == .integer
        value = Decimal(
            mantissa: Int128(Int.random(in: 1...max(1, most), using: &chance)),
            scale: isImplied ? 2 : Int.random(in: 0...min(3, digits), using: &chance))
    }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) else { return }
        var chance = chance(path + "!")
        value = CalendarDate(
            year: Int.random(in: 2020...2030, using: &chance), month: Int.random(in: 1...12, using: &chance),
            day: Int.random(in: 1...28, using: &chance))
    }

    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) else { return }
        var chance = chance(path + "!")
        value = TimeOfDay(
            hour: Int.random(in: 0...23, using: &chance), minute: Int.random(in: 0...59, using: &chance),
            precision: .minutes)
    }

    mutating func field(_ name: StaticString, _ value: inout Int?) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) else { return }
        var chance = chance(path + "!")
        value = Int.random(in: 1...9, using: &chance)
    }

    mutating func field(_ name: StaticString, _ value: inout Bool?) {}

    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 6) else { return }
        values = [Text(text("\(path)[0]"))]
    }

    // MARK: - Objects

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        let path = "\(path).\(name)"
        guard has(path, oneIn: 4) || wanted.contains(where: { $0.hasPrefix(path + ".") }) else { return }
        var object = V()
        walk(&object, at: path)
        value = object
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        let path = "\(path).\(name)"
        // Lines and levels are what a document is about.
        let isBody = path == "$.lines" || path == "$.levels" || name.description == "contains"
        let depth = path.split(separator: ".").count
        var chance = chance(path)
        let odds = isBody ? 0..<4 : 0..<9
        var count = max(0, (isBody ? 3 : 2) - Int.random(in: odds, using: &chance))
        if path == "$.lines" || path == "$.levels" { count = 1 + count % 2 }
        if fillsAll { count = 1 }
        for index in 0..<3 where wanted.contains(where: { $0.hasPrefix("\(path)[\(index)]") }) {
            count = max(count, index + 1)
        }
        guard depth < 7, !Self.left.contains(path), !unwanted.contains(path) else { return }
        for index in 0..<count {
            var object = V()
            walk(&object, at: "\(path)[\(index)]")
            // An object that says nothing is no value.
            if !FieldListing.fields(of: object).isEmpty { values.append(object) }
        }
    }

    func enters(_ path: String) -> Bool { !Self.left.contains(path) && !unwanted.contains(path) }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}
}
