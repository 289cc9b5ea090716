import Commerce
import Ledger
import X12

// What the exchange found, in the words of the ledger.

extension Ledger.Verdict {
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .accepted: .accepted
            case .acceptedWithErrors: .acceptedWithErrors
            case .partiallyAccepted: .partiallyAccepted
            case .rejected: .rejected
            }
    }
}

extension Ledger.Finding {
    init(_ finding: Finding, interchange: Int, set: Int?) {
        let severity: Severity =
            switch finding.severity {
            case .note: .note
            case .warning: .warning
            case .error: .error
            }
        func known(_ number: Int) -> Int? { number > 0 ? number : nil }
        self.init(
            interchangeID: interchange, setID: set, code: finding.code.entry.name, severity: severity,
            segment: finding.segment.packed == 0 ? nil : finding.segment.description,
            segmentIndex: known(finding.segmentIndex), element: known(finding.element),
            component: known(finding.component), byteOffset: finding.offset, value: finding.valueText,
            message: finding.message)
    }
}

extension Ledger.InterchangeIdentity {
    init(_ header: InterchangeHeader?, _ direction: Ledger.Direction) {
        self.init(
            direction: direction, senderQualifier: header?.sender.qualifier ?? "", senderID: header?.sender.id ?? "",
            receiverQualifier: header?.receiver.qualifier ?? "", receiverID: header?.receiver.id ?? "",
            controlNumber: header?.controlNumber ?? "", usage: header?.usage ?? "")
    }
}

extension Ledger.FunctionalGroup {
    init(
        _ header: GroupHeader, interchange: Int, ordinal: Int, verdict: Verdict, claimed: Int, received: Int,
        accepted: Int
    ) {
        self.init(
            interchangeID: interchange, ordinal: ordinal, code: header.code, sender: header.sender,
            receiver: header.receiver, controlNumber: header.controlNumber, version: header.version,
            verdict: Ledger.Verdict(verdict), claimed: claimed, received: received, accepted: accepted)
    }
}

extension Ledger.TransactionSet {
    init(_ envelope: SetEnvelope, group: Int, verdict: Verdict) {
        self.init(
            groupID: group, ordinal: envelope.ordinal, set: envelope.set, controlNumber: envelope.controlNumber,
            verdict: Ledger.Verdict(verdict), segments: envelope.segmentCount, byteOffset: envelope.offset,
            byteLength: envelope.length)
    }
}

extension Ledger.DocumentContent {
    init(_ facts: DocumentFacts?, sha256: [UInt8]?) {
        self.init(sha256: sha256, purpose: facts?.purpose ?? "", release: facts?.release ?? "")
    }
}

extension Ledger.DocumentKey {
    /// The keys of a document, in the words of the ledger.
    static func all(of facts: DocumentFacts?) -> [Ledger.DocumentKey] {
        (facts?.keys ?? []).map { Ledger.DocumentKey(kind: $0.kind.rawValue, value: $0.value) }
    }
}
