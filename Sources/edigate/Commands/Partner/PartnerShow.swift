import Partners
import X12

/// `edigate partner show`: all rules that apply to one partner.
enum PartnerShow: Command {
    static let name = "show"
    static let summary = "all rules that apply to one partner"
    static let takesPartner = true
    static let options: [Option] = []
    static let help = """
        usage: edigate partner show ID [--root DIR | --partners DIR]

        Tells who the partner is, its envelopes and acknowledgments, its sets, severities and every line of its guide.
        `partner explain ID FIELD` tells where a value comes from.

        example: edigate partner show corvane-medical --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let directory = try PartnerFolder(Partner.folder(arguments)).directory
        show(try RuleChoice.profile(id, in: directory), isJSON: arguments.isJSON)
        return .done
    }

    private static func show(_ profile: Profile, isJSON: Bool) {
        if isJSON { return Terminal.write(record(profile)) }
        Terminal.print("\(Terminal.styled(profile.id, .bold))  \(profile.name)")
        Terminal.print(
            "  role \(profile.role.rawValue), stage \(profile.stage.rawValue), version \(profile.version), layers \(profile.layers.isEmpty ? "none" : profile.layers.joined(separator: " < "))"
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
        Terminal.print("  sets: \(Partner.sets(profile))")
        if let reason = profile.suspensionReason { Terminal.print("  " + Terminal.styled(reason, .red)) }
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

    static func record(_ profile: Profile) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("partner")
        json.text("id", profile.id)
        json.text("name", profile.name)
        json.text("role", profile.role.rawValue)
        json.text("stage", profile.stage.rawValue)
        json.number("profileVersion", profile.version)
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
