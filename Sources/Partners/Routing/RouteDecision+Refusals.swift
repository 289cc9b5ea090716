import X12

// Each refusal tells what was found, what was expected, and what to do.
extension RouteDecision {
    func refuseForeignDrop(_ profile: Profile, _ owner: Profile) -> Route {
        .refused(
            .unknownSender, partner: profile,
            explanation: "\(partnerPlace) says \(name(partnerID)), which is \(profile.title), but the file lay in the "
                + "drop folder of \(owner.title).",
            remedy: "Have \(quoted(profile.id)) put its files in its own drop folder, and ask \(quoted(owner.id)) how "
                + "this one got there.")
    }

    func refuseSuspended(_ suspended: Profile, named profile: Profile) -> Route {
        let role = suspended.id == profile.id ? "" : ", in whose drop folder the file lay,"
        return .refused(
            partnerFinding, partner: profile,
            explanation:
                "\(suspended.title)\(role) is suspended, and nothing is exchanged with it: "
                + "\(suspended.suspensionReason ?? "").",
            remedy:
                "End it by `edigate partner resume \(suspended.id)` when business goes on, then requeue what is held.")
    }

    func refuseOurOwnInDrop() -> Route {
        let isSwapped = !directory.profiles(ofPartner: ourID, usage).isEmpty
        let drop = owner.map { ", but the file lay in the drop folder of \($0.title)" } ?? ""
        return .refused(
            .unknownSender, partner: nil,
            explanation: "ISA05/06 says \(name(partnerID)), which is us\(drop)"
                + (isSwapped ? ": are sender and receiver swapped?" : "."),
            remedy: "Send the partner's identity in ISA05/06 and ours in ISA07/08.")
    }

    func refuseOurID(_ profile: Profile, _ identities: Profile.Identities) -> Route {
        let expected = names(identities.us.interchangeIDs)
        let others = directory.profiles(ofPartner: ourID, usage)
        var hint = ""
        if others.contains(where: { $0.id == profile.id }) {
            hint = " It is the partner's own identity: are sender and receiver swapped?"
        } else if let other = others.first {
            hint = " It is the identity of \(other.title): are sender and receiver swapped?"
        } else if profile.identities(for: usage.other)?.us.interchangeIDs.contains(ourID) == true {
            hint = " That is our identity for \(usage.other.rawValue) data, but ISA15 says \(usage.rawValue)."
        } else if let near = identities.us.interchangeIDs.first(where: { $0.id == ourID.id }) {
            hint = " The identifier is ours, but under the qualifier \(near.qualifier)."
        }
        return .refused(
            ourFinding, partner: profile,
            explanation: "\(ourPlace) says \(name(ourID)), where \(expected), our identity for \(profile.title), is "
                + "expected.\(hint)",
            remedy: "Send \(expected) in \(ourPlace), or add the identity to identities.\(usage.rawValue).us.isa of "
                + "\(quoted(profile.id)).")
    }

    func refuseCode(
        _ code: String, ofPartner: Bool, _ profile: Profile, _ identities: Profile.Identities
    ) -> Route {
        let place = ofPartner ? partnerCodePlace : ourCodePlace
        let expected = (ofPartner ? identities.partner : identities.us).groupCodes
        let isSwapped = (ofPartner ? identities.us : identities.partner).groupCodes.contains(code)
        let owner = ofPartner ? "the code of \(profile.title)" : "our code"
        return .refused(
            ofPartner ? partnerFinding : ourFinding, partner: profile,
            explanation: "\(place) says \(quoted(code)), where \(expected.choice), \(owner) for "
                + "\(usage.rawValue) data, is expected." + (isSwapped ? " Are GS02 and GS03 swapped?" : ""),
            remedy: "Send \(expected.choice) in \(place), or add the code to identities.\(usage.rawValue)."
                + "\(ofPartner ? "partner" : "us").gs of \(quoted(profile.id)).")
    }

    func refuseAmbiguous(_ candidates: [Profile]) -> Route {
        let all = candidates.map { profile in
            "\(profile.title) with \((profile.identities(for: usage)?.partner.groupCodes ?? []).choice)"
        }
        let codes = all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
        guard let partnerCode else {
            return .refused(
                partnerFinding, partner: nil,
                explanation: "\(partnerPlace) says \(name(partnerID)), which \(candidates.count) partners share, and "
                    + "there is no group whose \(partnerCodePlace) tells them apart: \(codes).",
                remedy: "Send the interchange through the partner's own drop folder, or with a group.")
        }
        return .refused(
            partnerFinding, partner: nil,
            explanation: "\(partnerCodePlace) says \(quoted(partnerCode)), which is none of the codes of the partners "
                + "that share \(name(partnerID)): \(codes).",
            remedy: "Send the agreed code in \(partnerCodePlace), or add it to a partner's identities.")
    }

