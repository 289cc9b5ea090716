import Commerce
import X12

/// Looks through one partner's profile and guide for what goes wrong in practice.
struct ProfileLint {
    let profile: Profile
    let source: LayeredProfile
    /// The other partners, those with faults among themselves included.
    let others: [Profile]
    let evidence: LintEvidence
    private(set) var findings: [LintFinding] = []

    init(_ profile: Profile, source: LayeredProfile, others: [Profile], evidence: LintEvidence) {
        self.profile = profile
        self.source = source
        self.others = others
        self.evidence = evidence
    }

    /// What is found, in the order of the file.
    mutating func run() -> [LintFinding] {
        lintIdentities()
        lintUsages()
        lintAcknowledgments()
        lintVersions()
        lintDelimiters()
        lintClocks()
        lintRules()
        lintMailbox()
        lintQualifiers()
        lintSides()
        if profile.stage == .suspended {
            add(.suspended, "stage", "nothing is taken or sent", "`edigate partner resume \(profile.id)` ends it")
        }
        return findings
    }

    /// Notes a finding at a field, in the file that says it.
    mutating func add(_ code: LintCode, isError: Bool? = nil, _ path: String, _ message: String, _ remedy: String) {
        guard let place = source.fault("$.\(path)", message, remedy) else { return }
        findings.append(
            LintFinding(code, isError: isError, file: place.path, line: place.line, message, remedy))
    }

    /// Notes a finding at a line of a guide.
    mutating func add(_ code: LintCode, guide file: String, line: Int, _ message: String, _ remedy: String) {
        findings.append(LintFinding(code, file: file, line: line, message, remedy))
    }
}

extension PartnerDirectory {
    /// Looks through a partner's files for what the loader refuses and for what goes wrong in practice; nil when there
    /// is no profile of that name.
    public func lint(_ id: String, _ evidence: LintEvidence = LintEvidence()) -> [LintFinding]? {
        guard files.texts(.profile)[id] != nil else { return nil }
        let loaded = Self.check(files)
        let own = [files.texts(.profile)[id]?.path, files.texts(.guide)[id]?.path]
        let layers = loaded.checked[id]?.source.layers.map(\.text.path) ?? []
        var findings = loaded.faults.sorted().filter { own.contains($0.path) || layers.contains($0.path) }.map {
            LintFinding(.fault, file: $0.path, line: $0.line, "\($0.jsonPath): \($0.message)", $0.remedy)
        }
        guard let (profile, source) = loaded.checked[id] else { return findings }
        let others = loaded.checked.filter { $0.key != id }.sorted { $0.key < $1.key }.map(\.value.profile)
        var lint = ProfileLint(profile, source: source, others: others, evidence: evidence)
        findings += lint.run()
        return findings
    }
}
