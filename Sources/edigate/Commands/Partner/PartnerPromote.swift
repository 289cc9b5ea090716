import Commerce
import Exchange
import FoundationEssentials
import Gateway
import Ledger
import Partners

/// `edigate partner promote`: a partner's profile to its next stage, through its gates.
enum PartnerPromote: Command {
    static let name = "promote"
    static let summary = "bring a partner to test, pilot or production through its gates, or back"
    static let takesPartner = true
    static let options: [Option] = [
        .value("--to", Profile.Stage.open.map(\.rawValue)), .value("--candidate"), .value("--days"),
        .value("--accept"), .flag("--accept-all"), .value("--because"), .value("--by"), .flag("--dry-run"),
        .flag("--rollback"), .flag("--force"),
    ]
    static let help = """
        usage: edigate partner promote ID --to test|pilot|production [--candidate FILE] [--days N] [--dry-run]
                                          [--accept KEY… | --accept-all] [--because WHY] [--by WHO] [--root DIR]
               edigate partner promote ID --rollback [--force] [--because WHY] [--by WHO] [--root DIR]

        Writes stage and the next version into the profile when all gates let it pass, and records who, from where to
        where, the digests of both profiles and what was accepted in the ledger's chain of events:
          lint         `partner lint` finds no error in the profile at its new stage
          certificate  for pilot and production: `partner certify` passed, under the profile and guide as they are
          crosswalks   no document of the last N days (30), theirs or ours, waits for a row of a crosswalk; values whose
                       table goes on without a row (onMiss) stop nothing
          shadow       `partner shadow`: what came in the last N days is judged, answered and translated as it was. A change
                       that is meant is accepted by its KEY, which is shown; several are parted by commas.
        --candidate puts the profile of FILE in the place of the partner's, through the same gates. --dry-run shows the
        gates and changes nothing.

        In pilot and production, production data is taken; what we send in a pilot is test data unless the document's own
        source.interchange.usage says P. --rollback writes the profile back, byte for byte, as it was before the last
        promotion; --force does so although it was edited since, which the ledger then keeps.

        Exit 1 when a gate does not let it pass: nothing is changed.

        example: edigate partner promote corvane-medical --to production --because "pilot went well" --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        guard arguments.value("--partners") == nil else {
            throw .usage("a promotion is recorded in the ledger of a root: give --root instead of --partners")
        }
        let (directory, _) = try PartnerFolder.load(Partner.folder(arguments))
        try Partner.check(id, in: directory)
        try LedgerFile.make(arguments)
        let who = arguments.value("--by") ?? ProcessInfo.processInfo.userName
        let why = arguments.value("--because")?.trimmed ?? ""
        if arguments.has("--rollback") {
            return try PartnerRollback.run(id, who: who, why: why, arguments)
        }
        guard let word = arguments.value("--to") else {
            throw .usage("--to says where: test, pilot or production; --rollback takes the last promotion back")
        }
        let stage = try Profile.Stage.read(word)
        let accepted = Set(arguments.values("--accept").flatMap { $0.split(separator: ",").map(String.init) })
        if !accepted.isEmpty || arguments.has("--accept-all"), why.isEmpty {
            throw .usage("--because says why it is accepted; it is recorded")
        }
        // A dry run changes nothing, not even what an earlier command left.
        let editing = arguments.has("--dry-run") ? nil : try PartnerEditing(id, arguments)
        defer { withExtendedLifetime(editing) {} }
        return try promote(id, to: stage, accepted, editing, who: who, why: why, arguments)
    }

    private static func promote(
        _ id: String, to stage: Profile.Stage, _ accepted: Set<String>, _ editing: PartnerEditing?, who: String,
        why: String, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        let days = try arguments.number("--days", in: 1...3_650) ?? 30
        let (directory, faults) = try PartnerFolder.load(Partner.folder(arguments))
        if let reason = directory.profile(id)?.suspensionReason {
            throw .usage("\(id) is suspended (\(reason)): `edigate partner resume \(id)` first")
        }
        let candidate = try CandidateProfile(of: id, in: directory, file: arguments.value("--candidate"), stage: stage)
        guard let profile = candidate.profile else {
            PartnerFolder.complain(candidate.faults)
            PartnerFolder.complain(
                PartnerFolder.faults(faults, of: id).filter { !$0.path.hasSuffix("profile.json5") })
            let identities = directory.profile(id)
            let other =
                stage == .test && identities?.production != nil
                ? "; or bring it to pilot, where its production identities serve" : ""
            Terminal.tell(
                "\(id) stays as it is: mend that in \(Partner.folder(arguments))/\(id) first\(other)")
            return .negative
        }
        let report = try PartnerShadow.judge(id, directory, candidate.directory, days: days, arguments)
        let keys = Set(report.changes.map(\.key)).union(["certificate", "crosswalks"])
        if let stranger = accepted.subtracting(keys).min() {
            let near = keys.sorted().nearest(to: stranger).map { "; did you mean \($0)?" } ?? ""
            throw .usage("nothing changes that is called \(stranger)\(near)")
        }
        let gates = try gates(id, candidate, stage, report, accepted, days: days, arguments)
        let from = directory.profile(id)
        let isPassed = gates.allSatisfy(\.isPassed)
        let isDone = isPassed && editing != nil
        if isDone {
            let detail = words(gates, report, accepted, all: arguments.has("--accept-all"))
            let step = Promotion.Step(
                from: directory, to: candidate.directory, who: who, why: why, detail: detail)
            try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
                try Promotion(
                    root: GatewayRoot(path: arguments.root), ledger: ledger, partner: id, time: Moment.now()
                ).perform(step)
            }
        }
        show(id, from, candidate, profile, gates, report, days: days, isDone: isDone, arguments)
        return isPassed ? .done : .negative
    }

    // MARK: - Gates

    private static func gates(
        _ id: String, _ candidate: CandidateProfile, _ stage: Profile.Stage, _ report: ShadowReport,
        _ accepted: Set<String>, days: Int, _ arguments: Arguments
    ) throws(CommandFailure) -> [PromotionGate] {
        let root = GatewayRoot(path: arguments.root)
        var evidence = LintEvidence()
        evidence.today = Moment.today()
        try LintData.gather(into: &evidence, of: candidate.profile, partner: id, samples: [], arguments)
        let findings = (candidate.directory.lint(id, evidence) ?? []) + root.lintDrop(of: id)
        let since = Moment.now() - Int64(days) * Clock.dayLength
        let unsent = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.refusedValues(since: since, held: true).filter { $0.partner == id }
        }
        return [
            .lint(findings, of: id),
            .certificate(
                of: id, under: candidate.directory, root, isNeeded: stage.exchangesProduction, accepted: accepted),
            .crosswalks(report, unsent: unsent, accepted: accepted),
            .shadow(report, days: days, accepted: accepted, all: arguments.has("--accept-all")),
        ]
    }

    /// The gates and what was accepted, as the ledger keeps them.
    private static func words(
        _ gates: [PromotionGate], _ report: ShadowReport, _ accepted: Set<String>, all: Bool
    ) -> String {
        var words = gates.map { "\($0.name): \($0.summary)" }
        let taken = report.unexplained.filter { all || accepted.contains($0.key) }.map { "\($0.key) (\($0.count))" }
        if !taken.isEmpty { words.append("accepted\(all ? " all" : ""): \(taken.joined(separator: ", "))") }
        return words.joined(separator: "; ")
    }

    // MARK: - Showing

    private static func show(
        _ id: String, _ from: Profile?, _ candidate: CandidateProfile, _ to: Profile, _ gates: [PromotionGate],
        _ report: ShadowReport, days: Int,
        isDone: Bool, _ arguments: Arguments
    ) {
        let isPassed = gates.allSatisfy(\.isPassed)
        if arguments.isJSON {
            ShadowText.write(report, days: days, partner: id)
            for gate in gates { Terminal.write(record(gate, id)) }
            var json = OutcomeJSON()
            json.beginRecord("promotion")
            json.text("partner", id)
            json.text("from", from?.stage.rawValue ?? "")
            json.text("to", to.stage.rawValue)
            json.number("profileVersion", to.version)
            json.text("profileHash", candidate.directory.profileHash(of: id) ?? "")
            json.text("outcome", isDone ? "promoted" : isPassed ? "would be promoted" : "refused")
            return Terminal.write(json.endRecord())
        }
        ShadowText.print(report)
        var table = Table(["gate", "result", ""])
        for gate in gates { table.add([gate.name, gate.isPassed ? "passed" : "refused", gate.summary]) }
        table.print()
        for gate in gates where !gate.isPassed {
            for line in gate.details { Terminal.print("\(gate.name): \(line)") }
            Terminal.print("\(gate.name): do  \(gate.remedy)")
        }
        Terminal.flush()
        let way = "\(from?.stage.rawValue ?? "out of use") → \(to.stage.rawValue), version \(to.version)"
        Terminal.tell(
            isDone
                ? "\(id): \(way); the next run works by it, --rollback takes it back" + waiting(id, report, arguments)
                : isPassed ? "\(id) would be promoted: \(way)" : "\(id) stays as it is (\(way) was asked for)")
    }

    /// How what was held for the stage goes on now.
    private static func waiting(_ id: String, _ report: ShadowReport, _ arguments: Arguments) -> String {
        let held = report.changes.filter { $0.explanation != nil && $0.key.hasPrefix("verdict:interchange:R-") }
        guard !held.isEmpty else { return "" }
        return
            "\n\(PromotionGate.count(held.reduce(0) { $0 + $1.count }, "interchange")) that the stage held goes on by "
            + "`edigate replay --partner \(id) --by WHO --because WHY --root \(arguments.root)`"
    }

    private static func record(_ gate: PromotionGate, _ id: String) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("gate")
        json.text("partner", id)
        json.text("gate", gate.name)
        json.text("result", gate.isPassed ? "passed" : "refused")
        json.text("summary", gate.summary)
        json.list("details", gate.isPassed ? [] : gate.details)
        json.text("remedy", gate.isPassed ? "" : gate.remedy)
        return json.endRecord()
    }
}
