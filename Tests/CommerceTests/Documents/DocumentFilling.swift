import Commerce

/// Fills every field of a value, each with a value of its own, as a reader would.
struct FillingReader: JSONCoding {
    static var isReading: Bool { true }
    /// The elements of each array.
    let elements = 2
    /// The deepest nesting of levels in levels.
    let maximumLevels = 2
    private var count = 0
    private var levels = 0

    private mutating func next() -> Int {
        count += 1
        return count
    }

    mutating func field(_ name: StaticString, _ value: inout Text) {
        let number = next()
        // Every third is too long to be held without allocation.
        value = Text(number % 3 == 0 ? "\(name), a longer text, \(number)" : "v\(number)")
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        value = Decimal(mantissa: Int128(next()), scale: count % 4)
    }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        value = CalendarDate(year: 2026, month: 1 + next() % 12, day: 1 + count % 28)
    }

    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        value = TimeOfDay(hour: next() % 24, minute: count % 60, precision: .minutes)
    }

    mutating func field(_ name: StaticString, _ value: inout Int?) { value = next() }

    mutating func field(_ name: StaticString, _ value: inout Bool?) { value = next() % 2 == 0 }

    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        values = (0..<elements).map { _ in Text("\(name) \(next())") }
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) { value.code(&self) }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        var inner = V()
        inner.code(&self)
        value = inner
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        let nests = ["contains", "segments"].contains("\(name)")
        if nests, levels == maximumLevels { return }
        levels += nests ? 1 : 0
        values = (0..<elements).map { _ in
            var value = V()
            value.code(&self)
            return value
        }
        levels -= nests ? 1 : 0
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {
        texts = (0..<elements).map { _ in NamedText(name: Text("n \(next())"), text: Text("\"\(next())\"")) }
    }

    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        elements = SetElements()
        elements.add(1, .simple(Text("v\(next())")))
        elements.add(12, .composite(["", Text("c\(next())"), "", Text("a longer component, \(next())")]))
        elements.add(99, .repeated([.simple(Text("r\(next())")), .simple(""), .composite([Text("p\(next())")])]))
    }
}

/// Finds the stored properties that a description leaves out, in a type and in all that it holds.
struct OmissionFinder: JSONCoding {
    static var isReading: Bool { false }
    /// The properties left out, such as `Tax.amount`.
    private(set) var omissions: [String] = []
    private var names: Set<String> = []
    private var seen: Set<ObjectIdentifier> = []

    mutating func find<V: JSONObject>(in type: V.Type) {
        guard seen.insert(ObjectIdentifier(type)).inserted else { return }
        let outer = names
        names = []
        var value = V()
        value.code(&self)
        // A head is written into the object of its document.
        let properties = Mirror(reflecting: value).children.flatMap { child in
            child.value is DocumentHead ? Mirror(reflecting: child.value).children.map(\.label) : [child.label]
        }
        omissions += properties.compactMap { $0 }.filter { !names.contains($0) }.map { "\(type).\($0)" }
        names = outer
    }

    private mutating func note(_ name: StaticString) { names.insert("\(name)") }

    mutating func field(_ name: StaticString, _ value: inout Text) { note(name) }
    mutating func field(_ name: StaticString, _ value: inout Decimal?) { note(name) }
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) { note(name) }
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { note(name) }
    mutating func field(_ name: StaticString, _ value: inout Int?) { note(name) }
    mutating func field(_ name: StaticString, _ value: inout Bool?) { note(name) }
    mutating func field(_ name: StaticString, _ values: inout [Text]) { note(name) }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        note(name)
        find(in: V.self)
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        note(name)
        find(in: V.self)
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        note(name)
        find(in: V.self)
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) { note(name) }
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) { note(name) }
}
