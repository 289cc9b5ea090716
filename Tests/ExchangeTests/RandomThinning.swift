import Commerce
import InterchangeTestSupport
import Translation

/// Takes fields and objects out of a document at random and puts other values in, so that what is left is a combination
/// that no dictionary made.
struct RandomThinning: PathCoding {
    static var isReading: Bool { true }

    var path = "$"
    private var chance: Seeded
    private let odds: Int
    private let rules: [String: FieldRule]

    /// One field in `odds` goes, and one gets another value.
    init(seed: UInt64, odds: Int, rules: [String: FieldRule]) {
        chance = Seeded(seed)
        self.odds = odds
        self.rules = rules
    }

    func enters(_ path: String) -> Bool { !FieldRule.outside.contains(path) }

    private mutating func strikes() -> Bool { Int.random(in: 0..<odds, using: &chance) == 0 }

    private mutating func another(_ path: String) -> Text? {
        guard strikes(), let rule = rules[FieldRecorder.withoutIndices(path)] else { return nil }
        return Text(rule.text(&chance))
    }

    mutating func field(_ name: StaticString, _ value: inout Text) {
        let path = "\(path).\(name)"
        guard !value.isEmpty, !FieldRule.outside.contains(path), !path.hasSuffix(".level") else { return }
        if strikes() { value = Text() } else if let other = another(path) { value = other }
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if value != nil, strikes() { value = nil }
        if value != nil, strikes() {
            value = Decimal(mantissa: Int128(Int.random(in: 0...9_999, using: &chance)), scale: 2)
        }
    }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if value != nil, strikes() { value = nil }
        if value != nil, strikes() { value = CalendarDate(year: 2026, month: 2, day: 28) }
    }

    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { if value != nil, strikes() { value = nil } }
    mutating func field(_ name: StaticString, _ value: inout Int?) { if value != nil, strikes() { value = nil } }
    mutating func field(_ name: StaticString, _ value: inout Bool?) {}
    mutating func field(_ name: StaticString, _ values: inout [Text]) { values.removeAll { _ in strikes() } }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        guard var object = value else { return }
        walk(&object, at: "\(path).\(name)")
        value = strikes() ? nil : object
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        let path = "\(path).\(name)"
        guard enters(path) else { return }
        values.removeAll { _ in strikes() }
        for index in values.indices { walk(&values[index], at: "\(path)[\(index)]") }
        values.removeAll { FieldListing.fields(of: $0).isEmpty }
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}
}
