import Commerce

/// Fills every field of a document, from its own description of its JSON, and puts one object into every array: no
/// transaction set has a part in it, so that fields are filled that its kind has no place for.
struct DocumentFilling: PathCoding {
    static var isReading: Bool { true }

    var path = "$"

    /// Levels of a shipment hold levels without end.
    private static let deepest = 7

    mutating func field(_ name: StaticString, _ value: inout Text) {
        if enters("\(path).\(name)") { value = "ZZ" }
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) { value = Decimal(7) }
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        value = CalendarDate(year: 2026, month: 11, day: 21)
    }
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        value = TimeOfDay(hour: 14, minute: 5, precision: .minutes)
    }
    mutating func field(_ name: StaticString, _ value: inout Int?) { value = 7 }
    mutating func field(_ name: StaticString, _ value: inout Bool?) {}
    mutating func field(_ name: StaticString, _ values: inout [Text]) { values = ["ZZ"] }
    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        var object = V()
        walk(&object, at: "\(path).\(name)")
        value = object
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        let path = "\(path).\(name)"
        guard enters(path), path.split(separator: ".").count < Self.deepest else { return }
        var object = V()
        walk(&object, at: "\(path)[0]")
        values = [object]
    }

    func enters(_ path: String) -> Bool { !FieldRule.outside.contains(path) }
}
