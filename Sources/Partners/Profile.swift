public import X12

/// Says how we trade with one partner: who it is, which envelopes it gets, what it may send, how strictly it is judged.
///
/// A profile comes out of ``PartnerDirectory/load(profiles:bases:)`` with everything checked, so its identities fit an
/// ISA and its delimiters can be told apart.
public struct Profile: Sendable, Identifiable {
    /// The partner's folder name, such as `corvane-medical`.
    public var id: String
    /// The partner's name as people say it.
    public var name: String
    /// What the partner is to us.
    public var role: Role
    /// How far the relation has come.
    public var stage: Stage
    /// How often it was promoted, from 0 to ``greatestVersion``.
    public var version = 0
    /// Why nothing is exchanged; nil when business goes on, or the stage alone says so.
    public var suspension: Suspension?
    /// Whom the partner asks on our side.
    public var contacts: [Contact] = []
    /// The names of the layers under the profile, in the order in which they were read.
    public var layers: [String] = []
    /// Who sends and receives production data; nil when none is exchanged.
    public var production: Identities?
    /// Who sends and receives test data; nil when none is exchanged.
    public var test: Identities?
    /// ISA12 of our interchanges, five digits.
    public var interchangeVersion = "00401"
    /// ISA14 of our interchanges: whether we ask for a TA1.
    public var asksForAcknowledgment = false
    /// GS08 of our groups.
    public var groupVersion = "004010"
    /// The delimiters of our interchanges.
    public var delimiters = Delimiters()
    /// What follows each segment terminator in our interchanges.
    public var suffix = Suffix.nothing
    /// How its functional groups are acknowledged.
    public var functionalAcknowledgment = FunctionalAcknowledgment.set997
    /// GS08 of the 997 or 999; nil writes it in the version of the group answered.
    public var acknowledgmentVersion: String?
    /// Whether bad values are repeated in AK404 or IK404.
    public var copiesValues = true
    /// What is not repeated all the same: references such as `REF02`, segments such as `N1`, or numbers of data elements
    /// such as `67`.
    public var maskedElements: [String] = []
    /// When its interchanges are answered by a TA1.
    public var interchangeAcknowledgment = TA1Policy.requested
    /// How much each finding weighs, where not as by default; of those that apply, the last counts.
    public var severities: [SeverityRule] = []
    /// Its companion guide for what it sends, and for what we send; nil where it has no rules that way.
    public internal(set) var guideInbound: CompanionGuide?, guideOutbound: CompanionGuide?
    /// The files of the guide, a layer's first.
    public var guideFiles: [String] = []
    /// Which HL levels may stand where in what it sends, by set such as `856`; a set without leaves it to BSN05.
    public var nestings: [String: LevelNesting] = [:]
    /// The qualifiers that it writes, and reads, in the place of usual ones, by set such as `856`.
    public var qualifiers: [String: AgreedQualifiers] = [:]
    /// How what we send is to look, beyond envelope and delimiters.
    public var writing = WritingPolicy()
    /// The sets exchanged; empty when any may be.
    public var documents: [Document] = []
    /// How long its answers may take.
    public var clocks = Clocks()
    /// What is done with what comes again, or out of its order.
    public var duplicates = DuplicatePolicy()
    /// When a file in its drop is complete.
    public var drop = DropPolicy()
    /// For how many days the bytes of what is exchanged are kept; nil keeps them for ever.
    public var retention: Int?
    /// What we call what the partner calls otherwise; a table for each file in its `crosswalks/`.
    public internal(set) var crosswalks = Crosswalks()
    /// What the profile says of tables, whether or not there is a file.
    public var crosswalkTerms: [CrosswalkTable: CrosswalkTerms] = [:]
    /// Where what is exchanged with it goes, the first rule that applies; where none does, as the root's settings say.
    public var delivery: [DeliveryRule] = []
    /// What of it goes before other things.
    public var priorities: [PriorityRule] = []

    /// A severity other than the default, one way or both.
    public struct SeverityRule: Sendable, Equatable {
        /// The checks, the place and the severity.
        public var exception: SeverityPolicy.Exception
        /// From the partner or to it; nil for both.
        public var direction: Direction?

        /// Makes a rule.
        public init(_ exception: SeverityPolicy.Exception, direction: Direction? = nil) {
            self.exception = exception
            self.direction = direction
        }
    }

    /// Somebody on our side whom the partner may ask.
    public struct Contact: Sendable, Hashable {
        /// What is asked there, such as `EDI` or `invoices`.
        public var role: String
        /// The name of a person or department; may be empty.
        public var name: String
        /// The address; empty when there is a telephone alone.
        public var email: String
        /// The telephone number; empty when there is an address alone.
        public var phone: String

        /// Makes a contact.
        public init(role: String, name: String = "", email: String = "", phone: String = "") {
            self.role = role
            self.name = name
            self.email = email
            self.phone = phone
        }
    }

