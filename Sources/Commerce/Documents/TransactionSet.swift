/// Holds any transaction set that has no document of its own, such as an 860 or an 846: its segments as the tree of
/// loops in which the standard has them, nothing left out.
///
/// ```json
/// {"kind": "TransactionSet", "set": "860", "number": "4500178263", "segments": [
///   {"segment": "BCH", "elements": {"BCH01": "04", "BCH03": "4500178263", "BCH06": "2026-11-21"}},
///   {"segment": "POC", "elements": {"POC01": "1", "POC02": "QD", "POC06": "12.50"}, "segments": [
///     {"segment": "DTM", "elements": {"DTM01": "002", "DTM02": "2026-12-01"}}
///   ]}
/// ], "names": {"BCH01": "Transaction Set Purpose Code", "…": "…"}}
/// ```
public struct TransactionSet: Document {
    /// The kind of document, as its JSON calls it.
    public static var kind: Text { "TransactionSet" }

    /// The document's identity; its number is the one that the set's business knows it by, where there is one, such as
    /// BCH03 of an 860.
    public var head = DocumentHead(kind: TransactionSet.kind)
    /// The set (ST01), three digits.
    public var set = Text()
    /// What the standard calls the set. For people: nothing is written from it.
    public var title = Text()
    /// The segments between ST and SE that stand in no loop, and those that open one, in the order of the set.
    public var segments: [SetSegment] = []
    /// What the standard calls each element that occurs, by reference such as `BCH03` or `REF04-1`. For people: nothing
    /// is written from it.
    public var names: [NamedText] = []

    /// Always empty: a generic document has a place for everything.
    public var extras: [Extra] {
        get { [] }
        set {}
    }

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        head.code(&json)
        json.field("set", &set)
        json.field("title", &title)
        json.field("segments", &segments)
        json.field("names", &names)
    }
}

/// Holds a segment and, where it opens a loop, the segments and loops in that.
public struct SetSegment: JSONObject, Sendable, Equatable {
    /// The segment's identifier, such as `POC`.
    public var segment = Text()
    /// Of an HL, its place among the neighbouring HL of the set as sent, from 1, where the tree brings another order.
    public var position: Int?
    /// The elements that hold something.
    public var elements = SetElements()
    /// How an element was spelt that is not written so from its value, such as `007` for 7; it counts only while it
    /// means the same.
    public var raw = SetElements()
    /// The rest of the loop that this segment opens, in order; below an HL also the HL that name it as their parent.
    public var segments: [SetSegment] = []

    /// Makes an empty value, to be filled.
    public init() {}

    /// Makes a segment.
    public init(_ segment: Text) { self.segment = segment }

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("segment", &segment)
        json.field("position", &position)
        json.field("elements", &elements, of: segment)
        json.field("raw", &raw, of: segment)
        json.field("segments", &segments)
    }
}

/// Holds elements of one segment by position; in JSON by reference, such as `BCH03`.
public struct SetElements: Sendable, Equatable {
    /// One element.
    public struct Element: Sendable, Equatable {
        /// Its position in the segment, from 1 to 99.
        public var position: Int
        /// What it holds.
        public var value: SetValue

        /// Makes an element.
        public init(position: Int, value: SetValue) {
            self.position = position
            self.value = value
        }
    }

    /// The elements, by rising position, each position once.
    public private(set) var list: [Element] = []
    /// The segment that the references named when that was read before the segment itself; empty otherwise.
    public internal(set) var named = Text()

    /// The highest position there can be: a reference has two digits.
    public static let highestPosition = 99

    /// Makes an empty value, to be filled.
    public init() {}

    /// Whether there is no element.
    public var isEmpty: Bool { list.isEmpty }

    /// The value at a position, or nil.
    public subscript(position: Int) -> SetValue? { list.first { $0.position == position }?.value }

    /// Makes room for elements to come.
    public mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

    /// Adds an element; false when its position is taken or there is no such position.
    @discardableResult
    public mutating func add(_ position: Int, _ value: SetValue) -> Bool {
        guard (1...Self.highestPosition).contains(position) else { return false }
        if let last = list.last, last.position >= position {
            guard let place = list.firstIndex(where: { $0.position >= position }), list[place].position != position
            else { return false }
            list.insert(Element(position: position, value: value), at: place)
        } else {
            list.append(Element(position: position, value: value))
        }
        return true
    }

    /// Changes the texts of all elements, their components and repetitions.
    public mutating func change(_ body: (inout Text) -> Void) {
        for index in list.indices { Self.change(&list[index].value, body) }
    }

    private static func change(_ value: inout SetValue, _ body: (inout Text) -> Void) {
        switch value {
        case .simple(var text):
            body(&text)
            value = .simple(text)
        case .composite(var components):
            for index in components.indices { body(&components[index]) }
            value = .composite(components)
        case .repeated(var values):
            for index in values.indices { change(&values[index], body) }
            value = .repeated(values)
        }
    }

    public static func == (left: SetElements, right: SetElements) -> Bool { left.list == right.list }
}

/// What an element holds: in JSON a string, an object of components by number, or an array of repetitions.
public enum SetValue: Sendable, Equatable {
    /// A simple element: decimals with their point, dates and times in ISO 8601's extended form, all else as sent.
    case simple(Text)
    /// The components of a composite, in order, absent ones empty.
    case composite([Text])
    /// What stands between repetition separators, in order: simple values and composites.
    case repeated([SetValue])

    /// The most components and repetitions of one element.
    public static let mostParts = 999
}

/// A text by its name.
public struct NamedText: Sendable, Equatable {
    /// The name.
    public var name: Text
    /// The text.
    public var text: Text

    /// Makes an entry.
    public init(name: Text, text: Text) {
        self.name = name
        self.text = text
    }
}
