/// Bounds on what is held in memory.
public struct ReaderLimits: Sendable {
    /// Bytes of the window that streams over the source.
    public var window = 512 * 1024
    /// The largest set, in bytes, that is held whole. A larger one is reported and passed over.
    public var largestSet = 256 * 1024 * 1024

    /// The default limits.
    public init() {}

    /// The limits for a source of so many bytes: the window is no larger than it needs to be.
    ///
    /// One byte more than there are, so that the first reading comes to the end and knows it.
    public init(forBytes count: Int) { window = min(window, max(count + 1, 4096)) }
}

/// What the second pass over an interchange meets, in order.
public protocol InterchangeVisitor {
    /// A group begins. `ordinal` counts from 1 in the interchange.
    mutating func groupBegan(_ header: GroupHeader, ordinal: Int)
    /// A set was read whole.
    ///
    /// - Parameters:
    ///   - envelope: Its ST and SE.
    ///   - entries: Its segments in `index`, ST and SE included; empty for a set that is too large.
    ///   - bytes: The window.
    ///   - index: The window's index.
    ///   - positions: Turns positions in the window into offsets in the file.
    mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions)
    /// A group ended. `claimed` is GE01 as sent, or `nil` without GE; `received` the sets seen.
    mutating func groupEnded(claimed: String?, received: Int)
}

/// Reads interchange after interchange from a source, each in two passes: ``next()`` surveys the envelopes, and
/// ``visit(_:_:)`` hands out the sets one at a time. Memory depends on the largest set, not on the source.
public struct InterchangeReader<Source: ByteSource> {
    var window: Window<Source>
    /// Where the search for the next ISA goes on.
    var position = 0
    var ordinal = 0
    private var hasBegun = false
    /// Where an ISA begins inside one that was cut off.
    var headerInside: Int?
    /// Whether the bytes that follow belong to an ISA that was refused, and so need no finding of their own.
    var isBehindRefused = false
    /// Where the element separator stands when the file begins with ISA.
    var separatorOffset: Int?
    /// The ISA before, to tell whether delimiters change within the file.
    private var headerBefore: InterchangeHeader?
    private var isIndexValid = false
    var delimiters = Delimiters()
    /// Findings about bytes that belong to no interchange.
    public internal(set) var fileFindings: [Finding] = []

    /// Makes a reader at the start of a source.
    public init(_ source: Source, limits: ReaderLimits = ReaderLimits()) {
        let needed = source.byteCount.map { ReaderLimits(forBytes: $0).window } ?? limits.window
        window = Window(source, size: min(limits.window, needed), limit: limits.largestSet)
    }

    /// The source, to read its bytes again.
    public var source: Source { window.source }
}

// MARK: - First pass

extension InterchangeReader {
    /// Surveys the next interchange; `nil` at the end of the source.
    ///
    /// - Throws: ``SourceError`` when the source cannot be read.
    /// - Complexity: O(bytes of the interchange), at the speed of the structural index.
    public mutating func next() throws(SourceError) -> InterchangeSurvey? {
        if !hasBegun {
            hasBegun = true
            try window.seek(to: 0)
            separatorOffset = Self.separatorOffset(window.bytes, filled: window.filled)
        } else if window.isRepairing {
            // The next interchange may have other habits.
            try window.seek(to: window.positions.offset(of: position))
            position = 0
            invalidateIndex()
        }
        guard let (start, junk) = try findHeader() else { return nil }
        ordinal += 1
        let offset = window.positions.offset(of: start)
        let reading = InterchangeHeader.read(window.bytes.span, start: start, end: window.filled, offset: offset)
        guard case .header(let header, let contentStart) = reading else {
            var survey = InterchangeSurvey(header: nil, ordinal: ordinal, offset: offset)
            survey.report(.interchangeHeader, "ISA", at: offset)
            isBehindRefused = true
            position = start + 3
            if case .malformed(let next?) = reading {
                position = next
                headerInside = next
            }
            survey.range = offset..<max(window.positions.offset(of: position), offset + 3)
            return survey
        }
        var survey = InterchangeSurvey(header: header, ordinal: ordinal, offset: offset)
        for junk in junk { survey.noteRepair(junk.code, at: junk.offset) }
        if let headerBefore, header.separates(otherThan: headerBefore) {
            survey.noteRepair(.delimiterChange, at: offset)
        }
        headerBefore = header
        survey.lineEndsAt = header.suffix.isEmpty ? nil : window.positions.offset(of: contentStart)
        survey.judgeHeader()
        let judged = survey.header ?? header
        guard !isAlphanumeric(header.delimiters.segment), header.delimiters.segment != header.delimiters.element else {
            // Nothing can be told apart: the interchange is refused as a whole.
            isBehindRefused = true
            position = start + 3
            survey.range = offset..<offset + 3
            return survey
        }
        survey.contentOffset = window.positions.offset(of: contentStart)
        let isLineEnded = header.delimiters.segment == 0x0A || header.delimiters.segment == 0x0D
        let breaks = header.repairs.contains(.wrappedLines) && (header.suffix.isEmpty || isLineEnded)
        if breaks || !header.wideDelimiters.isEmpty {
            return try surveyRepaired(survey, header: judged, wrapped: breaks)
        }
        return try surveyContent(survey, from: contentStart)
    }

