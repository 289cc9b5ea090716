/// Where a rule stands, for findings to quote. A class, since every finding of a rule refers to the same.
public final class RuleOrigin: Sendable, Equatable {
    /// The file, such as `TradingPartners/tallis-surgical/guide.json5`.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What the rule demands, such as `REF[01=IA] is required`.
    public let statement: String
    /// Why, in the words of the guide; empty when it does not say.
    public let because: String

    /// Makes an origin.
    public init(file: String, line: Int, statement: String, because: String = "") {
        self.file = file
        self.line = line
        self.statement = statement
        self.because = because
    }

    /// Whether two are the same place and rule.
    public static func == (one: RuleOrigin, other: RuleOrigin) -> Bool {
        one.file == other.file && one.line == other.line && one.statement == other.statement
            && one.because == other.because
    }
}

/// One demand of a companion guide: a restriction of the standard, or a relaxation.
public struct GuideRule: Sendable {
    /// Where it stands.
    public var origin: RuleOrigin
    /// The loop in each of whose occurrences the rule applies by itself; `nil` for the whole set. All other paths of
    /// the rule begin in it.
    public var within: GuidePath?
    /// What the rule is about; for relations the first of ``Demand``'s paths is.
    public var at: GuidePath
    /// What must hold in the same set, or the same occurrence of ``within``, for the rule to apply.
    public var when: [Presence] = []
    /// What is demanded or allowed.
    public var demand: Demand
    /// How much a breach weighs; `nil` for the catalogue's severity.
    public var severity: Severity?

    /// Makes a rule.
    public init(
        origin: RuleOrigin, within: GuidePath? = nil, at: GuidePath, when: [Presence] = [], demand: Demand,
        severity: Severity? = nil
    ) {
        self.origin = origin
        self.within = within
        self.at = at
        self.when = when
        self.demand = demand
        self.severity = severity
    }

    /// Whether something is sent.
    public struct Presence: Sendable, Hashable, CustomStringConvertible {
        /// What.
        public var path: GuidePath
        /// Whether it must not be sent.
        public var isNegated: Bool

        /// Makes a condition.
        public init(_ path: GuidePath, isNegated: Bool = false) {
            self.path = path
            self.isNegated = isNegated
        }

        public var description: String { (isNegated ? "no " : "") + path.description }
    }

    /// Whether a segment, loop or element is sent.
    public enum Use: String, Sendable, CaseIterable {
        /// It must be there, in every occurrence of the loop around it.
        case required
        /// It may be there, whatever the standard demands.
        case optional
        /// It must not be there.
        case notUsed
    }

    /// What a rule demands or allows.
    public enum Demand: Sendable {
        /// Required, optional or not used.
        case use(Use)
        /// The only values; they may be others than the standard has.
        case codes([[UInt8]])
        /// Values beside those of the standard.
        case moreCodes([[UInt8]])
        /// The least and the most characters; more or fewer than the standard's relax it.
        case length(minimum: Int?, maximum: Int?)
        /// What each value must match.
        case pattern(GuidePattern)
        /// How often the segment or loop stands in each occurrence of the loop around it.
        case uses(minimum: Int?, maximum: Int?)
        /// A segment that the standard does not have here, behind another, at most so often (0: any number).
        case extra(after: SegmentID, maximum: Int)
        /// The sum of all values of ``GuideRule/at`` is the first value of another place, give or take.
        case sum(equals: GuidePath, tolerance: GuideNumber)
        /// The number of occurrences of ``GuideRule/at`` is the first value of another place.
        case count(equals: GuidePath)
        /// The first values of the places are the same.
        case equal([GuidePath])
        /// The first values of the places differ from each other.
        case different([GuidePath])
        /// Of the first values, dates or numbers, none is less than the one before it.
        case ascending([GuidePath])
        /// No value occurs twice.
        case unique
        /// At least one of the places is sent.
        case anyOf([GuidePath])
        /// At most one of the places is sent.
        case onlyOneOf([GuidePath])
        /// All of the places are sent, or none.
        case allOrNone([GuidePath])
    }
}

extension GuideRule {
    /// What a later rule about the same replaces: a partner's guide goes over the guide of a layer.
    public var key: String {
        let kind =
            switch demand {
            case .use: "use"
            case .codes, .moreCodes: "codes"
            case .length: "length"
            case .pattern: "pattern"
            case .uses: "uses"
            case .extra: "allow"
            case .sum: "sum"
            case .count: "count"
            case .equal(let paths): "equal \(paths)"
            case .different(let paths): "different \(paths)"
            case .ascending(let paths): "ascending \(paths)"
            case .unique: "unique"
            case .anyOf(let paths): "anyOf \(paths)"
            case .onlyOneOf(let paths): "onlyOneOf \(paths)"
            case .allOrNone(let paths): "allOrNone \(paths)"
            }
        return "\(within?.description ?? "") \(at) \(when) \(kind)"
    }
}
