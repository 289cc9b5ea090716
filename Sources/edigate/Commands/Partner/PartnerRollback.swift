import Gateway
import Ledger
import Partners

/// `edigate partner promote --rollback`: the profile as it was before the last promotion.
enum PartnerRollback {
    static func run(
        _ id: String, who: String, why: String, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        guard arguments.value("--to") == nil else {
            throw .usage("--rollback leads back to where it was, without --to")
        }
        let editing = try PartnerEditing(id, arguments)
        defer { withExtendedLifetime(editing) {} }
        let (directory, _) = try PartnerFolder.load(editing.root.partners)
        if let reason = directory.profile(id)?.suspensionReason {
            throw .usage("\(id) is suspended (\(reason)): `edigate partner resume \(id)` first")
        }
        let last = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.lastPromotion(ofPartner: id)
        }
        guard let last else { throw .usage("\(id) was not promoted, so that there is nothing to take back") }
        let (before, after, kept) = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            let promotion = Promotion(root: editing.root, ledger: ledger, partner: id, time: Moment.now())
            return (
                try promotion.profile(version: last.before), try promotion.profile(version: last.after),
                try promotion.snapshot(version: last.before)
            )
        }
        guard let before else { throw .environment("the ledger does not keep the profile before promotion \(last.id)") }
        guard directory.profileBytes(of: id) == after || arguments.has("--force") else {
            Terminal.complain(
                "the profile of \(id) was edited since it was promoted; `edigate partner diff \(id)` shows how")
            Terminal.tell("\(id) stays as it is; --force takes the edits away too, which the ledger keeps as a version")
            return .negative
        }
        let earlier = directory.replacing(profile: before, of: id).directory
        guard let profile = earlier.profile(id) else {
            throw .environment(
                "the profile before promotion \(last.id) is not sound any more: a layer or table changed")
        }
        let step = Promotion.Step(
            from: directory, to: earlier, who: who, why: why, detail: "takes promotion \(last.id) back",
            undoes: last.id)
        try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            try Promotion(root: editing.root, ledger: ledger, partner: id, time: Moment.now()).perform(step)
        }
        if let kept = kept.flatMap({ PartnerDirectory.load(snapshot: $0) }), !earlier.hasSameRules(as: kept, of: id) {
            Terminal.complain("its guide or layers are not as they were then: only the profile was taken back")
        }
        tell(id, profile, last, arguments)
        return .done
    }

    private static func tell(
        _ id: String, _ profile: Profile, _ last: Ledger.Recorded<Ledger.Promotion>, _ arguments: Arguments
    ) {
        if arguments.isJSON {
            var json = OutcomeJSON()
            json.beginRecord("promotion")
            json.text("partner", id)
            json.text("from", last.toStage)
            json.text("to", profile.stage.rawValue)
            json.number("profileVersion", profile.version)
            json.text("outcome", "rolled back")
            return Terminal.write(json.endRecord())
        }
        Terminal.tell(
            "\(id): \(last.toStage), version \(last.version) → \(profile.stage.rawValue), version \(profile.version); the "
                + "profile is byte for byte what it was before \(Clock.text(last.beganAt)) UTC")
    }
}
