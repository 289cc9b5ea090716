import Ledger
import Reconciliation
import X12

/// Records what a partner answered and settles what we sent by it, in the transaction of the interchange that brought
/// the answer.
struct AnswerRecording {
    let ledger: Ledger
    let archive: Archive
    let partner: String
    let usage: String
    let arrival: Ledger.Recorded<Ledger.Arrival>
    /// The interchange that brought the answer.
    let interchange: Int
    let time: Int64

    /// The reason under which what a partner refused is held.
    static let reason = FindingCode.negativeAcknowledgment.entry.name

    /// What a person can do about it.
    static let remedy =
        "mend the profile and `edigate quarantine requeue` it: it is written anew and sent again; or send the mended "
        + "document under a new id and `edigate quarantine discard` this with the reason"

    // MARK: - 997 and 999

    func record(
        _ answer: ReceivedGroupAnswer, set: Int, _ done: inout RecordedInterchange,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let kind: Ledger.Acknowledgment.Kind = answer.kind == .functional ? .functional : .implementation
        let name = "\(answer.functionalCode) \(answer.groupControlNumber)"
        var groups: [SentGroup] = []
        for row in try candidates(answer) { groups.append(try sentGroup(row)) }
        guard let group = SentGroup.meant(among: groups) else {
            let row = Ledger.Answer(
                interchangeID: interchange, setID: set, partner: partner, kind: kind, subject: "group \(name)",
                letter: answer.letter, codes: answer.codes.joined(separator: " "), effect: .unmatched,
                receivedAt: time, detail: "no group \(name) was sent to \(partner)")
            return try recordUnmatched(row, &done, in: transaction)
        }
        let settlement = GroupSettlement(group, answer)
        let sent = try ledger.group(group.id)
        let all = settlement.sets.isEmpty || answer.sets.isEmpty
        if all || !answer.codes.isEmpty {
            try transaction.insert(
                Ledger.Answer(
                    interchangeID: interchange, setID: set, partner: partner, kind: kind, subject: "group \(name)",
                    letter: answer.letter, codes: answer.codes.joined(separator: " "), effect: .noted,
                    sentInterchangeID: sent?.interchangeID, receivedAt: time,
                    detail: "\(answer.accepted ?? 0) of \(answer.received ?? 0) sets accepted"))
        }
        for stranger in settlement.strangers {
            let row = Ledger.Answer(
                interchangeID: interchange, setID: set, partner: partner, kind: kind,
                subject: "\(name), \(stranger.set) \(stranger.controlNumber)", letter: stranger.letter,
                codes: stranger.codes.joined(separator: " "), effect: .unmatched,
                sentInterchangeID: sent?.interchangeID, receivedAt: time,
                detail: "group \(name) had no \(stranger.set) \(stranger.controlNumber)")
            try recordUnmatched(row, &done, in: transaction)
        }
        for settled in settlement.sets {
            try settle(settled, kind, from: set, subject: name, &done, in: transaction)
        }
    }

    private func candidates(
        _ answer: ReceivedGroupAnswer
    ) throws(LedgerError) -> [Ledger.Recorded<Ledger.FunctionalGroup>] {
        // GS06 is N0: we write it without leading zeros, and a partner may add some.
        try ledger.sentGroups(
            code: answer.functionalCode, controlNumber: SentGroup.significant(answer.groupControlNumber),
            partner: partner, usage: usage)
    }

    private func sentGroup(_ row: Ledger.Recorded<Ledger.FunctionalGroup>) throws(LedgerError) -> SentGroup {
        SentGroup(
            id: row.id, functionalCode: row.code, controlNumber: row.controlNumber,
            sets: try ledger.sentSets(ofGroup: row.id).map {
                SentGroup.Sent(
                    id: $0.setID, set: $0.set, controlNumber: $0.controlNumber,
                    state: AnswerState(rawValue: $0.state.rawValue) ?? .waiting)
            })
    }

    // MARK: - TA1

    func record(
        _ answer: ReceivedInterchangeAnswer, _ done: inout RecordedInterchange,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let found = try ledger.sentInterchanges(
            controlNumber: answer.controlNumber, partner: partner, usage: usage)
        // TA102 and TA103 repeat ISA09 and ISA10, which tell apart what has the same number.
        let dated = "\(answer.date) \(answer.time)"
        guard let sent = found.last(where: { $0.dated == dated }) ?? found.last else {
            // A TA1 also answers the interchanges that only held our acknowledgments.
            let ours = try ledger.acknowledgments(controlNumber: answer.controlNumber)
            let isAcknowledgment = !ours.isEmpty
            let row = Ledger.Answer(
                interchangeID: interchange, setID: nil, partner: partner, kind: .interchange,
                subject: "interchange \(answer.controlNumber)", letter: answer.letter, codes: answer.noteCode,
                effect: isAcknowledgment && answer.verdict != .rejected ? .noted : .unmatched, receivedAt: time,
                detail: isAcknowledgment
                    ? "it held our \(ours.map(\.kind.rawValue).joined(separator: ", "))"
                    : "no interchange \(answer.controlNumber) was sent to \(partner)")
            if row.effect == .noted {
                try transaction.insert(row)
                return
            }
            return try recordUnmatched(row, &done, in: transaction)
        }
        var groups: [SentGroup] = []
        for row in try ledger.groups(ofInterchange: sent.id) { groups.append(try sentGroup(row)) }
        let settled = Settlement.of(answer, on: groups)
        try transaction.insert(
            Ledger.Answer(
                interchangeID: interchange, setID: nil, partner: partner, kind: .interchange,
                subject: "interchange \(answer.controlNumber)", letter: answer.letter, codes: answer.noteCode,
                effect: .noted, sentInterchangeID: sent.id, receivedAt: time,
                detail: settled.isEmpty ? "" : "all of its sets are refused with it"))
        for one in settled {
            try settle(
                one, .interchange, from: nil, subject: "interchange \(answer.controlNumber)", &done, in: transaction)
        }
    }

