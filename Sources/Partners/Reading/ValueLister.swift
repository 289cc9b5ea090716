import Commerce

/// Lists the values of a description, those of objects member by member, those of lists as a whole.
struct ValueLister: JSONCoding {
    private var values: [ProfileValue] = []
    private var parent: String

    private init(parent: String) { self.parent = parent }

    /// The values of a profile.
    static func values(of description: ProfileDescription) -> [ProfileValue] {
        var description = description
        var lister = ValueLister(parent: "")
        description.code(&lister)
        return lister.values
    }

    /// The values of a text over the defaults.
    static func values(of bytes: [UInt8]) -> [ProfileValue] {
        var reader = JSONReader(syntax: .json5)
        guard case .success(let description) = reader.read(ProfileDescription.self, from: bytes) else { return [] }
        return values(of: description)
    }

    // MARK: - JSONCoding

    static var isReading: Bool { false }

    mutating func field(_ name: StaticString, _ value: inout Text) {
        add(name, value.isEmpty ? "" : Self.quote(value.string))
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) { add(name, value?.description ?? "") }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        add(name, value.map { "\"\($0)\"" } ?? "")
    }

    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { add(name, value.map { "\"\($0)\"" } ?? "") }

    mutating func field(_ name: StaticString, _ value: inout Int?) { add(name, value.map(String.init) ?? "") }

    mutating func field(_ name: StaticString, _ value: inout Bool?) { add(name, value.map(String.init) ?? "") }

    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        add(name, values.map { Self.quote($0.string) })
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        var inner = ValueLister(parent: path(name))
        value.code(&inner)
        values += inner.values
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        guard value != nil else { return }
        var inner = ValueLister(parent: path(name))
        value?.code(&inner)
        values += inner.values
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        add(
            name,
            values.map { value in
                var json = JSONWriter()
                json.write(value)
                return json.string
            })
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}

    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}

    // MARK: - Adding

    private func path(_ name: StaticString) -> String { parent.isEmpty ? "\(name)" : "\(parent).\(name)" }

    private mutating func add(_ name: StaticString, _ text: String) {
        values.append(ProfileValue(path: path(name), text: text, origins: []))
    }

    private mutating func add(_ name: StaticString, _ elements: [String]) {
        values.append(
            ProfileValue(
                path: path(name), text: "[\(elements.joined(separator: ", "))]", elements: elements, origins: []))
    }

    private static func quote(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        // A value that stands by itself is followed by no comma.
        return json.string.hasSuffix(",") ? String(json.string.dropLast()) : json.string
    }
}
