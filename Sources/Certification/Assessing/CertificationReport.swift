public import Partners
import X12

/// Is what came of certifying a partner: what each scenario expects, and how it stands.
public struct CertificationReport: Sendable {
    /// The partner's id and name.
    public var partner: String, name: String
    /// The seed of the scenarios.
    public var seed: Int
    /// The scenarios in order.
    public var scenarios: [ScenarioReport]
    /// The scenarios that the partner's guide rules out, each with the reason.
    public var leftOut: [(scenario: Scenario, reason: String)]
    /// The files that the partner sent, by name.
    public var files: [FileReport]

    /// One scenario.
    public struct ScenarioReport: Sendable {
        /// The scenario.
        public var scenario: Scenario
        /// The order it is about; may be empty.
        public var orderNumber: String
        /// What is asked of the partner.
        public var tasks: [String]
        /// The files that we send.
        public var sent: [String]
        /// What is expected.
        public var expectations: [Expectation]

        /// How many expectations are in a state.
        public func count(_ state: Certificate.State) -> Int { expectations.count { $0.state == state } }

        /// How it stands: failed when anything did, pending when anything is open.
        public var state: Certificate.State {
            count(.failed) > 0 ? .failed : count(.pending) > 0 ? .pending : .passed
        }
    }

    /// One file of the partner.
    public struct FileReport: Sendable {
        /// Its name.
        public var name: String
        /// What is in it, such as `855 0001 for partial`.
        public var contents: [String]
        /// What is wrong with it.
        public var problems: [ReplyProblem]
        /// What is worth knowing.
        public var remarks: [ReplyProblem]
    }

    /// Holds what a partner sent against the scenarios.
    ///
    /// - Parameters:
    ///   - pack: The scenarios.
    ///   - files: The partner's files.
    public init(_ pack: CertificationPack, _ files: [ReplyFile]) {
        partner = pack.profile.id
        name = pack.profile.name
        seed = pack.seed
        leftOut = pack.leftOut
        let sorted = ReplySorting(files, pack)
        let hasReplies = !sorted.byScenario.isEmpty
        scenarios = pack.conversations.compactMap { conversation in
            var check = ScenarioCheck(
                conversation, sorted.byScenario[conversation.scenario] ?? ScenarioReplies(), pack.profile, pack.sets,
                hasReplies: hasReplies)
            let expectations = check.run()
            guard !expectations.isEmpty else { return nil }
            return ScenarioReport(
                scenario: conversation.scenario, orderNumber: conversation.orderNumber, tasks: conversation.tasks,
                sent: conversation.sent.map(\.fileName), expectations: expectations)
        }
        self.files = files.map { Self.report($0, sorted) }
    }

    private static func report(_ file: ReplyFile, _ sorted: ReplySorting) -> FileReport {
        var report = FileReport(
            name: file.name, contents: [], problems: file.problems + (sorted.strangers[file.name] ?? []), remarks: [])
        for interchange in file.interchanges {
            let verdict = interchange.isAccepted ? "accepted" : "refused (TA1 \(interchange.noteCode))"
            let isOurs = interchange.isOurs ? ", one of ours" : ""
            let sets =
                interchange.sets.map { "\($0.set) \($0.controlNumber)" }
                + interchange.interchangeAnswers.map { "TA1 for \($0.controlNumber)" }
            report.contents.append(
                "interchange \(interchange.controlNumber) \(verdict)\(isOurs)"
                    + (sets.isEmpty ? "" : ": " + sets.prefix(20).joined(separator: ", ")))
            report.problems += interchange.problems
            report.remarks += interchange.remarks
            for set in interchange.sets {
                report.problems += set.problems.map {
                    ReplyProblem("\(set.set) \(set.controlNumber): \($0.text)", remedy: $0.remedy)
                }
                report.remarks += set.remarks.map {
                    ReplyProblem("\(set.set) \(set.controlNumber): \($0.text)", remedy: $0.remedy)
                }
            }
        }
        report.problems = bounded(report.problems)
        report.remarks = bounded(report.remarks)
        return report
    }

    /// The most problems that are told of one file.
    private static let mostProblems = 40

    private static func bounded(_ problems: [ReplyProblem]) -> [ReplyProblem] {
        guard problems.count > mostProblems else { return problems }
        let more = "and \(problems.count - mostProblems) more"
        return problems.prefix(mostProblems) + [ReplyProblem(more, remedy: "mend these first")]
    }

    // MARK: - Result

    /// All expectations.
    private var expectations: [Expectation] { scenarios.flatMap(\.expectations) }

    /// How many of what is expected is met, in percent, rounded down; 0 where nothing is expected.
    public var score: Int {
        let all = expectations.count
        return all == 0 ? 0 : expectations.count { $0.state == .passed } * 100 / all
    }

    /// How all of it stands.
    public var state: Certificate.State {
        if scenarios.contains(where: { $0.state == .failed }) { return .failed }
        return scenarios.isEmpty || scenarios.contains { $0.state == .pending } ? .pending : .passed
    }

    /// The record of it.
    public func certificate(profileHash: String, at moment: String) -> Certificate {
        Certificate(
            partner: partner, profileHash: profileHash, at: moment, seed: seed, score: score,
            scenarios: scenarios.map {
                Certificate.Scenario(
                    name: $0.scenario.rawValue, state: $0.state, passed: $0.count(.passed), failed: $0.count(.failed),
                    pending: $0.count(.pending))
            })
    }
}
