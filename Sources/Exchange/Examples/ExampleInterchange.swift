public import Partners
public import X12

/// A document that is made up: with a content of one's own where it matters, changed as far as the partner's guide asks,
/// in the envelope of one side, and judged under the profile.
public struct ExampleInterchange: Sendable {
    /// The version of its group.
    public var version: String
    /// The interchange.
    public var bytes: [UInt8]
    /// What is found on it under the profile, business rules left out.
    public var findings: [Finding]

    /// What the profile would refuse it for.
    public var errors: [Finding] { findings.filter { $0.severity == .error } }

    /// A loop to repeat once the guide is kept.
    public struct Repetition: Sendable {
        /// The segment that opens it.
        public var opener: String
        /// How many there are to be.
        public var count: Int

        /// Makes an order to repeat.
        public init(_ opener: String, to count: Int) {
            self.opener = opener
            self.count = count
        }
    }

    /// Makes one; nil where the version, the set or the envelope is not known.
    ///
    /// - Parameters:
    ///   - set: The set.
    ///   - direction: From the partner or to it.
    ///   - profile: The profile.
    ///   - usage: Whether the envelope is of production or test.
    ///   - body: The segments between ST and SE, each with its identifier and elements; nil for a small document.
    ///   - repetition: A loop to be repeated.
    ///   - number: ISA13 and GS06.
    ///   - time: When it is dated.
    public init?(
        of set: String, _ direction: Profile.Direction, under profile: Profile, usage: Profile.Usage,
        body: [[String]]? = nil, repeating repetition: Repetition? = nil, number: Int, time: EnvelopeTime
    ) {
        let guide = profile.guide(direction)
        let parts = guide?.parts.filter { $0.set == set } ?? []
        let own = String(profile.groupVersion.prefix(6))
        // A part for other versions alone says that the set is exchanged in these.
        let versions =
            parts.allSatisfy({ !$0.versions.isEmpty && !$0.versions.contains(own) }) ? parts.flatMap(\.versions) : []
        let version = versions.first ?? profile.groupVersion
        guard let standard = Standard.version(version),
            var document = ExampleDocument(
                set: set, standard: standard, body: body, qualifiers: profile.qualifiers[set]),
            let template = Self.envelope(profile, usage, direction, version)
        else { return nil }
        let rules = parts.filter { $0.versions.isEmpty || $0.versions.contains(standard.version) }.flatMap(\.rules)
        document.keep(rules)
        if let repetition {
            document.multiply(repetition.opener, to: repetition.count)
            document.keepTotals(rules)
        }
        self.version = version
        bytes = document.interchange(template, time: time, number: number)
        findings = SampleCheck.findings(in: bytes, under: profile)
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
