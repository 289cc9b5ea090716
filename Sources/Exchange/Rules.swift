public import Partners
public import X12

/// When a TA1 is written.
public enum InterchangeAcknowledgmentPolicy: String, Sendable, CaseIterable {
    /// Never.
    case never
    /// When the interchange is rejected or accepted with errors.
    case onError
    /// When ISA14 asks for it, and on rejection.
    case requested
    /// Always.
    case always

    /// Whether an interchange of that verdict gets one.
    func calls(for verdict: Verdict, asked: Bool) -> Bool {
        switch self {
        case .never: false
        case .onError: verdict != .accepted
        case .requested: asked || verdict == .rejected
        case .always: true
        }
    }
}

/// How functional groups are answered.
public struct FunctionalAcknowledgmentPolicy: Sendable, Equatable {
    /// By which set; `nil` answers none.
    public var kind: AcknowledgmentKind? = .functional
    /// In which version (GS08 of the answer); `nil` takes that of the group answered.
    public var version: String?
    /// Which bad values are repeated.
    public var copying = ValueCopying.all

    /// A 997 in the version of the group, with the values.
    public init() {}
}

/// What applies to one interchange: who sent it, how findings weigh, what is answered.
public struct Rules: Sendable {
    /// The partner's id, or `nil` when no partners are in play.
    public var partner: String?
    /// The severities.
    public var policy = SeverityPolicy()
    /// The partner's companion guide, for the way the interchange goes; `nil` without one.
    public var guide: CompanionGuide?
    /// When a TA1 is written.
    public var interchangeAcknowledgment = InterchangeAcknowledgmentPolicy.requested
    /// How groups are answered.
    public var functionalAcknowledgment = FunctionalAcknowledgmentPolicy()
    /// The envelope of the answers; `nil` answers by swapping what was sent.
    public var answerTemplate: EnvelopeTemplate?
    /// The sets agreed on; `nil` takes any.
    public var sets: Set<String>?
    /// Which HL levels may stand where by agreement, by set; a set without leaves it to its own code (BSN05).
    public var nestings: [String: LevelNesting] = [:]
    /// The qualifiers that the partner writes in the place of usual ones, by set.
    public var qualifiers: [String: AgreedQualifiers] = [:]
    /// What we call what the partner calls otherwise.
    public var crosswalks = Crosswalks()
    /// Why the interchange is not for us, or not now.
    public var refusal: Refusal?

    /// A reason to put an interchange in quarantine, with what to tell its sender.
    public struct Refusal: Sendable {
        /// The finding that goes into the TA1.
        public var code: FindingCode
        /// The values found and expected, in a sentence.
        public var explanation: String
        /// What to do.
        public var remedy: String

        /// Makes a refusal.
        public init(code: FindingCode, explanation: String, remedy: String) {
            self.code = code
            self.explanation = explanation
            self.remedy = remedy
        }
    }

    /// The standard alone.
    public init() {}
}

/// What a run of the exchange does beyond judging.
public struct ExchangeOptions: Sendable {
    /// Bounds on memory.
    public var limits = ReaderLimits()
    /// Whether accepted sets become documents.
    public var translates = true
    /// Whether documents bring their JSON; without it they are read for what contradicts itself in them.
    public var writesDocuments = true
    /// Whether interchanges are digested; documents take their ids from the digest.
    public var digests = true
    /// Whether the sets of a rejected interchange are judged all the same, for a person to see; they are never
    /// acknowledged nor translated.
    public var judgesRejected = false
    /// Whether documents bring the keys they are found by, what they say of orders, and a digest of their content.
    public var gathersFacts = false
    /// Whether documents bring the element that each of their fields came from, for a person who asks.
    public var tracesLineage = false
    /// The file's name, for the documents' source.
    public var fileName = ""

    /// Everything but judging what is rejected.
    public init() {}
}
