/// Follows the envelope segments of one interchange and judges counts and control numbers. A value: segments go in, a
/// survey comes out.
struct EnvelopeMachine {
    var survey: InterchangeSurvey
    private var isInGroup = false
    private var isInSet = false
    private var setsInGroup = 0
    private var numbers = ControlNumbers()
    private var groupNumber = ""
    private(set) var isClosed = false

    init(_ survey: InterchangeSurvey) {
        self.survey = survey
    }

    /// A segment of the envelope with its elements; the content of sets is only counted.
    enum Segment {
        case interchangeAnswer(ReceivedInterchangeAnswer)
        case group(GroupHeader, faults: [Int])
        case groupTrailer(count: String, number: String)
        case set
        case setTrailer
        case interchangeTrailer(count: String, number: String)
    }

    /// Takes a segment that belongs to no envelope.
    @inline(__always)
    mutating func acceptContent(_ id: SegmentID, at offset: @autoclosure () -> Int) {
        if isInSet { return }
        stray(id, offset())
    }

    private mutating func stray(_ id: SegmentID, _ offset: Int) {
        // One cause, one finding: what follows a missing ST or GS is strayed as well.
        let code: FindingCode = isInGroup ? .strayOutsideSet : .strayOutsideGroup
        if !survey.findings.contains(where: { $0.code == code }) { survey.report(code, id, at: offset) }
    }

    /// Takes a segment of the envelope.
    mutating func accept(_ segment: Segment, at offset: Int) {
        switch segment {
        case .interchangeAnswer(let answer):
            if survey.groupCount > 0 {
                stray("TA1", offset)
            } else if survey.interchangeAnswers.count < InterchangeSurvey.mostInterchangeAnswers {
                survey.interchangeAnswers.append(answer)
            } else {
                survey.omittedInterchangeAnswers += 1
            }
        case .group(let header, let faults):
            endGroup(at: offset)
            survey.groupCount += 1
            isInGroup = true
            setsInGroup = 0
            groupNumber = header.controlNumber
            if survey.firstGroup == nil { survey.firstGroup = header }
            judge(header, faults, at: offset)
            if !numbers.insert(header.controlNumber), !faults.contains(6) {
                reportGroup(.duplicateGroup, "GS", 6, offset, header.controlNumber, .none)
            }
        case .set:
            guard isInGroup else { return stray("ST", offset) }
            isInSet = true
            setsInGroup += 1
            survey.setCount += 1
        case .setTrailer:
            if !isInSet { stray("SE", offset) }
            isInSet = false
        case .groupTrailer(let count, let number):
            guard isInGroup else { return stray("GE", offset) }
            if wholeNumber(count) != setsInGroup {
                reportGroup(.setCount, "GE", 1, offset, count, .count(claimed: count, found: setsInGroup))
            }
            if !isSameNumber(number, groupNumber) {
                reportGroup(.groupControl, "GE", 2, offset, number, .expected(groupNumber))
            }
            isInGroup = false
            isInSet = false
        case .interchangeTrailer(let count, let number):
            endGroup(at: offset)
            if wholeNumber(count) != survey.groupCount {
                survey.report(
                    .groupCount, "IEA", element: 1, at: offset, value: count,
                    detail: .count(claimed: count, found: survey.groupCount))
            }
            let expected = survey.header?.controlNumber ?? ""
            if !isSameNumber(number, expected) {
                survey.report(
                    .interchangeControl, "IEA", element: 2, at: offset, value: number, detail: .expected(expected))
            }
            isClosed = true
        }
    }

    /// Ends the interchange where the bytes end or the next ISA stands.
    mutating func end(at offset: Int) {
        guard !isClosed else { return }
        if isInGroup { endGroup(at: offset) }
        survey.report(.interchangeTrailer, "IEA", at: offset)
    }

    private mutating func endGroup(at offset: Int) {
        if isInGroup { reportGroup(.groupTrailer, "GE", 0, offset, nil, .none) }
        isInGroup = false
        isInSet = false
    }

    private mutating func judge(_ header: GroupHeader, _ faults: [Int], at offset: Int) {
        for element in faults {
            let code: FindingCode = element == 1 ? .groupCode : element == 6 ? .groupNumber : .groupHeader
            let values = [
                header.code, header.sender, header.receiver, header.date, header.time, header.controlNumber,
                header.agency, header.version,
            ]
            // Of more than there should be nothing is kept but that it is there.
            let value = values.indices.contains(element - 1) ? values[element - 1] : nil
            if code == .groupHeader {
                survey.report(code, "GS", element: element, at: offset, value: value)
            } else {
                reportGroup(code, "GS", element, offset, value, .none)
            }
        }
        if Standard.version(header.version) == nil {
            reportGroup(
                .groupVersion, "GS", 8, offset, header.version, .expected(Standard.versions.joined(separator: ", ")))
            return
        }
        if header.version >= "004020", let envelope = survey.header, envelope.element(11) == "U",
            Int(envelope.element(12)) ?? 0 >= 402,
            !survey.findings.contains(where: { $0.code == .repetitionSeparator })
        {
            survey.report(.repetitionSeparator, "ISA", element: 11, at: offset, value: "U")
        }
        if let release = survey.header?.element(12), !header.version.hasPrefix(release),
            !survey.findings.contains(where: { $0.code == .interchangeVersion })
        {
            survey.noteRepair(.versionMismatch, at: offset)
        }
    }

    private mutating func reportGroup(
        _ code: FindingCode, _ segment: SegmentID, _ element: Int, _ offset: Int, _ value: String?,
        _ detail: Finding.Detail
    ) {
        survey.groupFindings[survey.groupCount, default: []].append(
            Finding(
                code, severity: code.entry.severity, segment: segment, element: element, offset: offset,
                value: value.map { Array($0.utf8.prefix(Finding.longestValue)) }, detail: detail))
    }
}

/// Whether two control numbers of type N0 are the same number; leading zeros do not count.
func isSameNumber(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let first = Int(one), let second = Int(other) else { return false }
    return first == second
}

/// The value of an N0 count: digits only, where `Int` would take a sign that X12 does not know.
func wholeNumber(_ text: String) -> Int? {
    text.utf8.allSatisfy(isDigit) ? Int(text) : nil
}
