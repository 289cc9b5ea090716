import X12

/// One interchange on its way to a verdict, seen as two sides, the partner's and ours, whichever of them sends.
struct RouteDecision {
    let directory: PartnerDirectory
    let direction: Profile.Direction
    let usage: Profile.Usage
    let partnerID: PartyID
    let ourID: PartyID
    /// GS02 and GS03, by side; nil without a group.
    let partnerCode: String?
    let ourCode: String?
    /// Whose drop folder the file lay in.
    let owner: Profile?

    init(
        directory: PartnerDirectory, direction: Profile.Direction, usage: Profile.Usage, header: InterchangeHeader,
        group: GroupHeader?, owner: Profile?
    ) {
        let isInbound = direction == .inbound
        self.directory = directory
        self.direction = direction
        self.usage = usage
        partnerID = isInbound ? header.sender : header.receiver
        ourID = isInbound ? header.receiver : header.sender
        partnerCode = isInbound ? group?.sender : group?.receiver
        ourCode = isInbound ? group?.receiver : group?.sender
        self.owner = owner
    }

    func route() -> Route {
        let candidates = candidates()
        guard let first = candidates.first else { return refuseUnknownPartner() }
        let profile: Profile
        if candidates.count == 1 {
            profile = first
        } else {
            let fitting = narrowed(candidates)
            guard let only = fitting.first, fitting.count == 1 else { return refuseAmbiguous(candidates) }
            profile = only
        }
        if let refusal = refusal(of: profile) { return refusal }
        return direction == .inbound ? .inbound(profile) : .outbound(profile)
    }

    /// The profiles that the partner's interchange identity leaves; of an outbound interchange the one that knows us by
    /// its sender, as long as there is one.
    private func candidates() -> [Profile] {
        let named = directory.profiles(ofPartner: partnerID, usage)
        guard direction == .outbound else { return named }
        let knowing = named.filter { $0.identities(for: usage)?.us.interchangeIDs.contains(ourID) == true }
        return knowing.isEmpty ? named : knowing
    }

    /// Of several candidates those that the GS code or, without a group, the drop names.
    private func narrowed(_ candidates: [Profile]) -> [Profile] {
        guard let partnerCode else { return candidates.filter { $0.id == owner?.id } }
        return candidates.filter { $0.identities(for: usage)?.partner.groupCodes.contains(partnerCode) == true }
    }

    // MARK: - Judging one profile

    private func refusal(of profile: Profile) -> Route? {
        if let owner, !owner.carries(profile) { return refuseForeignDrop(profile, owner) }
        if profile.stage == .suspended { return refuseSuspended(profile, named: profile) }
        if let owner, owner.stage == .suspended { return refuseSuspended(owner, named: profile) }
        guard let identities = profile.identities(for: usage) else { return refuseUnknownPartner() }
        if usage == .production, profile.stage == .draft || profile.stage == .test {
            return .refused(
                .testData, partner: profile,
                explanation:
                    "ISA15 says production, but \(profile.title) is in stage \(quoted(profile.stage.rawValue)), "
                    + "in which only test data is exchanged.",
                remedy: "Send T in ISA15, or promote \(quoted(profile.id)) to production.")
        }
        guard identities.us.interchangeIDs.contains(ourID) else { return refuseOurID(profile, identities) }
        if let partnerCode, !identities.partner.groupCodes.contains(partnerCode) {
            return refuseCode(partnerCode, ofPartner: true, profile, identities)
        }
        if let ourCode, !identities.us.groupCodes.contains(ourCode) {
            return refuseCode(ourCode, ofPartner: false, profile, identities)
        }
        return nil
    }

    // MARK: - Words

    /// Where the partner's identity stands.
    var partnerPlace: String { direction == .inbound ? "ISA05/06" : "ISA07/08" }
    /// Where ours stands.
    var ourPlace: String { direction == .inbound ? "ISA07/08" : "ISA05/06" }
    /// Where the partner's GS code stands.
    var partnerCodePlace: String { direction == .inbound ? "GS02" : "GS03" }
    /// Where ours stands.
    var ourCodePlace: String { direction == .inbound ? "GS03" : "GS02" }
    /// The finding when the partner's side is wrong.
    var partnerFinding: FindingCode { direction == .inbound ? .unknownSender : .unknownReceiver }
    /// The finding when our side is wrong.
    var ourFinding: FindingCode { direction == .inbound ? .unknownReceiver : .unknownSender }
}
