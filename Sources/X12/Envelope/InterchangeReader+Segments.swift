// MARK: - Finding interchanges

extension InterchangeReader {
    /// The position of the next ISA, with the junk before it; `nil` at the end of the source.
    mutating func findHeader() throws(SourceError) -> (start: Int, junk: [(code: FindingCode, offset: Int)])? {
        var junk: [(code: FindingCode, offset: Int)] = []
        var lost: Int?
        let isJunk = !isBehindRefused
        isBehindRefused = false
        while true {
            while position < window.filled, !isHeader(at: position) {
                let isMark =
                    window.bytes[position] == 0xEF && window.bytes[position + 1] == 0xBB
                    && window.bytes[position + 2] == 0xBF
                if isMark {
                    junk.append((.byteOrderMark, window.positions.offset(of: position)))
                    position += 2
                } else if isJunk, junk.last?.code != .leadingJunk, !isLineBreakOrBlank(window.bytes[position]),
                    window.bytes[position] != 0x1A
                {
                    junk.append((.leadingJunk, window.positions.offset(of: position)))
                }
                if lost == nil, isJunk, isEnvelope(at: position) { lost = window.positions.offset(of: position) }
                position += 1
            }
            if position < window.filled {
                // Junk is tolerated; segments without their ISA are somebody's documents.
                if let lost { report(.notX12, at: lost, .reason("segments stand here without their ISA")) }
                headerInside = nil
                // All of the ISA and the first bytes behind it must be in the window.
                // And as much of the interchange as will go in: one that stays whole is read once for both passes.
                let isShort =
                    window.filled - position < InterchangeHeader.longest * 2
                    || window.filled - position < window.capacity / 2
                if isShort, position > 0, !window.isAtEnd, try slide(from: position) { position = 0 }
                return (position, junk)
            }
            let kept = min(window.filled, 3)
            guard try slide(from: window.filled - kept) else { break }
            position = 0
        }
        if ordinal == 0, let place = separatorOffset {
            report(.elementSeparator, at: place)
        } else if let junk = junk.last {
            if let lost {
                report(.notX12, at: lost, .reason("segments stand here without their ISA"))
            } else {
                report(ordinal > 0 ? .trailingJunk : .notX12, at: junk.offset)
            }
        } else if ordinal == 0 {
            report(.notX12, at: 0)
        }
        return nil
    }

    /// Where the element separator stands in a file that begins with ISA, byte order mark or not.
    static func separatorOffset(_ bytes: borrowing [UInt8], filled: Int) -> Int? {
        let start = bytes[0] == 0xEF ? 3 : 0
        let isHeader = bytes[start] == 0x49 && bytes[start + 1] == 0x53 && bytes[start + 2] == 0x41
        return isHeader && filled > start + 3 ? start + 3 : nil
    }

    private mutating func report(_ code: FindingCode, at offset: Int, _ detail: Finding.Detail = .none) {
        fileFindings.append(Finding(code, severity: code.entry.severity, offset: offset, detail: detail))
    }

    /// Whether an ISA begins here. Inside an interchange this is never asked, so a name that ends in ISA is no danger.
    private func isHeader(at position: Int) -> Bool {
        if position == headerInside { return true }
        guard window.bytes[position] == 0x49, window.bytes[position + 1] == 0x53, window.bytes[position + 2] == 0x41,
            position + 3 < window.filled
        else { return false }
        let separator = window.bytes[position + 3]
        let before = position > 0 ? window.bytes[position - 1] : 0
        return !isAlphanumeric(separator) && !isLineBreakOrBlank(separator) && separator != 0 && !isAlphanumeric(before)
    }

    /// Whether an envelope segment other than ISA begins here, told by its identifier and the character behind it.
    private func isEnvelope(at position: Int) -> Bool {
        let before = position > 0 ? window.bytes[position - 1] : 0
        guard !isAlphanumeric(before), position + 3 < window.filled else { return false }
        let third = window.bytes[position + 2]
        switch (window.bytes[position], window.bytes[position + 1]) {
        case (0x47, 0x53), (0x47, 0x45), (0x53, 0x54), (0x53, 0x45):
            return !isAlphanumeric(third) && !isLineBreakOrBlank(third)
        case (0x49, 0x45): return third == 0x41 && !isAlphanumeric(window.bytes[position + 3])
        default: return false
        }
    }

    private mutating func slide(from position: Int) throws(SourceError) -> Bool {
        let moved = try window.slide(from: position)
        invalidateIndex()
        return moved
    }
}

// MARK: - Segments

extension InterchangeReader {
    /// How far the index runs ahead of the reading: what was indexed is read while it is in the cache.
    static var stride: Int { 32 * 1024 }

