/// Lists the members that a type's description walks, so that a schema or a reference need not be copied from it.
///
/// ```swift
/// let members = JSONOutline.members(of: Invoice.self)
/// ```
public struct JSONOutline: JSONCoding {
    /// One member of an object.
    public struct Member: Sendable, Equatable {
        /// Its key.
        public var name: String
        /// What may stand there.
        public var shape: Shape
        /// The value of an object that says nothing of it; nil for none, and for what is no string, number or truth.
        public var initial: Initial?
    }

    /// The value a member has before anything is read.
    public enum Initial: Sendable, Equatable {
        /// A string.
        case text(String)
        /// A whole number.
        case integer(Int)
        /// True or false.
        case truth(Bool)
        /// Strings.
        case texts([String])
    }

    /// What may stand at a member.
    public indirect enum Shape: Sendable, Equatable {
        /// A string.
        case text
        /// A string such as `"12.50"`.
        case decimal
        /// A string such as `"2026-11-21"`.
        case date
        /// A string such as `"14:05"`.
        case time
        /// A whole number.
        case integer
        /// True or false.
        case truth
        /// An array of strings.
        case texts
        /// An object of texts whose keys are data.
        case namedTexts
        /// An object whose keys are references of a segment's elements.
        case elements
        /// An object of the named type.
        case object(type: String, [Member])
        /// An array of objects of the named type.
        case objects(type: String, [Member])
        /// An object of a type that this one lies in, `isList` for an array of them.
        case enclosing(type: String, isList: Bool)
    }

    private var members: [Member] = []
    /// The types around, so that one that holds itself is not walked for ever.
    private var trail: [ObjectIdentifier]

    private init(trail: [ObjectIdentifier]) { self.trail = trail }

    /// The members of a type, in the order in which they are written.
    public static func members<V: JSONObject>(of type: V.Type) -> [Member] {
        var value = V()
        var outline = JSONOutline(trail: [ObjectIdentifier(type)])
        value.code(&outline)
        return outline.members
    }

    // MARK: - JSONCoding

    /// False: descriptions that read more than they write show what they write.
    public static var isReading: Bool { false }

    /// Notes a string.
    public mutating func field(_ name: StaticString, _ value: inout Text) {
        note(name, .text, value.isEmpty ? nil : .text(value.string))
    }

    /// Notes a decimal.
    public mutating func field(_ name: StaticString, _ value: inout Decimal?) { note(name, .decimal) }

    /// Notes a date.
    public mutating func field(_ name: StaticString, _ value: inout CalendarDate?) { note(name, .date) }

    /// Notes a time.
    public mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) { note(name, .time) }

    /// Notes a whole number.
    public mutating func field(_ name: StaticString, _ value: inout Int?) {
        note(name, .integer, value.map { .integer($0) })
    }

    /// Notes true or false.
    public mutating func field(_ name: StaticString, _ value: inout Bool?) {
        note(name, .truth, value.map { .truth($0) })
    }

    /// Notes an array of strings.
    public mutating func field(_ name: StaticString, _ values: inout [Text]) {
        note(name, .texts, values.isEmpty ? nil : .texts(values.map(\.string)))
    }

    /// Notes an object and walks it.
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        note(name, value, isList: false)
    }

    /// Notes an object and walks it.
    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        note(name, value ?? V(), isList: false)
    }

    /// Notes an array of objects and walks one.
    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        note(name, values.first ?? V(), isList: true)
    }

    /// Notes an object of texts.
    public mutating func field(_ name: StaticString, _ texts: inout [NamedText]) { note(name, .namedTexts) }

    /// Notes the elements of a segment.
    public mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        note(name, .elements)
    }

    // MARK: - Noting

    private mutating func note(_ name: StaticString, _ shape: Shape, _ initial: Initial? = nil) {
        members.append(Member(name: name.description, shape: shape, initial: initial))
    }

    private mutating func note<V: JSONObject>(_ name: StaticString, _ value: V, isList: Bool) {
        let type = String(describing: V.self)
        guard !trail.contains(ObjectIdentifier(V.self)) else {
            return note(name, .enclosing(type: type, isList: isList))
        }
        var value = value
        var inner = JSONOutline(trail: trail + [ObjectIdentifier(V.self)])
        value.code(&inner)
        note(name, isList ? .objects(type: type, inner.members) : .object(type: type, inner.members))
    }
}
