public import Partners
public import X12

extension Rules {
    /// What applies by partner profiles: the route of an interchange, and the profile's own rules.
    ///
    /// - Parameters:
    ///   - directory: The partners.
    ///   - header: The ISA.
    ///   - group: The first GS.
    ///   - drop: The partner whose drop the bytes came from, when they came from one.
    public init(_ directory: PartnerDirectory, header: InterchangeHeader, group: GroupHeader?, drop: String? = nil) {
        self.init()
        switch directory.route(header, group: group, drop: drop) {
        case .inbound(let profile): apply(profile, .inbound, header)
        case .outbound(let profile): apply(profile, .outbound, header)
        case .refused(let code, let profile, let explanation, let remedy):
            if let profile { apply(profile, .inbound, header) }
            sets = nil
            // What was refused is answered as it was addressed: the sender may not be known by the profile's names.
            if let used = answerTemplate {
                answerTemplate = EnvelopeTemplate(answering: header, group: group).using(
                    used.delimiters, suffix: used.suffix)
            }
            refusal = Refusal(code: code, explanation: explanation, remedy: remedy)
        }
    }

    /// What applies by one profile, without identity checks: to what we send it where the identities say so, else to
    /// what it sends.
    public init(_ profile: Profile, header: InterchangeHeader) {
        self.init()
        let isOurs = Profile.Usage.allCases.contains { usage in
            guard let identities = profile.identities(for: usage) else { return false }
            return identities.us.interchangeIDs.contains(header.sender)
                && identities.partner.interchangeIDs.contains(header.receiver)
        }
        apply(profile, isOurs ? .outbound : .inbound, header)
        sets = nil
    }

    /// What holds for an interchange that we are about to send to a partner, so that what its profile and guide would
    /// refuse does not leave: its severities and its guide.
    public init(sendingTo profile: Profile) {
        self.init()
        partner = profile.id
        policy = profile.policy(.outbound)
        guide = profile.guide(.outbound)
        nestings = profile.nestings
        qualifiers = profile.qualifiers
    }

    private mutating func apply(_ profile: Profile, _ direction: Profile.Direction, _ header: InterchangeHeader) {
        partner = profile.id
        policy = profile.policy(direction)
        guide = profile.guide(direction)
        nestings = profile.nestings
        qualifiers = profile.qualifiers
        crosswalks = profile.crosswalks
        interchangeAcknowledgment =
            InterchangeAcknowledgmentPolicy(rawValue: profile.interchangeAcknowledgment.rawValue) ?? .requested
        functionalAcknowledgment.kind = AcknowledgmentKind(rawValue: profile.functionalAcknowledgment.rawValue)
        functionalAcknowledgment.version = profile.acknowledgmentVersion
        functionalAcknowledgment.copying = ValueCopying(
            copies: profile.copiesValues, masked: Set(profile.maskedElements))
        answerTemplate = profile.acknowledgmentTemplate(
            usage: Profile.Usage(indicator: header.usage) ?? .production)
        if !profile.documents.isEmpty {
            sets = Set(profile.documents.filter { $0.direction == direction }.map(\.set)).union(["997", "999"])
        }
    }
}
