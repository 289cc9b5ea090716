import Partners
import X12

/// `edigate partner`: the trading partners.
enum Partner: Command {
    static let name = "partner"
    static let summary = "the trading partners: list, show"
    static let options: [Option] = []
    static let help = """
        usage: edigate partner list [--root DIR | --partners DIR]
               edigate partner show ID

        `list` shows every partner with its role, stage, identities and sets, and every fault in a profile with its
        place. `show` tells all rules that apply to one.

        example: edigate partner list --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let folder = arguments.partnersFolder ?? arguments.root + "/TradingPartners"
        switch arguments.operands.first {
        case "list" where arguments.operands.count == 1:
            let (directory, faults) = try PartnerFolder.load(folder)
            list(directory, isJSON: arguments.isJSON)
            PartnerFolder.complain(faults)
            return faults.isEmpty ? .done : .environment
        case "show" where arguments.operands.count == 2:
            let directory = try PartnerFolder(folder).directory
            show(try RuleChoice.profile(arguments.operands[1], in: directory), isJSON: arguments.isJSON)
            return .done
        case let word?: throw .usage("`\(word)` is not list or show ID; see edigate partner --help")
        case nil: throw .usage("list, or show ID?")
        }
    }

    private static func list(_ directory: PartnerDirectory, isJSON: Bool) {
        if isJSON {
            for profile in directory.profiles { Terminal.write(record(profile)) }
            return
        }
        var table = Table(["partner", "name", "role", "stage", "identity", "sets"])
        for profile in directory.profiles {
            let identities = profile.production ?? profile.test
            table.add([
                profile.id, profile.name, profile.role.rawValue, profile.stage.rawValue,
                identities?.partner.interchangeIDs.map(\.description).joined(separator: " ") ?? "none",
                sets(profile),
            ])
        }
        table.print()
    }

    private static func sets(_ profile: Profile) -> String {
        guard !profile.documents.isEmpty else { return "all" }
        return Profile.Direction.allCases.map { direction in
            direction.rawValue + " "
                + profile.documents.filter { $0.direction == direction }.map(\.set).joined(separator: ",")
        }.joined(separator: "  ")
    }

    private static func show(_ profile: Profile, isJSON: Bool) {
        if isJSON { return Terminal.write(record(profile)) }
        Terminal.print("\(Terminal.styled(profile.id, .bold))  \(profile.name)")
        Terminal.print(
            "  role \(profile.role.rawValue), stage \(profile.stage.rawValue), layers \(profile.layers.joined(separator: " < "))"
        )
        for (usage, identities) in [("production", profile.production), ("test", profile.test)] {
            guard let identities else { continue }
            for (who, party) in [("partner", identities.partner), ("us", identities.us)] {
                Terminal.print(
                    "  \(usage) \(who): ISA \(party.interchangeIDs.map(\.description).joined(separator: ", "))"
                        + ", GS \(party.groupCodes.joined(separator: ", "))")
            }
        }
        Terminal.print(
            "  envelope: ISA12 \(profile.interchangeVersion), ISA14 \(profile.asksForAcknowledgment ? 1 : 0), GS08 \(profile.groupVersion), delimiters \(Inspector.show(profile.delimiters)), suffix \(profile.suffix.rawValue)"
        )
        Terminal.print(
            "  acknowledgments: functional \(profile.functionalAcknowledgment.rawValue)"
                + (profile.acknowledgmentVersion.map { " in \($0)" } ?? "")
                + (profile.copiesValues ? "" : ", bad values not repeated")
                + (profile.maskedElements.isEmpty ? "" : ", \(profile.maskedElements.joined(separator: " ")) masked")
                + ", TA1 \(profile.interchangeAcknowledgment.rawValue)")
        Terminal.print("  sets: \(sets(profile))")
        showPolicy(profile)
        showGuide(profile)
    }

    /// How much findings weigh, the last line that applies counting.
    private static func showPolicy(_ profile: Profile) {
        Terminal.print(
            "  severities: by default E- is error, W- warning, N- and R- note, G- error, B- warning"
                + (profile.severities.isEmpty ? "" : "; here, the last that applies counts:"))
        for rule in profile.severities {
            let exception = rule.exception
            let place = [exception.set, exception.place ?? exception.path?.description].compactMap(\.self)
                .joined(separator: " ")
            let way = rule.direction.map { ", \($0.rawValue) only" } ?? ""
            let repairs = exception.codes.filter { $0.isRepair && exception.severity == .error }
            Terminal.print(
                "    \(exception.check)\(place.isEmpty ? "" : " in " + place)\(way) is \(exception.severity.name)"
                    + (repairs.isEmpty ? "" : ": interchanges that need it are refused"))
        }
    }

    private static func showGuide(_ profile: Profile) {
        guard !profile.guideFiles.isEmpty else { return }
        Terminal.print("  guide: \(profile.guideFiles.joined(separator: " < "))")
        for direction in Profile.Direction.allCases {
            guard let guide = profile.guide(direction) else { continue }
            for part in guide.parts {
                guard let file = part.rules.first?.origin.file else { continue }
                let versions = part.versions.isEmpty ? "" : ", \(part.versions.joined(separator: " "))"
                let count = part.rules.count == 1 ? "1 rule" : "\(part.rules.count) rules"
                Terminal.print("    \(direction.rawValue) \(part.set)\(versions), \(count) of \(file)")
                guard !Terminal.isQuiet else { continue }
                for rule in part.rules {
                    let severity = rule.severity.map { " [\($0.name)]" } ?? ""
                    Terminal.print("      line \(rule.origin.line): \(rule.origin.statement)\(severity)")
                }
            }
        }
    }

    /// The sets a guide has rules for, with their number: `855 (12), 810 (9)`.
    static func sets(of guide: CompanionGuide) -> String {
        guide.parts.map { "\($0.set) (\($0.rules.count))" }.joined(separator: ", ")
    }

    private static func record(_ profile: Profile) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("partner")
        json.text("id", profile.id)
        json.text("name", profile.name)
        json.text("role", profile.role.rawValue)
        json.text("stage", profile.stage.rawValue)
        json.list("layers", profile.layers)
        for (usage, identities) in [("production", profile.production), ("test", profile.test)] {
            guard let identities else { continue }
            json.list(usage + "Partner", identities.partner.interchangeIDs.map(\.description))
            json.list(usage + "Us", identities.us.interchangeIDs.map(\.description))
        }
        json.text("version", profile.groupVersion)
        json.text("delimiters", Inspector.show(profile.delimiters))
        json.text("functionalAcknowledgment", profile.functionalAcknowledgment.rawValue)
        json.text("ta1", profile.interchangeAcknowledgment.rawValue)
        json.list("receives", profile.documents.filter { $0.direction == .inbound }.map(\.set))
        json.list("sends", profile.documents.filter { $0.direction == .outbound }.map(\.set))
        json.list(
            "severities",
            profile.severities.map { rule in
                let place = rule.exception.place ?? rule.exception.path?.description
                return [
                    rule.exception.check, rule.exception.set, place, rule.direction?.rawValue,
                    rule.exception.severity.name,
                ].compactMap(\.self).joined(separator: " ")
            })
        json.list("guide", profile.guideFiles)
        return json.endRecord()
    }
}
