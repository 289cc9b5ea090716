public import Commerce
public import Partners
public import X12

/// A canonical document as the set that goes to its partner, before it has control numbers.
public struct OutboundDraft: Sendable {
    /// The partner it goes to.
    public var partner: String
    /// Production or test; nil takes what the stage of the partner's profile says.
    public var usage: Profile.Usage?
    /// The canonical kind, such as `PurchaseOrder`.
    public var kind: String
    /// The document's own number.
    public var number: String
    /// The document's id: a document of the same id is sent once.
    public var documentID: String
    /// ST01, such as `850`.
    public var set: String
    /// GS01, such as `PO`.
    public var functionalCode: String
    /// The segments between ST and SE, written with the partner's delimiters.
    public var segments: [UInt8]
    /// How many they are.
    public var segmentCount: Int
    /// What the document is found by and says of orders.
    public var facts: DocumentFacts
    /// The canonical JSON, for the ledger.
    public var json: [UInt8]
    /// The values that no row of the partner's crosswalks fitted, where it went on all the same.
    public var misses: [CrosswalkMissed] = []

    /// Makes a draft.
    public init(
        partner: String, usage: Profile.Usage? = nil, kind: String, number: String, documentID: String, set: String,
        functionalCode: String, segments: [UInt8], segmentCount: Int, facts: DocumentFacts = DocumentFacts(),
        json: [UInt8]
    ) {
        self.partner = partner
        self.usage = usage
        self.kind = kind
        self.number = number
        self.documentID = documentID
        self.set = set
        self.functionalCode = functionalCode
        self.segments = segments
        self.segmentCount = segmentCount
        self.facts = facts
        self.json = json
    }
}

/// Says why a canonical document cannot be sent.
public struct OutboundFault: Error, Sendable, Hashable {
    /// What is wrong, a line each.
    public var messages: [String]
    /// The document whose values no row of the partner's crosswalks fitted, when it is for these; nil otherwise.
    public var unfit: Unfit?

    /// A document that waits for rows of crosswalks.
    public struct Unfit: Sendable, Hashable {
        /// The partner it was to go to.
        public var partner: String
        /// Its id.
        public var documentID: String
        /// Its canonical kind.
        public var kind: String
        /// Its number.
        public var number: String
        /// What its lines come to.
        public var amount: Decimal
        /// The values.
        public var misses: [CrosswalkMissed]
    }

    /// Makes a fault of what is wrong.
    public init(_ messages: [String]) { self.messages = messages }
}

/// A value of ours that no row of a partner's crosswalk fits.
public struct CrosswalkMissed: Sendable, Hashable {
    /// The finding's code, such as `B-CROSSWALK-MISS`.
    public var code: String
    /// How much it weighs.
    public var severity: Severity
    /// The value.
    public var value: String
    /// What is missing, with the place in the document.
    public var reason: String
}

/// Makes the draft of one canonical document, by the partners there are, on a day (UTC).
public typealias OutboundGenerator = ([UInt8], PartnerDirectory, CalendarDate?) -> Result<OutboundDraft, OutboundFault>
