public import Ledger
import Partners
import Reconciliation
import X12

// What a person does about a set that we sent and that its partner does not answer.
extension Mending {
    /// What a person heard from a partner by another way than an acknowledgment.
    public enum Word: String, Sendable, CaseIterable {
        /// It has the set and takes it.
        case accepted
        /// It refuses the set.
        case rejected
    }

    /// Sends the interchange of a set once more, with the same bytes and numbers: a partner that has it answers as it did,
    /// and one that never got it takes it. Its sets wait anew.
    ///
    /// - Parameters:
    ///   - id: The row of a set that waits for its answer.
    ///   - decision: Who retransmits, and why.
    /// - Returns: The sets that go with it, or why nothing is sent.
    /// - Throws: ``GatewayError`` when the ledger fails.
    public func retransmit(
        set id: Int, _ decision: Decision
    ) throws(GatewayError) -> Result<[Ledger.SentSet], Refusal> {
        let found: Waiting
        switch try waiting(id) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let waiting): found = waiting
        }
        let name = String(found.interchange.id)
        let (sets, payload) = try withLedger { () throws(LedgerError) in
            (
                try ledger.sentSets(ofInterchange: found.interchange.id),
                try ledger.isUnderWay(.interchange, name) ? nil : try ledger.payload(found.interchange.payloadSHA256)
            )
        }
        guard let payload else {
            return .failure(
                Refusal(
                    reason: "it has not gone yet: `edigate run` or `edigate quarantine list --dead-letters` tell why"))
        }
        let bytes: [UInt8]
        do {
            var source = try archive.source(of: payload)
            bytes = try source.bytes(in: 0..<source.size)
        } catch {
            return .failure(Refusal(reason: "its bytes are not kept any more: \(error)"))
        }
        let file = DeliveryFile.interchange(
            found.interchange.id, sets: sets.map { $0.set }, number: found.interchange.identity.controlNumber,
            recipient: found.sent.partner, createdAt: time)
        try write { transaction throws(LedgerError) in
            try transaction.enqueue(file, bytes, by: addresses)
            let clocks = directory.profile(found.sent.partner)?.clocks ?? Clocks()
            for sent in sets where sent.state == .waiting {
                let term = clocks.acknowledgment(of: sent.set)
                try transaction.extend(
                    sentSet: sent.setID, until: term.map { clocks.calendar.deadline($0, after: time) })
            }
            try note("retransmitted", found, decision, in: transaction)
        }
        return .success(sets)
    }

    /// Settles a set by what its partner said otherwise than by an acknowledgment. One that was refused is held, as one is
    /// whose refusal came on the wire.
    ///
    /// - Parameters:
    ///   - id: The row of a set that waits for its answer.
    ///   - word: What the partner said.
    ///   - decision: Who heard it, and how.
    /// - Returns: The set, or why it is not settled.
    /// - Throws: ``GatewayError`` when the ledger fails.
    public func settle(
        set id: Int, as word: Word, _ decision: Decision
    ) throws(GatewayError) -> Result<Ledger.SentSet, Refusal> {
        let found: Waiting
        switch try waiting(id) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let waiting): found = waiting
        }
        let sent = found.sent
        try write { transaction throws(LedgerError) in
            try transaction.settle(sentSet: sent.setID, as: word == .accepted ? .accepted : .rejected, at: time)
            try note("settled as \(word.rawValue)", found, decision, in: transaction)
            guard word == .rejected else { return }
            try transaction.hold(
                Ledger.Quarantine(
                    arrivalID: found.arrival.id, interchangeID: sent.interchangeID, setID: sent.setID,
                    partner: sent.partner, reason: AnswerRecording.reason,
                    explanation: "\(sent.partner) refused our \(sent.set) \(sent.number), says \(decision.who): "
                        + decision.why,
                    remedy: AnswerRecording.remedy, createdAt: time),
                view: QuarantineView(
                    file: "\(found.arrival.folder)/\(found.arrival.fileName)",
                    place: "what we sent: \(sent.set) \(sent.controlNumber)"),
                owner: sent.partner)
        }
        return .success(sent)
    }

    // MARK: - Parts

    /// A set that waits for its answer, and what it went in.
    private struct Waiting {
        var sent: Ledger.SentSet
        var interchange: Ledger.Recorded<Ledger.Interchange>
        var arrival: Ledger.Recorded<Ledger.Arrival>
    }

    private func waiting(_ id: Int) throws(GatewayError) -> Result<Waiting, Refusal> {
        try withLedger { () throws(LedgerError) in
            guard let sent = try ledger.sentSet(id), let interchange = try ledger.interchange(sent.interchangeID),
                let arrivalID = interchange.arrivalID, let arrival = try ledger.arrival(arrivalID)
            else { return .failure(Refusal(reason: "no set \(id) was sent; `edigate acks` lists those that were")) }
            switch sent.state {
            case .waiting: return .success(Waiting(sent: sent, interchange: interchange, arrival: arrival))
            case .rejected:
                return .failure(
                    Refusal(
                        reason: "\(sent.partner) refused it: `edigate quarantine requeue` sends it again, written anew")
                )
            case .accepted, .acceptedWithErrors, .partiallyAccepted, .notExpected:
                return .failure(Refusal(reason: "it waits for no answer: it is \(sent.state.rawValue)"))
            }
        }
    }

    private func note(
        _ kind: String, _ found: Waiting, _ decision: Decision, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        // As a trace asks for what happened to an interchange.
        let subject =
            "\(found.arrival.folder)/\(found.arrival.fileName) \(found.interchange.identity.controlNumber)"
        try transaction.insert(
            Ledger.Event(
                at: time, kind: kind, subject: subject,
                detail: "\(found.sent.set) \(found.sent.controlNumber) \(found.sent.number), by \(decision.who): "
                    + decision.why))
    }
}
