/// The data types of X12.6.
public enum ElementType: UInt8, Sendable, BitwiseCopyable {
    /// AN: text.
    case text
    /// ID: a code from a list.
    case code
    /// Nn: an integer with *n* implied decimals.
    case integer
    /// R: a decimal with an explicit point.
    case decimal
    /// DT: CCYYMMDD, or YYMMDD where six long.
    case date
    /// TM: HHMM, HHMMSS, HHMMSSD or HHMMSSDD.
    case time
    /// B: bytes.
    case binary
    /// A composite of components.
    case composite
}

/// A data element of the dictionary.
public struct ElementDefinition: Sendable {
    /// The number, such as `373`, or `I05` for an element of the control segments.
    public var number: String
    /// The name, such as "Date".
    public var name: String
    /// The type.
    public var type: ElementType
    /// Implied decimals of an Nn.
    public var decimals: UInt8
    /// The shortest and longest it may be; sign, point and exponent of numbers not counted.
    public var minimum: Int, maximum: Int
    /// The type as the standard writes it, such as `N2`.
    public var typeName: String {
        switch type {
        case .text: "AN"
        case .code: "ID"
        case .integer: "N\(decimals)"
        case .decimal: "R"
        case .date: "DT"
        case .time: "TM"
        case .binary: "B"
        case .composite: "composite"
        }
    }
}

/// What the element at one place of a segment or composite must be: the definition boiled down for the hot loop.
struct ElementRule: Sendable, BitwiseCopyable {
    var type: ElementType
    var isMandatory: Bool
    var minimum: UInt16
    var maximum: UInt16
    /// How often it may be repeated; 1 in versions without repetition separator.
    var repeats: UInt16
    /// Index of the code table, or -1 when any code will do.
    var codeTable: Int16
    /// Index of the composite, or -1.
    var composite: Int16
    /// Index of the definition; for a composite, of its first component's.
    var definition: UInt16
}

/// A condition between the elements of a segment or the components of a composite (X12.6, relational conditions).
public struct SyntaxNote: Sendable, CustomStringConvertible {
    /// The kinds of condition; the raw value is the letter.
    public enum Kind: UInt8, Sendable, BitwiseCopyable {
        /// If any is there, all are.
        case paired = 0x50
        /// At least one is there.
        case required = 0x52
        /// At most one is there.
        case exclusive = 0x45
        /// If the first is there, all others are.
        case conditional = 0x43
        /// If the first is there, at least one other is.
        case list = 0x4C
    }

    /// The kind.
    public var kind: Kind
    /// Positions, from 1, in the order of the note.
    public var positions: [UInt8]
    /// Whether the sources disagree about the note; breaking it is then a warning.
    public var isUncertain: Bool
    /// The bits that judging the note takes.
    var mask: NoteMask {
        NoteMask(
            kind: kind, all: positions.reduce(0) { $0 | 1 << UInt64($1 & 63) },
            leading: 1 << UInt64((positions.first ?? 0) & 63))
    }

    public var description: String {
        String(UnicodeScalar(kind.rawValue)) + positions.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}

/// A syntax note boiled down to bits: bit *n* for position *n*.
struct NoteMask: Sendable, BitwiseCopyable {
    var kind: SyntaxNote.Kind
    var all: UInt64
    var leading: UInt64

    /// Whether elements present as in `present` break the note.
    @inline(__always)
    func isBroken(by present: UInt64) -> Bool {
        let found = present & all
        switch kind {
        case .paired: return found != 0 && found != all
        case .required: return found == 0
        case .exclusive: return found & (found &- 1) != 0
        case .conditional: return found & leading != 0 && found != all
        case .list: return found == leading
        }
    }
}
