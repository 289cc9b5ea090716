import Exchange
import Ledger
import Partners
import X12

/// A draft that may go, with the envelope it goes in.
struct ReadyDraft {
    var draft: OutboundDraft
    var template: EnvelopeTemplate
    /// What the partner holds it to.
    var rules: Rules
    var clocks: Clocks
    /// Whether the partner refused the document, and a person lets it go once more.
    var isSentAgain = false
}

/// Judges drafts before they get control numbers: what our own reader refuses must not leave the house.
struct OutboundCheck {
    let directory: PartnerDirectory
    let ledger: Ledger
    let time: Int64

    /// Gives the draft with its envelope, or what is wrong with it.
    func check(
        _ draft: OutboundDraft, isSentAgain: Bool = false
    ) throws(LedgerError) -> Result<ReadyDraft, OutboundFault> {
        guard let profile = directory.profile(draft.partner) else {
            return .failure(OutboundFault(["there is no partner \"\(draft.partner)\" whose profile is in use"]))
        }
        if let reason = profile.suspensionReason {
            return .failure(OutboundFault(["nothing is sent to \(profile.id): \(reason)"]))
        }
        guard profile.exchanges(set: draft.set, direction: .outbound) else {
            return .failure(
                OutboundFault(["the profile of \(profile.id) does not list the \(draft.set) among what goes out"]))
        }
        let usage = draft.usage ?? (profile.stage == .production ? .production : .test)
        guard profile.stage.exchangesProduction || usage == .test else {
            return .failure(OutboundFault(["\(profile.id) is in stage \(profile.stage.rawValue): only test data goes"]))
        }
        guard let template = profile.outboundTemplate(usage: usage) else {
            return .failure(
                OutboundFault(["the profile of \(profile.id) has no identities for \(usage.rawValue) data"]))
        }
        if !isSentAgain, let earlier = try ledger.heading(ofDocument: draft.documentID) {
            let way = earlier.direction == .outgoing ? "sent" : "received"
            return .failure(
                OutboundFault(["the document \(draft.documentID) was \(way) before: give a new one a new id"]))
        }
        let ready = ReadyDraft(
            draft: draft, template: template, rules: Rules(sendingTo: profile), clocks: profile.clocks,
            isSentAgain: isSentAgain)
        let trial = Reread.of(Self.interchange(of: [ready], number: 1, time: time) { _ in 1 }, rules: ready.rules)
        guard trial.errors.isEmpty else {
            return .failure(OutboundFault(trial.errors.map(Self.words)))
        }
        guard trial.sets.count == 1, trial.groups.count == 1 else {
            return .failure(OutboundFault(["the segments hold envelopes of their own"]))
        }
        return .success(ready)
    }

    private static func words(_ finding: Finding) -> String {
        "\(finding.code.entry.name): \(finding.message)" + (finding.origin == nil ? "" : " [\(finding.rule)]")
    }

    /// Writes drafts of one envelope as one interchange, a group per functional code.
    static func interchange<E: Error>(
        of drafts: [ReadyDraft], number: Int, time: Int64, groupNumber: (String) throws(E) -> Int
    ) throws(E) -> [UInt8] {
        guard let template = drafts.first?.template else { return [] }
        var writer = InterchangeWriter(template, number: number, time: EnvelopeTime(milliseconds: time))
        for code in codes(of: drafts) {
            writer.beginGroup(code: code, number: try groupNumber(code))
            for (index, ready) in drafts.filter({ $0.draft.functionalCode == code }).enumerated() {
                writer.set(
                    ready.draft.set, number: InterchangeWriter.filled(index + 1, 4), segments: ready.draft.segments,
                    count: ready.draft.segmentCount)
            }
            writer.endGroup()
        }
        return writer.finish()
    }

    /// The functional codes in the order in which they first occur.
    static func codes(of drafts: [ReadyDraft]) -> [String] {
        var codes: [String] = []
        for ready in drafts where !codes.contains(ready.draft.functionalCode) {
            codes.append(ready.draft.functionalCode)
        }
        return codes
    }
}