    // MARK: - One set

    private func settle(
        _ settled: Settlement, _ kind: Ledger.Acknowledgment.Kind, from set: Int?, subject: String,
        _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let sent = try ledger.sentSet(settled.id), let state = Ledger.SentState(rawValue: settled.state.rawValue)
        else { return }
        let isRefused = settled.state == .rejected && settled.effect == .settled
        let text = settled.notes.isEmpty && !isRefused ? nil : try text(of: sent)
        let lines = text?.describe(settled.notes) ?? []
        let row = Ledger.Answer(
            interchangeID: interchange, setID: set, partner: partner, kind: kind,
            subject: "\(subject), \(sent.set) \(sent.controlNumber)", letter: settled.letter,
            codes: settled.codes.joined(separator: " "),
            effect: Ledger.Answer.Effect(rawValue: settled.effect.rawValue) ?? .noted,
            isLate: sent.dueAt.map { $0 < time } ?? false, sentSetID: sent.setID,
            sentInterchangeID: sent.interchangeID, receivedAt: time, detail: lines.joined(separator: "\n"))
        try transaction.insert(row)
        switch settled.effect {
        case .settled:
            try transaction.settle(sentSet: sent.setID, as: state, at: time)
            guard !settled.state.isAcceptance else { return }
            try alert(row, sent, &done, in: transaction)
            if isRefused { try hold(row, sent, text, lines, &done, in: transaction) }
        case .contradicted:
            try alert(row, sent, &done, in: transaction)
        case .confirmed, .noted, .unmatched: return
        }
    }

    private func alert(
        _ row: Ledger.Answer, _ sent: Ledger.SentSet, _ done: inout RecordedInterchange,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let subject = "\(sent.set) \(sent.controlNumber) \(sent.number)"
        let text =
            row.effect == .contradicted
            ? "\(partner) said \(row.letter), which is not what it said before (\(sent.state.rawValue)): ask it"
            : "\(partner) said \(row.letter)\(row.codes.isEmpty ? "" : " " + row.codes)"
        if done.problem == nil { done.problem = "\(Self.reason): \(subject): \(text)" }
        try transaction.insert(Ledger.Event(at: time, kind: "alert", subject: subject, detail: text))
    }

    private func hold(
        _ row: Ledger.Answer, _ sent: Ledger.SentSet, _ text: SentText?, _ lines: [String],
        _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        done.held += 1
        let what = sent.number.isEmpty ? "\(sent.set) \(sent.controlNumber)" : "\(sent.set) \(sent.number)"
        let explanation =
            ([
                "\(partner) refused our \(what): \(row.kind.rawValue) \(row.letter) \(row.codes)"
            ] + lines).joined(separator: "\n         ")
        try transaction.hold(
            Ledger.Quarantine(
                arrivalID: arrival.id, interchangeID: sent.interchangeID, setID: sent.setID, partner: partner,
                reason: Self.reason, explanation: explanation,
                remedy: Self.remedy, createdAt: time),
            view: QuarantineView(
                file: "\(arrival.folder)/\(arrival.fileName)", place: "what we sent: \(sent.set) \(sent.controlNumber)",
                copy: text.flatMap { $0.bytes.count <= QuarantineView.largestCopy ? $0.bytes : nil }),
            owner: partner)
    }

    /// The set as we sent it; nil when its bytes are gone.
    private func text(of sent: Ledger.SentSet) throws(LedgerError) -> SentText? {
        guard let interchange = try ledger.interchange(sent.interchangeID),
            let set = try ledger.transactionSet(sent.setID),
            let payload = try ledger.payload(interchange.payloadSHA256)
        else { return nil }
        do {
            var source = try archive.source(of: payload)
            let bytes = try source.bytes(in: 0..<source.size)
            return SentText(bytes, offset: set.byteOffset, length: set.byteLength)
        } catch {
            return nil
        }
    }

    private func recordUnmatched(
        _ row: Ledger.Answer, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let id = try transaction.insert(row)
        let text = "answer \(id), \(row.kind.rawValue) \(row.letter): \(row.detail)"
        if done.problem == nil { done.problem = "not matched: \(row.detail)" }
        try transaction.insert(
            Ledger.Event(
                at: time, kind: "alert", subject: "\(arrival.folder)/\(arrival.fileName)", detail: text))
    }
}
