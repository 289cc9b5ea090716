import Exchange
import Ledger
import Partners
public import X12

// Judging what is held once more, changed or not.
extension Mending {
    /// Changes one element and judges the whole anew: what is now accepted goes on as if it had come so, what is not
    /// stays held with the change. The acknowledgment of what was processed went already and does not go again.
    public func fix(
        _ item: HeldItem, _ edit: ElementEdit, _ decision: Decision
    ) throws(GatewayError) -> Result<Outcome, Refusal> {
        if let refusal = refusal(item) { return .failure(refusal) }
        switch item.nature {
        case .interchange, .group, .set: break
        case .file, .sent, .outbound:
            return .failure(Refusal(reason: Self.noEdit(item)))
        }
        let bytes = try held(item)
        guard let delimiters = Self.delimiters(of: bytes) else {
            return .failure(Refusal(reason: "its ISA cannot be read: mend the file and drop it again"))
        }
        var range = 0..<bytes.count
        if item.nature == .set {
            let before = try judge(item, bytes)
            if let set = item.setPlace.flatMap({ before.sets[$0] }) {
                range = set.envelope.offset..<set.envelope.offset + set.envelope.length
            }
        }
        let edited: ElementEdit.Edited
        switch edit.apply(to: bytes, in: range, delimiters: delimiters) {
        case .failure(let fault): return .failure(Refusal(reason: fault.reason))
        case .success(let result): edited = result
        }
        let rework = try judge(item, edited.bytes)
        let stored = try archive.store(edited.bytes)
        var outcome = judged(item, rework)
        outcome.old = String(decoding: edited.old, as: UTF8.self)
        try write { transaction throws(LedgerError) in
            try transaction.archive(stored.payload(receivedAt: time))
            try transaction.insert(
                Ledger.Patch(
                    quarantineID: item.row.id, at: time, who: decision.who, why: decision.why, place: edit.place,
                    old: outcome.old ?? "", new: String(decoding: edit.value, as: UTF8.self),
                    verdict: Ledger.Verdict(outcome.verdict ?? .rejected), payloadSHA256: stored.sha256))
            let detail =
                "\(edit.place) \"\(outcome.old ?? "")\" became \"\(String(decoding: edit.value, as: UTF8.self))\""
            try transaction.insert(
                Ledger.Event(
                    at: time, kind: "patched", subject: "quarantine \(item.row.id)",
                    detail: "\(item.place): \(detail), by \(decision.who): \(decision.why)"))
            if outcome.wentOn {
                try goOn(item, rework, payload: stored.sha256, as: .fixed, decision, &outcome, in: transaction)
            }
        }
        return .success(outcome)
    }

    /// Works it anew as it is, changes included, under the profiles of now.
    public func requeue(_ item: HeldItem, _ decision: Decision) throws(GatewayError) -> Result<Outcome, Refusal> {
        if let refusal = refusal(item) { return .failure(refusal) }
        switch item.nature {
        case .sent: return try sendAgain(item, decision)
        case .file, .outbound:
            var outcome = Outcome(wentOn: true)
            try write { transaction throws(LedgerError) in
                outcome.arrival = try queue(
                    item, item.arrival.entry, payload: item.arrival.payloadSHA256, in: transaction)
                try end(item, as: .requeued, decision, "requeued", in: transaction)
            }
            return .success(outcome)
        case .interchange, .group, .set: break
        }
        let bytes = try held(item)
        let rework = try judge(item, bytes)
        var outcome = judged(item, rework)
        guard outcome.wentOn else { return .success(outcome) }
        let stored = try archive.store(bytes)
        try write { transaction throws(LedgerError) in
            try transaction.archive(stored.payload(receivedAt: time))
            try goOn(item, rework, payload: stored.sha256, as: .requeued, decision, &outcome, in: transaction)
        }
        return .success(outcome)
    }

    /// Lets a document that its partner refused be written anew, from the file that it came in, and sent under new control
    /// numbers.
    private func sendAgain(
        _ item: HeldItem, _ decision: Decision
    ) throws(GatewayError) -> Result<Outcome, Refusal> {
        let origin = try withLedger { () throws(LedgerError) -> Ledger.Recorded<Ledger.Arrival>? in
            guard let set = item.set, try ledger.sentSet(set.id)?.documentID != nil,
                let id = item.interchange?.arrivalID, let arrival = try ledger.arrival(id),
                let payload = try ledger.payload(arrival.payloadSHA256)
            else { return nil }
            if case .purged = payload.contents { return nil }
            return arrival
        }
        guard let origin else {
            return .failure(
                Refusal(
                    reason:
                        "the file that it was made of is not kept any more: put the document into outbound/ under a "
                        + "new id, then discard this with the reason"))
        }
        var outcome = Outcome(wentOn: true)
        try write { transaction throws(LedgerError) in
            outcome.arrival = try queue(item, origin.entry, payload: origin.payloadSHA256, in: transaction)
            try end(item, as: .requeued, decision, "requeued", in: transaction)
        }
        return .success(outcome)
    }

    private static func noEdit(_ item: HeldItem) -> String {
        switch item.nature {
        case .file: "no interchange was recognised in it: mend the file and drop it again, then discard this"
        case .outbound: "it is a document of ours: mend it and put it into outbound/ again, then discard this"
        default:
            "the partner has it as it was sent: requeue it, which writes it anew under the profile of now, or put the mended "
                + "document into outbound/ under a new id and discard this"
        }
    }

    // MARK: - Judging

