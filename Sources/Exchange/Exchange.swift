import Commerce
public import X12

/// The one path that every interchange takes: survey, identify, judge, acknowledge, translate. Pure: bytes in,
/// outcomes out; batch runs, the gateway and the tests all use it.
public struct Exchange<Source: ByteSource> {
    private var reader: InterchangeReader<Source>
    private var digestSource: Source
    private let options: ExchangeOptions
    /// Where bytes behind an interchange stand that were told with it.
    private var toldJunk: Set<Int> = []
    private let rulesFor: (InterchangeHeader, GroupHeader?) -> Rules
    private let memory: ExchangeMemory

    /// Makes an exchange over a source.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - options: What to do beyond judging.
    ///   - memory: That of an exchange that is done, for another of its kind.
    ///   - rules: Tells what applies to an interchange by its ISA and first GS.
    public init(
        _ source: Source, options: ExchangeOptions = ExchangeOptions(), memory: ExchangeMemory = ExchangeMemory(),
        rules: @escaping (InterchangeHeader, GroupHeader?) -> Rules = { _, _ in Rules() }
    ) {
        reader = InterchangeReader(source, limits: options.limits)
        digestSource = source
        self.options = options
        self.memory = memory
        rulesFor = rules
    }

    /// Takes every interchange of the source.
    ///
    /// - Throws: ``SourceError`` when the source cannot be read; what was handed over before stands.
    public mutating func run(_ sink: some OutcomeSink) throws(SourceError) {
        while try step(sink) {}
    }

    /// Takes the next interchange; `false` when there was none.
    public mutating func step(_ sink: some OutcomeSink) throws(SourceError) -> Bool {
        guard let survey = try reader.next() else {
            sink.sourceEnded(
                reader.fileFindings.filter { $0.code != .trailingJunk || !toldJunk.contains($0.offset) })
            return false
        }
        let interchange = try judge(survey)
        sink.interchangeBegan(interchange)
        if interchange.verdict.isAccepted || options.judgesRejected {
            memory.judge.prepare(for: options)
            var visitor = Visitor(
                interchange: interchange, options: options, judge: memory.judge, sink: sink,
                source: options.translates ? DocumentSource(interchange, file: options.fileName) : DocumentSource())
            try reader.visit(survey, &visitor)
        }
        sink.interchangeEnded(interchange)
        return true
    }

    private mutating func judge(_ survey: InterchangeSurvey) throws(SourceError) -> InterchangeOutcome {
        let rules = survey.header.map { rulesFor($0, survey.firstGroup) } ?? Rules()
        var findings = survey.findings
        if let refusal = rules.refusal {
            var finding = Finding(
                refusal.code, severity: .error, segment: "ISA", offset: survey.range.lowerBound,
                detail: .reason(refusal.explanation))
            finding.advice = refusal.remedy
            findings.append(finding)
        }
        findings += try habits(survey, rules)
        for index in findings.indices where rules.refusal?.code != findings[index].code {
            findings[index].severity = rules.policy.severity(of: findings[index].code, place: findings[index].place)
        }
        let judgement = survey.header.map { InterchangeAcknowledgment(header: $0, findings: findings) }
        let verdict = Verdict(of: findings)
        let sends = rules.interchangeAcknowledgment.calls(
            for: verdict, asked: survey.header?.asksForAcknowledgment ?? false)
        return InterchangeOutcome(
            survey: survey, rules: rules, verdict: verdict, findings: findings,
            businessFindings: Self.businessFindings(survey.interchangeAnswers, rules.policy), judgement: judgement,
            sendsInterchangeAcknowledgment: sends && judgement != nil && !holdsOnlyAcknowledgment(survey),
            digest: options.digests ? try SHA256.digest(of: &digestSource, range: survey.range) : nil)
    }

    /// What is no finding by default, being common or seen only behind the interchange, but is one where the partner's
    /// policy weighs it as more than a note.
    private mutating func habits(_ survey: InterchangeSurvey, _ rules: Rules) throws(SourceError) -> [Finding] {
        var findings: [Finding] = []
        if rules.policy.severity(of: .lineEnds) > .note, let offset = survey.lineEndsAt {
            findings.append(Finding(.lineEnds, severity: .note, offset: offset))
        }
        let isWhole = survey.header != nil && !survey.findings.contains { $0.code == .interchangeTrailer }
        if isWhole, rules.policy.severity(of: .trailingJunk) > .note,
            let offset = try digestSource.junk(from: survey.range.upperBound)
        {
            toldJunk.insert(offset)
            findings.append(Finding(.trailingJunk, severity: .note, offset: offset))
        }
        return findings
    }

    /// A TA1 is never acknowledged: an interchange that carries nothing else is not answered.
    private func holdsOnlyAcknowledgment(_ survey: InterchangeSurvey) -> Bool {
        survey.groupCount == 0 && !survey.interchangeAnswers.isEmpty
    }

