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
        writer.segment(
            "AK1", echo(group.code, 2...2, fill: "ZZ"), echo(group.controlNumber.filter(\.isNumber), 1...9, fill: "0"))
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
        writer.segment("AK2", echo(set.set, 3...3, fill: "000"), echo(set.controlNumber, 1...9, fill: "0000"))
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
    private func echo(_ value: String, _ length: ClosedRange<Int>, fill: String) -> String {
        let bytes = value.utf8.prefix(length.upperBound).map { byte in
            byte > 0x20 && byte < 0x7F && !writer.delimiters.contains(byte) ? byte : UInt8(ascii: "?")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.isEmpty
            ? fill
            : text
                + fill.dropFirst(min(text.utf8.count, fill.utf8.count)).prefix(
                    max(length.lowerBound - text.utf8.count, 0))
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
                writer.segment(
                    "AK3", segmentName(fault), String(fault.segmentIndex), "",
                    String(fault.code.entry.ack.segment ?? 2))
            }
            let elements = faults[index..<end].filter { $0.element > 0 }
            if let one = elements.first {
                writer.segment("AK3", segmentName(one), String(one.segmentIndex), "", "8")
                for fault in elements.prefix(Self.maximumElementNotes) { write(fault) }
            }
            index = end
        }
        return !faults.isEmpty
    }

    /// AK301: the identifier as received; one that is none, as far as two or three characters can show it.
    private func segmentName(_ fault: Finding) -> String {
        let name = fault.segment.description
        if name.isEmpty, let value = fault.value {
            let letters = value.prefix { $0 > 0x20 && $0 < 0x7F && !writer.delimiters.contains($0) }
            return echo(String(decoding: letters, as: UTF8.self), 2...3, fill: "??")
        }
        return echo(name, 2...3, fill: "??")
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
