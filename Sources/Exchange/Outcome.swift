public import Commerce
public import Translation
public import X12

/// A judged set.
public struct SetOutcome: Sendable {
    /// ST and SE.
    public var envelope: SetEnvelope
    /// The ordinal of its group in the interchange, from 1.
    public var group: Int
    /// GS08 of its group.
    public var version: String
    /// AK501.
    public var verdict: Verdict
    /// What was found, in order.
    public var findings: [Finding]
    /// What contradicts itself in the document. Never part of an acknowledgment; at `error` it holds the document.
    public var businessFindings: [Finding] = []
    /// Why an accepted set became no document, when it did not: a person must look at it.
    public var isUntranslatable = false
    /// Of an accepted 997 or 999 what it says about what we sent; with ``ExchangeOptions/judgesRejected`` also what can
    /// be read of a rejected one, for a person to see.
    public var answer: ReceivedGroupAnswer?
}

/// A judged group.
public struct GroupOutcome: Sendable {
    /// The GS.
    public var header: GroupHeader
    /// From 1 in the interchange.
    public var ordinal: Int
    /// AK901.
    public var verdict: Verdict
    /// GE01 as sent, or `nil` without GE.
    public var claimed: String?
    /// Sets received.
    public var received: Int
    /// Sets accepted (AK904).
    public var accepted: Int
    /// What is wrong with GS and GE.
    public var findings: [Finding]
    /// The 997 that answers it, or `nil` when none is due.
    public var acknowledgment: FunctionalAcknowledgment?
}

/// A judged interchange.
public struct InterchangeOutcome: Sendable {
    /// What the envelopes say.
    public var survey: InterchangeSurvey
    /// What applied.
    public var rules: Rules
    /// The verdict of its TA1.
    public var verdict: Verdict
    /// What is wrong with its envelope, severities by the policy.
    public var findings: [Finding]
    /// What its TA1s say that a person must see. Never part of an acknowledgment nor of the verdict: a TA1 is data.
    public var businessFindings: [Finding] = []
    /// The TA1 judgement, whether or not it is sent; `nil` when the ISA could not be read.
    public var judgement: InterchangeAcknowledgment?
    /// Whether the TA1 is to be sent.
    public var sendsInterchangeAcknowledgment: Bool
    /// The SHA-256 of the bytes from ISA through the terminator of IEA, when asked for.
    public var digest: SHA256.Digest?

    /// What its TA1s say about interchanges that we sent.
    public var answers: [ReceivedInterchangeAnswer] { survey.interchangeAnswers }
}

/// A document made of an accepted set, lent while it is handed over.
public struct DocumentOutcome: Sendable {
    /// The id: the same bytes give the same id.
    public var id: String
    /// The kind, such as `PurchaseOrder`.
    public var kind: String
    /// The business number, such as the purchase order number.
    public var number: String
    /// The set it came from.
    public var set: SetEnvelope
    /// The ordinal of its group.
    public var group: Int
    /// Whether a business rule at `error` holds it back.
    public var isHeld: Bool
    /// What it is found by and says of orders; nil unless ``ExchangeOptions/gathersFacts``.
    public var facts: DocumentFacts?
    /// The SHA-256 of the bytes between ST and SE, which control numbers do not touch; nil unless
    /// ``ExchangeOptions/gathersFacts``.
    public var content: SHA256.Digest?
    /// Which element of the file each field came from; nil unless ``ExchangeOptions/tracesLineage``.
    public var lineage: [FieldOrigin]?
    /// The canonical JSON, one line without line break.
    public var json: [UInt8]
}

/// Takes what the exchange finds, in the order of the file. Nothing is kept by the exchange, so that a file of any
/// size streams through. A class, because it stands for effects.
public protocol OutcomeSink: AnyObject {
    /// An interchange begins; its envelope is judged.
    func interchangeBegan(_ interchange: InterchangeOutcome)
    /// A group begins.
    func groupBegan(_ header: GroupHeader, ordinal: Int)
    /// A set was judged.
    func setJudged(_ set: SetOutcome)
    /// An accepted set was translated.
    func documentMade(_ document: DocumentOutcome)
    /// A group was judged.
    func groupJudged(_ group: GroupOutcome)
    /// The interchange is done.
    func interchangeEnded(_ interchange: InterchangeOutcome)
    /// The source is done; findings about bytes outside interchanges.
    func sourceEnded(_ findings: [Finding])
}

extension OutcomeSink {
    public func interchangeBegan(_ interchange: InterchangeOutcome) {}
    public func groupBegan(_ header: GroupHeader, ordinal: Int) {}
    public func setJudged(_ set: SetOutcome) {}
    public func documentMade(_ document: DocumentOutcome) {}
    public func groupJudged(_ group: GroupOutcome) {}
    public func interchangeEnded(_ interchange: InterchangeOutcome) {}
    public func sourceEnded(_ findings: [Finding]) {}
}
