import Commerce
import Ledger
import Partners
import X12

/// Works a file of outbound/: documents into interchanges, one to each partner the file names.
struct OutboundWork {
    let ledger: Ledger
    let archive: Archive
    let directory: PartnerDirectory
    let addresses: Addresses
    let generate: OutboundGenerator
    let time: Int64

    func work(_ arrival: Ledger.Recorded<Ledger.Arrival>, _ bytes: [UInt8]) throws(LedgerError) -> FileReport {
        let check = OutboundCheck(directory: directory, ledger: ledger, time: time)
        let again = try documentSentAgain(by: arrival)
        var interchanges: [[ReadyDraft]] = []
        var faults: [(place: String, partner: String?, bytes: [UInt8], fault: OutboundFault)] = []
        var ids: Set<String> = []
        for (index, range) in JSONValues.ranges(in: bytes).enumerated() {
            let document = Array(bytes[range])
            var partner: String?
            var outcome: Result<ReadyDraft, OutboundFault>
            switch generate(document, directory, Moment(milliseconds: time).date) {
            case .failure(let fault): outcome = .failure(fault)
            case .success(let draft) where try isLeft(draft, again, arrival): continue
            case .success(let draft):
                partner = draft.partner
                outcome =
                    ids.insert(draft.documentID).inserted
                    ? try check.check(draft, isSentAgain: again != nil)
                    : .failure(OutboundFault(["the document \(draft.documentID) stands in the file twice"]))
            }
            switch outcome {
            case .failure(let fault): faults.append(("document \(index + 1)", partner, document, fault))
            case .success(let ready):
                let same = interchanges.firstIndex {
                    $0.first?.draft.partner == ready.draft.partner && $0.first?.template == ready.template
                }
                if let same { interchanges[same].append(ready) } else { interchanges.append([ready]) }
            }
        }
        // What is wrong with the other documents of the file was said when it came.
        if again != nil, !interchanges.isEmpty { faults = [] }
        if interchanges.isEmpty, faults.isEmpty {
            faults.append(("the file", nil, bytes, OutboundFault(["there is no document in it"])))
        }
        return try OutboundRecording(
            ledger: ledger, archive: archive, addresses: addresses, arrival: arrival, time: time,
            interchanges: interchanges, faults: faults
        ).record()
    }

    /// The document that its partner refused, when it is for this that a file is worked anew.
    private func documentSentAgain(by arrival: Ledger.Recorded<Ledger.Arrival>) throws(LedgerError) -> String? {
        guard let held = arrival.requeueOf, let set = try ledger.quarantine(held)?.setID else { return nil }
        return try ledger.sentSet(set)?.documentID
    }

    /// Whether a document stays where it is when its file is worked anew: it is not the one that was refused, or, where
    /// none was, it went the first time.
    private func isLeft(
        _ draft: OutboundDraft, _ again: String?, _ arrival: Ledger.Recorded<Ledger.Arrival>
    ) throws(LedgerError) -> Bool {
        guard arrival.requeueOf != nil else { return false }
        if let again { return draft.documentID != again }
        return try ledger.heading(ofDocument: draft.documentID)?.direction == .outgoing
    }
}
