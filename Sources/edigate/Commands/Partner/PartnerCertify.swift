import Certification
import Commerce
import Exchange
import FoundationEssentials
import Gateway
import Partners

/// `edigate partner certify`: the scenarios that a partner must pass, and how it did.
enum PartnerCertify: Command {
    static let name = "certify"
    static let summary = "scenarios for a partner to pass, its replies checked across documents, a report and score"
    static let takesPartner = true
    static let options: [Option] = [
        .value("--seed"), .value("--at"), .value("--scenario", Scenario.allCases.map(\.rawValue)), .flag("--rehearse"),
        .value("--out"), .value("--html"), .value("--folder"),
    ]
    static let help = """
        usage: edigate partner certify ID [--root DIR] [--seed N] [--at DATE] [--scenario NAME…] [--html FILE]
               edigate partner certify ID --rehearse [--out DIR] [--root DIR | --partners DIR]

        Makes scenarios for the partner out of its profile and guide and puts what we send into drop/ID/cert/pack:
        \(Scenario.allCases.map(\.rawValue).listed(width: 108))
        Its replies go into drop/ID/cert. They are read as its traffic is, by its guide and the business rules, and held
        against each other: the 855 answers that 850, the 856 ships what was acknowledged, the 810 bills what was
        shipped. What each scenario expects has passed, failed or is pending, with the reason and what to do. The report
        is on standard output, in --html FILE, and for the partner in cert/report.html; our acknowledgments of its files
        are in cert/ack. The result is kept beside the profile as certificate.json with the digest of what was agreed on.

        Nothing of it is business: no production control number, ledger entry or outbox is touched. The same profile and
        --seed (default 1) make the same files; --at dates the orders (default 2026-03-02). --rehearse plays the partner
        too, with replies that do everything right: it shows that scenarios and guide go together; --out writes those
        replies. --folder checks what lies in another folder than the drop's, and puts nothing there. The exit status is 1 when something failed.

        example: edigate partner certify corvane-medical --rehearse --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let (directory, faults) = try PartnerFolder.load(Partner.folder(arguments))
        try Partner.check(id, in: directory)
        guard let profile = directory.profile(id), let hash = directory.profileHash(of: id) else {
            PartnerFolder.complain(faults.filter { $0.path.contains(id) })
            throw .environment("the profile of \(id) is out of use: `edigate partner lint \(id)` tells why")
        }
        let pack = try pack(profile, arguments)
        if arguments.has("--rehearse") { return try rehearse(pack, hash, arguments) }
        guard arguments.value("--out") == nil else { throw .usage("--out goes with --rehearse; see --help") }
        let desk = try CertificationDesk(pack, arguments)
        let report = try desk.work()
        let root = GatewayRoot(path: arguments.root, partners: Partner.folder(arguments))
        let kept = try keep(report, hash, root, isWhole: arguments.values("--scenario").isEmpty)
        desk.leave(Page.html([CertificationPage.page(of: report, hash, isRehearsal: false)]))
        try show(report, hash, arguments, isRehearsal: false)
        Terminal.flush()
        if !arguments.isJSON {
            Terminal.tell(
                arguments.value("--folder") != nil
                    ? "\(desk.path) was read, and nothing was put there: without --folder the pack lies in the drop"
                    : pack.sent.isEmpty
                        ? "nothing is sent to this partner by its profile's documents: it answers nothing of ours"
                        : "what we send lies in \(desk.path)/\(CertificationFolder.packFolder)")
            Terminal.tell("replies go into \(desk.path); \(kept)")
        }
        return report.state == .failed ? .negative : .done
    }

    // MARK: - Scenarios

    private static func pack(_ profile: Profile, _ arguments: Arguments) throws(CommandFailure) -> CertificationPack {
        var scenarios: [Scenario] = []
        for name in arguments.values("--scenario") {
            guard let scenario = Scenario(name: name) else {
                let near = Scenario.allCases.map(\.rawValue).nearest(to: name).map { "; did you mean \($0)?" } ?? ""
                throw .usage("there is no scenario \(name)\(near)")
            }
            scenarios.append(scenario)
        }
        let seed = try arguments.number("--seed", in: 1...999_999_999) ?? 1
        let text = arguments.value("--at") ?? "2026-03-02"
        guard let day = CalendarDate(iso: Array(text.utf8).span) else {
            throw .usage("--at is a date such as 2026-03-02, not \(text)")
        }
        let pack = CertificationPack(profile, seed: seed, day: day, scenarios: scenarios)
        guard !pack.conversations.isEmpty else {
            if let (scenario, reason) = pack.leftOut.first {
                throw .usage(
                    "there is nothing to certify \(profile.id) with: \(scenario.rawValue) is left out, \(reason)")
            }
            let named = scenarios.map(\.rawValue).joined(separator: ", ")
            throw .usage(
                "there is nothing to certify \(profile.id) with: `documents` in its profile names no set that "
                    + (scenarios.isEmpty ? "a scenario has" : "\(named) can be played with"))
        }
        return pack
    }

    private static func rehearse(
        _ pack: CertificationPack, _ hash: String, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        let reader = ReplyReader(pack.profile)
        var files: [ReplyFile] = []
        for reply in pack.replies {
            files.append(reader.read(reply.bytes, file: reply.fileName))
            if let folder = arguments.value("--out") {
                try OutputFolder.write(reply.bytes, to: folder, name: reply.fileName)
            }
        }
        let report = CertificationReport(pack, files)
        try show(report, hash, arguments, isRehearsal: true)
        return report.state == .passed ? .done : .negative
    }

    // MARK: - Result

    /// Keeps the result beside the profile, and says what was kept.
    private static func keep(
        _ report: CertificationReport, _ hash: String, _ root: GatewayRoot, isWhole: Bool
    ) throws(CommandFailure) -> String {
        guard isWhole else { return "no certificate is kept of some scenarios alone" }
        guard report.scenarios.contains(where: { $0.count(.passed) + $0.count(.failed) > 0 }) else {
            return "no certificate is kept before there are any"
        }
        let certificate = report.certificate(profileHash: hash, at: Clock.iso(Moment.now()))
        do throws(GatewayError) { try root.place(certificate) } catch { throw .environment("\(error)") }
        return "kept as \(root.partners)/\(report.partner)/\(Certificate.fileName)"
    }

    private static func show(
        _ report: CertificationReport, _ hash: String, _ arguments: Arguments, isRehearsal: Bool
    ) throws(CommandFailure) {
        let page = CertificationPage.page(of: report, hash, isRehearsal: isRehearsal)
        if let file = arguments.value("--html") {
            try ProfileFolder.replace(file, with: Array(Page.html([page]).utf8))
            Terminal.tell("wrote \(file)")
        }
        if arguments.isJSON {
            CertificationJSON.write(report, hash, isRehearsal: isRehearsal)
        } else {
            CertificationPage.page(of: report, hash, isRehearsal: isRehearsal, isShort: true).printText()
        }
    }
}

extension Sequence<String> {
    /// The words, separated by commas, in lines of a help text.
    fileprivate func listed(width: Int) -> String {
        var lines = [""]
        for word in self {
            let last = lines[lines.count - 1]
            if last.count + word.count + 2 > width {
                lines.append(word)
            } else {
                lines[lines.count - 1] = last.isEmpty ? word : "\(last), \(word)"
            }
        }
        return lines.joined(separator: ",\n") + "."
    }
}
