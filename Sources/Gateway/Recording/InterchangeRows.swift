import Exchange
import X12

/// What one interchange will leave in the ledger, gathered while the exchange hands it over.
struct InterchangeRows: Sendable {
    /// A group with its sets.
    struct Group: Sendable {
        var outcome: GroupOutcome
        var sets: [Judged]
    }

    /// A set, with those of its findings that are kept.
    struct Judged: Sendable {
        var envelope: SetEnvelope
        var verdict: Verdict
        var findings: [Finding]
        var hold: Hold?
        var isDocumented = false
        /// What an accepted 997 or 999 says.
        var answer: ReceivedGroupAnswer?
    }

    /// Why something waits for a person.
    struct Hold: Sendable {
        var reason: String
        var explanation: String
        var remedy: String
        /// Whether it was accepted on the wire, so that its sender believes all is well.
        var isAlert = false

        init(reason: String, explanation: String, remedy: String, isAlert: Bool = false) {
            self.reason = reason
            self.explanation = explanation
            self.remedy = remedy
            self.isAlert = isAlert
        }

        init(_ finding: Finding, isAlert: Bool = false) {
            self.init(
                reason: finding.code.entry.name, explanation: finding.message, remedy: finding.remedy, isAlert: isAlert)
        }
    }

    /// More findings of an interchange than this are counted and not kept, and so are more sets in quarantine: a file
    /// of a million faults must not fill the disk.
    static let mostFindings = 1_000

    private(set) var groups: [Group] = []
    private(set) var documents: [DocumentOutcome] = []
    /// The SHA-256s of the documents, one behind the other.
    private(set) var documentDigests: [UInt8] = []
    /// All findings, those not kept included.
    private(set) var findingCount: Int
    private var kept: Int
    private var open: [Judged] = []

    init(_ interchange: InterchangeOutcome) {
        findingCount = interchange.findings.count + interchange.businessFindings.count
        kept = min(findingCount, Self.mostFindings)
    }

    /// Keeps as many findings as there is room for.
    private mutating func keeping(_ findings: [Finding]) -> [Finding] {
        findingCount += findings.count
        let some = findings.prefix(max(Self.mostFindings - kept, 0))
        kept += some.count
        return Array(some)
    }

    mutating func add(_ set: SetOutcome) {
        var judged = Judged(envelope: set.envelope, verdict: set.verdict, findings: [])
        judged.envelope.findings = []
        judged.findings = keeping(set.findings + set.businessFindings)
        if !set.verdict.isAccepted {
            judged.hold = set.findings.first { $0.severity == .error }.map { Hold($0) }
        } else if let answer = set.answer {
            judged.answer = answer
            // What it refuses is held as what we sent; only what cannot be read is held as what came.
            judged.hold = set.businessFindings.first { $0.holdsAnswer }.map { Hold($0, isAlert: true) }
        } else if let finding = set.businessFindings.first(where: { $0.severity == .error }) {
            judged.hold = Hold(finding, isAlert: true)
        } else if set.isUntranslatable {
            judged.hold = .untranslatable(set.envelope)
        }
        open.append(judged)
    }

    mutating func add(_ document: DocumentOutcome) {
        documents.append(document)
        documentDigests += SHA256.digest(of: document.json).bytes
        guard let last = open.indices.last, open[last].envelope.ordinal == document.set.ordinal else { return }
        open[last].isDocumented = true
        if document.isHeld, open[last].hold == nil {
            open[last].hold = Hold(
                reason: FindingCode.untranslatable.entry.name, explanation: "a business rule holds the document",
                remedy: "look at the findings on the set", isAlert: true)
        }
    }

    mutating func add(_ group: GroupOutcome) {
        let isProcessed = Verdict(of: group.findings).isAccepted && !group.header.holdsAcknowledgments
        for at in open.indices where isProcessed && open[at].verdict.isAccepted {
            // Accepted on the wire, so it may not vanish, whatever became of its translation.
            if !open[at].isDocumented, open[at].hold == nil { open[at].hold = .untranslatable(open[at].envelope) }
        }
        var outcome = group
        outcome.findings = keeping(group.findings)
        groups.append(Group(outcome: outcome, sets: open))
        open = []
    }
}

extension InterchangeRows.Hold {
    static func untranslatable(_ set: SetEnvelope) -> Self {
        Self(
            reason: FindingCode.untranslatable.entry.name, explanation: "the accepted \(set.set) became no document",
            remedy: FindingCode.untranslatable.entry.remedy, isAlert: true)
    }
}

extension Finding {
    /// Whether it keeps a received answer from being read, rather than telling what it says.
    var holdsAnswer: Bool { severity == .error && code != .negativeAcknowledgment }
}
