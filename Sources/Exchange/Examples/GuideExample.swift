public import Partners
public import X12

/// An example of a set as one partner's profile and guide want it, judged as the partner's traffic would be.
public struct GuideExample: Sendable {
    /// The set, such as `856`.
    public var set: String
    /// Which way it goes.
    public var direction: Profile.Direction
    /// The version of its group.
    public var version: String
    /// The interchange.
    public var bytes: [UInt8]
    /// What is found on it under the profile; no errors.
    public var remarks: [Finding]

    /// Makes an example; nil where none can be made that the profile takes without an error.
    ///
    /// - Parameters:
    ///   - set: The set.
    ///   - direction: From the partner or to it.
    ///   - profile: The profile.
    ///   - time: When it is dated.
    public init?(
        of set: String, _ direction: Profile.Direction, under profile: Profile,
        time: EnvelopeTime = EnvelopeTime(date: "20260302", time: "1015")
    ) {
        let usage: Profile.Usage = profile.production == nil ? .test : .production
        let guide = profile.guide(direction)
        let parts = guide?.parts.filter { $0.set == set } ?? []
        let own = String(profile.groupVersion.prefix(6))
        // A part for other versions alone says that the set is exchanged in these.
        let versions =
            parts.allSatisfy({ !$0.versions.isEmpty && !$0.versions.contains(own) }) ? parts.flatMap(\.versions) : []
        let version = versions.first ?? profile.groupVersion
        guard let standard = Standard.version(version), var document = ExampleDocument(set: set, standard: standard),
            let template = Self.envelope(profile, usage, direction, version)
        else { return nil }
        let rules = parts.filter { $0.versions.isEmpty || $0.versions.contains(standard.version) }.flatMap(\.rules)
        document.keep(rules)
        self.set = set
        self.direction = direction
        self.version = version
        bytes = document.interchange(template, time: time)
        let found = SampleCheck.findings(in: bytes, under: profile)
        guard !found.contains(where: { $0.severity == .error }) else { return nil }
        remarks = found
    }

    /// The envelope of the partner's own interchanges, or of ours.
    private static func envelope(
        _ profile: Profile, _ usage: Profile.Usage, _ direction: Profile.Direction, _ version: String
    ) -> EnvelopeTemplate? {
        guard var template = profile.outboundTemplate(usage: usage) else { return nil }
        if direction == .inbound {
            swap(&template.sender, &template.receiver)
            swap(&template.applicationSender, &template.applicationReceiver)
            template.asksForAcknowledgment = false
        }
        template.groupVersion = version
        return template.carrying(version)
    }
}
