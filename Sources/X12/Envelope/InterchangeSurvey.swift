/// What the first pass over an interchange tells: its envelopes, counts and control numbers, judged before any set is
/// read, because an interchange's verdict stands at its end.
public struct InterchangeSurvey: Sendable {
    /// The ISA; `nil` when it could not be read, and then there is nothing but findings.
    public var header: InterchangeHeader?
    /// From 1 within the file.
    public var ordinal: Int
    /// The bytes from ISA through the terminator of IEA, as offsets in the file.
    public var range: Range<Int>
    /// Groups seen.
    public internal(set) var groupCount = 0
    /// Sets seen.
    public internal(set) var setCount = 0
    /// Segments seen, ISA and IEA included.
    public internal(set) var segmentCount = 0
    /// The first GS, which tells partners apart that share an interchange identity.
    public internal(set) var firstGroup: GroupHeader?
    /// What is wrong with the interchange, and what was repaired; severities are the defaults.
    public internal(set) var findings: [Finding] = []
    /// What is wrong with groups, by the group's ordinal from 1; severities are the defaults.
    public internal(set) var groupFindings: [Int: [Finding]] = [:]
    /// The TA1 segments in it: what the sender says about interchanges that it received; ``mostInterchangeAnswers`` at
    /// most.
    public internal(set) var interchangeAnswers: [ReceivedInterchangeAnswer] = []
    /// TA1 segments beyond those that are kept.
    public internal(set) var omittedInterchangeAnswers = 0
    /// A partner answers a day's interchanges at once, but never a million.
    public static let mostInterchangeAnswers = 10_000

    /// Where its content begins: a position in the window while it is whole, and an offset in the file.
    var firstEntry = 0
    var contentOffset = 0
    var repair: StreamRepair?
    /// Whether all of it still lies in the window.
    var isWhole = true

    /// Where the first line break behind a segment terminator stands. Most files have them, so that it is no finding
    /// unless a policy weighs ``FindingCode/lineEnds`` as more than a note.
    public internal(set) var lineEndsAt: Int?

    /// How many repairs of each kind.
    public internal(set) var repairs: [FindingCode: Int] = [:]

    init(header: InterchangeHeader?, ordinal: Int, offset: Int) {
        self.header = header
        self.ordinal = ordinal
        range = offset..<offset
    }

    /// Notes a repair: a finding for the first of its kind, a count for the others.
    mutating func noteRepair(_ code: FindingCode, at offset: Int, count: Int = 1) {
        if repairs[code, default: 0] == 0 {
            findings.append(Finding(code, severity: code.entry.severity, offset: offset))
        }
        repairs[code, default: 0] += count
    }

    mutating func report(
        _ code: FindingCode, _ segment: SegmentID, element: Int = 0, at offset: Int, value: String? = nil,
        detail: Finding.Detail = .none
    ) {
        findings.append(
            Finding(
                code, severity: code.entry.severity, segment: segment, element: element, offset: offset,
                value: value.map { Array($0.utf8.prefix(Finding.longestValue)) }, detail: detail))
    }
}

// MARK: - The ISA

extension InterchangeSurvey {
    /// The version by whose rules the elements of an ISA are judged, the first there is; looked for once.
    private static let standard = Standard.versions.first.flatMap { Standard.version($0) }

    /// Judges the elements of the ISA.
    mutating func judgeHeader() {
        guard let header else { return }
        for repair in header.repairs { noteRepair(repair, at: header.offset) }
        let all = header.delimiters
        let others = [all.element, all.segment, all.component]
        if isUnusable(all.segment) || all.segment == all.element {
            report(.terminator, "ISA", at: header.offset, value: String(UnicodeScalar(all.segment)))
        }
        if isUnusable(all.element) { report(.elementSeparator, "ISA", at: header.offset) }
        if header.elements.count > 15, !header.elements[15].isEmpty,
            isUnusable(all.component) || Set(others).count < 3
        {
            report(.componentSeparator, "ISA", element: 16, at: header.offset, value: header.element(16))
            // What contains it is not to be found faulty once more, value by value.
            self.header?.delimiters.component = Delimiters.component(besides: all.element)
        }
        guard let standard = Self.standard else { return }
        let checks: [(Int, FindingCode)] = [
            (1, .authorization), (3, .security), (5, .senderQualifier), (7, .receiverQualifier),
            (9, .interchangeDate), (10, .interchangeTime), (13, .interchangeNumber), (14, .acknowledgmentRequest),
            (15, .usage),
        ]
        for (number, code) in checks {
            let value = header.element(number)
            let padded = number == 5 || number == 7 ? PartyID(qualifier: value, id: "").qualifier : value
            if !standard.accepts(padded, element: number, of: "ISA") || (number == 13 && Int(value) == 0) {
                report(code, "ISA", element: number, at: header.offset, value: value)
            }
        }
        // The list of a version ends with that version, and later envelopes around its groups are common.
        let version = header.element(12)
        if !InterchangeHeader.isRelease(version) {
            report(.interchangeVersion, "ISA", element: 12, at: header.offset, value: version)
        }
        for (number, code) in [(6, FindingCode.senderID), (8, .receiverID)]
        where header.element(number).isEmpty || header.element(number).utf8.count > 15
            || header.element(number).utf8.contains(where: isControl)
        {
            report(code, "ISA", element: number, at: header.offset, value: header.element(number))
        }
        // X12.5: the standards identifier up to 00401, the repetition separator from 00402 on. A U in a later one is
        // the habit of senders whose groups are older than their envelope: only later groups make it a fault.
        // What ISA11 should be cannot be told by an ISA12 that is no version.
        if header.delimiters.repetition == nil, header.element(11) != "U", InterchangeHeader.isRelease(version) {
            report(
                Int(version) ?? 0 >= 402 ? .repetitionSeparator : .controlStandard, "ISA", element: 11,
                at: header.offset, value: header.element(11))
        }
    }

    private func isUnusable(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x20 || byte == 0 }
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

extension InterchangeHeader {
    /// Whether this is a release of X12: 0020x to 0080x.
    static func isRelease(_ version: String) -> Bool {
        let number = version.utf8.count == 5 && version.utf8.allSatisfy(isDigit) ? Int(version) ?? 0 : 0
        return (200...807).contains(number) && number % 100 <= 7
    }
}

extension Standard {
    /// Whether a value will do for an element of a segment, by type, length and list; an empty one only where optional.
    func accepts(_ value: String, element: Int, of segment: SegmentID) -> Bool {
        guard let index = segmentIndex(of: segment), element <= segments[index].elementCount else { return false }
        let rule = rules[Int(segments[index].rule.firstElement) + element - 1]
        if value.isEmpty { return !rule.isMandatory }
        if value.utf8.contains(where: isControl) { return false }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count + 8)
        bytes.append(contentsOf: value.utf8)
        bytes.append(contentsOf: repeatElement(0, count: 8))
        let fault = ElementCheck(codes: codes).fault(rule, bytes: bytes.span, start: 0, end: bytes.count - 8)
        return fault == nil || fault == .blanks
    }
}