    /// What TA1s say that a person must see: what cannot be read, and every interchange that was not accepted.
    private static func businessFindings(
        _ answers: [ReceivedInterchangeAnswer], _ policy: SeverityPolicy
    ) -> [Finding] {
        var findings: [Finding] = []
        for answer in answers {
            findings += answer.findings
            guard let verdict = answer.verdict, verdict != .accepted else { continue }
            findings.append(
                Finding(
                    .negativeAcknowledgment, severity: .error, segment: "TA1", element: 4, offset: answer.offset,
                    value: Array(answer.letter.utf8),
                    detail: .reason(
                        "interchange \(answer.controlNumber) was answered \(answer.letter) with note \(answer.noteCode)"
                    )))
        }
        for index in findings.indices {
            let severity = policy.severity(of: findings[index].code, place: findings[index].place)
            // E is accepted, with errors: to be known, but not to be sent again.
            let isAccepted = findings[index].code == .negativeAcknowledgment && findings[index].value == [0x45]
            findings[index].severity = isAccepted ? min(severity, .warning) : severity
        }
        return findings
    }
}

/// The second pass over one interchange.
private struct Visitor<Sink: OutcomeSink>: InterchangeVisitor {
    let interchange: InterchangeOutcome
    let options: ExchangeOptions
    let judge: SetJudge
    let sink: Sink

    private var source: DocumentSource
    private var group: OpenGroup?

    private struct OpenGroup {
        var header: GroupHeader
        var ordinal: Int
        var findings: [Finding]
        var acknowledgment: FunctionalAcknowledgment
        var isProcessed: Bool
    }

    init(
        interchange: InterchangeOutcome, options: ExchangeOptions, judge: SetJudge, sink: Sink, source: DocumentSource
    ) {
        self.interchange = interchange
        self.options = options
        self.judge = judge
        self.sink = sink
        self.source = source
    }

    mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {
        var findings = interchange.survey.groupFindings[ordinal] ?? []
        for index in findings.indices {
            findings[index].severity = interchange.rules.policy.severity(
                of: findings[index].code, place: findings[index].place)
        }
        let template = interchange.rules.answerTemplate
        let delimiters = template?.delimiters ?? interchange.survey.header?.delimiters ?? Delimiters()
        group = OpenGroup(
            header: header, ordinal: ordinal, findings: findings,
            acknowledgment: FunctionalAcknowledgment(
                group: header, form: form(answering: header),
                delimiters: delimiters.areUsable ? delimiters : Delimiters(), suffix: template?.suffix ?? []),
            isProcessed: interchange.verdict.isAccepted && Verdict(of: findings).isAccepted)
        if options.translates { source.group = SourceGroup(header) }
        sink.groupBegan(header, ordinal: ordinal)
    }

    mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions
    ) {
        guard let header = group?.header, let ordinal = group?.ordinal, let isProcessed = group?.isProcessed else {
            return
        }
        var outcome = judge.judge(
            envelope, entries: entries, bytes: bytes, index: index, positions: positions, group: header,
            groupFindings: group?.findings ?? [], interchange: interchange)
        outcome.group = ordinal
        var unit: BusinessUnit?
        if outcome.verdict != .accepted, group?.acknowledgment.form.kind == .implementation {
            unit = BusinessUnit(of: envelope.set, entries: entries, bytes: bytes, index: index)
        }
        // In place: the acknowledgment grows with every set, and a copy each would cost the square of them.
        group?.acknowledgment.add(envelope, findings: outcome.findings, verdict: outcome.verdict, unit: unit)
        guard options.translates, isProcessed, outcome.verdict.isAccepted, !header.holdsAcknowledgments else {
            sink.setJudged(outcome)
            return
        }
        let document = judge.translate(
            &outcome, source: source, entries: entries, bytes: bytes, index: index, positions: positions,
            interchange: interchange)
        sink.setJudged(outcome)
        if let document { sink.documentMade(document) }
    }

    private func form(answering group: GroupHeader) -> AcknowledgmentForm {
        let policy = interchange.rules.functionalAcknowledgment
        return AcknowledgmentForm(
            answering: group, by: policy.kind ?? .functional, in: policy.version, copying: policy.copying)
    }

    mutating func groupEnded(claimed: String?, received: Int) {
        guard var open = group else { return }
        group = nil
        let verdict = open.acknowledgment.finish(findings: open.findings, claimed: claimed)
        let isAnswered =
            interchange.verdict.isAccepted && !open.header.holdsAcknowledgments
            && interchange.rules.functionalAcknowledgment.kind != nil
        sink.groupJudged(
            GroupOutcome(
                header: open.header, ordinal: open.ordinal, verdict: verdict, claimed: claimed, received: received,
                accepted: open.acknowledgment.accepted, findings: open.findings,
                acknowledgment: isAnswered ? open.acknowledgment : nil))
    }
}
