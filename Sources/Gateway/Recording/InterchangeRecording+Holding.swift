import Exchange
import Ledger
import Partners
import Reconciliation
import X12

// What waits for a person.
extension InterchangeRecording {
    /// Holds the interchange, or one of its sets, and puts a view of it into the outbox.
    func hold(
        _ hold: InterchangeRows.Hold, interchange id: Int, set: (id: Int, envelope: SetEnvelope)?,
        _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        done.held += 1
        if done.problem == nil { done.problem = "\(hold.reason): \(hold.explanation)" }
        if done.held > InterchangeRows.mostFindings {
            if done.held == InterchangeRows.mostFindings + 1 {
                try note("quarantine-capped", "more sets are rejected than have rows of their own", in: transaction)
            }
            // An accepted set that is lost to sight would be lost for good.
            guard hold.isAlert else { return }
        }
        // Its sender believes that all is well, so a person has only so long to look at it.
        let clocks = sender?.profile.clocks ?? Clocks()
        let row = Ledger.Quarantine(
            arrivalID: recorder.arrival.id, interchangeID: id, setID: set?.id, partner: partner, reason: hold.reason,
            explanation: hold.explanation, remedy: hold.remedy, createdAt: time,
            dueAt: hold.isAlert ? clocks.calendar.deadline(clocks.held, after: time) : nil)
        let number = interchange.survey.header?.controlNumber ?? ""
        var place = "interchange \(number)"
        if let set { place += ", \(set.envelope.set) \(set.envelope.controlNumber) at byte \(set.envelope.offset)" }
        let view = QuarantineView(
            file: "\(recorder.arrival.folder)/\(recorder.arrival.fileName)", place: place,
            copy: set == nil ? copy() : nil)
        try transaction.hold(row, view: view, owner: recorder.arrival.partner)
        if hold.isAlert { try note("alert", "\(place) was accepted, but \(hold.explanation)", in: transaction) }
    }

    /// The interchange's bytes, unless they are many.
    private func copy() -> [UInt8]? {
        let range = interchange.survey.range
        guard range.count <= QuarantineView.largestCopy else { return nil }
        var source = recorder.source
        return try? source.bytes(in: range)
    }
}

/// What a person finds in quarantine/.
struct QuarantineView {
    /// The file it came in, relative to the root.
    var file: String
    /// Where in the file.
    var place: String
    /// The bytes in question; nil when they are too many or belong to a larger whole.
    var copy: [UInt8]?
    /// The copy's extension.
    var fileExtension = "edi"

    /// Larger inputs are not copied: the archive has them.
    static let largestCopy = 1024 * 1024
}

extension Ledger.Transaction {
    /// Records what is held and puts a note about it, and the copy if there is one, into the outbox. Gives the row's id.
    @discardableResult
    func hold(_ row: Ledger.Quarantine, view: QuarantineView, owner: String) throws(LedgerError) -> Int {
        let id = try insert(row)
        let note = """
            reason   \(row.reason)
            what     \(row.explanation)
            do       \(row.remedy)
            file     \(view.file)
            place    \(view.place)
            partner  \(row.partner ?? "not known")
            held as  quarantine \(id), arrival \(row.arrivalID)

            """
        try enqueue(
            DeliveryFile.quarantine(
                id, reason: row.reason, fileExtension: "txt", owner: owner, createdAt: row.createdAt
            )
            .delivery(Array(note.utf8)))
        guard let copy = view.copy else { return id }
        let file = DeliveryFile.quarantine(
            id, reason: row.reason, fileExtension: view.fileExtension, owner: owner, createdAt: row.createdAt)
        try enqueue(file.delivery(copy))
        return id
    }
}
