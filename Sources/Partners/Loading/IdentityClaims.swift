import X12

/// Who claims which identity, so that no interchange fits two profiles or both directions of one.
struct IdentityClaims {
    private struct Claim: Hashable {
        var usage: Profile.Usage
        var id: PartyID
        var code: String
    }

    /// A profile's claim, and where in it the GS code stands.
    private struct Claimant {
        var profile: String
        var isOurs: Bool
        var jsonPath: String
    }

    private var claims: [Claim: [Claimant]] = [:]
    private var order: [Claim] = []

    /// Notes what a profile claims for its partner and for us.
    mutating func add(_ profile: Profile) {
        for usage in Profile.Usage.allCases {
            guard let identities = profile.identities(for: usage) else { continue }
            add(identities.partner, usage, profile, isOurs: false)
            add(identities.us, usage, profile, isOurs: true)
        }
    }

    private mutating func add(_ party: Profile.Party, _ usage: Profile.Usage, _ profile: Profile, isOurs: Bool) {
        let side = isOurs ? "us" : "partner"
        for (index, id) in party.interchangeIDs.enumerated() {
            for code in party.groupCodes {
                let claim = Claim(usage: usage, id: id, code: code)
                if claims[claim] == nil { order.append(claim) }
                claims[claim, default: []].append(
                    Claimant(
                        profile: profile.id, isOurs: isOurs,
                        jsonPath: "$.identities.\(usage.rawValue).\(side).isa[\(index)]"))
            }
        }
    }

    /// One conflict as the profile that has part in it sees it.
    struct Conflict {
        var profile: String
        var jsonPath: String
        var message: String
        var remedy: String
    }

    /// The conflicts, for each profile that has part in one: a partner's identity that another profile claims for its
    /// partner, or any profile for us. Our own identity may stand in all profiles.
    func conflicts() -> [Conflict] {
        order.flatMap { claim -> [Conflict] in
            let claimants = claims[claim] ?? []
            guard claimants.contains(where: { !$0.isOurs }) else { return [] }
            return claimants.compactMap { claimant in
                let rivals = claimants.filter { other in
                    // The same identity twice on one side of one profile says nothing new.
                    (other.profile != claimant.profile || other.isOurs != claimant.isOurs)
                        && !(other.isOurs && claimant.isOurs)
                }
                guard let rival = rivals.first else { return nil }
                return conflict(claim, claimant, with: rival)
            }
        }
    }

    private func conflict(_ claim: Claim, _ claimant: Claimant, with rival: Claimant) -> Conflict {
        let owner = rival.isOurs ? "our own" : "the partner's"
        let place = rival.profile == claimant.profile ? "here too" : "in the profile \(quoted(rival.profile)) too"
        return Conflict(
            profile: claimant.profile, jsonPath: claimant.jsonPath,
            message: "\(quoted(claim.id.description)) with GS code \(quoted(claim.code)) is \(owner) identity for "
                + "\(claim.usage.rawValue) data \(place)",
            remedy: "give the two different identities, or different GS codes")
    }
}
