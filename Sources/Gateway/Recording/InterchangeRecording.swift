import Exchange
import Ledger
import Partners
import X12

/// Writes one interchange into the ledger: everything that follows from it in the one transaction it is given.
struct InterchangeRecording {
    let interchange: InterchangeOutcome
    let rows: InterchangeRows
    let identity: Ledger.InterchangeIdentity
    let standing: InterchangeStanding
    let recorder: InterchangeRecorder
    /// In whose drop the answers go.
    let recipient: String
    /// The sender, or the owner of the drop where the sender is not known.
    let sender: PartnerDirectory.Entry?

    init(_ judged: JudgedInterchange, standing: InterchangeStanding, recorder: InterchangeRecorder) {
        interchange = judged.outcome
        rows = judged.rows
        identity = judged.identity
        self.standing = standing
        self.recorder = recorder
        recipient = recorder.rules.recipient(interchange.rules)
        sender = recorder.rules.directory.entry(interchange.rules.partner ?? recipient)
    }

    var ledger: Ledger { recorder.ledger }
    var time: Int64 { recorder.time }
    var partner: String? { interchange.rules.partner }

    func record(in transaction: borrowing Ledger.Transaction) throws(LedgerError) -> RecordedInterchange {
        var done = RecordedInterchange()
        let id: Int
        switch standing {
        case .new:
            done.isTaken = true
            id = try transaction.insert(row(.processed), profile: profileVersion)
            try recordNumber(of: id, &done, in: transaction)
            try recordContent(id, &done, in: transaction)
        case .refused:
            id = try transaction.insert(row(.quarantined), profile: profileVersion)
            try record(interchange.findings, interchange: id, set: nil, in: transaction)
            try holdRefused(id, &done, in: transaction)
            if interchange.sendsInterchangeAcknowledgment, !interchange.isHeldInSilence(by: recorder.rules.owner),
                let judgement = interchange.judgement
            {
                try answer(judgement, to: id, &done, in: transaction)
            }
        case .outOfOrder(let finding):
            id = try transaction.insert(row(.quarantined), profile: profileVersion)
            try record(interchange.findings + [finding], interchange: id, set: nil, in: transaction)
            try hold(InterchangeRows.Hold(finding, isAlert: true), interchange: id, set: nil, &done, in: transaction)
        case .retransmission(let earlier):
            done.isTaken = true
            done.isRepeated = true
            id = try transaction.insert(row(.retransmission))
            try answerAgain(earlier, in: transaction)
            try note("retransmission", "the same bytes as interchange \(earlier): answered again", in: transaction)
        case .collision(let earlier):
            done.isRepeated = true
            id = try recordCollision(with: earlier, &done, in: transaction)
        }
        try witness(id, done, in: transaction)
        return done
    }

    /// Counts the interchange, and puts into the chain of events what was made of it, so that rows changed behind the
    /// ledger's back would contradict it.
    private func witness(
        _ id: Int, _ done: RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.tally(
            "received", partner: partner ?? recipient, kind: interchange.verdict.letter, at: time)
        for verdict in [Verdict.accepted, .acceptedWithErrors, .rejected] {
            let count = done.verdicts.count { $0 == verdict }
            guard count > 0 else { continue }
            try transaction.tally("sets", partner: partner ?? recipient, kind: verdict.letter, by: count, at: time)
        }
        let made =
            done.documents == 0
            ? "" : ", whose SHA-256s have the SHA-256 \(SHA256.digest(of: rows.documentDigests).hex)"
        let sets = [Verdict.accepted, .acceptedWithErrors, .rejected].map { verdict in
            "\(done.verdicts.count { $0 == verdict }) \(verdict.letter)"
        }
        try transaction.insert(
            Ledger.Event(
                at: time, kind: Self.witnessed, subject: "interchange \(id)",
                detail: "\(interchange.digest?.hex ?? "") judged \(interchange.verdict.letter); sets "
                    + "\(sets.joined(separator: ", ")); \(done.acknowledgments) answers, \(done.held) held, "
                    + "\(done.documents) documents\(made)"))
    }

    /// The kind of the event that every interchange received leaves.
    static let witnessed = "received"

    // MARK: - The interchange