    /// The interchange as it is held: with the changes made so far.
    func held(_ item: HeldItem) throws(GatewayError) -> [UInt8] {
        let sha256 = item.patches.last?.payloadSHA256 ?? item.arrival.payloadSHA256
        let interchange = item.interchange
        let payload = try withLedger { () throws(LedgerError) in
            try ledger.payload(item.patches.isEmpty ? interchange?.payloadSHA256 ?? sha256 : sha256)
        }
        guard let payload else { throw GatewayError(.missing, reason: "its bytes are not in the archive") }
        var source = try archive.source(of: payload)
        var range = 0..<source.size
        if item.patches.isEmpty, let interchange {
            range = interchange.byteOffset..<interchange.byteOffset + interchange.byteLength
        }
        do throws(SourceError) { return try source.bytes(in: range) } catch {
            throw GatewayError(.unreadable, reason: error.reason)
        }
    }

    private static func delimiters(of bytes: [UInt8]) -> Delimiters? {
        guard bytes.count > 105, bytes.starts(with: [0x49, 0x53, 0x41]) else { return nil }
        let delimiters = Delimiters(element: bytes[3], segment: bytes[105], component: bytes[104])
        return delimiters.areUsable ? delimiters : nil
    }

    private func judge(_ item: HeldItem, _ bytes: [UInt8]) throws(GatewayError) -> Rework {
        guard let owner = directory.profile(item.arrival.partner) else {
            throw GatewayError(.missing, reason: "\"\(item.arrival.partner)\" has no profile in use")
        }
        let rules = PartnerRules(directory: directory, owner: owner)
        var wanted: Set<Rework.Place>?
        if item.nature == .set { wanted = item.setPlace.map { [$0] } }
        return try Rework.of(
            ArchivedSource(.memory(MemorySource(bytes)), size: bytes.count), ordinal: 1,
            fileName: item.arrival.fileName, rules: rules, wanted: wanted)
    }

    /// What the new judgement comes to.
    private func judged(_ item: HeldItem, _ rework: Rework) -> Outcome {
        var outcome = Outcome()
        outcome.findings = rework.findings(on: item.setPlace)
        switch item.nature {
        case .interchange:
            outcome.verdict = rework.interchange?.verdict ?? .rejected
            outcome.wentOn = outcome.verdict?.isAccepted ?? false
        case .set:
            let set = item.setPlace.flatMap { rework.sets[$0] }
            let document = item.setPlace.flatMap { rework.documents[$0] }
            outcome.verdict = set?.verdict ?? .rejected
            outcome.wentOn = document.map { !$0.isHeld } ?? false
        case .group:
            let verdicts = rework.sets.values.map(\.verdict)
            outcome.verdict =
                rework.interchange?.verdict.isAccepted == true
                ? Verdict(
                    group: rework.groups.values.flatMap(\.findings), received: verdicts.count,
                    accepted: verdicts.filter(\.isAccepted).count, clean: verdicts.filter { $0 == .accepted }.count)
                : .rejected
            outcome.wentOn = !rework.documents.isEmpty && rework.documents.values.allSatisfy { !$0.isHeld }
        case .file, .sent, .outbound: break
        }
        return outcome
    }

    // MARK: - Going on

    private func goOn(
        _ item: HeldItem, _ rework: Rework, payload: [UInt8], as end: Ledger.Quarantine.Outcome, _ decision: Decision,
        _ outcome: inout Outcome, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        if item.nature == .interchange {
            outcome.arrival = try queue(item, item.arrival.entry, payload: payload, in: transaction)
        } else {
            for (place, document) in rework.documents.sorted(by: {
                ($0.key.group, $0.key.set) < ($1.key.group, $1.key.set)
            })
            where !document.isHeld {
                guard let interchange = item.interchange,
                    let set = try ledger.set(interchange: interchange.id, group: place.group, set: place.set)
                else { continue }
                if let heading = try record(
                    document, partner: interchange.partner ?? item.arrival.partner, interchange: interchange.id,
                    set: set, in: transaction)
                {
                    outcome.documents.append(heading)
                }
            }
        }
        try self.end(item, as: end, decision, end.rawValue, in: transaction)
    }

    /// Makes an arrival of it, like an earlier one, that the next run works.
    private func queue(
        _ item: HeldItem, _ earlier: Ledger.Arrival, payload: [UInt8], in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Int {
        var arrival = earlier
        arrival.payloadSHA256 = payload
        arrival.arrivedAt = time
        arrival.state = .claimed
        arrival.finishedAt = nil
        arrival.workName = nil
        arrival.requeueOf = item.row.id
        return try transaction.insert(arrival)
    }

    /// Records a document that a set became after all; nil when the set has one that went on.
    func record(
        _ document: DocumentOutcome, partner: String, interchange: Int, set: Int,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Ledger.DocumentHeading? {
        let known = try ledger.documents(ofSet: set)
        guard !known.contains(where: { $0.state != .held }) else { return nil }
        if let same = known.first(where: { $0.id == document.id }) {
            // Judged anew it may say more than when it was held: what a crosswalk has learnt meanwhile.
            try transaction.setHeldDocument(same.id, bytes: document.json)
            try handOn(same.id, in: transaction)
            return same
        }
        let heading = Ledger.DocumentHeading(
            id: document.id, kind: document.kind, number: document.number, partner: partner,
            interchangeID: interchange, setID: set, direction: .incoming, createdAt: time)
        try transaction.insert(
            Ledger.Document(
                heading: heading, content: Ledger.DocumentContent(document.facts, sha256: document.content?.bytes),
                bytes: document.json))
        try transaction.insert(Ledger.DocumentKey.all(of: document.facts), ofDocument: document.id)
        if let facts = document.facts { try post(facts, heading, in: transaction) }
        try enqueue(heading, in: transaction)
        return heading
    }
}
