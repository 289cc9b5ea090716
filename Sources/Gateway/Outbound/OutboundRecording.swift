import Commerce
import Exchange
import Ledger
import Partners
import Reconciliation
import X12

/// Records a file of outbound/ and what is sent because of it, all in one transaction.
struct OutboundRecording {
    let ledger: Ledger
    let archive: Archive
    let addresses: Addresses
    let arrival: Ledger.Recorded<Ledger.Arrival>
    let time: Int64
    /// What goes, a list per interchange.
    let interchanges: [[ReadyDraft]]
    /// What cannot go: the document's place in the file, its bytes, and why.
    let faults: [(place: String, partner: String?, bytes: [UInt8], fault: OutboundFault)]

    /// The reason under which faulty documents are held.
    static let reason = "E-OUTBOUND"

    func record() throws(LedgerError) -> FileReport {
        try ledger.transaction { transaction throws(LedgerError) in
            var report = FileReport(name: arrival.fileName, folder: arrival.folder, partner: arrival.partner)
            for (index, drafts) in interchanges.enumerated() {
                try send(drafts, ordinal: index + 1, &report, in: transaction)
            }
            for (place, partner, bytes, fault) in faults {
                let explanation = fault.messages.joined(separator: "; ")
                let held = try transaction.hold(
                    Ledger.Quarantine(
                        arrivalID: arrival.id, partner: partner ?? fault.unfit?.partner, reason: Self.reason,
                        explanation: explanation,
                        remedy: "correct the document and put it into outbound/ again", createdAt: time),
                    view: QuarantineView(
                        file: "\(arrival.folder)/\(arrival.fileName)", place: place,
                        copy: bytes.count <= QuarantineView.largestCopy ? bytes : nil, fileExtension: "json"),
                    owner: arrival.partner)
                try recordUnfit(fault, held: held, in: transaction)
                try transaction.insert(
                    Ledger.Event(
                        at: time, kind: "alert", subject: "\(arrival.folder)/\(arrival.fileName)",
                        detail: "\(place) was not sent: \(explanation)"))
                report.held += 1
                report.note(problem: "\(place): \(explanation)")
            }
            try transaction.finishArrival(
                arrival.id, as: interchanges.isEmpty ? .quarantined : .recorded, at: time)
            return report
        }
    }

    /// Records the values for which a document waits, so that they are counted with those of what comes in.
    private func recordUnfit(
        _ fault: OutboundFault, held id: Int, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let unfit = fault.unfit else { return }
        for miss in unfit.misses.prefix(InterchangeRows.mostFindings) {
            try transaction.insert(
                Ledger.RefusedValue(
                    quarantineID: id, at: time, partner: unfit.partner, code: miss.code, value: miss.value,
                    message: miss.reason, documentID: unfit.documentID, kind: unfit.kind, number: unfit.number,
                    amount: unfit.amount.description))
        }
    }

    private func send(
        _ drafts: [ReadyDraft], ordinal: Int, _ report: inout FileReport, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let first = drafts.first else { return }
        let purpose = "interchange \(ordinal) of arrival \(arrival.id)"
        let number = try transaction.nextNumber(.interchange, of: first.template, for: purpose, at: time)
        var groups: [String: Int] = [:]
        for code in OutboundCheck.codes(of: drafts) {
            groups[code] = try transaction.nextNumber(.group, of: first.template, for: purpose, at: time)
        }
        let bytes = OutboundCheck.interchange(of: drafts, number: number, time: time) { groups[$0] ?? 1 }
        let reread = Reread.of(bytes, rules: first.rules)
        let stored = try archived(bytes)
        try transaction.archive(stored.payload(receivedAt: time))
        let header = reread.header
        let id = try transaction.insert(
            Ledger.Interchange(
                arrivalID: arrival.id, ordinal: ordinal, identity: Ledger.InterchangeIdentity(header, .outgoing),
                partner: first.draft.partner, version: header?.element(12) ?? "",
                dated: header.map { "\($0.element(9)) \($0.element(10))" } ?? "", sha256: reread.digest,
                byteOffset: 0, byteLength: reread.length, payloadSHA256: stored.sha256, verdict: .accepted,
                ta1Code: "000", disposition: .sent, recordedAt: time))
        let ids = try recordSets(of: reread, interchange: id, in: transaction)
        try recordDocuments(drafts, interchange: id, sets: ids, in: transaction)
        try transaction.enqueue(
            DeliveryFile.interchange(
                id, sets: drafts.map { $0.draft.set }, number: InterchangeWriter.filled(number, 9),
                recipient: first.draft.partner, createdAt: time
            ), bytes, by: addresses)
        try transaction.insert(
            Ledger.Event(
                at: time, kind: "sent", subject: "interchange \(id)",
                detail: "\(SHA256.digest(of: bytes).hex) carries \(drafts.count) documents"))
        try transaction.tally("sent", partner: first.draft.partner, at: time)
        report.interchanges += 1
        report.sets += drafts.count
        report.accepted += drafts.count
        report.documents += drafts.count
    }

