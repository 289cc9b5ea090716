import Commerce
import Partners
import X12

/// What the partner sent to one scenario, sorted.
struct ScenarioReplies {
    /// Its sets, those that another stands for left out, the latest last.
    var sets: [ReplySet] = []
    /// All of its sets.
    var allSets: [ReplySet] = []
    /// Its interchanges, in which something of the scenario is.
    var interchanges: [ReplyInterchange] = []
    /// What it says about groups of ours.
    var groupAnswers: [GroupAnswer] = []
    /// What it says about interchanges of ours.
    var interchangeAnswers: [(answer: ReceivedInterchangeAnswer, file: String)] = []

    /// A 997 or 999, and what in it contradicts itself.
    struct GroupAnswer {
        var answer: ReceivedGroupAnswer
        var file: String
        var problems: [ReplyProblem]
    }

    /// The sets of an identifier, such as `855`.
    func sets(_ id: String) -> [ReplySet] { sets.filter { $0.set == id } }

    /// Takes out what a later document stands for: one of the same number in an interchange of a higher number, or any
    /// later one in the place of one that could not be read.
    mutating func settle() {
        let ordered = allSets.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
        // From the latest on: what has a later one in its place is left out.
        var replaced: Set<String> = []
        var kept: [ReplySet] = []
        for set in ordered.reversed() {
            let isRead = set.facts != nil
            let key = isRead ? Self.key(set) : "\(set.set) unread"
            guard !replaced.contains(key), isRead || !replaced.contains("\(set.set) read") else { continue }
            kept.append(set)
            replaced.insert(key)
            if isRead { replaced.insert("\(set.set) read") }
        }
        sets = kept.prefix(Self.mostSets).reversed()
    }

    /// The latest sets of one scenario that are compared; no scenario asks for nearly as many.
    private static let mostSets = 200

    /// What a document stands for earlier ones of: an answer for the one before it, another document for one of its
    /// number.
    private static func key(_ set: ReplySet) -> String {
        if set.set == "855" { return "855" }
        return "\(set.set) \(DocumentKey.normal(set.number)) \(set.order?.purpose.string ?? "")"
    }
}

/// Sorts what the partner sent by scenario.
struct ReplySorting {
    private let pack: CertificationPack
    /// The replies of each scenario.
    private(set) var byScenario: [Scenario: ScenarioReplies] = [:]
    /// By file what names no scenario.
    private(set) var strangers: [String: [ReplyProblem]] = [:]

    init(_ files: [ReplyFile], _ pack: CertificationPack) {
        self.pack = pack
        for file in files {
            for interchange in file.interchanges where !interchange.isOurs { take(interchange) }
        }
        for scenario in byScenario.keys { byScenario[scenario]?.settle() }
    }

    private mutating func take(_ interchange: ReplyInterchange) {
        var scenarios: Set<Scenario> = []
        // Looked for once: an interchange may have thousands of sets that cannot be read.
        let named = scenario(naming: interchange)
        for set in interchange.sets {
            if let answer = set.answer {
                guard let sent = pack.sent.first(where: { Self.answers(answer, $0) }) else {
                    stranger(
                        interchange,
                        "the \(set.set) is about group \(answer.functionalCode) \(answer.groupControlNumber), "
                            + "which is none of these scenarios",
                        "answer the files of the pack as they are, with the seed they were made with")
                    continue
                }
                byScenario[sent.scenario, default: ScenarioReplies()].groupAnswers.append(
                    ScenarioReplies.GroupAnswer(answer: answer, file: interchange.file, problems: set.problems))
                continue
            }
            guard let scenario = scenario(of: set, orNamed: named) else {
                stranger(
                    interchange, "the \(set.set) \(set.controlNumber) names no order of a scenario",
                    "name the order that the scenario gives, or begin the file's name with the scenario's")
                continue
            }
            scenarios.insert(scenario)
            byScenario[scenario, default: ScenarioReplies()].allSets.append(set)
        }
        for answer in interchange.interchangeAnswers {
            let number = Int(answer.controlNumber)
            guard let sent = pack.sent.first(where: { $0.number == number }) else {
                stranger(
                    interchange,
                    "the TA1 is about interchange \(answer.controlNumber), which is none of these scenarios",
                    "answer the files of the pack as they are, with the seed they were made with")
                continue
            }
            byScenario[sent.scenario, default: ScenarioReplies()].interchangeAnswers.append((answer, interchange.file))
        }
        // Of an interchange that was refused its sets were not judged: its text tells what it is about.
        if interchange.sets.isEmpty, interchange.interchangeAnswers.isEmpty,
            let scenario = scenario(naming: interchange)
        {
            scenarios.insert(scenario)
        }
        for scenario in scenarios { byScenario[scenario, default: ScenarioReplies()].interchanges.append(interchange) }
    }

    static func answers(_ answer: ReceivedGroupAnswer, _ message: TestMessage) -> Bool {
        answer.functionalCode == message.functionalCode && Int(answer.groupControlNumber) == message.number
    }

    private func scenario(of set: ReplySet, orNamed named: Scenario?) -> Scenario? {
        guard ExchangedSets.ofOrders.contains(set.set) else {
            return pack.sets.others.contains { $0.set == set.set && $0.direction == .inbound } ? .otherSets : nil
        }
        if let facts = set.facts {
            let numbers = facts.orders.map(\.number)
            let meant = pack.conversations.filter { numbers.contains(DocumentKey.normal($0.orderNumber)) }
            if let own = meant.first(where: { $0.scenario == set.named }) ?? meant.first { return own.scenario }
            // Without orders of ours nobody can name one of them.
            if pack.sets.way(of: "850") == nil { return set.named ?? .happyPath }
            return known(set.named)
        }
        return named ?? known(set.named)
    }

    private func scenario(naming interchange: ReplyInterchange) -> Scenario? {
        let named = known(Scenario.named(inFile: interchange.file))
        let found = pack.conversations.first { conversation in
            let number = Array(conversation.orderNumber.utf8)
            return !number.isEmpty && interchange.text.firstRange(of: number) != nil
        }
        return found?.scenario ?? named
    }

    private func known(_ scenario: Scenario?) -> Scenario? {
        scenario.flatMap { wanted in pack.conversations.contains { $0.scenario == wanted } ? wanted : nil }
    }

    private mutating func stranger(_ interchange: ReplyInterchange, _ text: String, _ remedy: String) {
        strangers[interchange.file, default: []].append(ReplyProblem(text, remedy: remedy))
    }
}
