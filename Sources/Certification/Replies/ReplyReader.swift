import Commerce
import Exchange
public import Partners
import X12

/// Reads what a partner sent, by the same reader, validator, guide and business rules as its traffic.
///
/// Identities of production and test are both taken, whatever the partner's stage: nothing of it is business.
public struct ReplyReader {
    private let profile: Profile
    private let sets: Set<String>

    /// The largest file that is read, in bytes: a scenario needs no more.
    public static let largest = 16 * 1024 * 1024
    /// The most problems that are kept of one interchange or set; more say nothing new.
    static let mostProblems = 20
    /// How much of an interchange is looked through for numbers.
    static let mostText = 1024 * 1024

    /// Makes a reader under a profile.
    public init(_ profile: Profile) {
        self.profile = profile
        let inbound = profile.documents.filter { $0.direction == .inbound }.map(\.set)
        sets = Set(inbound).union(["997", "999"])
    }

    /// Reads a file. Whatever its bytes are, an entry comes of it.
    public func read(_ bytes: [UInt8], file: String) -> ReplyFile {
        guard bytes.count <= Self.largest else {
            return ReplyFile(
                name: file,
                problems: [
                    ReplyProblem(
                        "has \(bytes.count) bytes, and no more than \(Self.largest) are read here",
                        remedy: "send a file for each scenario; the long order has \(Scenario.manyLines) lines")
                ])
        }
        let sink = ReplySink(file: file, bytes: bytes, profile: profile)
        var options = ExchangeOptions()
        options.gathersFacts = true
        var exchange = Exchange(MemorySource(bytes), options: options) { header, _ in rules(for: header) }
        // Memory can always be read.
        do throws(SourceError) { try exchange.run(sink) } catch {
            return ReplyFile(name: file, problems: [ReplyProblem(error.reason, remedy: "send it again")])
        }
        return sink.finished()
    }

    private func rules(for header: InterchangeHeader) -> Rules {
        let isTheirs = Profile.Usage.allCases.contains { usage in
            guard let sides = profile.identities(for: usage) else { return false }
            return sides.partner.interchangeIDs.contains(header.sender)
                && sides.us.interchangeIDs.contains(header.receiver)
        }
        let isOurs = ReplySink.isOurs(header, profile)
        var rules = Rules(profile, header: header)
        rules.crosswalks = Crosswalks()
        guard isTheirs || isOurs else {
            rules.answerTemplate = EnvelopeTemplate(answering: header, group: nil)
            rules.refusal = Rules.Refusal(
                code: .unknownSender,
                explanation: "sender \(header.sender) and receiver \(header.receiver) are not those of \(profile.name)",
                remedy: "send from an identity of the profile to ours, or ask for the profile to be changed")
            return rules
        }
        if isTheirs, !profile.documents.isEmpty { rules.sets = sets }
        return rules
    }
}

/// Keeps what the exchange finds in one file.
private final class ReplySink: OutcomeSink {
    private var reply: ReplyFile
    private let bytes: [UInt8]
    private let profile: Profile
    private var current: ReplyInterchange
    private let answers: AcknowledgmentWriter
    private let scenario: Scenario?
    private var json = JSONReader()

    init(file: String, bytes: [UInt8], profile: Profile) {
        reply = ReplyFile(name: file)
        current = ReplyInterchange(file: file)
        self.bytes = bytes
        self.profile = profile
        scenario = Scenario.named(inFile: file)
        // Numbers of the business would be used up by tests: answers count from 1 in each file, so that the same file
        // gets the same answer.
        answers = AcknowledgmentWriter(
            .due, time: EnvelopeTime(date: "20260302", time: "1015"), nextNumber: NumberSeries().take)
    }

    static func isOurs(_ header: InterchangeHeader, _ profile: Profile) -> Bool {
        Profile.Usage.allCases.contains { usage in
            guard let sides = profile.identities(for: usage) else { return false }
            return sides.us.interchangeIDs.contains(header.sender)
                && sides.partner.interchangeIDs.contains(header.receiver)
        }
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        current = ReplyInterchange(file: reply.name)
        current.controlNumber = interchange.survey.header?.controlNumber ?? ""
        current.digest = interchange.digest?.hex ?? ""
        let range = interchange.survey.range.clamped(to: bytes.indices)
        current.text = Array(bytes[range].prefix(ReplyReader.mostText))
        if let header = interchange.survey.header {
            current.isOurs = Self.isOurs(header, profile)
            if header.usage != "T", !current.isOurs {
                current.remarks.append(
                    ReplyProblem(
                        "ISA15 is \(header.usage): what lies here is checked and never processed",
                        remedy: "write T into tests, and put production data into the drop's in folder"))
            }
        }
        answers.interchangeBegan(interchange)
    }

