import Commerce
import Exchange
import Partners
import X12

/// Which rules a stateless command applies: the standard alone, one partner's profile, or the router's choice.
struct RuleChoice {
    private let directory: PartnerDirectory?
    private let profile: Profile?
    /// By which set groups are answered, whatever the profile says.
    var functional: AcknowledgmentKind?

    init(_ arguments: Arguments) throws(CommandFailure) {
        directory = try arguments.partners()?.directory
        if let id = arguments.value("--partner") {
            guard let directory else { throw .usage("--partner needs --root or --partners") }
            profile = try Self.profile(id, in: directory)
        } else {
            profile = nil
        }
    }

    static func profile(_ id: String, in directory: PartnerDirectory) throws(CommandFailure) -> Profile {
        if let profile = directory.profile(id) { return profile }
        let near = directory.profiles.map(\.id).nearest(to: id)
        throw .usage("there is no partner \(id)" + (near.map { "; did you mean \($0)?" } ?? ""))
    }

    func rules(for header: InterchangeHeader, _ group: GroupHeader?) -> Rules {
        var rules = Rules()
        if let profile {
            rules = Rules(profile, header: header)
        } else if let directory {
            rules = Rules(directory, header: header, group: group)
        }
        if let functional { rules.functionalAcknowledgment.kind = functional }
        return rules
    }
}
