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
        var interchanges: [[ReadyDraft]] = []
        var faults: [(place: String, partner: String?, bytes: [UInt8], fault: OutboundFault)] = []
        var ids: Set<String> = []
        for (index, range) in JSONValues.ranges(in: bytes).enumerated() {
            let document = Array(bytes[range])
            var partner: String?
            var outcome: Result<ReadyDraft, OutboundFault>
            switch generate(document, directory, Moment(milliseconds: time).date) {
            case .failure(let fault): outcome = .failure(fault)
            case .success(let draft) where try wasSent(draft, arrival): continue
            case .success(let draft):
                partner = draft.partner
                outcome =
                    ids.insert(draft.documentID).inserted
                    ? try check.check(draft)
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
        if interchanges.isEmpty, faults.isEmpty {
            faults.append(("the file", nil, bytes, OutboundFault(["there is no document in it"])))
        }
        return try OutboundRecording(
            ledger: ledger, archive: archive, addresses: addresses, arrival: arrival, time: time,
            interchanges: interchanges, faults: faults
        ).record()
    }

    /// Whether a file that is worked anew holds a document that went the first time.
    private func wasSent(
        _ draft: OutboundDraft, _ arrival: Ledger.Recorded<Ledger.Arrival>
    ) throws(LedgerError) -> Bool {
        guard arrival.requeueOf != nil else { return false }
        return try ledger.heading(ofDocument: draft.documentID)?.direction == .outgoing
    }
}
