import Commerce
import Partners
import X12

/// `edigate partner`: the trading partners, from the first sample to production.
enum Partner: CommandGroup {
    static let name = "partner"
    static let summary = "the trading partners: \(subcommands.map { $0.name }.joined(separator: ", "))"
    /// Another one is a file in this folder and a word here.
    static var subcommands: [any Command.Type] {
        [
            PartnerList.self, PartnerShow.self, PartnerNew.self, PartnerInfer.self, PartnerExplain.self,
            PartnerDiff.self,
            PartnerLint.self, PartnerGuide.self, PartnerCertify.self, PartnerShadow.self, PartnerPromote.self,
            PartnerSuspend.self, PartnerResume.self,
        ]
    }
    static var help: String {
        """
        usage: edigate partner COMMAND [ARGUMENTS]

        \(subcommands.listing)

        `edigate partner COMMAND --help` shows each with an example.

        example: edigate partner list --partners TradingPartners
        """
    }

    // MARK: - What its commands share

    /// The folder of the partners: `--partners`, or that of the root.
    static func folder(_ arguments: Arguments) -> String {
        arguments.partnersFolder ?? arguments.root + "/TradingPartners"
    }

    /// Refuses operands too many or too few.
    static func expect(_ count: Int, of arguments: Arguments) throws(CommandFailure) {
        guard arguments.operands.count != count else { return }
        if arguments.operands.count > count {
            throw .usage("\(arguments.operands[count]) is one word too many; see --help")
        }
        throw .usage("names no \(count == 1 || arguments.operands.isEmpty ? "partner" : "more"); see --help")
    }

    /// The one operand, a partner's id.
    static func id(_ arguments: Arguments) throws(CommandFailure) -> String {
        try expect(1, of: arguments)
        return arguments.operands[0]
    }

    /// Refuses the id of a partner there are no files of.
    static func check(_ id: String, in directory: PartnerDirectory) throws(CommandFailure) {
        guard !directory.partnerIDs.contains(id) else { return }
        let near = directory.partnerIDs.nearest(to: id).map { "; did you mean \($0)?" } ?? "; `partner list` lists them"
        throw .usage("there is no partner \(id)\(near)")
    }

    /// The sets exchanged: `in 855,856  out 850`.
    static func sets(_ profile: Profile) -> String {
        guard !profile.documents.isEmpty else { return "all" }
        return Profile.Direction.allCases.map { direction in
            direction.rawValue + " "
                + profile.documents.filter { $0.direction == direction }.map(\.set).joined(separator: ",")
        }.joined(separator: "  ")
    }

    /// The sets a guide has rules for, with their number: `855 (12), 810 (9)`.
    static func sets(of guide: CompanionGuide) -> String {
        guide.parts.map { "\($0.set) (\($0.rules.count))" }.joined(separator: ", ")
    }
}