    func setJudged(_ set: SetOutcome) {
        var entry = ReplySet(set: set.envelope.set, controlNumber: set.envelope.controlNumber)
        entry.origin = "\(reply.name), \(set.envelope.set) \(set.envelope.controlNumber)"
        entry.rank = Int(current.controlNumber) ?? 0
        entry.answer = set.answer
        entry.named = scenario
        for finding in set.findings where finding.severity == .error { entry.problems.append(ReplyProblem(finding)) }
        // What contradicts itself in a document is to be mended before production, be it an error or not.
        for finding in set.businessFindings where finding.severity > .note && !isAnswerToUs(finding) {
            entry.problems.append(ReplyProblem(finding))
        }
        for finding in set.findings where finding.severity == .warning { entry.remarks.append(ReplyProblem(finding)) }
        entry.problems = Array(entry.problems.prefix(ReplyReader.mostProblems))
        entry.remarks = Array(entry.remarks.prefix(ReplyReader.mostProblems))
        current.sets.append(entry)
        answers.setJudged(set)
    }

    /// That a partner refuses something of ours is no fault of its 997.
    private func isAnswerToUs(_ finding: Finding) -> Bool { finding.code == .negativeAcknowledgment }

    func documentMade(_ document: DocumentOutcome) {
        guard let last = current.sets.indices.last else { return }
        current.sets[last].facts = document.facts
        switch document.kind {
        case "PurchaseOrder": current.sets[last].order = read(document.json)
        case "OrderAcknowledgment": current.sets[last].acknowledgment = read(document.json)
        case "ShipNotice": current.sets[last].notice = read(document.json)
        case "Invoice": current.sets[last].invoice = read(document.json)
        default: break
        }
    }

    private func read<D: JSONObject>(_ bytes: [UInt8]) -> D? { try? json.read(D.self, from: bytes).get() }

    func groupJudged(_ group: GroupOutcome) {
        for finding in group.findings where finding.severity == .error {
            current.problems.append(ReplyProblem(finding))
        }
        answers.groupJudged(group)
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        current.isAccepted = interchange.verdict.isAccepted
        current.noteCode = interchange.judgement?.noteCode ?? ""
        current.interchangeAnswers = interchange.answers
        for finding in interchange.findings where finding.severity == .error {
            current.problems.append(ReplyProblem(finding))
        }
        current.problems = Array(current.problems.prefix(ReplyReader.mostProblems))
        answers.interchangeEnded(interchange)
        current.acknowledgments = answers.take().map(\.bytes)
        reply.interchanges.append(current)
    }

    func sourceEnded(_ findings: [Finding]) {
        for finding in findings where finding.severity == .error && reply.interchanges.isEmpty {
            reply.problems.append(ReplyProblem(finding))
        }
    }

    func finished() -> ReplyFile {
        if reply.interchanges.isEmpty, reply.problems.isEmpty {
            reply.problems = [
                ReplyProblem(
                    bytes.isEmpty ? "the file is empty" : "there is no interchange in it: nothing begins with ISA",
                    remedy: "send X12, a file for each interchange")
            ]
        }
        return reply
    }
}

extension ReplyProblem {
    /// A finding in one line, with its place and the rule it broke.
    init(_ finding: Finding) {
        let value = finding.valueText.map { " \"\($0)\"" } ?? ""
        let segment = finding.segmentIndex > 0 ? " (segment \(finding.segmentIndex))" : ""
        self.init(
            "\(finding.message)\(value)\(segment) [\(finding.code.entry.name), \(finding.rule)]", remedy: finding.remedy
        )
    }
}

extension Scenario {
    /// The scenario that a file's name begins with, with or without its number: `02-partial-855.x12`, `partial.edi`.
    static func named(inFile name: String) -> Scenario? {
        let base = name.drop { ("0"..."9").contains($0) || $0 == "-" || $0 == "_" }.lowercased()
        return allCases.filter { base.hasPrefix($0.rawValue) }.max { $0.rawValue.utf8.count < $1.rawValue.utf8.count }
    }
}
