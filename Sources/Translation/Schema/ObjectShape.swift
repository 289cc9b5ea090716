import Commerce

/// The members of one type of JSON object, as its description codes them.
struct ObjectShape {
    /// What a member holds.
    enum Content: Equatable {
        case text, decimal, date, time, integer, flag, texts, namedTexts, elements
        /// An object of the type of that name.
        case object(String)
        /// An array of such objects.
        case objects(String)

        /// The type of the objects within, if there are any.
        var type: String? {
            switch self {
            case .object(let type), .objects(let type): type
            default: nil
            }
        }
    }

    /// A member.
    struct Member {
        var name: String
        var content: Content
        /// The elements it stands for, each with what the standard calls it, in the order found.
        var references: [String] = []
    }

    /// The members, in the order of the JSON.
    var members: [Member] = []
}

/// Finds the shapes of a document and of all that is in it, from the description that also reads and writes them.
struct ShapeCoding: JSONCoding {
    static var isReading: Bool { true }

    /// The shapes by the name of their type.
    private(set) var shapes: [String: ObjectShape] = [:]
    private var open = ObjectShape()

    /// The shapes of a document's type; its own is under the name given.
    static func shapes<V: JSONObject>(of type: V.Type) -> (root: String, shapes: [String: ObjectShape]) {
        var coding = ShapeCoding()
        coding.define(type)
        return (coding.name(type), coding.shapes)
    }

    private func name<V>(_ type: V.Type) -> String { String(describing: type) }

    private mutating func define<V: JSONObject>(_ type: V.Type) {
        guard shapes[name(type)] == nil else { return }
        // Known before it is complete, since a type may hold itself.
        shapes[name(type)] = ObjectShape()
        let outer = open
        open = ObjectShape()
        var value = V()
        value.code(&self)
        shapes[name(type)] = open
        open = outer
    }

    private mutating func add(_ name: StaticString, _ content: ObjectShape.Content) {
        open.members.append(ObjectShape.Member(name: name.description, content: content))
    }

    mutating func field(_ name: StaticString, _ value: inout Text) { add(name, .text) }
    mutating func field(_ name: StaticString, _ value: inout Decimal?) { add(name, .decimal) }
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) { add(name, .date) }
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { add(name, .time) }
    mutating func field(_ name: StaticString, _ value: inout Int?) { add(name, .integer) }
    mutating func field(_ name: StaticString, _ value: inout Bool?) { add(name, .flag) }
    mutating func field(_ name: StaticString, _ values: inout [Text]) { add(name, .texts) }
    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) { add(name, .namedTexts) }

    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        add(name, .elements)
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        define(V.self)
        add(name, .object(self.name(V.self)))
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        define(V.self)
        add(name, .object(self.name(V.self)))
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        define(V.self)
        add(name, .objects(self.name(V.self)))
    }
}
