/// Is a functional group that we sent, as far as answers name it.
public struct SentGroup: Sendable, Equatable {
    /// A set of the group.
    public struct Sent: Sendable, Equatable {
        /// The caller's name for it.
        public var id: Int
        /// ST01.
        public var set: String
        /// ST02 as sent.
        public var controlNumber: String
        /// What is known of it.
        public var state: AnswerState

        /// Makes a set.
        public init(id: Int, set: String, controlNumber: String, state: AnswerState = .waiting) {
            self.id = id
            self.set = set
            self.controlNumber = controlNumber
            self.state = state
        }
    }

    /// The caller's name for it.
    public var id: Int
    /// GS01.
    public var functionalCode: String
    /// GS06 as sent.
    public var controlNumber: String
    /// Its sets in order.
    public var sets: [Sent]

    /// Makes a group.
    public init(id: Int, functionalCode: String, controlNumber: String, sets: [Sent]) {
        self.id = id
        self.functionalCode = functionalCode
        self.controlNumber = controlNumber
        self.sets = sets
    }

    /// Whether an answer can be about it: GS01 and GS06, of which leading zeros do not count (N0).
    public func isNamed(by code: String, _ number: String) -> Bool {
        functionalCode == code && Self.significant(controlNumber) == Self.significant(number)
    }

    /// A control number without its leading zeros.
    public static func significant(_ number: some StringProtocol) -> String {
        String(number.drop { $0 == "0" })
    }

    /// Which of the groups of one number an answer is about: of those that still wait the latest, else the latest.
    ///
    /// A number comes again when a series starts over, and a partner answers what it got last.
    public static func meant(among groups: [SentGroup]) -> SentGroup? {
        groups.last { $0.sets.contains { $0.state == .waiting } } ?? groups.last
    }
}
