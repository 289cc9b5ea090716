import Commerce
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
    /// - Returns: The draft, or why the document cannot be sent.
    public static func make(_ json: [UInt8], _ directory: PartnerDirectory) -> Result<OutboundDraft, OutboundFault> {
        let generator = SetGenerator(gathersFacts: true)
        switch generator.head(of: json, in: json.indices) {
        case .failure(let failure): return .failure(OutboundFault(failure.messages))
        case .success(let (kind, head)):
            guard let profile = directory.profile(head.partner.string) else {
                return .failure(
                    OutboundFault(["there is no partner \"\(head.partner)\"; `partner` names the profile it goes to"]))
            }
            guard !head.id.isEmpty else {
                return .failure(OutboundFault(["the document has no id; give each document its own, such as a UUID"]))
            }
            guard let standard = Standard.version(profile.groupVersion) else {
                return .failure(
                    OutboundFault(["\(profile.id) trades version \(profile.groupVersion), which there is not"]))
            }
            return generator.generate(
                json, in: json.indices, standard: standard, delimiters: profile.delimiters, suffix: profile.suffix.bytes
            ).map { set in
                OutboundDraft(
                    partner: profile.id, usage: Profile.Usage(indicator: head.source.interchange.usage.string),
                    kind: kind.rawValue, number: head.number.string, documentID: head.id.string, set: set.set,
                    functionalCode: set.functionalCode, segments: set.segments, segmentCount: set.segmentCount,
                    facts: set.facts, json: json)
            }.mapError { OutboundFault($0.messages) }
        }
    }
}
