public import Commerce
public import Partners

/// Is one scenario as it is played with one partner: what we send, what is expected back, and what a partner would send
/// that does it right.
public struct Conversation: Sendable {
    /// The scenario.
    public var scenario: Scenario
    /// The number of the order it is about, as the guide left it; empty for one about no order.
    public var orderNumber: String
    /// What is asked of the partner, a line each.
    public var tasks: [String]
    /// What we send, in order.
    public var sent: [TestMessage] = []
    /// What a partner would send that does it right, acknowledgments included.
    public var replies: [TestMessage] = []
    /// The order, where it is one of ours, as our own reader reads it.
    public var order: PurchaseOrder?
    /// Why something could not be made up: what the partner's own rules refuse.
    public var faults: [String] = []
    /// Why the partner's guide rules the scenario out, such as that it knows no substitutes; nil when it does not.
    public var ruledOut: String?
}

/// Is all that is played with one partner.
public struct CertificationPack: Sendable {
    /// The partner's profile.
    public var profile: Profile
    /// What the numbers, items and quantities come from.
    public var seed: Int
    /// Which sets go which way.
    public var sets: ExchangedSets
    /// The scenarios that the profile has the sets for.
    public var conversations: [Conversation]
    /// The scenarios that the guide rules out, each with the reason.
    public var leftOut: [(scenario: Scenario, reason: String)]

    /// Makes the scenarios of a partner: the same profile, guide, seed and day give the same bytes.
    ///
    /// - Parameters:
    ///   - profile: The profile.
    ///   - seed: What the numbers, items and quantities come from.
    ///   - day: When the orders are dated.
    ///   - scenarios: Which ones; empty for all that there are sets for.
    public init(_ profile: Profile, seed: Int, day: CalendarDate, scenarios: [Scenario] = []) {
        self.profile = profile
        self.seed = seed
        let sets = ExchangedSets(profile)
        self.sets = sets
        let maker = ConversationMaker(profile, sets, seed: seed, day: day)
        let made = sets.scenarios.filter { scenarios.isEmpty || scenarios.contains($0) }.map(maker.make)
        conversations = made.filter { $0.ruledOut == nil }
        leftOut = made.compactMap { conversation in conversation.ruledOut.map { (conversation.scenario, $0) } }
    }

    /// Everything we send, in order.
    public var sent: [TestMessage] { conversations.flatMap(\.sent) }

    /// Everything a partner would send that does it right.
    public var replies: [TestMessage] { conversations.flatMap(\.replies) }
}
