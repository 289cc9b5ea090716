import Commerce
import Exchange
import X12

/// Takes the documents and acknowledgments of one input of a batch, and counts.
final class BatchInput: OutcomeSink {
    private let order: Batch.Order
    private let rejections: RejectionTeller
    private let acknowledgments: AcknowledgmentWriter?
    private let advance: (Int) -> Void
    private let numbers: ControlNumbers
    /// The documents, where they are lines of a file.
    private(set) var spool: DocumentSpool
    /// The documents by kind.
    private(set) var kinds: [String: Int] = [:]
    private(set) var failure: CommandFailure?
    private var answers = 0
    private var sets = 0
    private var rejectedSets = 0
    private var interchanges = 0
    private var severities: [Severity: Int] = [:]

    init(
        _ item: InputFiles.Item, _ order: Batch.Order, _ numbers: ControlNumbers,
        advance: @escaping (Int) -> Void
    ) {
        self.order = order
        self.numbers = numbers
        self.advance = advance
        rejections = RejectionTeller(file: item.name)
        acknowledgments =
            order.acknowledges ? AcknowledgmentWriter(.due, time: order.time) { numbers.take() } : nil
        spool = DocumentSpool(beside: order.folder)
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        interchanges += 1
        acknowledgments?.interchangeBegan(interchange)
    }

    func setJudged(_ set: SetOutcome) {
        sets += 1
        if set.verdict == .rejected { rejectedSets += 1 }
        count(set.findings)
        count(set.businessFindings)
        rejections.setJudged(set)
        advance(set.envelope.length)
    }

    func documentMade(_ document: DocumentOutcome) {
        guard failure == nil else { return }
        kinds[document.kind, default: 0] += 1
        do throws(CommandFailure) {
            if order.isRolling {
                try spool.add(document.json, kind: document.kind)
            } else {
                try OutputFolder.place(
                    document.json + [0x0A], in: order.folder, name: DocumentFile.name(of: document))
            }
        } catch { failure = error }
    }

    func groupJudged(_ group: GroupOutcome) {
        count(group.findings)
        rejections.groupJudged(group)
        acknowledgments?.groupJudged(group)
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        count(interchange.findings)
        rejections.interchangeEnded(interchange)
        guard let acknowledgments, failure == nil else { return }
        acknowledgments.interchangeEnded(interchange)
        // Named by what they answer, so that an input worked again after a kill writes them again in their place.
        let mark = interchange.digest.map { "_\($0.hex.prefix(8))" } ?? ""
        for answer in acknowledgments.take() {
            answers += 1
            let name = answer.fileName
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            do throws(CommandFailure) {
                try OutputFolder.replace(
                    answer.bytes, in: "\(order.folder)/acknowledgments", name: "\(name[..<dot])\(mark)\(name[dot...])")
            } catch { failure = failure ?? error }
        }
    }

    func sourceEnded(_ findings: [Finding]) {
        count(findings)
        rejections.sourceEnded(findings)
    }

    private func count(_ findings: [Finding]) {
        for finding in findings { severities[finding.severity, default: 0] += 1 }
    }

    /// Fills in what came of the input.
    func describe(_ entry: inout BatchEntry) {
        entry.outcome = rejections.isRejected ? "rejected" : "accepted"
        entry.interchanges = interchanges
        entry.sets = sets
        entry.rejectedSets = rejectedSets
        entry.documents = kinds.values.reduce(0, +)
        entry.errors = severities[.error] ?? 0
        entry.warnings = severities[.warning] ?? 0
        entry.notes = severities[.note] ?? 0
        guard acknowledgments != nil else { return }
        entry.acknowledgments = answers
        entry.lastNumber = numbers.last
    }
}
