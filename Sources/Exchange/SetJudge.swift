import X12

/// Judges one set after the other; what it needs for that is kept from set to set.
final class SetJudge {
    private var validator = SetValidator()
    private var standard: Standard?
    private var structure: SetStructure?
    private var versionInUse = ""

    /// Judges a set: envelope, structure, elements.
    func judge(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions, group: GroupHeader, interchange: InterchangeOutcome
    ) -> SetOutcome {
        let policy = interchange.rules.policy
        var findings = envelope.findings
        for at in findings.indices {
            findings[at].severity = policy.severity(of: findings[at].code, set: envelope.set, place: findings[at].place)
        }
        func report(_ code: FindingCode, _ detail: Finding.Detail) {
            findings.append(
                Finding(
                    code, severity: policy.severity(of: code, set: envelope.set), segment: "ST", segmentIndex: 1,
                    element: 1, offset: envelope.offset, value: Array(envelope.set.utf8), detail: detail))
        }
        prepare(set: envelope.set, version: group.version)
        if let standard, let structure {
            if let sets = interchange.rules.sets, !sets.contains(envelope.set) {
                report(.unsupportedSet, .reason("\(envelope.set) is not agreed with this partner"))
            } else if !entries.isEmpty {
                validator.validate(
                    bytes: bytes, index: index, range: entries, standard: standard, structure: structure,
                    delimiters: interchange.survey.header?.delimiters ?? Delimiters(), policy: policy,
                    positions: positions)
                findings.append(contentsOf: validator.findings)
            }
            if structure.functionalCode != group.code {
                report(.setAgainstGroup, .expected("\(structure.functionalCode) in GS01"))
            }
        } else if standard != nil, !envelope.findings.contains(where: { $0.code == .setID }) {
            report(.unsupportedSet, .reason("\(envelope.set) is not a set we take in \(group.version)"))
        }
        return SetOutcome(
            envelope: envelope, group: 0, version: group.version, verdict: Verdict(of: findings), findings: findings)
    }

    private func prepare(set: String, version: String) {
        if versionInUse != version {
            standard = Standard.version(version)
            versionInUse = version
            structure = nil
        }
        if structure?.set != set { structure = standard?.structure(of: set) }
    }
}
