public import Commerce
import Exchange
public import Partners
import Translation
import X12

extension OutboundDraft {
    /// Drafts the set of a canonical document, in the version and with the delimiters of its partner: what a gateway
    /// is given as its generator.
    ///
    /// - Parameters:
    ///   - json: One document.
    ///   - directory: The partners; the document names one of them.
    ///   - day: The day on which it goes, for crosswalks.
    /// - Returns: The draft, or why the document cannot be sent.
    public static func make(
        _ json: [UInt8], _ directory: PartnerDirectory, _ day: CalendarDate?
    ) -> Result<OutboundDraft, OutboundFault> {
        var profile: Profile?
        let made = SetGenerator(gathersFacts: true).generate(json, in: json.indices) { kind, head in
            guard let known = directory.profile(head.partner.string) else {
                return .failure(
                    SetGenerator.Failure([
                        "there is no partner \"\(head.partner)\"; `partner` names the profile it goes to"
                    ]))
            }
            guard !head.id.isEmpty else {
                return .failure(
                    SetGenerator.Failure(["the document has no id; give each document its own, such as a UUID"]))
            }
            guard let standard = Standard.version(known.groupVersion) else {
                return .failure(
                    SetGenerator.Failure(["\(known.id) trades version \(known.groupVersion), which there is not"]))
            }
            profile = known
            return .success(SetGenerator.Form(sendingTo: known, kind, in: standard, on: day))
        }
        let misses = (try? made.get()).map { Self.misses(of: $0, profile) } ?? []
        switch made.flatMap({ $0.leaving(under: profile) }) {
        case .failure(let failure):
            var fault = OutboundFault(failure.messages)
            let held = misses.filter { $0.severity == .error }
            if let profile, !held.isEmpty, let set = try? made.get() {
                fault.unfit = OutboundFault.Unfit(
                    partner: profile.id, documentID: set.head.id.string, kind: set.kind.rawValue,
                    number: set.head.number.string, amount: set.facts.amount, misses: held)
            }
            return .failure(fault)
        case .success(let set):
            guard let profile else { return .failure(OutboundFault(["the document goes to no partner"])) }
            var draft = OutboundDraft(
                partner: profile.id, usage: Profile.Usage(indicator: set.head.source.interchange.usage.string),
                kind: set.kind.rawValue, number: set.head.number.string, documentID: set.head.id.string,
                set: set.set, functionalCode: set.functionalCode, segments: set.segments,
                segmentCount: set.segmentCount, facts: set.facts, json: set.amended ?? json)
            draft.misses = misses
            return .success(draft)
        }
    }

    /// What no row of the partner's crosswalks fitted.
    private static func misses(of set: SetGenerator.Generated, _ profile: Profile?) -> [CrosswalkMissed] {
        guard let policy = profile?.policy(.outbound) else { return [] }
        return set.breaches.filter(\.code.isCrosswalkMiss).map { breach in
            CrosswalkMissed(
                code: breach.code.entry.name, severity: policy.severity(of: breach.code, set: set.set),
                value: breach.value, reason: breach.reason)
        }
    }
}
