/// Lists the fields of a document that hold something, each with its JSON path, by the description that writes them.
public struct FieldListing: PathCoding {
    /// What a field holds.
    public enum Value: Hashable, Sendable {
        case text(Text)
        case decimal(Decimal)
        case date(CalendarDate)
        case time(TimeOfDay)
        case integer(Int)
        case flag(Bool)
    }

    /// A field that holds something.
    public struct Field: Sendable, Equatable {
        /// The path, such as `$.lines[0].quantity.value`.
        public var path: String
        /// What it holds.
        public var value: Value
    }

    /// The fields, in the order of the document's JSON.
    public private(set) var fields: [Field] = []
    /// The path of the object that is walked.
    public var path = "$"

    private init() {}

    /// The fields of a document.
    ///
    /// - Complexity: O(fields).
    public static func fields<V: JSONObject>(of document: V) -> [Field] {
        var listing = FieldListing()
        var document = document
        document.code(&listing)
        return listing.fields
    }

    /// False: this looks at what is there.
    public static var isReading: Bool { false }

    public mutating func field(_ name: StaticString, _ value: inout Text) {
        if !value.isEmpty { add(name, .text(value)) }
    }

    public mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if let value { add(name, .decimal(value)) }
    }

    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if let value { add(name, .date(value)) }
    }

    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        if let value { add(name, .time(value)) }
    }

    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        if let value { add(name, .integer(value)) }
    }

    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        if let value { add(name, .flag(value)) }
    }

    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        for index in values.indices { add("\(path).\(name)[\(index)]", .text(values[index])) }
    }

    public mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {
        for text in texts { add("\(path).\(name)\(JSONPath.step(text.name.string))", .text(text.text)) }
    }

    public mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        for element in elements.list {
            let reference = "\(segment)\(element.position < 10 ? "0" : "")\(element.position)"
            add("\(path).\(name)\(JSONPath.step(reference))", element.value)
        }
    }

    private mutating func add(_ path: String, _ value: SetValue) {
        switch value {
        case .simple(let text): add(path, .text(text))
        case .composite(let components):
            for (index, component) in components.enumerated() where !component.isEmpty {
                add("\(path)[\"\(index + 1)\"]", .text(component))
            }
        case .repeated(let values):
            for (index, value) in values.enumerated() { add("\(path)[\(index)]", value) }
        }
    }

    private mutating func add(_ name: StaticString, _ value: Value) { add("\(path).\(name)", value) }

    private mutating func add(_ path: String, _ value: Value) { fields.append(Field(path: path, value: value)) }
}
