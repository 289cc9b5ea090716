/// Names segments, loops, elements and components of a set as a companion guide speaks of them, by qualifier and not by
/// order: `BEG05`, `REF[01=IA]02`, `N1[01=ST]/N4`, `HL[03=I]/LIN`.
///
/// Steps are loops from the outside in, each by the segment that opens it; the last may be any segment. A step stands for
/// all occurrences that meet its conditions. An HL step goes down the HL tree, however many levels: `HL[03=O]/HL[03=I]`
/// names the items under each order. `**/` in front finds the first step in any loop.
public struct GuidePath: Sendable, Hashable, CustomStringConvertible {
    /// One segment, or the loop that it opens, with what tells the occurrences meant from others.
    public struct Step: Sendable, Hashable {
        /// The identifier.
        public var id: SegmentID
        /// What must hold; all of it.
        public var conditions: [Condition] = []
    }

    /// What an element of the segment must be: `01=ST`, `01=ST|BY`, `01!=ST`, `02` (sent), `!02` (not sent).
    public struct Condition: Sendable, Hashable {
        /// The element, from 1.
        public var element: Int
        /// The component, from 1; 0 for the whole element.
        public var component: Int
        /// Whether it must not be so.
        public var isNegated: Bool
        /// The values it may have; empty when it must merely be sent.
        public var values: [[UInt8]]
    }

    /// The steps, at least one.
    public private(set) var steps: [Step] = []
    /// The element of the last step's segment, from 1; 0 for the segment or loop itself.
    public private(set) var element = 0
    /// The component, from 1; 0 for the whole element.
    public private(set) var component = 0
    /// Whether the first step may stand in any loop.
    public private(set) var isAnywhere = false

    /// More steps than this no set is deep.
    static let mostSteps = 8
    /// A longer text is no path.
    static let longest = 200

    public var description: String {
        var text = isAnywhere ? "**/" : ""
        text += steps.map(\.description).joined(separator: "/")
        if element > 0 { text += element < 10 ? "0\(element)" : "\(element)" }
        return component > 0 ? text + "-\(component)" : text
    }
}

extension GuidePath.Step: CustomStringConvertible {
    public var description: String {
        conditions.isEmpty ? id.description : "\(id)[\(conditions.map(\.description).joined(separator: ","))]"
    }
}

extension GuidePath.Condition: CustomStringConvertible {
    public var description: String {
        let place = (element < 10 ? "0\(element)" : "\(element)") + (component > 0 ? "-\(component)" : "")
        if values.isEmpty { return (isNegated ? "!" : "") + place }
        let list = values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
        return place + (isNegated ? "!=" : "=") + list
    }
}

/// What is wrong with a path, a pattern or a rule, and what to do about it.
public struct GuideFault: Error, Sendable, Equatable {
    /// What was expected and found.
    public var message: String
    /// What to do about it.
    public var remedy: String

    init(_ message: String, _ remedy: String) {
        self.message = message
        self.remedy = remedy
    }
}

// MARK: - Reading

extension GuidePath {
    /// Reads a path.
    ///
    /// - Throws: ``GuideFault`` when the text is none.
    public init(_ text: String) throws(GuideFault) {
        var reader = GuidePathReader(text)
        guard text.utf8.count <= Self.longest else {
            throw GuideFault("a path of \(text.utf8.count) characters", "write at most \(Self.longest)")
        }
        if reader.takes("**/") { isAnywhere = true }
        while true {
            guard element == 0 else { throw reader.fault("an element is the end of a path", "take the rest away") }
            try readStep(&reader)
            guard reader.takes("/") else { break }
        }
        guard reader.isAtEnd else { throw reader.fault("\"\(reader.rest)\" is not part of a path") }
        guard steps.count <= Self.mostSteps else {
            throw GuideFault("\(steps.count) steps, where at most \(Self.mostSteps) are allowed", "write fewer")
        }
    }