    /// Surveys with line breaks and wide delimiters taken out of the stream.
    private mutating func surveyRepaired(_ survey: InterchangeSurvey, header: InterchangeHeader, wrapped: Bool)
        throws(SourceError) -> InterchangeSurvey
    {
        var survey = survey
        let isLineEnded = header.delimiters.segment == 0x0A || header.delimiters.segment == 0x0D
        var delimiters = header.delimiters
        if header.wideTerminator != nil { delimiters.segment = WideDelimiter.terminator }
        let repair = StreamRepair(
            lineBreaks: wrapped ? (isLineEnded ? .terminate : .drop) : .keep, wide: header.wideDelimiters,
            terminator: delimiters.segment)
        survey.header?.delimiters = delimiters
        survey.repair = repair
        survey.isWhole = true
        invalidateIndex()
        try window.seek(to: survey.contentOffset, repair: repair)
        return try surveyContent(survey, from: 0)
    }

    private mutating func surveyContent(_ survey: InterchangeSurvey, from contentStart: Int) throws(SourceError)
        -> InterchangeSurvey
    {
        guard let header = survey.header else { return survey }
        var machine = EnvelopeMachine(survey)
        machine.survey.segmentCount = 1
        var cursor = 0
        if isIndexValid, delimiters == header.delimiters, window.index.indexed > contentStart {
            cursor = firstEntry(from: contentStart)
        } else {
            window.index.reset(start: contentStart, delimiters: header.delimiters)
            delimiters = header.delimiters
            isIndexValid = true
        }
        machine.survey.firstEntry = cursor
        var layoutStart = contentStart
        var keeping: Int?
        var end: Int?
        while true {
            let base = window.positions.base
            let generation = window.index.generation
            var isThere = cursor < window.index.entries.count
            if !isThere { isThere = try ensureEntry(&cursor, keeping: &keeping) }
            if window.index.generation != generation {
                machine.survey.isWhole = false
                if window.positions.base != base { layoutStart = 0 }
            }
            if !window.index.lineBreaks.isEmpty,
                // A sender who ends lines behind terminators does not wrap: what breaks inside is a fault in data.
                header.suffix.isEmpty || header.delimiters.segment == 0x0A || header.delimiters.segment == 0x0D,
                let wrapped = wrappedAt(from: contentStart, isWhole: machine.survey.isWhole, cursor: cursor),
                survey.repair?.lineBreaks ?? .keep == .keep
            {
                var again = survey
                again.noteRepair(.wrappedLines, at: wrapped)
                return try surveyRepaired(again, header: header, wrapped: true)
            }
            guard isThere else {
                machine.end(at: window.positions.offset(of: window.filled))
                position = window.filled
                break
            }
            let entry = window.index.entries[cursor]
            if entry.id == "ISA" {
                machine.end(at: window.positions.offset(of: Int(entry.start)))
                position = Int(entry.start)
                break
            }
            noteLayout(entry, from: layoutStart, &machine)
            let terminator = Int(window.index.marks[Int(entry.lastMark)])
            layoutStart = terminator + 1
            machine.survey.segmentCount += 1
            accept(entry, &machine)
            cursor += 1
            if machine.isClosed {
                position = terminator + 1
                end = endOffset(of: terminator, header)
                if window.hasAddedTerminator, terminator == window.filled - 1 {
                    machine.survey.noteRepair(.unterminated, at: window.positions.offset(of: terminator))
                    position = window.filled
                }
                break
            }
        }
        let start = survey.range.lowerBound
        machine.survey.range = start..<max(end ?? window.positions.offset(of: position), start)
        return machine.survey
    }

