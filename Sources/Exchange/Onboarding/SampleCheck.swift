public import Partners
public import X12

/// Judges samples under a profile, without identity checks, as its partner's traffic would be.
public enum SampleCheck {
    /// What is an error in a sample under a profile: of its interchanges, groups and sets.
    public static func errors(in bytes: [UInt8], under profile: Profile) -> [Finding] {
        findings(in: bytes, under: profile).filter { $0.severity == .error }
    }

    /// Everything found on a sample under a profile, business rules left out.
    static func findings(in bytes: [UInt8], under profile: Profile) -> [Finding] {
        let found = SampleFindings()
        var options = ExchangeOptions()
        options.translates = false
        options.digests = false
        options.judgesRejected = true
        var exchange = Exchange(MemorySource(bytes), options: options) { header, _ in Rules(profile, header: header) }
        // Memory can always be read.
        do throws(SourceError) { try exchange.run(found) } catch { return found.findings }
        return found.findings
    }
}

/// Keeps the findings.
private final class SampleFindings: OutcomeSink {
    private(set) var findings: [Finding] = []

    func setJudged(_ set: SetOutcome) { findings += set.findings }
    func groupJudged(_ group: GroupOutcome) { findings += group.findings }
    func interchangeEnded(_ interchange: InterchangeOutcome) { findings += interchange.findings }
    func sourceEnded(_ found: [Finding]) { findings += found }
}

/// A profile and guide read out of samples, and held against them.
public struct CheckedInference: Sendable {
    /// What was read.
    public var partner: InferredPartner
    /// The profile as it loads; nil when what was written has a fault, which ``faults`` then tells.
    public var profile: Profile?
    /// What the loader finds wrong with it.
    public var faults: [ProfileFault]
    /// Rules that samples broke, and that were taken out again.
    public var dropped: [String] = []
    /// What is an error in samples all the same, by file.
    public var errors: [(file: String, finding: Finding)] = []

    /// Rounds of taking out rules; each takes out all that are broken.
    private static let rounds = 4

    /// Reads a partner out of samples, and takes out what they break: nothing may be written that refuses them. Nil when
    /// no sample can be used.
    ///
    /// - Parameters:
    ///   - id: What the partner is to be called in commands.
    ///   - name: Its name as people say it; nil when nobody said it.
    ///   - files: The samples.
    ///   - us: Our identity, when it is known.
    ///   - directory: The other partners, whose identities must not be taken.
    public init?(
        id: String, name: String? = nil, files: [(name: String, bytes: [UInt8])], us: PartyID? = nil,
        in directory: PartnerDirectory = PartnerDirectory()
    ) {
        let inference = PartnerInference(
            id: id, name: name, samples: files.map { SampleReader.read($0.bytes, file: $0.name) }, us: us)
        guard let first = inference.run() else { return nil }
        partner = first
        faults = []
        var without: Set<String> = []
        for _ in 0..<Self.rounds {
            let loaded = directory.with(
                profile: Array(partner.profileText.utf8), guide: partner.guideText.map { Array($0.utf8) }, path: id)
            profile = loaded.directory.profile(id)
            faults = loaded.faults.filter { $0.path.hasPrefix(id) }
            let lines = (partner.guideText ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            var broken: Set<String> = []
            // A place that a guide cannot name costs that rule alone.
            for fault in faults where fault.path.hasSuffix("guide") && lines.indices.contains(fault.line - 1) {
                broken.insert(Self.rule(lines[fault.line - 1]))
            }
            errors = []
            if let profile {
                let unusable = partner.left + partner.refused
                for file in files
                where !unusable.contains(where: { $0.hasPrefix("\(file.name):") || $0.hasPrefix("\(file.name) ") }) {
                    for finding in SampleCheck.errors(in: file.bytes, under: profile) {
                        errors.append((file.name, finding))
                        guard let line = finding.origin?.line, lines.indices.contains(line - 1) else { continue }
                        broken.insert(Self.rule(lines[line - 1]))
                    }
                }
            }
            broken.subtract(without)
            broken.remove("")
            guard !broken.isEmpty else { return }
            without.formUnion(broken)
            dropped = without.sorted()
            guard let next = inference.run(without: without) else { return }
            partner = next
        }
    }

    /// The text of the rule on a line of a guide, without severity and comment.
    private static func rule(_ line: some StringProtocol) -> String {
        guard let start = line.range(of: "{ "), let end = line.range(of: " }, //") else { return "" }
        let text = line[start.upperBound..<end.lowerBound]
        return String(text.range(of: ", severity: ").map { text[..<$0.lowerBound] } ?? text[...])
    }
}

extension StringProtocol {
    /// Where a text first stands.
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
