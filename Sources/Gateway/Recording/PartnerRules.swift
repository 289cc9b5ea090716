import Exchange
import Partners
import X12

/// What the partners' profiles say about interchanges of one drop.
///
/// A class, because it stays the same for thousands of files: a profile has some hundred parts to copy.
final class PartnerRules: Sendable {
    let directory: PartnerDirectory
    /// Whose drop it is.
    let owner: Profile
    /// Under which number the ledger keeps each profile.
    let versions: [String: Int]
    /// Where things go.
    let addresses: Addresses

    /// Makes the rules of a drop. `deliveryDefaults` says where things go of which no profile says so.
    init(
        directory: PartnerDirectory, owner: Profile, versions: [String: Int] = [:],
        deliveryDefaults: [DeliveryRule] = []
    ) {
        self.directory = directory
        self.owner = owner
        self.versions = versions
        addresses = Addresses(directory: directory, defaults: deliveryDefaults)
    }

    /// The rules for an interchange, by the router.
    func rules(_ header: InterchangeHeader, _ group: GroupHeader?) -> Rules {
        var rules = Rules(directory, header: header, group: group, drop: owner.id)
        // Nobody else may learn of it when the sender is not the one it says it is.
        if rules.partner == nil || rules.refusal?.code == .unknownSender {
            let named = rules.partner
            let refusal = rules.refusal
            rules = Rules(owner, header: header)
            rules.partner = named
            rules.refusal = refusal
        }
        if rules.answerTemplate == nil { rules.answerTemplate = EnvelopeTemplate(answering: header, group: group) }
        return rules
    }

    /// The partner in whose drop the answers to an interchange go. What a VAN brought, it also takes back.
    func recipient(_ rules: Rules) -> String {
        guard owner.role != .van, rules.refusal?.code != .unknownSender else { return owner.id }
        return rules.partner ?? owner.id
    }
}