    private func row(_ disposition: Ledger.Disposition, judgement: InterchangeAcknowledgment? = nil)
        -> Ledger.Interchange
    {
        let survey = interchange.survey
        let header = survey.header
        let judged = judgement ?? interchange.judgement
        return Ledger.Interchange(
            arrivalID: recorder.arrival.id, ordinal: survey.ordinal,
            identity: identity, partner: partner,
            version: header?.element(12) ?? "", dated: header.map { "\($0.element(9)) \($0.element(10))" } ?? "",
            sha256: interchange.digest?.bytes ?? [], byteOffset: survey.range.lowerBound,
            byteLength: survey.range.count, payloadSHA256: recorder.arrival.payloadSHA256,
            verdict: Ledger.Verdict(judgement?.verdict ?? interchange.verdict), ta1Code: judged?.noteCode ?? "000",
            disposition: disposition, recordedAt: time)
    }

    /// Under which version of the profile it was judged.
    private var profileVersion: Int? { recorder.rules.versions[partner ?? recorder.rules.owner.id] }

    private func holdRefused(
        _ id: Int, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let refusal = interchange.rules.refusal
        let finding = interchange.findings.first { $0.severity == .error }
        let hold = InterchangeRows.Hold(
            reason: refusal?.code.entry.name ?? finding?.code.entry.name ?? FindingCode.interchangeHeader.entry.name,
            explanation: refusal?.explanation ?? finding?.message ?? "the interchange is refused",
            remedy: refusal?.remedy ?? finding?.remedy ?? FindingCode.interchangeHeader.entry.remedy)
        try self.hold(hold, interchange: id, set: nil, &done, in: transaction)
    }

