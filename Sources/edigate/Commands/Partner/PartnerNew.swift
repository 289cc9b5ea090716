import Commerce
import FoundationEssentials
import Gateway
import Partners
import X12

/// `edigate partner new`: begins a profile from a template.
enum PartnerNew: Command {
    static let name = "new"
    static let summary = "begin a profile and guide from a template, asking at a terminal"
    static let options: [Option] = [
        .value("--template", ProfileTemplate.allCases.map(\.rawValue)), .value("--name"),
        .value("--role", Profile.Role.allCases.map(\.rawValue)), .value("--them"), .value("--us"),
        .value("--them-test"), .value("--us-test"), .value("--version"), .flag("--ta1"), .flag("--force"),
    ]
    static let help = """
        usage: edigate partner new ID [--template healthcare-supplier|retail-vendor|distributor|blank]
                    [--name NAME] [--role supplier|customer|van] [--them Q:ID/GS] [--us Q:ID/GS]
                    [--them-test Q:ID/GS] [--us-test Q:ID/GS] [--version 004010] [--ta1] [--force]

        Writes TradingPartners/ID/profile.json5 and guide.json5 and makes its drop folders under --root. What no option
        says is asked at a terminal. Identities are QUALIFIER:ID/GS: what stands in ISA05/06 and GS02, or ISA07/08 and
        GS03; without /GS the identifier is the GS code. Without --us it is the one that the other profiles have.
        --them-test and --us-test are the identities of test data. --ta1 asks for TA1s. A layer
        _base/TEMPLATE.json5, where there is one, is extended.

        example: edigate partner new acme --template retail-vendor --name "Acme Foods" --them 01:123456789/ACME \\
                     --us ZZ:HUB/HUB --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let partners = Partner.folder(arguments)
        let folder = try ProfileFolder(id, in: partners)
        if !arguments.has("--force"), FileManager.default.fileExists(atPath: folder.profile) {
            throw .usage("\(folder.profile) is there already; --force writes over it")
        }
        try makeRoot(arguments, partners)
        let (directory, _) = try PartnerFolder.load(partners)
        let draft = try draft(id, arguments, directory, partners)
        var files = [(name: "profile.json5", text: draft.profileText())]
        if draft.extends.isEmpty, let guide = draft.guideText() { files.append(("guide.json5", guide)) }
        try folder.write(files, overwriting: arguments.has("--force"))
        try ProfileFolder.makeDrops(arguments)
        return try report(id, files.map(\.name), folder, arguments)
    }

    /// What is wrong with what was written, and what comes next.
    private static func report(
        _ id: String, _ files: [String], _ folder: ProfileFolder, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        let (directory, faults) = try PartnerFolder.load(folder.partners)
        for file in files { Terminal.tell("wrote \(folder.path)/\(file)") }
        let own = faults.filter { $0.path.hasPrefix("\(id)/") || $0.path.contains("/\(id)/") }
        guard directory.profile(id) != nil else {
            for fault in own { Terminal.complain(fault.description) }
            Terminal.complain("the profile is written and not in use until this is mended")
            return .environment
        }
        let place = arguments.value("--partners").map { "--partners \($0)" } ?? "--root \(arguments.root)"
        Terminal.tell(
            """
            next: edigate partner lint \(id) \(place)        what goes wrong in practice
                  edigate validate FILE --partner \(id) \(place)   a sample under these rules
            """)
        return .done
    }

    /// A root is made where there is none yet, so that the first partner can be the first step.
    private static func makeRoot(_ arguments: Arguments, _ partners: String) throws(CommandFailure) {
        if arguments.value("--partners") == nil { return try ProfileFolder.makeDrops(arguments) }
        do {
            try FileManager.default.createDirectory(atPath: partners, withIntermediateDirectories: true)
        } catch {
            throw .environment("cannot make \(partners): \(error)")
        }
    }

    // MARK: - Answers

    private static func draft(
        _ id: String, _ arguments: Arguments, _ directory: PartnerDirectory, _ partners: String
    ) throws(CommandFailure) -> ProfileDraft {
        let asks = Asking.isPossible
        let template = try word(
            "--template", "template (\(ProfileTemplate.allCases.map(\.rawValue).joined(separator: ", ")))",
            ProfileTemplate.self, initial: .blank, asks, arguments)
        var draft = ProfileDraft(
            id: id, name: try text("--name", "name, as people say it", initial: id, asks, arguments),
            role: try word(
                "--role", "role (supplier, customer, van)", Profile.Role.self, initial: .supplier, asks, arguments),
            template: template)
        draft.version = try version(asks, arguments)
        draft.asksForAcknowledgment = arguments.has("--ta1")
        let layer = "\(partners)/_base/\(template.rawValue).json5"
        if FileManager.default.fileExists(atPath: layer) { draft.extends = [template.rawValue] }
        let us = try party(
            "--us", "our identity, as it writes it (QUALIFIER:ID/GS)", usual(directory, .production), asks, arguments)
        let them = try party("--them", "its identity (QUALIFIER:ID/GS)", nil, asks, arguments)
        guard let us, let them else {
            throw .usage(
                (them == nil ? "--them" : "--us") + " QUALIFIER:ID/GS names "
                    + (them == nil ? "the partner" : "us, and no other profile does"))
        }
        draft.production = Profile.Identities(partner: them, us: us)
        draft.test = try testIdentities(draft, directory, asks, arguments)
        return draft
    }

    private static func testIdentities(
        _ draft: ProfileDraft, _ directory: PartnerDirectory, _ asks: Bool, _ arguments: Arguments
    ) throws(CommandFailure) -> Profile.Identities? {
        guard let production = draft.production else { return nil }
        let us = try arguments.identity("--us-test") ?? usual(directory, .test)
        if let them = try arguments.identity("--them-test") {
            return Profile.Identities(partner: them, us: us ?? production.us)
        }
        // A draft takes test data only: without another identity the same serve, told apart by ISA15.
        guard asks else { return Profile.Identities(partner: production.partner, us: us ?? production.us) }
        let them = try party(
            "--them-test", "its identity for test data", production.partner, asks, arguments)
        return Profile.Identities(partner: them ?? production.partner, us: us ?? production.us)
    }

    /// Our identity in the most profiles.
    private static func usual(_ directory: PartnerDirectory, _ usage: Profile.Usage) -> Profile.Party? {
        var counts: [Profile.Party: Int] = [:]
        for profile in directory.profiles {
            if let us = profile.identities(for: usage)?.us { counts[us, default: 0] += 1 }
        }
        return counts.max { ($0.value, IdentityText.text($1.key)) < ($1.value, IdentityText.text($0.key)) }?.key
    }

    private static func text(
        _ option: String, _ question: String, initial: String, _ asks: Bool, _ arguments: Arguments
    ) throws(CommandFailure) -> String {
        if let given = arguments.value(option) { return given }
        return asks ? try answered(Asking.ask(question, initial: initial)) : initial
    }

    private static func word<W: RawRepresentable<String> & CaseIterable>(
        _ option: String, _ question: String, _ type: W.Type, initial: W, _ asks: Bool, _ arguments: Arguments
    ) throws(CommandFailure) -> W {
        let words = W.allCases.map(\.rawValue)
        func read(_ text: String) -> Result<W, AnswerFault> {
            if let word = W(rawValue: text) { return .success(word) }
            let near = words.nearest(to: text).map { "; did you mean \($0)?" } ?? ""
            return .failure(AnswerFault("one of \(words.joined(separator: ", ")), not \(text)\(near)"))
        }
        if let given = arguments.value(option) {
            switch read(given) {
            case .success(let word): return word
            case .failure(let fault): throw .usage("\(option) is \(fault.reason)")
            }
        }
        return asks ? try answered(Asking.ask(question, initial: initial.rawValue, read)) : initial
    }

    private static func version(_ asks: Bool, _ arguments: Arguments) throws(CommandFailure) -> String {
        func read(_ text: String) -> Result<String, AnswerFault> {
            if Standard.version(text) != nil { return .success(text) }
            return .failure(AnswerFault("one of \(Standard.versions.joined(separator: ", ")), not \(text)"))
        }
        if let given = arguments.value("--version") {
            switch read(given) {
            case .success(let version): return version
            case .failure(let fault): throw .usage("--version is \(fault.reason)")
            }
        }
        return asks ? try answered(Asking.ask("version (GS08)", initial: "004010", read)) : "004010"
    }

    private static func party(
        _ option: String, _ question: String, _ initial: Profile.Party?, _ asks: Bool, _ arguments: Arguments
    ) throws(CommandFailure) -> Profile.Party? {
        if let given = try arguments.identity(option) { return given }
        guard asks else { return initial }
        return try answered(
            Asking.ask(question, initial: initial.map(IdentityText.text) ?? "") { IdentityText.read($0) })
    }

    private static func answered<T>(_ answer: T?) throws(CommandFailure) -> T {
        guard let answer else { throw .usage("the answers end here; options say what is asked, see --help") }
        return answer
    }
}