    /// Where the first line break inside the interchange's segments stands, once it is known to belong to it.
    private func wrappedAt(from contentStart: Int, isWhole: Bool, cursor: Int) -> Int? {
        guard !window.index.lineBreaks.isEmpty else { return nil }
        let from = isWhole ? UInt32(contentStart) : 0
        guard let first = window.index.lineBreaks.first(where: { $0 >= from }) else { return nil }
        // Bytes beyond this interchange may have been indexed under its delimiters already.
        guard cursor < window.index.entries.count,
            first < window.index.marks[Int(window.index.entries[cursor].lastMark)]
        else { return nil }
        return window.positions.offset(of: Int(first))
    }

    /// Forgets the index: the window has moved.
    mutating func invalidateIndex() { isIndexValid = false }

    private func firstEntry(from position: Int) -> Int {
        let entries = window.index.entries
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle].start) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    private func noteLayout(_ entry: SegmentIndex.Entry, from start: Int, _ machine: inout EnvelopeMachine) {
        guard Int(entry.start) > start else { return }
        let mark = Int(entry.firstMark)
        var empty = 0
        while mark - empty > 0, Int(window.index.marks[mark - empty - 1]) >= start { empty += 1 }
        if empty > 0 { machine.survey.noteRepair(.emptySegment, at: window.positions.offset(of: start), count: empty) }
        if machine.survey.lineEndsAt == nil, isLineBreak(window.bytes[start]) {
            machine.survey.lineEndsAt = window.positions.offset(of: start)
        }
        let byte = window.bytes[Int(entry.start) - 1]
        if byte == 0x20 || byte == 0x09 {
            machine.survey.noteRepair(.leadingBlanks, at: window.positions.offset(of: start))
        }
    }

    // Nearly all segments are content, told in place: for the call the reader would be copied.
    @inline(__always)
    private func accept(_ entry: SegmentIndex.Entry, _ machine: inout EnvelopeMachine) {
        switch entry.id {
        case "ST", "SE", "GS", "GE", "IEA", "TA1": acceptEnvelope(entry, &machine)
        default: machine.acceptContent(entry.id, at: window.positions.offset(of: Int(entry.start)))
        }
    }

    @inline(never)
    private func acceptEnvelope(_ entry: SegmentIndex.Entry, _ machine: inout EnvelopeMachine) {
        switch entry.id {
        case "ST": machine.accept(.set, at: window.positions.offset(of: Int(entry.start)))
        case "SE": machine.accept(.setTrailer, at: window.positions.offset(of: Int(entry.start)))
        case "GS":
            let header = groupHeader(entry)
            machine.accept(.group(header, faults: faults(entry)), at: header.offset)
        case "GE":
            machine.accept(
                .groupTrailer(count: text(1, entry), number: text(2, entry)),
                at: window.positions.offset(of: Int(entry.start)))
        case "IEA":
            machine.accept(
                .interchangeTrailer(count: text(1, entry), number: text(2, entry)),
                at: window.positions.offset(of: Int(entry.start)))
        case "TA1":
            let offset = window.positions.offset(of: Int(entry.start))
            machine.accept(
                .interchangeAnswer(
                    ReceivedInterchangeAnswer(
                        controlNumber: text(1, entry), date: text(2, entry), time: text(3, entry),
                        letter: text(4, entry), noteCode: text(5, entry), offset: offset)), at: offset)
        default: break
        }
    }
}

// MARK: - Second pass

