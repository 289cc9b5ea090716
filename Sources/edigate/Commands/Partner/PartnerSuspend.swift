import Commerce
import FoundationEssentials
import Gateway
import Ledger
import Partners

/// `edigate partner suspend`: stops the exchange with a partner for the time being.
enum PartnerSuspend: Command {
    static let name = "suspend"
    static let summary = "stop the exchange with a partner: its files wait, nothing is sent"
    static let takesPartner = true
    static let options: [Option] = [.value("--because"), .value("--by")]
    static let help = """
        usage: edigate partner suspend ID --because WHY [--by WHO] [--root DIR | --partners DIR]

        Notes in the profile that nothing is exchanged, since when, and why: its files stay in its drop, what is ready
        for it stays in the outbox, what comes for it another way is held in quarantine. The stage below stays what it
        was. `partner resume` ends it, and the next run goes on with what waits in drop and outbox; what was held in
        quarantine meanwhile goes on with `quarantine requeue`.

        example: edigate partner suspend corvane-medical --because "recall of lot 7781" --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        guard let why = arguments.value("--because"), !why.trimmed.isEmpty else {
            throw .usage("--because says why; everybody who asks after a file will read it")
        }
        let who = arguments.value("--by") ?? ProcessInfo.processInfo.userName
        let (editing, profile) = try Suspension.open(id, arguments)
        defer { withExtendedLifetime(editing) {} }
        if let reason = profile?.suspensionReason { throw .usage("\(id) is suspended already: \(reason)") }
        let value =
            "{ because: \(Suspension.quote(why)), since: \(Suspension.quote(Clock.iso(Moment.now()))), by: \(Suspension.quote(who)) }"
        try Suspension.edit(editing) { $0.set("suspended", to: value) }
        try Suspension.record("suspended", id, "by \(who): \(why)", arguments)
        Terminal.tell("\(id) is suspended: its files wait in its drop, and nothing is sent to it")
        return .done
    }
}

/// `edigate partner resume`: lets the exchange go on.
enum PartnerResume: Command {
    static let name = "resume"
    static let summary = "let the exchange with a suspended partner go on"
    static let takesPartner = true
    static let options: [Option] = [.value("--by"), .value("--stage")]
    static let help = """
        usage: edigate partner resume ID [--stage test|pilot|production] [--by WHO] [--root DIR | --partners DIR]

        Takes the suspension away; the next run takes what waits in its drop and sends what waits in the outbox. What
        was held in quarantine because of it, documents of ours too, goes on with `edigate quarantine requeue`. Where the
        stage itself is "suspended", --stage says which one holds again.

        example: edigate partner resume corvane-medical --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let id = try Partner.id(arguments)
        let who = arguments.value("--by") ?? ProcessInfo.processInfo.userName
        let (editing, profile) = try Suspension.open(id, arguments)
        defer { withExtendedLifetime(editing) {} }
        guard let profile else {
            throw .environment("the profile of \(id) is out of use: `partner lint \(id)` tells why")
        }
        guard profile.stage == .suspended else {
            throw .usage("\(id) is not suspended: its stage is \(profile.stage.rawValue)")
        }
        if let stage = arguments.value("--stage") {
            guard let word = Profile.Stage(rawValue: stage), word != .suspended else {
                throw .usage("--stage is draft, test, pilot or production, not \(stage)")
            }
            try Suspension.edit(editing) { edit in
                _ = edit.remove("suspended")
                return edit.set("stage", to: "\"\(word.rawValue)\"")
            }
        } else if profile.suspension?.from == .suspended || profile.suspension == nil {
            throw .usage("the stage in its profile is \"suspended\": --stage says which one holds again")
        } else {
            try Suspension.edit(editing) { $0.remove("suspended") }
        }
        try Suspension.record("resumed", id, "by \(who)", arguments)
        Terminal.tell(
            "business with \(id) goes on: the next run takes and sends what waits in drop and outbox; `edigate quarantine list` names "
                + "what was held meanwhile")
        return .done
    }
}

/// What both have in common.
private enum Suspension {
    static func open(
        _ id: String, _ arguments: Arguments
    ) throws(CommandFailure) -> (editing: PartnerEditing, profile: Profile?) {
        try Partner.check(id, in: PartnerFolder.load(Partner.folder(arguments)).0)
        let editing = try PartnerEditing(id, arguments)
        return (editing, try PartnerFolder.load(editing.root.partners).0.profile(id))
    }

    /// Edits the profile and makes sure that it loads as before.
    static func edit(
        _ editing: PartnerEditing, _ change: (inout ProfileEdit) -> Bool
    ) throws(CommandFailure) {
        let (directory, _) = try PartnerFolder.load(editing.root.partners)
        guard let before = directory.profileBytes(of: editing.id) else {
            throw .environment("the profile of \(editing.id) cannot be read")
        }
        var edit = ProfileEdit(before)
        guard change(&edit) else {
            throw .environment(
                "the profile of \(editing.id) does not say it itself: a layer that it extends does, and is mended by hand"
            )
        }
        let isSound = directory.replacing(profile: edit.bytes, of: editing.id).directory.profile(editing.id) != nil
        guard isSound || directory.profile(editing.id) == nil else {
            throw .environment("the profile of \(editing.id) could not be edited and is as it was: edit it by hand")
        }
        try editing.place(edit.bytes)
    }

    /// Notes it in the ledger of the root, where there is one.
    static func record(
        _ kind: String, _ id: String, _ detail: String, _ arguments: Arguments
    ) throws(CommandFailure) {
        guard PartnerEditing.hasLedger(arguments) else { return }
        try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try transaction.insert(
                    Ledger.Event(at: Moment.now(), kind: "partner-\(kind)", subject: "partner \(id)", detail: detail))
            }
        }
    }

    static func quote(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return json.string.hasSuffix(",") ? String(json.string.dropLast()) : json.string
    }
}
