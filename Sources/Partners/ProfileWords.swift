/// A word of a profile: the raw value is how it is written there.
protocol ProfileWord: RawRepresentable<String>, CaseIterable, Sendable {}

extension Profile {
    /// What a partner is to us.
    public enum Role: String, CaseIterable, Sendable {
        /// It sells to us.
        case supplier
        /// It buys from us.
        case customer
        /// It carries the mail of others: its drop may bring any partner's interchanges.
        case van
    }

    /// How far the relation with a partner has come.
    public enum Stage: String, CaseIterable, Sendable {
        /// The profile is being written; only test data is taken.
        case draft
        /// The partner is being certified; only test data is taken.
        case test
        /// The first business is done beside the old way: production data is taken as well as test data, and what we
        /// send is test data unless the document itself says production.
        case pilot
        /// Business is done.
        case production
        /// Nothing is taken or sent.
        case suspended

        /// Whether production data is exchanged.
        public var exchangesProduction: Bool { self == .pilot || self == .production }
    }

    /// Which of a partner's identities an interchange uses, after ISA15.
    public enum Usage: String, CaseIterable, Sendable {
        /// P, and I, which is about production too.
        case production
        /// T.
        case test

        /// Reads ISA15: P and I are production, T is test, anything else nil.
        public init?(indicator: String) {
            switch indicator {
            case "P", "I": self = .production
            case "T": self = .test
            default: return nil
            }
        }

        /// ISA15 as we write it: P or T.
        public var indicator: String {
            switch self {
            case .production: "P"
            case .test: "T"
            }
        }

        /// The other one.
        var other: Usage { self == .production ? .test : .production }
    }

    /// Which way a document goes.
    public enum Direction: String, CaseIterable, Sendable {
        /// From the partner to us.
        case inbound = "in"
        /// From us to the partner.
        case outbound = "out"
    }

    /// What follows each segment terminator, for people's eyes.
    public enum Suffix: String, CaseIterable, Sendable {
        /// Nothing: all segments on one line.
        case nothing = "none"
        /// A carriage return.
        case carriageReturn = "CR"
        /// A line feed.
        case lineFeed = "LF"
        /// Both, the carriage return first.
        case both = "CRLF"

        /// The bytes.
        public var bytes: [UInt8] {
            switch self {
            case .nothing: []
            case .carriageReturn: [0x0D]
            case .lineFeed: [0x0A]
            case .both: [0x0D, 0x0A]
            }
        }
    }

    /// How a partner's functional groups are acknowledged.
    public enum FunctionalAcknowledgment: String, CaseIterable, Sendable {
        /// By a 997.
        case set997 = "997"
        /// By a 999, which is written in 005010 or later.
        case set999 = "999"
        /// Not at all.
        case nothing = "none"
    }

    /// When a partner's interchanges are answered by a TA1.
    public enum TA1Policy: String, CaseIterable, Sendable {
        /// Never, whatever ISA14 says.
        case never
        /// When the interchange is rejected or has errors in its envelope.
        case onError
        /// When ISA14 asks for it, and when the interchange is rejected.
        case requested
        /// Always.
        case always
    }
}

extension Profile.Role: ProfileWord {}
extension Profile.Stage: ProfileWord {}
extension Profile.Direction: ProfileWord {}
extension Profile.Suffix: ProfileWord {}
extension Profile.FunctionalAcknowledgment: ProfileWord {}
extension Profile.TA1Policy: ProfileWord {}
