public import Partners

/// Is one thing that a scenario expects of the partner, and how it stands.
public struct Expectation: Sendable, Equatable {
    /// What it is, such as `855-prices`; the same in every scenario.
    public var id: String
    /// What is expected, in words.
    public var text: String
    /// How it stands.
    public var state: Certificate.State
    /// What is wrong, each with what to do.
    public var problems: [ReplyProblem] = []
    /// What is waited for; empty when nothing is.
    public var waitsFor = ""
}

/// Collects the expectations of a scenario.
struct Expectations {
    private(set) var list: [Expectation] = []

    /// The most problems that are told of one expectation.
    private static let mostProblems = 8

    /// Notes an expectation: pending as long as it waits for something, failed when there are problems.
    mutating func add(_ id: String, _ text: String, waitsFor: String? = nil, problems: [ReplyProblem] = []) {
        var known: Set<ReplyProblem> = []
        var told = problems.filter { known.insert($0).inserted }
        if told.count > Self.mostProblems {
            let more = told.count - Self.mostProblems
            told = Array(told.prefix(Self.mostProblems))
            told.append(ReplyProblem("and \(more) more like these", remedy: "mend these first"))
        }
        let state: Certificate.State = !told.isEmpty ? .failed : waitsFor == nil ? .passed : .pending
        list.append(
            Expectation(
                id: id, text: text, state: state, problems: told, waitsFor: state == .pending ? waitsFor ?? "" : ""))
    }

    /// Whether TA1s go both ways with a partner.
    static func answersInterchanges(_ profile: Profile) -> Bool {
        profile.interchangeAcknowledgment != .never || profile.asksForAcknowledgment
    }
}
