import Commerce
import Translation
import X12

/// Judges one set after the other; what it needs for that is kept from set to set.
final class SetJudge {
    private var validator = SetValidator()
    private var standard: Standard?
    private var structure: SetStructure?
    private var versionInUse = ""
    private var guideInUse: CompanionGuide?
    private var guide: SetGuide?
    private var translator = SetTranslator()
    private var readsRejectedAnswers = false

    /// Takes up what is asked for beyond judging: the facts of documents, and, where rejected interchanges are judged for
    /// a person, what can be read of a rejected 997 or 999.
    func prepare(for options: ExchangeOptions) {
        translator.gathersFacts = options.gathersFacts
        translator.writesJSON = options.writesDocuments
        translator.tracesLineage = options.tracesLineage
        readsRejectedAnswers = options.judgesRejected
    }

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
        // Where a profile lets an unknown version pass, the nearest is judged by.
        let mayBeNear = groupFindings.contains { $0.code == .groupVersion && $0.severity < .error }
        prepare(
            set: envelope.set, version: group.version, mayBeNear: mayBeNear, guide: interchange.rules.guide)
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
                if let guide {
                    findings += guide.findings(
                        behind: validator, bytes: bytes, index: index, range: entries,
                        delimiters: interchange.survey.header?.delimiters ?? Delimiters(), positions: positions)
                } else if findings.isEmpty {
                    findings = validator.takeFindings()
                } else {
                    findings.append(contentsOf: validator.findings)
                }
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
        if outcome.verdict.isAccepted && group.holdsAcknowledgments || readsRejectedAnswers,
            let kind = AcknowledgmentKind(rawValue: envelope.set), !entries.isEmpty
        {
            readAnswer(
                kind, isActedOn: group.holdsAcknowledgments, &outcome, entries, bytes, index, positions: positions,
                interchange: interchange)
        }
        return outcome
    }

    /// Reads what a received 997 or 999 says about what we sent.
    private func readAnswer(
        _ kind: AcknowledgmentKind, isActedOn: Bool, _ outcome: inout SetOutcome, _ entries: Range<Int>,
        _ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex, positions: FilePositions,
        interchange: InterchangeOutcome
    ) {
        var (answer, findings) = ReceivedGroupAnswer.read(
            kind, entries: entries, bytes: bytes, index: index,
            delimiters: interchange.survey.header?.delimiters ?? Delimiters(), positions: positions,
            version: outcome.version)
        if let negative = negative(answer, outcome) { findings.append(negative) }
        outcome.answer = answer
        guard outcome.verdict.isAccepted, isActedOn else { return }
        for at in findings.indices {
            findings[at].severity = interchange.rules.policy.severity(
                of: findings[at].code, set: outcome.envelope.set, place: findings[at].place)
        }
        outcome.businessFindings = findings
        outcome.isUntranslatable = findings.contains { $0.severity == .error }
    }

    /// What was not accepted without fault. Until it is matched with what we sent, a person must see it.
    private func negative(_ answer: ReceivedGroupAnswer, _ outcome: SetOutcome) -> Finding? {
        let prefix = answer.kind == .functional ? "AK5" : "IK5"
        let set = answer.sets.first { $0.verdict != nil && $0.letter != "A" }
        guard set != nil || answer.verdict != nil && answer.letter != "A" else { return nil }
        let place: SegmentID = set == nil ? "AK9" : SegmentID(prefix)
        let letter = set?.letter ?? answer.letter
        let subject = set.map { "\($0.set) \($0.controlNumber)" } ?? "the group"
        return Finding(
            .negativeAcknowledgment, severity: .error, segment: place,
            segmentIndex: set?.segmentIndex ?? 0, element: 1, offset: outcome.envelope.offset,
            value: Array(letter.utf8),
            detail: .reason(
                "group \(answer.functionalCode) \(answer.groupControlNumber): \(subject) is answered \(letter), not A"),
            version: outcome.version)
    }

    /// Translates the set judged last, notes its business findings in the outcome, and gives the document.
    func translate(
        _ outcome: inout SetOutcome, source: DocumentSource, entries: Range<Int>, bytes: borrowing [UInt8],
        index: borrowing SegmentIndex, positions: FilePositions, interchange: InterchangeOutcome
    ) -> DocumentOutcome? {
        guard let standard, let structure, !entries.isEmpty else { return nil }
        let envelope = outcome.envelope
        var head = DocumentHead()
        head.id = Text(interchange.digest?.identifier(ordinal: envelope.ordinalInInterchange) ?? "")
        head.partner = Text(interchange.rules.partner ?? "")
        head.source = source
        head.source.offset = envelope.offset
        head.source.length = envelope.length
        head.source.set = SourceSet(envelope)
        let qualifiers = interchange.rules.qualifiers[envelope.set] ?? AgreedQualifiers()
        if !qualifiers.isEmpty { head.source.set.qualifiers = qualifiers.inSource }
        translator.amendment = CrosswalkAmendment(interchange.rules.crosswalks, isOutbound: false)
        let translated = translator.translate(
            set: envelope.set, head: head, bytes: bytes, index: index, range: entries, places: validator.places,
            standard: standard, structure: structure, delimiters: interchange.survey.header?.delimiters ?? Delimiters(),
            nesting: interchange.rules.nestings[envelope.set],
            qualifiers: qualifiers)
        switch translated {
        case .success(let translation):
            outcome.businessFindings = translation.breaches.map { breach in
                var finding = Finding(
                    breach.code, severity: .note, segment: breach.segment, segmentIndex: breach.segmentIndex,
                    element: breach.element,
                    offset: breach.position.map { positions.offset(of: $0) } ?? envelope.offset,
                    value: Array(breach.value.utf8.prefix(Finding.longestValue)),
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
                lineage: translation.lineage?.map { $0.inFile(positions) }, json: translation.json)
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
                    code, severity: .error, segment: code == .hierarchyCount ? "HL" : "ST", segmentIndex: 1,
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

    private func prepare(set: String, version: String, mayBeNear: Bool, guide: CompanionGuide?) {
        var isOther = guide !== guideInUse
        if versionInUse != version {
            standard = Standard.version(version) ?? (mayBeNear ? Standard.nearest(to: version) : nil)
            versionInUse = version
            isOther = true
        }
        guard isOther || structure?.set != set else { return }
        guideInUse = guide
        structure = standard?.structure(of: set)
        self.guide = standard.flatMap { guide?.rules(for: set, in: $0) }
        // Relaxed where the guide relaxes it.
        if let relaxed = self.guide?.structure { structure = relaxed }
    }
}
