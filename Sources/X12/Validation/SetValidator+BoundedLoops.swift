extension SetValidator {
    /// Bounded loops nest as deep as loops do; more than this is hostile and not followed.
    private static let deepestBoundedLoop = 16

    /// Holds LE against its LS: X12.6 has both name the same loop.
    ///
    /// - Complexity: O(1) a segment.
    @inline(never)
    mutating func followBoundedLoop(
        _ entry: SegmentIndex.Entry, _ ordinal: Int, segment: Int, bytes: borrowing Span<UInt8>,
        marks: borrowing Span<UInt32>, standard: Standard, check: ElementCheck
    ) {
        let name = loopName(entry, segment: segment, bytes: bytes, marks: marks, standard: standard, check: check)
        if entry.id == "LS" {
            if boundedLoops.count < Self.deepestBoundedLoop { boundedLoops.append(name) }
            return
        }
        // One cause, one finding: a name that is absent or malformed is told as that, and an LE without LS as well.
        guard let opened = boundedLoops.popLast(), let opened, let name else { return }
        var isSame = opened.count == name.count
        for place in 0..<min(opened.count, name.count)
        where bytes[opened.lowerBound + place] != bytes[name.lowerBound + place] { isSame = false }
        if isSame { return }
        report(
            .loopIdentifier, entry, ordinal, element: 1, at: name.lowerBound, value: name.map { bytes[$0] },
            item: standard.element(1, of: segment),
            detail: .expected(String(decoding: opened.map { bytes[$0] }, as: UTF8.self)))
    }

    /// Where LS01 or LE01 stands, when it is there and without fault of its own.
    private func loopName(
        _ entry: SegmentIndex.Entry, segment: Int, bytes: borrowing Span<UInt8>, marks: borrowing Span<UInt32>,
        standard: Standard, check: ElementCheck
    ) -> Range<Int>? {
        guard entry.elementCount > 0, standard.segments[segment].elementCount > 0 else { return nil }
        let start = Int(marks[Int(entry.firstMark)]) + 1
        let end = Int(marks[Int(entry.firstMark) + 1])
        guard start < end else { return nil }
        let rule = standard.rules[Int(standard.segments[segment].rule.firstElement)]
        guard check.fault(rule, bytes: bytes, start: start, end: end) == nil else { return nil }
        for place in start..<end {
            let byte = bytes[place]
            guard byte >= 0x20, byte < 0x7F, !delimiters.contains(byte) else { return nil }
        }
        return start..<end
    }
}