    /// Why nothing is exchanged with a partner for the time being.
    public struct Suspension: Sendable, Equatable {
        /// The reason.
        public var because: String
        /// Since when, as it was written down.
        public var since: String
        /// Who said so.
        public var by: String
        /// The stage that holds again when it ends.
        public var from: Stage
    }

    /// The identities of the two sides in one usage.
    public struct Identities: Sendable, Hashable {
        /// The partner.
        public var partner: Party
        /// We, as this partner knows us.
        public var us: Party

        /// Makes the identities of two sides.
        public init(partner: Party, us: Party) {
            self.partner = partner
            self.us = us
        }
    }

    /// The identities of one side. The first of each list is written, all are accepted.
    public struct Party: Sendable, Hashable {
        /// ISA05/06 or ISA07/08.
        public var interchangeIDs: [PartyID]
        /// GS02 or GS03.
        public var groupCodes: [String]

        /// Makes a side.
        public init(interchangeIDs: [PartyID], groupCodes: [String]) {
            self.interchangeIDs = interchangeIDs
            self.groupCodes = groupCodes
        }
    }

    /// A set that is exchanged, and which way it goes.
    public struct Document: Sendable, Hashable {
        /// The set, such as `850`.
        public var set: String
        /// From the partner or to it.
        public var direction: Direction

        /// Makes an entry.
        public init(set: String, direction: Direction) {
            self.set = set
            self.direction = direction
        }
    }

    /// Makes a profile without identities that keeps the defaults of the base layer.
    public init(id: String, name: String, role: Role, stage: Stage = .draft) {
        self.id = id
        self.name = name
        self.role = role
        self.stage = stage
    }
}

// MARK: - Questions

extension Profile {
    /// The identities for a usage; nil when the profile has none.
    public func identities(for usage: Usage) -> Identities? {
        switch usage {
        case .production: production
        case .test: test
        }
    }

    /// How much each finding weighs in what the partner sends.
    public var policy: SeverityPolicy { policy(.inbound) }

    /// How much each finding weighs in what goes one way.
    public func policy(_ direction: Direction) -> SeverityPolicy {
        SeverityPolicy(
            exceptions: severities.filter { $0.direction == nil || $0.direction == direction }.map(\.exception))
    }

    /// The companion guide for what goes one way; nil when there is nothing beyond the standard and the severities.
    public func guide(_ direction: Direction) -> CompanionGuide? {
        direction == .inbound ? guideInbound : guideOutbound
    }

    /// Says whether a set such as `850` goes this way; a profile that lists no documents takes and sends everything.
    ///
    /// The 997 and 999 always go both ways: they belong to the envelope and not to the documents agreed on.
    public func exchanges(set: String, direction: Direction) -> Bool {
        documents.isEmpty || set == "997" || set == "999"
            || documents.contains(Document(set: set, direction: direction))
    }

    /// The envelope of documents to the partner, from the first of our identities to the first of its; nil when the
    /// profile has no identities for the usage.
    public func outboundTemplate(usage: Usage) -> EnvelopeTemplate? {
        guard let identities = identities(for: usage), let sender = identities.us.interchangeIDs.first,
            let receiver = identities.partner.interchangeIDs.first, let from = identities.us.groupCodes.first,
            let to = identities.partner.groupCodes.first
        else { return nil }
        var template = EnvelopeTemplate(
            sender: sender, receiver: receiver, applicationSender: from, applicationReceiver: to)
        template.usage = usage.indicator
        template.interchangeVersion = interchangeVersion
        template.groupVersion = groupVersion
        template.asksForAcknowledgment = asksForAcknowledgment
        template.delimiters = delimiters
        template.suffix = suffix.bytes
        return template
    }

    /// The envelope of a 997, 999 or TA1 to the partner: as for documents, but asking for no TA1, since the partners
    /// would otherwise acknowledge acknowledgments for ever; nil when the profile has no identities for the usage.
    public func acknowledgmentTemplate(usage: Usage) -> EnvelopeTemplate? {
        var template = outboundTemplate(usage: usage)
        template?.asksForAcknowledgment = false
        return template
    }

    /// Why nothing is exchanged, in words; nil when business goes on.
    public var suspensionReason: String? {
        guard stage == .suspended else { return nil }
        guard let suspension else { return "the stage in its profile is \"suspended\"" }
        let who = suspension.by.isEmpty ? "" : " by \(suspension.by)"
        let since = suspension.since.isEmpty ? "" : " since \(suspension.since)"
        return "suspended\(since)\(who): \(suspension.because)"
    }

    /// The greatest version a profile may have.
    public static let greatestVersion = 1_000_000

    /// Name and id, as messages speak of a partner.
    var title: String { "\(name) (\(id))" }
}
