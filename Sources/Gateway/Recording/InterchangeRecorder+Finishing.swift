import Ledger
import X12

extension InterchangeRecorder {
    /// Ends the arrival, given what was found outside of interchanges. A file without any is held.
    ///
    /// What is recorded bears the time at which the work began; how long it took is counted up to `end`.
    func finish(_ fileFindings: [Finding], at end: Int64) throws(LedgerError) {
        let place = "\(arrival.folder)/\(arrival.fileName)"
        try ledger.transaction { transaction throws(LedgerError) in
            let lost = fileFindings.first { $0.severity == .error }
            if !hasInterchange || lost != nil {
                let entry = (lost?.code ?? .notX12).entry
                // Beside good interchanges, segments whose ISA is missing are still somebody's documents.
                let title = hasInterchange ? "segments without their ISA at byte \(lost?.offset ?? 0)" : entry.title
                let row = Ledger.Quarantine(
                    arrivalID: arrival.id, partner: arrival.partner, reason: entry.name, explanation: title,
                    remedy: entry.remedy, createdAt: time)
                var view = QuarantineView(file: place, place: "the file, \(source.size) bytes")
                var source = source
                if source.size <= QuarantineView.largestCopy { view.copy = try? source.bytes(in: 0..<source.size) }
                view.fileExtension = "bin"
                try transaction.hold(row, view: view, owner: arrival.partner)
                report.held += 1
                report.note(problem: "\(entry.name): \(title)")
            } else {
                // Findings belong to interchanges; these are about bytes between them.
                for finding in fileFindings.prefix(InterchangeRows.mostFindings) {
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "finding", subject: place,
                            detail: "\(finding.code.entry.name) at byte \(finding.offset): \(finding.message)"))
                }
            }
            try transaction.observe("judge", partner: arrival.partner, milliseconds: end - arrival.arrivedAt)
            try transaction.finishArrival(arrival.id, as: hasTaken ? .recorded : .quarantined, at: time)
        }
    }
}
