/// Says how much speaks for something that was read out of samples.
public struct Evidence: Sendable, Equatable {
    /// How often it was so.
    public var count: Int
    /// Of how many times.
    public var total: Int
    /// In how many documents: a hundred lines of one order say what one order says.
    public var sets: Int

    /// Documents from which on something never seen otherwise is taken as a rule: of thirty without exception, less than
    /// one in ten to come has one, 19 times of 20 (rule of three).
    static let enough = 30
    /// Documents from which on it is expected.
    static let some = 5

    /// Makes evidence.
    public init(_ count: Int, of total: Int, sets: Int) {
        self.count = count
        self.total = total
        self.sets = sets
    }

    /// How sure one can be.
    public enum Confidence: String, Sendable, Comparable {
        /// One document: it may be chance.
        case single
        /// A few.
        case low
        /// Enough to expect it.
        case medium
        /// Enough to demand it.
        case high

        /// Orders by how sure one can be.
        public static func < (one: Confidence, other: Confidence) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .single: 0
            case .low: 1
            case .medium: 2
            case .high: 3
            }
        }

        /// The severity of a rule of that confidence; nil for none: what is not sure refuses nothing.
        var severity: String? {
            switch self {
            case .single, .low: "note"
            case .medium: "warning"
            case .high: nil
            }
        }
    }

    /// How sure one can be of what was never otherwise.
    public var confidence: Confidence {
        switch sets {
        case ..<2: .single
        case ..<Self.some: .low
        case ..<Self.enough: .medium
        default: .high
        }
    }

    /// `12 of 12`, with the documents where they are fewer.
    public var description: String { "\(count) of \(total)" + (sets < total ? " in \(sets) documents" : "") }
}

/// Is one thing that was read out of samples.
public struct Inference: Sendable, Equatable {
    /// What it is about, such as `sender` or `856 HL[03=I]/LIN`.
    public var topic: String
    /// What was found.
    public var statement: String
    /// How much speaks for it.
    public var evidence: Evidence
    /// How sure one can be.
    public var confidence: Evidence.Confidence

    /// Makes an inference; it is as sure as its evidence unless told.
    public init(
        _ topic: String, _ statement: String, _ evidence: Evidence, _ confidence: Evidence.Confidence? = nil
    ) {
        self.topic = topic
        self.statement = statement
        self.evidence = evidence
        self.confidence = confidence ?? evidence.confidence
    }
}

extension Evidence {
    /// What number of documents makes a rule what, for help texts.
    public static var rungs: String {
        "\(enough) documents on a breach is an error, from \(some) on a warning, below a note."
    }
}