    private func recordCollision(
        with earlier: Int, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Int {
        let number = interchange.survey.header?.controlNumber ?? ""
        let finding = Finding(
            .duplicateInterchange, severity: .error, segment: "ISA", element: 13,
            offset: interchange.survey.range.lowerBound, value: Array(number.utf8),
            detail: .reason("an earlier interchange of other content had this control number"))
        let judgement = interchange.survey.header.map {
            InterchangeAcknowledgment(header: $0, findings: [finding])
        }
        let id = try transaction.insert(row(.collision, judgement: judgement))
        try record(interchange.findings + [finding], interchange: id, set: nil, in: transaction)
        let hold = InterchangeRows.Hold(
            reason: finding.code.entry.name,
            explanation: "ISA13 \(number) came before, in interchange \(earlier), with other bytes",
            remedy: finding.remedy)
        try self.hold(hold, interchange: id, set: nil, &done, in: transaction)
        if let judgement, interchange.rules.interchangeAcknowledgment != .never {
            try answer(judgement, to: id, &done, in: transaction)
        }
        return id
    }

    // MARK: - The content

    private func recordContent(
        _ id: Int, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try record(interchange.findings + interchange.businessFindings, interchange: id, set: nil, in: transaction)
        // A TA1 that cannot be read was taken, and a person must know of it.
        if let alarm = interchange.businessFindings.first(where: { $0.holdsAnswer }) {
            try hold(InterchangeRows.Hold(alarm, isAlert: true), interchange: id, set: nil, &done, in: transaction)
        }
        let answers = AnswerRecording(
            ledger: ledger, archive: recorder.archive, partner: partner ?? recipient,
            usage: interchange.survey.header?.usage ?? "", arrival: recorder.arrival, interchange: id, time: time)
        for answer in interchange.answers {
            try answers.record(answer, &done, in: transaction)
        }
        var sets: [SetPlace: Int] = [:]
        for group in rows.groups {
            let outcome = group.outcome
            let groupID = try transaction.insert(
                Ledger.FunctionalGroup(
                    outcome.header, interchange: id, ordinal: outcome.ordinal, verdict: outcome.verdict,
                    claimed: outcome.claimed.flatMap { Int($0) } ?? 0, received: outcome.received,
                    accepted: outcome.accepted))
            try record(outcome.findings, interchange: id, set: nil, in: transaction)
            try recordRepeated(outcome, of: id, in: transaction)
            let fault = outcome.findings.first { $0.severity == .error }
            if let fault { try hold(InterchangeRows.Hold(fault), interchange: id, set: nil, &done, in: transaction) }
            for set in group.sets {
                let setID = try transaction.insert(
                    Ledger.TransactionSet(set.envelope, group: groupID, verdict: set.verdict))
                sets[SetPlace(group: outcome.ordinal, set: set.envelope.ordinal)] = setID
                done.verdicts.append(set.verdict)
                try record(set.findings, interchange: id, set: setID, in: transaction)
                if fault == nil, let answer = set.answer {
                    try answers.record(answer, set: setID, &done, in: transaction)
                }
                // A fault of the group holds all of its sets: one row says so.
                if fault == nil, let hold = set.hold {
                    try self.hold(hold, interchange: id, set: (setID, set.envelope), &done, in: transaction)
                }
            }
        }
        for document in rows.documents {
            let set = sets[SetPlace(group: document.group, set: document.set.ordinal)]
            var document = document
            let history = try history(of: document)
            try record(history, interchange: id, set: set, in: transaction)
            if let error = history.first(where: { $0.severity == .error }), !document.isHeld {
                document.isHeld = true
                let hold = InterchangeRows.Hold(error, isAlert: true)
                try self.hold(
                    hold, interchange: id, set: set.map { ($0, document.set) }, &done, in: transaction)
            } else if let warning = history.first(where: { $0.severity == .warning }) {
                if done.problem == nil { done.problem = "\(warning.code.entry.name): \(warning.message)" }
                try note("alert", "\(warning.code.entry.name): \(warning.message)", in: transaction)
            }
            try record(document, interchange: id, set: set, in: transaction)
        }
        done.documents = rows.documents.count
        if rows.findingCount > InterchangeRows.mostFindings {
            try note(
                "findings-capped",
                "\(rows.findingCount) findings, of which \(InterchangeRows.mostFindings) are kept", in: transaction)
        }
        if interchange.sendsInterchangeAcknowledgment, let judgement = interchange.judgement {
            try answer(judgement, to: id, &done, in: transaction)
        }
        try answerGroups(of: id, &done, in: transaction)
    }

    /// A set by its place in the interchange.
    private struct SetPlace: Hashable {
        var group: Int
        var set: Int
    }

    func record(
        _ findings: [Finding], interchange: Int, set: Int?, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        for finding in findings.prefix(InterchangeRows.mostFindings) {
            try transaction.insert(Ledger.Finding(finding, interchange: interchange, set: set))
        }
    }

    private func record(
        _ document: DocumentOutcome, interchange: Int, set: Int?, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let heading = Ledger.DocumentHeading(
            id: document.id, kind: document.kind, number: document.number, partner: partner ?? recipient,
            interchangeID: interchange, setID: set, direction: .incoming, createdAt: time,
            state: document.isHeld ? .held : .pending)
        try transaction.insert(
            Ledger.Document(
                heading: heading, content: Ledger.DocumentContent(document.facts, sha256: document.content?.bytes),
                bytes: document.json))
        try transaction.insert(Ledger.DocumentKey.all(of: document.facts), ofDocument: document.id)
        guard !document.isHeld else { return }
        if let facts = document.facts {
            try orders.post(
                facts, document: document.id, kind: document.kind, number: document.number, direction: .incoming,
                in: transaction)
        }
        let number = self.interchange.survey.header?.controlNumber ?? ""
        try transaction.enqueue(
            DeliveryFile.document(heading, controlNumber: number), by: recorder.rules.addresses,
            lane: lane(of: document))
    }

    /// How urgent a document is, by the rules of its partner.
    private func lane(of document: DocumentOutcome) -> Int {
        let priorities = sender?.profile.priorities ?? []
        guard !priorities.isEmpty, let delimiters = interchange.survey.header?.delimiters else {
            return PriorityRule.usual
        }
        var source = recorder.source
        let set = document.set
        guard let bytes = try? source.bytes(in: set.offset..<set.offset + set.length) else { return PriorityRule.usual }
        return priorities.lane(of: bytes, element: delimiters.element, segment: delimiters.segment)
    }

    func note(_ kind: String, _ detail: String, in transaction: borrowing Ledger.Transaction) throws(LedgerError) {
        let number = interchange.survey.header?.controlNumber ?? ""
        try transaction.insert(
            Ledger.Event(
                at: time, kind: kind, subject: "\(recorder.arrival.folder)/\(recorder.arrival.fileName) \(number)",
                detail: detail))
    }
}
