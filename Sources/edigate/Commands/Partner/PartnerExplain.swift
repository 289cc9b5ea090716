import Commerce
import Partners
import X12

/// `edigate partner explain`: one value of a profile, where it comes from and what it means.
enum PartnerExplain: Command {
    static let name = "explain"
    static let summary = "one field of a profile: its value, the file and line it comes from, what it means"
    static let takesPartner = true
    static let options: [Option] = []
    static let help = """
        usage: edigate partner explain ID FIELD [--root DIR | --partners DIR]
               edigate partner explain ID SET [PLACE]

        FIELD is a path such as envelope.isa14, or a group of fields such as clocks: its value, the layers that say it,
        what it means, what it may be, and the code that acts on it. Without FIELD every value that is no default.
        SET tells the rules of the guide for it, PLACE those about a segment or element.

        example: edigate partner explain corvane-medical envelope.isa14 --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard (1...3).contains(arguments.operands.count) else {
            throw .usage("names a partner and a FIELD; see --help")
        }
        let id = arguments.operands[0]
        let (directory, faults) = try PartnerFolder.load(Partner.folder(arguments))
        try Partner.check(id, in: directory)
        guard let values = directory.values(of: id) else {
            PartnerFolder.complain(faults)
            throw .environment("the profile of \(id) cannot be read")
        }
        guard arguments.operands.count > 1 else {
            for value in values where value.origin != nil { print(value, isJSON: arguments.isJSON, isShort: true) }
            return .done
        }
        let field = arguments.operands[1]
        if field.utf8.count == 3, field.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let profile = try RuleChoice.profile(id, in: directory)
            return rules(profile, set: field, place: arguments.operands.dropFirst(2).first ?? "")
        }
        let path = FormatSchema.profile.canonical(field)
        let found = values.filter { $0.path == path || $0.path.hasPrefix(path + ".") }
        guard !found.isEmpty else { return try missing(path, field) }
        for value in found { print(value, isJSON: arguments.isJSON, isShort: found.count > 1) }
        return .done
    }

    /// A field that has no value of its own: one within a list, an identity that is not given, or none at all.
    private static func missing(_ path: String, _ written: String) throws(CommandFailure) -> ExitCode {
        guard let field = FormatSchema.profile.field(path) else {
            let near = FormatSchema.profile.paths.nearest(to: written).map { "; did you mean \($0)?" }
            throw .usage("there is no field \(written)\(near ?? "; `edigate schema profile` lists them")")
        }
        Terminal.print(Terminal.styled(path, .bold) + "  not written")
        tell(field, initial: nil)
        return .done
    }

    private static func print(_ value: ProfileValue, isJSON: Bool, isShort: Bool) {
        if isJSON {
            var json = OutcomeJSON()
            json.beginRecord("field")
            json.text("path", value.path)
            json.text("value", value.text)
            json.text("layer", value.origin?.layer ?? "default")
            if let origin = value.origin {
                json.text("file", origin.file)
                json.number("line", origin.line)
            }
            json.text("meaning", FormatSchema.profile.field(value.path)?.meaning ?? "")
            Terminal.write(json.endRecord())
            return
        }
        let text = value.text.isEmpty ? "not written" : value.text
        let place = value.origin.map { "\($0.file):\($0.line)" } ?? "default"
        guard !isShort else {
            Terminal.print("\(Terminal.styled(value.path, .bold))  \(text)  \(Terminal.styled(place, .faint))")
            return
        }
        Terminal.print("\(Terminal.styled(value.path, .bold))  \(text)")
        Terminal.print("  from     \(place)" + (value.origin == nil ? ": no layer says it" : ""))
        for origin in value.origins.dropLast().reversed() {
            Terminal.print("  over     \(origin.file):\(origin.line), which says \(origin.text)")
        }
        if let field = FormatSchema.profile.field(value.path) {
            tell(field, initial: FormatSchema.profile.initial(of: value.path))
        }
    }

    private static func tell(_ field: SchemaField, initial: String?) {
        Terminal.print("  means    \(field.meaning)")
        Terminal.print("  may be   \(field.form.description)")
        if let initial { Terminal.print("  default  \(initial)") }
        if initial == nil, !field.otherwise.isEmpty { Terminal.print("  without  \(field.otherwise)") }
        if !field.example.isEmpty { Terminal.print("  example  \(field.example)") }
        if !field.files.isEmpty { Terminal.print("  acts in  \(field.files.joined(separator: ", "))") }
    }

    private static func rules(_ profile: Profile, set: String, place: String) -> ExitCode {
        var count = 0
        for direction in Profile.Direction.allCases {
            for part in profile.guide(direction)?.parts ?? [] where part.set == set {
                for rule in part.rules where place.isEmpty || rule.origin.statement.contains(place) {
                    count += 1
                    let severity = rule.severity.map { ", \($0.name)" } ?? ""
                    Terminal.print(
                        "\(Terminal.styled(rule.origin.statement, .bold))  (\(direction.rawValue)\(severity))")
                    Terminal.print("  from     \(rule.origin.file):\(rule.origin.line)")
                    if !rule.origin.because.isEmpty { Terminal.print("  because  \(rule.origin.because)") }
                }
            }
        }
        if count == 0 {
            let about = place.isEmpty ? "" : " about \(place)"
            Terminal.print("the guide of \(profile.id) has no rule\(about) for the \(set): the standard alone holds")
        }
        return .done
    }
}