    private func archived(_ bytes: [UInt8]) throws(LedgerError) -> Archive.Stored {
        do throws(GatewayError) { return try archive.store(bytes) } catch {
            throw LedgerError(.io, reason: error.reason, underlying: error.underlying)
        }
    }

    /// Where a set stands in the ledger.
    private struct SentPlace {
        var id: Int
        var group: Int
        var controlNumber: String
    }

    /// Records groups and sets, and gives the sets' places in the order in which they were written.
    private func recordSets(
        of reread: Reread, interchange id: Int, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> [SentPlace] {
        var groups: [Int: Int] = [:]
        for group in reread.groups {
            groups[group.ordinal] = try transaction.insert(
                Ledger.FunctionalGroup(
                    group.header, interchange: id, ordinal: group.ordinal, verdict: .accepted,
                    claimed: group.received, received: group.received, accepted: group.received))
        }
        var ids: [SentPlace] = []
        for set in reread.sets {
            guard let group = groups[set.group] else { continue }
            let setID = try transaction.insert(
                Ledger.TransactionSet(set.envelope, group: group, verdict: set.verdict))
            ids.append(SentPlace(id: setID, group: group, controlNumber: set.envelope.controlNumber))
        }
        return ids
    }

    private func recordDocuments(
        _ drafts: [ReadyDraft], interchange id: Int, sets: [SentPlace], in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let written = OutboundCheck.codes(of: drafts).flatMap { code in
            drafts.filter { $0.draft.functionalCode == code }
        }
        for (index, ready) in written.enumerated() {
            let setID = sets.indices.contains(index) ? sets[index].id : nil
            // One that goes again stands in the ledger, with what it says of orders.
            if !ready.isSentAgain { try record(ready, interchange: id, set: setID, in: transaction) }
            let draft = ready.draft
            guard sets.indices.contains(index) else { continue }
            let sent = sets[index]
            let term = ready.clocks.acknowledgment(of: draft.set)
            try transaction.insert(
                Ledger.SentSet(
                    setID: sent.id, interchangeID: id, groupID: sent.group, partner: draft.partner, set: draft.set,
                    controlNumber: sent.controlNumber, documentID: draft.documentID, number: draft.number,
                    sentAt: time, dueAt: term.map { ready.clocks.calendar.deadline($0, after: time) }))
        }
    }

    /// Records a document, what it is found by and what it says of orders.
    private func record(
        _ ready: ReadyDraft, interchange id: Int, set setID: Int?, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let draft = ready.draft
        try transaction.insert(
            Ledger.Document(
                heading: Ledger.DocumentHeading(
                    id: draft.documentID, kind: draft.kind, number: draft.number, partner: draft.partner,
                    interchangeID: id, setID: setID,
                    direction: .outgoing, createdAt: time),
                content: Ledger.DocumentContent(
                    draft.facts, sha256: SHA256.digest(of: draft.segments).bytes),
                bytes: draft.json))
        try transaction.insert(Ledger.DocumentKey.all(of: draft.facts), ofDocument: draft.documentID)
        for miss in draft.misses.prefix(InterchangeRows.mostFindings) {
            try transaction.insert(
                Ledger.Finding(
                    interchangeID: id, setID: setID, code: miss.code,
                    severity: miss.severity == .error ? .error : miss.severity == .warning ? .warning : .note,
                    value: miss.value, message: miss.reason))
        }
        let book = OrderBook(ledger: ledger, partner: draft.partner, clocks: ready.clocks, time: time)
        for finding in try book.findings(
            draft.facts, kind: draft.kind, number: draft.number, direction: .outgoing)
        {
            try transaction.insert(
                Ledger.Finding(
                    interchangeID: id, setID: setID, code: FindingCode(finding.kind).entry.name, severity: .warning,
                    message: finding.reason))
        }
        try book.post(
            draft.facts, document: draft.documentID, kind: draft.kind, number: draft.number, direction: .outgoing,
            in: transaction)
    }
}
