/// Keeps what came of certifying a partner: by which profile, when, and how each scenario ended.
///
/// It stands beside the profile, as `certificate.json` in the partner's folder: what decides about production must not
/// lie in a drop, where the partner can write.
public struct Certificate: Sendable, Equatable {
    /// The file in the partner's folder.
    public static let fileName = "certificate.json"

    /// The partner's id.
    public var partner: String
    /// The digest of what was agreed on when it was made: 64 hexadecimal digits, as
    /// ``PartnerDirectory/agreement(of:)`` is hashed.
    public var profileHash: String
    /// When it was made, such as `2026-11-21T16:05:00Z`.
    public var at: String
    /// The seed of the scenarios.
    public var seed: Int
    /// How many of what was expected was met, in percent, rounded down.
    public var score: Int
    /// How each scenario ended, in their order.
    public var scenarios: [Scenario]

    /// Whether every scenario passed. One without scenarios certifies nothing.
    public var passed: Bool { !scenarios.isEmpty && scenarios.allSatisfy { $0.state == .passed } }

    /// How a scenario, or one thing that is expected in it, stands.
    public enum State: String, Sendable, CaseIterable {
        /// All that is expected is there and right.
        case passed
        /// Something is wrong.
        case failed
        /// Nothing is wrong, and something is still to come.
        case pending
    }

    /// How a scenario ended.
    public struct Scenario: Sendable, Equatable {
        /// Its name, such as `happy-path`.
        public var name: String
        /// How it stands.
        public var state: State
        /// How many expectations are met, not met, and open.
        public var passed: Int, failed: Int, pending: Int

        /// Makes an entry.
        public init(name: String, state: State, passed: Int, failed: Int, pending: Int) {
            self.name = name
            self.state = state
            self.passed = passed
            self.failed = failed
            self.pending = pending
        }
    }

    /// Makes a certificate.
    public init(
        partner: String, profileHash: String, at: String, seed: Int, score: Int, scenarios: [Scenario]
    ) {
        self.partner = partner
        self.profileHash = profileHash
        self.at = at
        self.seed = seed
        self.score = score
        self.scenarios = scenarios
    }
}