    // MARK: - Unknown partners

    func refuseUnknownPartner() -> Route {
        if let route = refuseOtherUsage() ?? refuseOurOtherUsage() { return route }
        let side = direction == .inbound ? "sends" : "is sent"
        let found =
            "\(partnerPlace) says \(name(partnerID)), but no partner \(side) \(usage.rawValue) data under that identity"
        let add = "add the identity to identities.\(usage.rawValue).partner.isa of the partner's profile"
        if let (near, profile) = nearest() {
            let difference =
                near.qualifier == partnerID.qualifier
                ? "as \(name(near)), written otherwise" : "under the qualifier \(near.qualifier)"
            return .refused(
                partnerFinding, partner: nil,
                explanation: "\(found); \(profile.title) has the identifier \(difference).",
                remedy: "Send \(name(near)) in \(partnerPlace), or \(add).")
        }
        if direction == .outbound, !directory.profiles(ofUs: partnerID, usage).isEmpty {
            return .refused(
                partnerFinding, partner: nil,
                explanation: "ISA05/06 and ISA07/08 both name us: \(name(ourID)) and \(name(partnerID)).",
                remedy: "Send a partner's identity in the other place.")
        }
        if let owner, let identities = owner.identities(for: usage), owner.role != .van {
            let expected = names(identities.partner.interchangeIDs)
            return .refused(
                partnerFinding, partner: nil,
                explanation: "\(found); the drop folder it lay in is that of \(owner.title), which sends \(expected).",
                remedy: "Send \(expected) in \(partnerPlace), or \(add).")
        }
        return .refused(
            partnerFinding, partner: nil, explanation: found + ".",
            remedy: "Ask who \(direction == .inbound ? "sent" : "shall receive") this, then \(add).")
    }

    /// The refusal of an identity that is known, but for the other usage.
    private func refuseOtherUsage() -> Route? {
        let others = directory.profiles(ofPartner: partnerID, usage.other)
        guard let first = others.first else { return nil }
        let profile = others.count == 1 ? first : nil
        if let owner, let profile, !owner.carries(profile) {
            return refuseForeignDrop(profile, owner)
        }
        if let profile, profile.stage == .suspended { return refuseSuspended(profile, named: profile) }
        let agreed = profile?.identities(for: usage).map {
            "its \(usage.rawValue) identity is " + names($0.partner.interchangeIDs)
        }
        let title = profile?.title ?? "\(others.count) partners"
        return .refused(
            .testData, partner: profile,
            explanation: "ISA15 says \(usage.rawValue), but \(name(partnerID)) in \(partnerPlace) is the "
                + "\(usage.other.rawValue) identity of \(title); \(agreed ?? "no \(usage.rawValue) data is agreed").",
            remedy: "Send \(usage.other.indicator) in ISA15, or "
                + (agreed == nil
                    ? "add identities.\(usage.rawValue) to the profile."
                    : "the \(usage.rawValue) identity in \(partnerPlace)."))
    }

    /// The refusal of a sender that is us, but for the other usage.
    private func refuseOurOtherUsage() -> Route? {
        guard direction == .inbound, owner == nil, !directory.profiles(ofUs: partnerID, usage.other).isEmpty else {
            return nil
        }
        return .refused(
            .testData, partner: nil,
            explanation: "ISA15 says \(usage.rawValue), but \(name(partnerID)) in \(partnerPlace) is our identity for "
                + "\(usage.other.rawValue) data.",
            remedy: "Send \(usage.other.indicator) in ISA15, or our \(usage.rawValue) identity in \(partnerPlace).")
    }

    /// A partner's identity that is the same but for the qualifier, or for upper and lower case.
    private func nearest() -> (PartyID, Profile)? {
        let wanted = partnerID.id.uppercased()
        guard !wanted.isEmpty else { return nil }
        for profile in directory.profiles {
            for id in profile.identities(for: usage)?.partner.interchangeIDs ?? [] where id.id.uppercased() == wanted {
                return (id, profile)
            }
        }
        return nil
    }

    // MARK: - Words

    private func name(_ id: PartyID) -> String { quoted(id.description) }

    private func names(_ ids: [PartyID]) -> String { ids.map(\.description).choice }
}
