import Exchange
import X12

/// What the acknowledgments of one file say.
final class ReceivedAnswers: OutcomeSink {
    /// A 997 or 999.
    struct GroupAnswer {
        var answer: ReceivedGroupAnswer
        /// The interchange it came in.
        var interchange: InterchangeHeader?
        /// GS08 of its group.
        var version: String
        /// Why it is itself not accepted, if it is not.
        var faults: [Finding]
        /// What in it cannot be read or contradicts itself.
        var findings: [Finding]
    }

    /// A TA1.
    struct InterchangeAnswer {
        var answer: ReceivedInterchangeAnswer
        var interchange: InterchangeHeader?
    }

    let file: String
    private(set) var groups: [GroupAnswer] = []
    private(set) var interchanges: [InterchangeAnswer] = []
    private(set) var fileFindings: [Finding] = []
    private var header: InterchangeHeader?

    init(file: String) { self.file = file }

    static func read(_ item: InputFiles.Item) throws(CommandFailure) -> ReceivedAnswers {
        let answers = ReceivedAnswers(file: item.name)
        var options = ExchangeOptions()
        options.translates = false
        options.digests = false
        options.judgesRejected = true
        var exchange = Exchange(try InputFiles.open(item), options: options)
        do throws(SourceError) { try exchange.run(answers) } catch {
            throw .environment("\(item.name): \(error.reason)")
        }
        return answers
    }

    var isEmpty: Bool { groups.isEmpty && interchanges.isEmpty }

    /// Whether something was not accepted, or is not known to be.
    var isNegative: Bool {
        func isPositive(_ verdict: Verdict?) -> Bool { verdict == .accepted || verdict == .acceptedWithErrors }
        return !interchanges.allSatisfy { isPositive($0.answer.verdict) }
            || !groups.allSatisfy { group in
                isPositive(group.answer.verdict) && group.answer.sets.allSatisfy { isPositive($0.verdict) }
            }
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        header = interchange.survey.header
        interchanges += interchange.answers.map { InterchangeAnswer(answer: $0, interchange: header) }
    }

    func setJudged(_ set: SetOutcome) {
        guard let answer = set.answer else { return }
        groups.append(
            GroupAnswer(
                answer: answer, interchange: header, version: set.version,
                faults: set.verdict.isAccepted ? [] : set.findings.filter { $0.severity == .error },
                findings: set.businessFindings.filter { $0.code != .negativeAcknowledgment }))
    }

    func sourceEnded(_ findings: [Finding]) { fileFindings = findings.filter { $0.severity == .error } }
}
