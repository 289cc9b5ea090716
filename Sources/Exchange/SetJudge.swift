import Commerce
import Translation
import X12

/// Judges one set after the other; what it needs for that is kept from set to set.
final class SetJudge {
    private var validator = SetValidator()
    private var standard: Standard?
    private var structure: SetStructure?
    private var versionInUse = ""
    private var translator = SetTranslator()

    init(gathersFacts: Bool = false) { translator.gathersFacts = gathersFacts }

    /// Judges a set: envelope, structure, elements.
    func judge(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions, group: GroupHeader, groupFindings: [Finding], interchange: InterchangeOutcome
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
                report(
                    .unsupportedSet,
                    .reason("is not agreed with this partner: `documents` in the profile lists what is"))
            } else if !entries.isEmpty {
                validator.validate(
                    bytes: bytes, index: index, range: entries, standard: standard, structure: structure,
                    delimiters: interchange.survey.header?.delimiters ?? Delimiters(), policy: policy,
                    positions: positions)
                findings.append(contentsOf: validator.findings)
            }
            // A GS01 that is no code at all was reported already: one cause, one finding.
            if group.holdsAcknowledgments, structure.functionalCode != group.code {
                // Nobody acknowledges an FA group, so a document in one must not be taken in silence.
                findings.append(
                    Finding(
                        .setAgainstGroup, severity: .error, segment: "ST", segmentIndex: 1, element: 1,
                        offset: envelope.offset, value: Array(envelope.set.utf8),
                        detail: .expected("\(structure.functionalCode) in GS01"), version: group.version))
            } else if structure.functionalCode != group.code, !groupFindings.contains(where: { $0.code == .groupCode })
            {
                report(.setAgainstGroup, .expected("\(structure.functionalCode) in GS01"))
            }
        } else if standard != nil, !envelope.findings.contains(where: { $0.code == .setID }) {
            report(.unsupportedSet, .reason("is not a set we take in \(group.version)"))
        }
        // A set that could not be judged is not accepted; why not, its group says: one cause, one finding.
        var outcome = SetOutcome(
            envelope: envelope, group: 0, version: group.version,
            verdict: standard == nil ? .rejected : Verdict(of: findings), findings: findings)
        if group.holdsAcknowledgments, outcome.verdict.isAccepted {
            outcome.businessFindings = negativeAnswers(envelope, entries, bytes, index, version: group.version)
            outcome.isUntranslatable = !outcome.businessFindings.isEmpty
        }
        return outcome
    }

    /// What a received 997 says against what we sent. Until it is matched with that, a person must see it.
    private func negativeAnswers(
        _ envelope: SetEnvelope, _ entries: Range<Int>, _ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex,
        version: String
    ) -> [Finding] {
        for position in entries {
            let entry = index.entries[position]
            guard entry.id == "AK5" || entry.id == "AK9", entry.elementCount > 0 else { continue }
            let start = Int(index.marks[Int(entry.firstMark)]) + 1
            let end = Int(index.marks[Int(entry.firstMark) + 1])
            guard start < end, bytes[start..<end] != [UInt8(ascii: "A")] else { continue }
            let letter = String(decoding: bytes[start..<min(end, start + 3)], as: UTF8.self)
            return [
                Finding(
                    .negativeAcknowledgment, severity: .error, segment: entry.id,
                    segmentIndex: position - entries.lowerBound + 1, element: 1, offset: envelope.offset,
                    value: Array(letter.utf8), detail: .reason("\(entry.id)01 is \(letter), not A"), version: version)
            ]
        }
        return []
    }

    /// Translates the set judged last, notes its business findings in the outcome, and gives the document.
    func translate(
        _ outcome: inout SetOutcome, source: DocumentSource, entries: Range<Int>, bytes: borrowing [UInt8],
        index: borrowing SegmentIndex, interchange: InterchangeOutcome
    ) -> DocumentOutcome? {
        guard let structure, !entries.isEmpty else { return nil }
        let envelope = outcome.envelope
        var head = DocumentHead()
        head.id = Text(interchange.digest?.identifier(ordinal: envelope.ordinalInInterchange) ?? "")
        head.partner = Text(interchange.rules.partner ?? "")
        head.source = source
        head.source.offset = envelope.offset
        head.source.length = envelope.length
        head.source.set = SourceSet(envelope)
        let translated = translator.translate(
            set: envelope.set, head: head, bytes: bytes, index: index, range: entries, places: validator.places,
            structure: structure, delimiters: interchange.survey.header?.delimiters ?? Delimiters())
        switch translated {
        case .success(let translation):
            outcome.businessFindings = translation.breaches.map { breach in
                var finding = Finding(
                    breach.code, severity: .note, segment: breach.segment, element: breach.element,
                    offset: envelope.offset, value: Array(breach.value.utf8.prefix(Finding.longestValue)),
                    detail: .reason(breach.reason), version: outcome.version)
                finding.severity = interchange.rules.policy.severity(
                    of: breach.code, set: envelope.set, place: finding.place)
                return finding
            }
            return DocumentOutcome(
                id: head.id.string, kind: translation.kind.rawValue, number: translation.number, set: envelope,
                group: outcome.group, isHeld: outcome.businessFindings.contains { $0.severity == .error },
                facts: translation.facts,
                content: translation.facts == nil ? nil : content(of: entries, bytes: bytes, index: index),
                json: translation.json)
        case .failure(.noDocument):
            outcome.isUntranslatable = true
            outcome.businessFindings = [
                Finding(
                    .untranslatable, severity: .error, segment: "ST", segmentIndex: 1, offset: envelope.offset,
                    detail: .reason("there is no canonical document for a \(envelope.set)"), version: outcome.version)
            ]
        case .failure(.limit(let code)):
            outcome.isUntranslatable = true
            outcome.businessFindings = [
                Finding(
                    code, severity: .error, segment: code == .hierarchyDepth ? "HL" : "ST", segmentIndex: 1,
                    offset: envelope.offset, version: outcome.version)
            ]
        }
        return nil
    }

    /// The digest of what stands between ST and SE: the same document sent anew under other numbers has the same.
    private func content(
        of entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex
    ) -> SHA256.Digest? {
        guard entries.count > 2 else { return nil }
        let start = Int(index.entries[entries.lowerBound + 1].start)
        let end = Int(index.entries[entries.upperBound - 1].start)
        guard start < end, end <= bytes.count else { return nil }
        return SHA256.digest(of: Array(bytes[start..<end]))
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
