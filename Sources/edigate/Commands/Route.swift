import Exchange
import Partners
import X12

/// `edigate route`: which partner and rules would apply, and why.
enum Route: Command {
    static let name = "route"
    static let summary = "which partner and rules would apply to a file, and why"
    static let options: [Option] = []
    static let help = """
        usage: edigate route IN… [--root DIR | --partners DIR]

        Looks only at envelopes: for each interchange the partner, the direction, the usage and the rules that would
        apply; or why it would go to quarantine, and with which TA1.

        example: edigate route --partners TradingPartners Samples/bad/sender-unknown.x12
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("file"))
        let folder = arguments.partnersFolder ?? arguments.root + "/TradingPartners"
        let directory = try PartnerFolder(folder).directory
        var isRefused = false
        for item in files.items {
            var reader = InterchangeReader(try InputFiles.open(item))
            do throws(SourceError) {
                while let survey = try reader.next() {
                    guard let header = survey.header else { continue }
                    let route = directory.route(header, group: survey.firstGroup)
                    if case .refused = route { isRefused = true }
                    show(route, header, survey.firstGroup, file: item.name, isJSON: arguments.isJSON)
                }
            } catch {
                throw .environment("\(item.name): \(error.reason)")
            }
        }
        return isRefused ? .negative : .done
    }

    private static func show(
        _ route: Partners.Route, _ header: InterchangeHeader, _ group: GroupHeader?, file: String, isJSON: Bool
    ) {
        var json = OutcomeJSON()
        json.beginRecord("route")
        json.text("file", file)
        json.text("controlNumber", header.controlNumber)
        json.text("sender", header.sender.description)
        json.text("receiver", header.receiver.description)
        json.text("usage", header.usage)
        let lead =
            "\(file)  interchange \(header.controlNumber)  \(header.sender) → \(header.receiver)  usage \(header.usage)"
        switch route {
        case .inbound(let profile), .outbound(let profile):
            var direction = "inbound"
            if case .outbound = route { direction = "outbound" }
            json.text("partner", profile.id)
            json.text("direction", direction)
            json.list("layers", profile.layers)
            json.list("guide", profile.guideFiles)
            if !isJSON {
                Terminal.print(lead)
                Terminal.print(
                    "  \(Terminal.styled(profile.id, .green))  \(direction), \(profile.name), stage \(profile.stage.rawValue)"
                )
                let groups = group.map { ", GS02 \($0.sender), GS03 \($0.receiver)" } ?? ""
                Terminal.print(
                    "  because \(header.sender) → \(header.receiver)\(groups) are identities of this profile for usage \(header.usage)"
                )
                Terminal.print("  layers  \(profile.layers.joined(separator: " < "))")
                Terminal.print(
                    "  997 \(profile.functionalAcknowledgment.rawValue), TA1 \(profile.interchangeAcknowledgment.rawValue), \(profile.severities.count) severity exceptions"
                )
                let way: Profile.Direction = direction == "inbound" ? .inbound : .outbound
                if let guide = profile.guide(way), !guide.parts.isEmpty {
                    Terminal.print(
                        "  guide   \(profile.guideFiles.joined(separator: " < ")): rules for \(Partner.sets(of: guide))"
                    )
                }
            }
        case .refused(let code, let profile, let explanation, let remedy):
            let note = InterchangeWriter.filled(Int(code.entry.ack.interchange ?? 0), 3)
            json.text("refused", code.entry.name)
            json.text("ta1", note)
            if let profile { json.text("partner", profile.id) }
            json.text("explanation", explanation)
            json.text("remedy", remedy)
            if !isJSON {
                Terminal.print(lead)
                Terminal.print("  \(Terminal.styled("quarantine", .red))  \(code.entry.name), TA1 R \(note)")
                Terminal.print("  because \(explanation)")
                Terminal.print("  do      \(remedy)")
            }
        }
        let record = json.endRecord()
        if isJSON { Terminal.write(record) }
    }
}
