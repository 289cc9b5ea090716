extension ReceivedGroupAnswer {
    /// Reads a 997 or 999.
    ///
    /// - Parameters:
    ///   - kind: Which of the two it is; its segments are told apart by their own identifiers.
    ///   - entries: The segments of the set in `index`, ST and SE included.
    ///   - bytes: The window.
    ///   - index: The window's index.
    ///   - delimiters: Those of the interchange.
    ///   - positions: Turns positions in the window into offsets in the file.
    ///   - version: GS08 of the group it came in, for the findings.
    /// - Returns: What it says, and what in it cannot be read or contradicts itself, with default severities.
    /// - Complexity: O(bytes of the set).
    public static func read(
        _ kind: AcknowledgmentKind, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        delimiters: Delimiters, positions: FilePositions, version: String
    ) -> (answer: ReceivedGroupAnswer, findings: [Finding]) {
        var reader = AcknowledgmentReader(kind: kind, delimiters: delimiters)
        var check = AnswerCheck(version: version)
        for position in entries {
            let entry = index.entries[position]
            let segment = SegmentText(entry, first: 9, bytes: bytes, index: index)
            let ordinal = position - entries.lowerBound + 1
            let offset = positions.offset(of: Int(entry.start))
            // What ends a set or the group is judged where it stands; what is missing, where the next begins.
            if entry.id == "AK2" || entry.id == "AK9" || entry.id == "SE" {
                check.endSet(reader.answer.sets.last, at: offset, ordinal: ordinal)
            }
            let sets = reader.answer.sets.count
            reader.take(segment, id: entry.id, ordinal: ordinal)
            if reader.answer.sets.count > sets { check.beginSet() }
            if entry.id == "AK5" || entry.id == "IK5" {
                check.judge(reader.answer.sets.last, as: entry.id, at: offset, ordinal: ordinal)
            } else if entry.id == "AK9" {
                check.judge(reader.answer, at: offset, ordinal: ordinal)
            }
        }
        let last = entries.last.map { positions.offset(of: Int(index.entries[$0].start)) } ?? 0
        check.finish(reader.answer, at: last, ordinal: max(entries.count, 1))
        return (reader.answer, check.findings)
    }
}
