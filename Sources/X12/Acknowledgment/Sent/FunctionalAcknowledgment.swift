/// A 997 or 999: the verdict on a functional group, built set by set from the findings.
///
/// AK2 is written for every set, because senders match by ST02; AK3 and AK4 (in a 999 IK3 and IK4) for warnings and
/// errors.
public struct FunctionalAcknowledgment: Sendable {
    /// The set, its version, and which values it repeats.
    public let form: AcknowledgmentForm
    var writer: SegmentWriter
    /// Sets received and of these accepted (A or E) and clean (A).
    public private(set) var received = 0
    /// Sets with verdict A or E.
    public private(set) var accepted = 0
    private var clean = 0
    /// AK901, once finished.
    public private(set) var verdict = Verdict.rejected

    /// Begins the acknowledgment of a group.
    public init(
        group: GroupHeader, form: AcknowledgmentForm = AcknowledgmentForm(), delimiters: Delimiters,
        suffix: [UInt8] = []
    ) {
        self.form = form
        writer = SegmentWriter(delimiters: delimiters, suffix: suffix)
        writer.begin("AK1")
        echo(group.code.utf8, 2...2, fill: "ZZ")
        echo(group.controlNumber.utf8.filter(isDigit), 1...9, fill: "0")
        // AK103 is optional, and better left out than wrong.
        if form.isLater, group.version.utf8.count <= 12 { writer.foreignElement(group.version.utf8) }
        writer.end()
    }

    /// The segments AK1 to AK9.
    public var segments: [UInt8] { writer.bytes }
    /// How many there are.
    public var segmentCount: Int { writer.segmentCount }

    /// Adds a set.
    ///
    /// - Parameters:
    ///   - set: Its envelope.
    ///   - findings: All findings on it, in order, those of its envelope included.
    ///   - verdict: AK501, where it is not what the findings make it: of a set that could not be judged.
    ///   - unit: What people call it by, for a 999.
    /// - Returns: AK501.
    @discardableResult
    public mutating func add(
        _ set: SetEnvelope, findings: [Finding], verdict: Verdict? = nil, unit: BusinessUnit? = nil
    ) -> Verdict {
        let verdict = verdict ?? Verdict(of: findings)
        received += 1
        if verdict != .rejected { accepted += 1 }
        if verdict == .accepted { clean += 1 }
        writer.begin("AK2")
        echo(set.set.utf8, 3...3, fill: "000")
        echo(set.controlNumber.utf8, 1...9, fill: "0000")
        if form.isLater, (1...35).contains(set.convention.utf8.count) { writer.foreignElement(set.convention.utf8) }
        writer.end()
        var codes: [String] = []
        if verdict != .accepted {
            // Findings are large: they are left where they are, and told by their indices.
            let faults = findings.indices.filter { findings[$0].severity > .note }
            let notes = faults.filter { findings[$0].code.entry.ack.segment != nil }
            var numbers = Set(faults.compactMap { findings[$0].code.entry.ack.set }.compactMap(form.setCode))
            if !notes.isEmpty { numbers.insert(5) }
            writeSegmentNotes(findings.span, notes, unit: unit)
            codes = numbers.sorted().map { String($0) }
            if form.hasGuideCode, notes.contains(where: { findings[$0].origin != nil }) { codes.append("I5") }
        }
        writer.begin(form.kind == .functional ? "AK5" : "IK5")
        writer.element(verdict.letter)
        for code in codes.prefix(5) { writer.element(code) }
        writer.end()
        return verdict
    }

    /// Ends the group with AK9.
    ///
    /// - Parameters:
    ///   - findings: What is wrong with the group itself.
    ///   - claimed: GE01 as sent; `nil` without GE, and then the sets seen are what AK902 says.
    /// - Returns: AK901.
    @discardableResult
    public mutating func finish(findings: [Finding], claimed: String?) -> Verdict {
        verdict = Verdict(group: findings, received: received, accepted: accepted, clean: clean)
        if verdict == .rejected { accepted = 0 }
        let count = claimed.flatMap { Int($0) } ?? received
        writer.begin("AK9")
        writer.element(verdict.letter)
        // AK902 to AK904 have six digits.
        for number in [count, received, accepted] { writer.element(min(max(number, 0), 999_999)) }
        let codes = Set(
            findings.filter { $0.severity > .note }.compactMap { $0.code.entry.ack.group }.map(form.groupCode))
        for code in codes.sorted().prefix(5) { writer.element(Int(code)) }
        writer.end()
        return verdict
    }

    /// A value as received, as far as this acknowledgment can carry it: cut, and what separates something here or is
    /// not printable replaced. One that would be refused in turn helps nobody.
    mutating func echo(_ value: some Collection<UInt8>, _ length: ClosedRange<Int>, fill: String) {
        let kept = value.prefix(length.upperBound)
        let short = kept.isEmpty ? fill.utf8.count : max(length.lowerBound - kept.count, 0)
        if short == 0 { writer.foreignElement(kept) } else { writer.foreignElement(kept + fill.utf8.suffix(short)) }
    }
}
