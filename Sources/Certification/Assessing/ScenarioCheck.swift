import Commerce
import Partners
import Reconciliation
import X12

/// Holds what a partner sent to one scenario against what the scenario expects.
struct ScenarioCheck {
    let conversation: Conversation
    let replies: ScenarioReplies
    let profile: Profile
    let sets: ExchangedSets
    /// Whether the partner has answered anything at all: what must not come can be missed only then.
    let hasReplies: Bool
    var expectations = Expectations()
    /// The order as it was sent.
    let order: OrderStatement?

    init(
        _ conversation: Conversation, _ replies: ScenarioReplies, _ profile: Profile, _ sets: ExchangedSets,
        hasReplies: Bool
    ) {
        self.conversation = conversation
        self.replies = replies
        self.profile = profile
        self.sets = sets
        self.hasReplies = hasReplies
        order = conversation.order?.facts.orders.first
    }

    var scenario: Scenario { conversation.scenario }

    /// What is expected, and how it stands.
    mutating func run() -> [Expectation] {
        checkMaking()
        checkAnswers()
        if scenario == .otherSets {
            checkOthers()
            return expectations.list
        }
        checkOrders()
        checkAcknowledgment()
        checkNotices()
        checkInvoices()
        return expectations.list
    }

    /// What the profile and guide themselves do not let through.
    private mutating func checkMaking() {
        guard !conversation.faults.isEmpty else { return }
        expectations.add(
            "pack", "The scenario can be made under the profile and guide.",
            problems: conversation.faults.map {
                ReplyProblem(
                    "a document of the scenario breaks the partner's own rules: \($0)",
                    remedy: "look at the guide's rule; `edigate partner guide` shows what it comes to")
            })
    }

    // MARK: - What both sides of an order share

    /// Adds whether documents of a set came and are sound by themselves.
    ///
    /// - Returns: Whether there is one that can be compared with others.
    mutating func expect(_ id: String, _ text: String, _ found: [ReplySet], isThere: Bool) -> Bool {
        let problems = found.flatMap { set in
            set.problems.map { ReplyProblem("\(set.origin): \($0.text)", remedy: $0.remedy) }
        }
        expectations.add(id, text, waitsFor: found.isEmpty ? "the \(id) of \(subject)" : nil, problems: problems)
        return isThere
    }

    /// Adds that no document of a set comes.
    mutating func forbid(_ id: String, _ text: String, because reason: String) {
        let found = replies.sets(id)
        expectations.add(
            "no-\(id)", text, waitsFor: hasReplies ? nil : "any answer to these scenarios",
            problems: found.map {
                ReplyProblem("\($0.origin): \(reason)", remedy: "take the file away and mend what sent it")
            })
    }

    /// The order in words.
    var subject: String {
        conversation.orderNumber.isEmpty ? "the scenario" : "order \(conversation.orderNumber)"
    }

    /// What the order, the answer, the notices and the invoices say of each line.
    func progress(acknowledgment: Bool = true, notices: Bool = true, invoices: Bool = true) -> OrderProgress {
        OrderProgress(postings(acknowledgment: acknowledgment, notices: notices, invoices: invoices))
    }

    func postings(acknowledgment: Bool = true, notices: Bool = true, invoices: Bool = true) -> [OrderPosting] {
        var postings =
            order?.lines.map {
                OrderPosting(
                    stage: .ordered, document: "850", number: conversation.orderNumber, purpose: "00", line: $0)
            } ?? []
        if acknowledgment, let answer = answer { postings += self.postings(answer.lines, .acknowledged, "855", "855") }
        if notices {
            for (index, set) in replies.sets("856").enumerated() {
                postings += self.postings(lines(of: set), .shipped, "856 \(index)", set.number, set.facts?.purpose)
            }
        }
        if invoices {
            for (index, set) in replies.sets("810").enumerated() {
                postings += self.postings(lines(of: set), .invoiced, "810 \(index)", set.number, set.facts?.purpose)
            }
        }
        return postings
    }

    private func postings(
        _ lines: [LineStatement], _ stage: OrderStage, _ document: String, _ number: String, _ purpose: String? = nil
    ) -> [OrderPosting] {
        lines.map {
            OrderPosting(stage: stage, document: document, number: number, purpose: purpose ?? "00", line: $0)
        }
    }

    /// What a document says of the lines of this order.
    func lines(of set: ReplySet) -> [LineStatement] {
        let number = DocumentKey.normal(conversation.orderNumber)
        let orders = set.facts?.orders ?? []
        return Array((orders.first { $0.number == number } ?? orders.first)?.lines ?? [])
    }

    /// What of a document does not fit the order, by the rules that the business itself is held to.
    func findings(_ set: ReplySet, _ stage: OrderStage) -> [OrderFinding] {
        guard order != nil else { return [] }
        let statement = OrderStatement(number: conversation.orderNumber, lines: LineStatements(lines(of: set)))
        return OrderFinding.of(statement, stage: stage, among: postings(), expectsOrder: true)
    }

    /// Adds findings of some kinds as one expectation.
    mutating func add(
        _ id: String, _ text: String, isReady: Bool, waitsFor: String, _ findings: [(String, OrderFinding)],
        _ kinds: Set<OrderFinding.Kind>, remedy: String, further: [ReplyProblem] = []
    ) {
        let problems = findings.filter { kinds.contains($0.1.kind) }.map {
            ReplyProblem("\($0.0): \($0.1.reason)", remedy: remedy)
        }
        expectations.add(
            id, text, waitsFor: isReady ? nil : waitsFor, problems: isReady ? problems + further : [])
    }
}