    private mutating func readStep(_ reader: inout GuidePathReader) throws(GuideFault) {
        var name = reader.word()
        if name.utf8.count > 3, let number = Int(name.suffix(2)), !reader.isAt("[") {
            element = number
            name = String(name.dropLast(2))
            try readComponent(&reader)
        }
        guard (2...3).contains(name.utf8.count), name.utf8.first.map(isDigit) == false else {
            throw reader.fault(
                name.isEmpty ? "a segment is missing" : "\"\(name)\" is no segment")
        }
        var step = Step(id: SegmentID(name))
        if reader.takes("[") {
            repeat { step.conditions.append(try readCondition(&reader)) } while reader.takes(",")
            guard reader.takes("]") else { throw reader.fault("a condition is not closed", "close it by ]") }
            if let number = reader.number() {
                element = number
                try readComponent(&reader)
            }
        }
        steps.append(step)
        if element < 0 || element > 63 { throw reader.fault("there is no element \(element)") }
    }

    private mutating func readComponent(_ reader: inout GuidePathReader) throws(GuideFault) {
        guard element > 0 else { throw reader.fault("elements count from 01") }
        guard reader.takes("-") else { return }
        guard let number = reader.number(), (1...63).contains(number) else {
            throw reader.fault("there is no such component", "write such as REF04-2")
        }
        component = number
    }

    private func readCondition(_ reader: inout GuidePathReader) throws(GuideFault) -> Condition {
        let isAbsent = reader.takes("!")
        guard let element = reader.number(), (1...63).contains(element) else {
            throw reader.fault("a condition begins with an element", "write such as [01=ST]")
        }
        var condition = Condition(element: element, component: 0, isNegated: isAbsent, values: [])
        if reader.takes("-") {
            guard let component = reader.number(), (1...63).contains(component) else {
                throw reader.fault("there is no such component", "write such as [04-1=ZZ]")
            }
            condition.component = component
        }
        guard !isAbsent else { return condition }
        condition.isNegated = reader.takes("!")
        if reader.takes("=") {
            repeat { condition.values.append(reader.value()) } while reader.takes("|")
            guard !condition.values.contains([]) else {
                throw reader.fault("a value is missing", "write such as [01=ST], or [01] for any value")
            }
        } else if condition.isNegated {
            throw reader.fault("! stands before = or before the element", "write [01!=ST], or [!01] for not sent")
        }
        return condition
    }
}

/// Reads a path's text byte by byte.
private struct GuidePathReader {
    private let text: String
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { at == bytes.count }
    var rest: String { String(decoding: bytes[at...], as: UTF8.self) }

    func isAt(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    mutating func takes(_ text: String) -> Bool {
        guard isAt(text) else { return false }
        at += text.utf8.count
        return true
    }

    /// Upper-case letters and digits: a segment, with an element behind it perhaps.
    mutating func word() -> String {
        let start = at
        while at < bytes.count, isDigit(bytes[at]) || bytes[at] &- 0x41 < 26 { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    mutating func number() -> Int? {
        let start = at
        while at < bytes.count, isDigit(bytes[at]), at < start + 3 { at += 1 }
        return Int(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    mutating func value() -> [UInt8] {
        let start = at
        while at < bytes.count, !",|]".utf8.contains(bytes[at]) { at += 1 }
        return Array(bytes[start..<at])
    }

    func fault(_ message: String, _ remedy: String = "write such as REF[01=IA]02 or N1[01=ST]/N4") -> GuideFault {
        GuideFault("\(message) in the path \"\(text)\"", remedy)
    }
}

extension GuidePath {
    /// A path of steps alone.
    init(steps: [Step]) { self.steps = steps }

    /// The loop that the path's last step stands in; nil for a path of one step.
    package func dropLastStep() -> GuidePath? {
        guard steps.count > 1 else { return nil }
        var path = GuidePath(steps: Array(steps.dropLast()))
        path.isAnywhere = isAnywhere
        return path
    }
}
