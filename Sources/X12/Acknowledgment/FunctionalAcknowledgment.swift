/// A 997: the verdict on a functional group, built set by set from the findings.
///
/// AK2 is written for every set, because senders match by ST02; AK3 and AK4 for warnings and errors.
public struct FunctionalAcknowledgment: Sendable {
    private var writer: SegmentWriter
    /// Sets received and of these accepted (A or E) and clean (A).
    public private(set) var received = 0
    /// Sets with verdict A or E.
    public private(set) var accepted = 0
    private var clean = 0
    /// AK901, once finished.
    public private(set) var verdict = Verdict.rejected

    /// AK4 stands at most 99 times in an AK3 loop (004010).
    static let maximumElementNotes = 99

    /// Begins the acknowledgment of a group.
    public init(group: GroupHeader, delimiters: Delimiters, suffix: [UInt8] = []) {
        writer = SegmentWriter(delimiters: delimiters, suffix: suffix)
        writer.begin("AK1")
        echo(group.code.utf8, 2...2, fill: "ZZ")
        echo(group.controlNumber.utf8.filter(isDigit), 1...9, fill: "0")
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
    /// - Returns: AK501.
    @discardableResult
    public mutating func add(_ set: SetEnvelope, findings: some Collection<Finding>, verdict: Verdict? = nil) -> Verdict
    {
        let verdict = verdict ?? Verdict(of: findings)
        received += 1
        if verdict != .rejected { accepted += 1 }
        if verdict == .accepted { clean += 1 }
        writer.begin("AK2")
        echo(set.set.utf8, 3...3, fill: "000")
        echo(set.controlNumber.utf8, 1...9, fill: "0000")
        writer.end()
        var codes: Set<UInt8> = []
        if verdict != .accepted {
            let faults = findings.filter { $0.severity > .note }
            for fault in faults { if let code = fault.code.entry.ack.set { codes.insert(code) } }
            if writeSegmentNotes(faults.filter { $0.code.entry.ack.segment != nil }) { codes.insert(5) }
        }
        writer.begin("AK5")
        writer.element(verdict.letter)
        for code in codes.sorted().prefix(5) { writer.element(Int(code)) }
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
        writer.element(min(max(count, 0), 999_999))
        writer.element(received)
        writer.element(accepted)
        let codes = Set(findings.filter { $0.severity > .note }.compactMap(\.code.entry.ack.group))
        for code in codes.sorted().prefix(5) { writer.element(Int(code)) }
        writer.end()
        return verdict
    }

    /// A value as received, as far as this acknowledgment can carry it: cut, and what separates something here or is
    /// not printable replaced. One that would be refused in turn helps nobody.
    private mutating func echo(_ value: some Sequence<UInt8>, _ length: ClosedRange<Int>, fill: String) {
        let kept = Array(value.prefix(length.upperBound))
        let short = kept.isEmpty ? fill.utf8.count : max(length.lowerBound - kept.count, 0)
        writer.foreignElement(kept + fill.utf8.suffix(short))
    }

    /// Writes AK3 and AK4; `true` when there was one to write.
    private mutating func writeSegmentNotes(_ faults: [Finding]) -> Bool {
        var index = 0
        while index < faults.count {
            let first = faults[index]
            var end = index
            while end < faults.count, faults[end].segmentIndex == first.segmentIndex { end += 1 }
            // One code an AK3: the segment's own faults first, then those of its elements under one code 8.
            for fault in faults[index..<end] where fault.element == 0 {
                writeHeading(fault, code: fault.code.entry.ack.segment ?? 2)
            }
            let elements = faults[index..<end].filter { $0.element > 0 }
            if let one = elements.first {
                writeHeading(one, code: 8)
                for fault in elements.prefix(Self.maximumElementNotes) { write(fault) }
            }
            index = end
        }
        return !faults.isEmpty
    }

    /// Writes AK3. AK301 is the identifier as received; of one that is none, as much of what was sent as shows it.
    private mutating func writeHeading(_ fault: Finding, code: UInt8) {
        writer.begin("AK3")
        let name = fault.segment.bytes
        echo(name.isEmpty ? fault.value ?? [] : name, 2...3, fill: "??")
        writer.element(fault.segmentIndex)
        writer.element("")
        writer.element(Int(code))
        writer.end()
    }

    private mutating func write(_ fault: Finding) {
        let code = fault.code.entry.ack.element ?? 1
        writer.begin("AK4")
        writer.composite(
            fault.component > 0 ? [String(fault.element), String(fault.component)] : [String(fault.element)])
        // AK402 is N0: the number of a composite or of a control element cannot be sent.
        let number = fault.item?.number ?? ""
        writer.element(number.utf8.allSatisfy(isDigit) ? number : "")
        writer.element(Int(code))
        if let value = fault.value, code != 1, code != 2, isCopyable(value) { writer.element(value) }
        writer.end()
    }

    /// AK404 is left out for a value that this interchange could not carry.
    private func isCopyable(_ value: [UInt8]) -> Bool {
        !value.contains { $0 < 0x20 || $0 > 0x7E || writer.delimiters.contains($0) }
    }
}
