import Exchange
import X12

/// What our own reader makes of an interchange that we wrote.
final class Reread: OutcomeSink {
    private(set) var header: InterchangeHeader?
    private(set) var groups: [GroupOutcome] = []
    private(set) var sets: [SetOutcome] = []
    private(set) var digest: [UInt8] = []
    private(set) var length = 0
    /// What would make a receiver refuse it.
    private(set) var errors: [Finding] = []

    private init() {}

    /// Reads an interchange under a partner's severities and guide.
    static func of(_ bytes: [UInt8], rules: Rules) -> Reread {
        let reread = Reread()
        var options = ExchangeOptions()
        options.translates = false
        options.judgesRejected = true
        var exchange = Exchange(MemorySource(bytes), options: options) { _, _ in rules }
        do throws(SourceError) {
            try exchange.run(reread)
        } catch {
            reread.errors.append(Finding(.notX12, severity: .error, offset: 0, detail: .reason(error.reason)))
        }
        if reread.header == nil { reread.errors.append(Finding(.notX12, severity: .error, offset: 0)) }
        return reread
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        header = interchange.survey.header
        digest = interchange.digest?.bytes ?? []
        length = interchange.survey.range.count
        errors += interchange.findings.filter { $0.severity == .error }
    }

    func setJudged(_ set: SetOutcome) {
        sets.append(set)
        errors += set.findings.filter { $0.severity == .error }
    }

    func groupJudged(_ group: GroupOutcome) {
        groups.append(group)
        errors += group.findings.filter { $0.severity == .error }
    }
}