    /// Makes `entries[cursor]` available, reading on where needed; `false` at the end of the source, or when the window
    /// may not grow any more. From the entry `keeping` on all stays in the window; both indices shift with it.
    mutating func ensureEntry(_ cursor: inout Int, keeping: inout Int?) throws(SourceError) -> Bool {
        while cursor >= window.index.entries.count {
            if window.index.scanned < window.filled {
                let end = min(window.index.scanned + Self.stride, window.filled)
                window.extendIndex(to: end)
                continue
            }
            let from = keeping.map { Int(window.index.entries[$0].start) } ?? window.index.indexed
            if try window.slide(from: from) {
                window.index.reset(start: 0, delimiters: delimiters)
                cursor -= keeping ?? cursor
                if keeping != nil { keeping = 0 }
                continue
            }
            guard window.isAtEnd else { return false }
            guard window.addTerminator(delimiters.segment) else { return false }
            window.index.reset(start: from, delimiters: delimiters)
            cursor -= keeping ?? cursor
            if keeping != nil { keeping = 0 }
        }
        return true
    }

    /// The offset in the file behind a terminator, without line breaks that a repair dropped behind it.
    func endOffset(of terminator: Int, _ header: InterchangeHeader) -> Int {
        let offset = window.positions.offset(of: terminator)
        if window.hasAddedTerminator, terminator == window.filled - 1 { return offset }
        return offset + (header.wideTerminator?.count ?? 1)
    }

    /// An element of a segment as text, without padding; empty when absent.
    func text(_ element: Int, _ entry: SegmentIndex.Entry) -> String {
        guard element <= entry.elementCount else { return "" }
        var start = Int(window.index.marks[Int(entry.firstMark) + element - 1]) + 1
        var end = Int(window.index.marks[Int(entry.firstMark) + element])
        while end > start, isLineBreakOrBlank(window.bytes[end - 1]) { end -= 1 }
        while start < end, isLineBreakOrBlank(window.bytes[start]) { start += 1 }
        return String(decoding: window.bytes[start..<min(end, start + 256)], as: UTF8.self)
    }

    /// The GS in an entry.
    func groupHeader(_ entry: SegmentIndex.Entry) -> GroupHeader {
        var header = GroupHeader()
        header.code = text(1, entry)
        header.sender = text(2, entry)
        header.receiver = text(3, entry)
        header.date = text(4, entry)
        header.time = text(5, entry)
        header.controlNumber = text(6, entry)
        header.agency = text(7, entry)
        header.version = text(8, entry)
        header.offset = window.positions.offset(of: Int(entry.start))
        return header
    }

    /// The elements of a GS that are not as the standard has them.
    func faults(_ entry: SegmentIndex.Entry) -> [Int] {
        guard let standard = Standard.versions.first.flatMap({ Standard.version($0) }) else { return [] }
        let faults = (1...8).filter { !standard.accepts(text($0, entry), element: $0, of: "GS") }
        // One beyond the eight is told once, as the ninth.
        let hasMore = (9..<max(entry.elementCount + 1, 9)).contains { !text($0, entry).isEmpty }
        return hasMore ? faults + [9] : faults
    }

    /// The ST in an entry, judged.
    func setEnvelope(_ entry: SegmentIndex.Entry, ordinal: Int) -> SetEnvelope {
        var envelope = SetEnvelope()
        envelope.set = text(1, entry)
        envelope.controlNumber = text(2, entry)
        envelope.convention = text(3, entry)
        envelope.ordinal = ordinal
        envelope.offset = window.positions.offset(of: Int(entry.start))
        let isNumber = envelope.set.utf8.count == 3 && envelope.set.utf8.allSatisfy(isAlphanumeric)
        if !isNumber { report(.setID, entry, 1, envelope.set, &envelope) }
        if !(4...9).contains(envelope.controlNumber.utf8.count) {
            report(.setNumber, entry, 2, envelope.controlNumber, &envelope)
        }
        return envelope
    }

    /// Judges the last segment of a set, which should be its SE.
    func judgeTrailer(_ envelope: inout SetEnvelope, _ entry: SegmentIndex.Entry) {
        guard entry.id == "SE" else {
            return report(.setTrailer, entry, 0, nil, &envelope)
        }
        let count = text(1, entry)
        if wholeNumber(count) != envelope.segmentCount {
            report(.segmentCount, entry, 1, count, &envelope, .count(claimed: count, found: envelope.segmentCount))
        }
        let number = text(2, entry)
        // A malformed ST02 was reported already: one cause, one finding.
        if number != envelope.controlNumber, !envelope.findings.contains(where: { $0.code == .setNumber }) {
            report(.setControl, entry, 2, number, &envelope, .expected(envelope.controlNumber))
        }
    }

    func report(
        _ code: FindingCode, _ entry: SegmentIndex.Entry, _ element: Int, _ value: String?,
        _ envelope: inout SetEnvelope, _ detail: Finding.Detail = .none
    ) {
        envelope.findings.append(
            Finding(
                code, severity: code.entry.severity, segment: code == .setTrailer ? "SE" : entry.id, element: element,
                offset: window.positions.offset(of: Int(entry.start)), value: value.map { Array($0.utf8) },
                detail: detail))
    }
}
