import Commerce
import Exchange
public import Partners
import Translation
import X12

extension OutboundDraft {
    /// Makes the draft of a canonical document for the partner it names, by the description of its set.
    ///
    /// A document without an id gets one of its bytes, so that the same bytes are sent once. One that says in its
    /// source that it is test data goes as test data. Fails when the document cannot be read, names no partner, or
    /// holds what the set cannot.
    public static func generate(_ json: [UInt8], for directory: PartnerDirectory) -> Result<
        OutboundDraft, OutboundFault
    > {
        let generator = SetGenerator()
        let whole = 0..<json.count
        return generator.head(of: json, in: whole).mapError { OutboundFault($0.messages) }.flatMap { _, head in
            let id = head.partner.string
            guard let profile = directory.profile(id) else {
                return .failure(
                    OutboundFault([
                        id.isEmpty
                            ? "the document names no partner: write its id in \"partner\""
                            : "there is no partner \"\(id)\" whose profile is in use"
                    ]))
            }
            guard let standard = Standard.version(profile.groupVersion) else {
                return .failure(OutboundFault(["\(profile.groupVersion) is not a version that can be written"]))
            }
            let made = generator.generate(
                json, in: whole, standard: standard, delimiters: profile.delimiters, suffix: profile.suffix.bytes)
            return made.map { set in
                OutboundDraft(
                    partner: id, usage: head.source.interchange.usage.string == "T" ? .test : nil,
                    kind: set.kind.rawValue, number: set.head.number.string,
                    documentID: head.id.isEmpty
                        ? SHA256.digest(of: json).identifier(ordinal: 1) : head.id.string, set: set.kind.set,
                    functionalCode: set.functionalCode, segments: set.segments, segmentCount: set.segmentCount,
                    json: json)
            }.mapError { OutboundFault($0.messages) }
        }
    }
}
