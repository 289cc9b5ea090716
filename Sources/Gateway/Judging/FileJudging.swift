import Exchange
import X12

/// Judges a file that came to a partner's drop, an interchange at a time. Nothing of it depends on what is recorded.
struct FileJudging {
    private var exchange: Exchange<ArchivedSource>
    private let gathering = Gathering()

    init(_ source: ArchivedSource, named name: String, by rules: PartnerRules, memory: ExchangeMemory) {
        var options = ExchangeOptions()
        options.fileName = name
        options.gathersFacts = true
        exchange = Exchange(source, options: options, memory: memory) { rules.rules($0, $1) }
    }

    /// What was found outside of interchanges; known when there is no next one.
    var findings: [Finding] { gathering.findings }

    /// Judges the next interchange; nil when there is none.
    mutating func next() throws(SourceError) -> JudgedInterchange? {
        try exchange.step(gathering) ? gathering.take() : nil
    }

    /// Judges all of a file.
    mutating func all() throws(SourceError) -> JudgedFile {
        var file = JudgedFile()
        while let interchange = try next() { file.interchanges.append(interchange) }
        file.findings = findings
        return file
    }
}

/// Keeps what the exchange hands over of an interchange.
private final class Gathering: OutcomeSink {
    private var rows: InterchangeRows?
    private var judged: JudgedInterchange?
    private(set) var findings: [Finding] = []

    func take() -> JudgedInterchange? {
        defer { judged = nil }
        return judged
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) { rows = InterchangeRows(interchange) }

    func setJudged(_ set: SetOutcome) { rows?.add(set) }

    func documentMade(_ document: DocumentOutcome) { rows?.add(document) }

    func groupJudged(_ group: GroupOutcome) { rows?.add(group) }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        judged = rows.map { JudgedInterchange(interchange, rows: $0) }
        rows = nil
    }

    func sourceEnded(_ findings: [Finding]) { self.findings = findings }
}
