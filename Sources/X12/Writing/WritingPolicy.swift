/// How what we write to a partner is to look, beyond its envelope and delimiters: for receivers that take less than the
/// standard allows.
public struct WritingPolicy: Sendable, Equatable {
    /// How letters are written.
    public enum Letters: String, CaseIterable, Sendable {
        /// As the document has them.
        case asGiven
        /// In capitals, A to Z.
        case upper
    }

    /// The characters that may be sent (X12.6, 3.3).
    public enum Characters: String, CaseIterable, Sendable {
        /// Whatever the document has.
        case any
        /// The basic and the extended set: ASCII letters, digits and signs.
        case extended
        /// The basic set: capitals, digits, blanks and ``basicSigns``.
        case basic

        /// The signs of the basic set.
        static let basicSigns = Array("!\"&'()*+,-./:;?=".utf8)

        /// Whether the set has a character.
        public func has(_ scalar: UnicodeScalar) -> Bool {
            switch self {
            case .any: return true
            case .extended: return (0x20..<0x7F).contains(scalar.value)
            case .basic:
                guard scalar.isASCII else { return false }
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || byte == 0x20 || Self.basicSigns.contains(byte)
            }
        }
    }

    /// Where counts come from.
    public enum Counts: String, CaseIterable, Sendable {
        /// From the document, if it has them.
        case asGiven
        /// From what is written: CTT01, and HL04 of an 856.
        case derived
    }

    /// What CTT02 is.
    public enum HashTotal: String, CaseIterable, Sendable {
        /// What the document has, if anything.
        case asGiven
        /// The hash of element 347: digits summed without regard to the point.
        case hash
        /// The plain sum of the quantities.
        case sum
        /// Left out.
        case none
    }

    /// A text in place of another.
    public struct Replacement: Sendable, Equatable {
        /// What is replaced, one character or more.
        public var from: String
        /// What is written; may be empty.
        public var to: String

        /// Makes a replacement.
        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// How letters are written.
    public var letters = Letters.asGiven
    /// The characters that may be sent.
    public var characters = Characters.any
    /// What is replaced before anything else, in order.
    public var replacements: [Replacement] = []
    /// What stands in place of a character that cannot be sent, a delimiter among them; nil refuses the document.
    public var unsendable: String?
    /// The order of an item's identifiers by their qualifiers (235); others follow.
    public var identifiers: [String] = []
    /// Where counts come from.
    public var counts = Counts.asGiven
    /// What CTT02 is.
    public var hashTotal = HashTotal.asGiven

    /// Writes what the document has.
    public init() {}
}