extension InterchangeReader {
    /// Hands out the groups and sets of the interchange surveyed last.
    ///
    /// - Throws: ``SourceError`` when the source cannot be read.
    /// - Complexity: O(bytes of the interchange).
    public mutating func visit(_ survey: InterchangeSurvey, _ visitor: inout some InterchangeVisitor)
        throws(SourceError)
    {
        guard let header = survey.header, survey.groupCount > 0 else { return }
        var cursor = survey.firstEntry
        if !survey.isWhole {
            try window.seek(to: survey.contentOffset, repair: survey.repair)
            window.index.reset(start: 0, delimiters: header.delimiters)
            delimiters = header.delimiters
            isIndexValid = true
            cursor = 0
        }
        var keeping: Int?
        var envelope = SetEnvelope()
        var numbers = ControlNumbers()
        var setsInGroup = 0
        var ordinalInInterchange = 0
        var isInGroup = false
        var groupOrdinal = 0

        func endSet(_ last: Int, _ reader: borrowing InterchangeReader) {
            guard let first = keeping else { return }
            keeping = nil
            envelope.segmentCount += last - first
            let terminator = Int(
                reader.window.index.marks[Int(reader.window.index.entries[max(last - 1, first)].lastMark)])
            envelope.length = reader.endOffset(of: terminator, header) - envelope.offset
            reader.judgeTrailer(&envelope, reader.window.index.entries[last - 1])
            visitor.set(
                envelope, entries: first..<last, bytes: reader.window.bytes, index: reader.window.index,
                positions: reader.window.positions)
        }

        while true {
            var isThere = cursor < window.index.entries.count
            if !isThere { isThere = try ensureEntry(&cursor, keeping: &keeping) }
            guard isThere else {
                if keeping != nil, !window.isAtEnd { passOver(&cursor, &keeping, &envelope, &visitor); continue }
                endSet(cursor, self)
                break
            }
            let entry = window.index.entries[cursor]
            switch entry.id {
            case "ST":
                endSet(cursor, self)
                guard isInGroup else { break }
                setsInGroup += 1
                ordinalInInterchange += 1
                envelope = setEnvelope(entry, ordinal: setsInGroup)
                envelope.ordinalInInterchange = ordinalInInterchange
                if !numbers.insert(envelope.controlNumber) {
                    report(.duplicateSet, entry, 2, envelope.controlNumber, &envelope)
                }
                keeping = cursor
            case "SE":
                endSet(cursor + 1, self)
            case "GS":
                endSet(cursor, self)
                if isInGroup { visitor.groupEnded(claimed: nil, received: setsInGroup) }
                isInGroup = true
                setsInGroup = 0
                numbers = ControlNumbers()
                groupOrdinal += 1
                visitor.groupBegan(groupHeader(entry), ordinal: groupOrdinal)
            case "GE":
                endSet(cursor, self)
                if isInGroup { visitor.groupEnded(claimed: text(1, entry), received: setsInGroup) }
                isInGroup = false
            case "IEA", "ISA":
                endSet(cursor, self)
                if isInGroup { visitor.groupEnded(claimed: nil, received: setsInGroup) }
                position = entry.id == "ISA" ? Int(entry.start) : Int(window.index.marks[Int(entry.lastMark)]) + 1
                if window.hasAddedTerminator, position >= window.filled { position = window.filled }
                return
            default: break
            }
            cursor += 1
        }
        if isInGroup { visitor.groupEnded(claimed: nil, received: setsInGroup) }
        position = window.filled
    }

    /// Gives up holding a set that is too large: reports it and lets its segments pass.
    private mutating func passOver(
        _ cursor: inout Int, _ keeping: inout Int?, _ envelope: inout SetEnvelope,
        _ visitor: inout some InterchangeVisitor
    ) {
        keeping = nil
        envelope.isTooLarge = true
        envelope.findings.append(
            Finding(
                .setTooLarge, severity: FindingCode.setTooLarge.entry.severity, segment: "ST", offset: envelope.offset))
        visitor.set(envelope, entries: 0..<0, bytes: window.bytes, index: window.index, positions: window.positions)
    }
}
