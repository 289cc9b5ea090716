/// A CTX of a 999: what a fault is about in business terms, or which place in the set triggered the rule that was
/// broken.
public struct ReceivedContext: Sendable, Equatable {
    /// CTX01, up to ten: an element's reference such as `CLM01` and what stands there, or `SITUATIONAL TRIGGER`.
    public var identifications: [Identification] = []
    /// CTX02: the segment that triggered the rule.
    public var segment = ""
    /// CTX03: its ordinal in the set, counted from ST = 1.
    public var position: Int?
    /// CTX04: its loop.
    public var loop = ""
    /// CTX05-1: the element that triggered it.
    public var element: Int?
    /// CTX05-2: the component.
    public var component: Int?
    /// CTX05-3: the repetition.
    public var repetition: Int?
    /// CTX06: the numbers of the data elements that triggered it.
    public var numbers: [String] = []

    /// A name and the value that goes with it (composite C998).
    public struct Identification: Sendable, Equatable {
        /// CTX01-1.
        public var name: String
        /// CTX01-2; empty when there is none.
        public var value: String

        /// Makes an identification.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// CTX01-1 of a context that names what triggered a rule.
    public static let trigger = "SITUATIONAL TRIGGER"

    /// Makes a context that says nothing yet.
    public init() {}

    /// Whether it names what triggered the rule, rather than the business unit.
    public var isTrigger: Bool { identifications.contains { $0.name.uppercased() == Self.trigger } }
}
