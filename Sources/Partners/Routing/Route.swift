public import X12

/// Says whose interchange it is, or why nobody's.
public enum Route: Sendable {
    /// From this partner to us.
    case inbound(Profile)
    /// From us to this partner.
    case outbound(Profile)
    /// No partner's, or not acceptable from the one that sent it.
    ///
    /// The code is that of the finding and so of the TA1. The partner is the one whose identity the interchange names,
    /// nil when that is not certain. The explanation says what was found and expected, the remedy what to do.
    case refused(FindingCode, partner: Profile?, explanation: String, remedy: String)

    /// The partner, of a refused interchange the one it names; nil when there is none.
    public var partner: Profile? {
        switch self {
        case .inbound(let profile), .outbound(let profile): profile
        case .refused(_, let partner, _, _): partner
        }
    }
}

extension PartnerDirectory {
    /// Finds out whose interchange or group this is.
    ///
    /// The sender, qualifier and identifier, decides; several partners behind one sender are told apart by GS02, or
    /// without a group by the drop, and never guessed. When the sender is one of us, the receiver decides instead.
    ///
    /// - Parameters:
    ///   - header: The ISA.
    ///   - group: The GS; nil to judge the interchange alone, as for one that holds only a TA1.
    ///   - drop: The id of the partner in whose drop folder the file lay, which may bring only what that partner sent,
    ///     unless the partner is a VAN; nil when the file came another way.
    /// - Returns: Whose it is, or why it is refused.
    public func route(_ header: InterchangeHeader, group: GroupHeader?, drop: String? = nil) -> Route {
        guard let usage = Profile.Usage(indicator: header.usage) else {
            return .refused(
                .usage, partner: nil,
                explanation: "ISA15 says \(quoted(header.usage)), where P (production), T (test) or I is expected.",
                remedy: "Send P or T in ISA15.")
        }
        var owner: Profile?
        if let drop {
            guard let profile = profile(drop) else {
                return .refused(
                    .unknownSender, partner: nil,
                    explanation: "The drop folder \(quoted(drop)) belongs to no partner whose profile is in use.",
                    remedy: "Add or correct the profile of \(quoted(drop)).")
            }
            owner = profile
        }
        let inbound = RouteDecision(
            directory: self, direction: .inbound, usage: usage, header: header, group: group, owner: owner)
        if profiles(ofPartner: header.sender, usage).isEmpty, !profiles(ofUs: header.sender, usage).isEmpty {
            guard owner == nil else { return inbound.refuseOurOwnInDrop() }
            return RouteDecision(
                directory: self, direction: .outbound, usage: usage, header: header, group: group, owner: nil
            ).route()
        }
        return inbound.route()
    }
}
