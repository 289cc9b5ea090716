import Gateway
import Partners

/// `edigate partner shadow`: a profile over what came before.
enum PartnerShadow: Command {
    static let name = "shadow"
    static let summary = "what a profile would have made of the traffic that came, beside the profile of then"
    static let takesPartner = true
    static let options: [Option] = [
        .value("--candidate"), .value("--days"), .value("--stage", Profile.Stage.open.map(\.rawValue)),
    ]
    static let help = """
        usage: edigate partner shadow ID [--candidate FILE] [--stage STAGE] [--days N] [--root DIR]

        Judges what the archive holds of the last N days (30) twice: under the profile that was in force when it came, and
        under the one in FILE, or the partner's as it is now, at STAGE where that is given. Lists every change of a verdict,
        of an acknowledgment (numbers and dates apart) and of a canonical document, by kind, with its count, the first place
        and what stood there. Nothing is written, and no control number is used.

        Exit 1 when anything changes.

        example: edigate partner shadow corvane-medical --candidate profile.new.json5 --days 90 --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let days = try arguments.number("--days", in: 1...3_650) ?? 30
        let (directory, faults) = try PartnerFolder.load(Partner.folder(arguments))
        try Partner.check(id, in: directory)
        let stage = try arguments.value("--stage").map { word throws(CommandFailure) in try Profile.Stage.read(word) }
        let candidate = try CandidateProfile(
            of: id, in: directory, file: arguments.value("--candidate"), stage: stage)
        guard let profile = candidate.profile else {
            PartnerFolder.complain(candidate.faults)
            PartnerFolder.complain(
                PartnerFolder.faults(faults, of: id).filter { !$0.path.hasSuffix("profile.json5") })
            throw .environment("the candidate of \(id) is not sound: mend it first")
        }
        guard profile.stage != .suspended else {
            throw .usage("\(id) is suspended, so that all would be refused; --stage says at which stage to judge")
        }
        let report = try judge(id, directory, candidate.directory, days: days, arguments)
        if arguments.isJSON {
            ShadowText.write(report, days: days, partner: id)
        } else {
            ShadowText.print(report)
        }
        Terminal.tell(ShadowText.summary(report, days: days))
        return report.total == 0 ? .done : .negative
    }

    /// Judges what came in the last days.
    static func judge(
        _ id: String, _ directory: PartnerDirectory, _ candidate: PartnerDirectory, days: Int, _ arguments: Arguments
    ) throws(CommandFailure) -> ShadowReport {
        let root = GatewayRoot(path: arguments.root, partners: Partner.folder(arguments))
        let since = Moment.now() - Int64(days) * Clock.dayLength
        return try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            try Shadow(root: root, partners: directory, candidate: candidate, of: id, ledger: ledger).run(since: since)
        }
    }
}

extension Profile.Stage {
    /// Those that a promotion leads to.
    static let open: [Profile.Stage] = [.test, .pilot, .production]

    /// Reads the word of an option.
    static func read(_ word: String) throws(CommandFailure) -> Profile.Stage {
        guard let stage = Profile.Stage(rawValue: word), open.contains(stage) else {
            throw .usage("a stage is \(open.map(\.rawValue).joined(separator: ", ")), not \(word)")
        }
        return stage
    }
}
