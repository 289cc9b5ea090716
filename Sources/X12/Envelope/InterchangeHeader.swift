/// The ISA of an interchange, read in spite of the usual sloppiness.
public struct InterchangeHeader: Sendable {
    /// ISA01 to ISA16 as sent, padding included; index 0 is ISA01.
    public var elements: [[UInt8]]
    /// The delimiters it declares.
    public var delimiters: Delimiters
    /// Offset in the file of the `I` of ISA.
    public var offset: Int
    /// The line break behind its terminator, if any: how the sender lays out segments.
    public var suffix: [UInt8] = []
    /// What was tolerated in reading it.
    public var repairs: [FindingCode]
    /// All bytes of a segment terminator that takes several.
    var wideTerminator: [UInt8]?
    /// Element and component separators of several bytes.
    var wideSeparators: [WideDelimiter] = []
    /// All delimiters of several bytes.
    var wideDelimiters: [WideDelimiter] {
        wideSeparators + (wideTerminator.map { [WideDelimiter(bytes: $0, stand: WideDelimiter.terminator)] } ?? [])
    }

    /// An element without padding, as text; `element(13)` is ISA13.
    public func element(_ number: Int) -> String {
        guard elements.indices.contains(number - 1) else { return "" }
        let bytes = elements[number - 1]
        var (start, end) = (0, bytes.count)
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        while start < end, bytes[start] == 0x20, number != 6, number != 8 { start += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// ISA05 and ISA06.
    public var sender: PartyID { PartyID(qualifier: element(5), id: element(6)) }
    /// ISA07 and ISA08.
    public var receiver: PartyID { PartyID(qualifier: element(7), id: element(8)) }
    /// ISA13 as sent.
    public var controlNumber: String { element(13) }
    /// ISA15: P production, T test, I information.
    public var usage: String { element(15) }
    /// ISA14: whether a TA1 is asked for.
    public var asksForAcknowledgment: Bool { element(14) == "1" }
}

/// An interchange identity: a qualifier and an identifier (ISA05/06, ISA07/08).
public struct PartyID: Hashable, Sendable, CustomStringConvertible {
    /// The qualifier, such as `01` for DUNS.
    public var qualifier: String
    /// The identifier without padding.
    public var id: String

    /// Makes an identity; a one-character qualifier is filled to two, since `2` and `02` name the same.
    public init(qualifier: String, id: String) {
        self.qualifier =
            qualifier.utf8.count == 1 && qualifier.utf8.first.map(isDigit) == true ? "0" + qualifier : qualifier
        self.id = id
    }

    public var description: String { "\(qualifier):\(id)" }
}

extension InterchangeHeader {
    /// Whether another interchange of the file declares other delimiters; one that declares none does not.
    func separates(otherThan other: InterchangeHeader) -> Bool {
        let isOtherTerminator =
            wideDelimiters != other.wideDelimiters
            || wideTerminator == nil && delimiters.segment != other.delimiters.segment
        let declares = elements.last?.isEmpty == false && other.elements.last?.isEmpty == false
        return isOtherTerminator || delimiters.element != other.delimiters.element
            || declares && delimiters.component != other.delimiters.component
    }
}

// MARK: - Reading

extension InterchangeHeader {
    /// The outcome of reading an ISA.
    enum Reading {
        /// It was read; the content begins at the position.
        case header(InterchangeHeader, contentStart: Int)
        /// There are not sixteen elements; another ISA may begin inside.
        case malformed(next: Int?)
    }

    /// How many bytes ISA01 to ISA15 have (X12.5).
    private static let widths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1]

    /// An ISA has 106 bytes; one with unpadded or over-long elements may differ, but not without end.
    static let longest = 1024

    /// Reads the ISA at `start`, whose delimiters are single bytes or stand for others, which `standing` names.
    static func readPlain(
        _ bytes: borrowing Span<UInt8>, start: Int, end: Int, offset: Int, standing: [WideDelimiter] = []
    ) -> Reading {
        guard start + 4 <= end else { return .malformed(next: nil) }
        let separator = bytes[start + 3]
        var separators = [start + 3]
        var position = start + 4
        let limit = min(end, start + longest)
        while separators.count < 16, position < limit {
            if bytes[position] == separator {
                // Cut off, and the next one follows: what was sent after it must not be taken for its elements.
                if position >= start + 7, bytes[position - 1] == 0x41, bytes[position - 2] == 0x53,
                    bytes[position - 3] == 0x49, position + 17 < limit, bytes[position + 3] == separator,
                    bytes[position + 14] == separator, bytes[position + 17] == separator
                {
                    return .malformed(next: position - 3)
                }
                separators.append(position)
            }
            position += 1
        }
        guard separators.count == 16, position + 1 <= end else { return .malformed(next: nil) }
        var elements: [[UInt8]] = []
        elements.reserveCapacity(16)
        var hasLineBreak = false
        for element in 0..<15 {
            var value: [UInt8] = []
            value.reserveCapacity(separators[element + 1] - separators[element])
            for byte in (separators[element] + 1)..<separators[element + 1] {
                if bytes[byte] == 0x0A || bytes[byte] == 0x0D { hasLineBreak = true } else { value.append(bytes[byte]) }
            }
            elements.append(value)
        }
        // A wrapped header may break right before ISA16 or its terminator.
        guard let tail = Tail.read(bytes, behind: position, end: end, separator: separator) else {
            return .malformed(next: nil)
        }
        elements.append(tail.component.map { [$0] } ?? [])
        let component = tail.component ?? Delimiters.component(besides: separator)
        let version = Int(String(decoding: elements[11], as: UTF8.self)) ?? 0
        let eleventh = elements[10].first ?? 0
        let isFree = ![separator, component, tail.terminator[0]].contains(eleventh)
        // With an ISA12 that is no version there is nothing but ISA11 to tell by.
        let mayRepeat = version >= 402 || !Self.isRelease(String(decoding: elements[11], as: UTF8.self))
        let repetition = mayRepeat && isFree && !isAlphanumeric(eleventh) && eleventh > 0x20 ? eleventh : nil
        var repairs: [FindingCode] = []
        if tail.component == nil { repairs.append(.missingComponentSeparator) }
        let isFixedWidth = elements.prefix(15).map { $0.count } == widths
        if !isFixedWidth { repairs.append(.headerWidth) }
        if hasLineBreak || tail.hasLineBreak { repairs.append(.wrappedLines) }
        if tail.terminator.count > 1 { repairs.append(.wideTerminator) }
        let used =
            [separator, component] + (tail.terminator.count > 1 ? [] : tail.terminator.filter { !isLineBreak($0) })
        let plain = (used + (repetition.map { [$0] } ?? [])).filter { byte in !standing.contains { $0.stand == byte } }
        if plain.contains(where: { $0 < 0x20 || $0 > 0x7E }) { repairs.append(.unprintableDelimiter) }
        if !standing.isEmpty { repairs.append(.wideSeparator) }
        var suffix: [UInt8] = []
        while tail.contentStart + suffix.count < end, suffix.count < 2,
            bytes[tail.contentStart + suffix.count] == 0x0A || bytes[tail.contentStart + suffix.count] == 0x0D
        {
            suffix.append(bytes[tail.contentStart + suffix.count])
        }
        if suffix == [0x0A, 0x0A] { suffix = [0x0A] }
        let header = InterchangeHeader(
            elements: elements,
            delimiters: Delimiters(
                element: separator, segment: tail.terminator[0], component: component, repetition: repetition),
            offset: offset, suffix: suffix, repairs: repairs,
            wideTerminator: tail.terminator.count > 1 ? tail.terminator : nil, wideSeparators: standing)
        return .header(header, contentStart: tail.contentStart)
    }

    /// What follows the sixteenth separator: ISA16, the terminator, and the next segment by which one knows that both
    /// were read right.
    private struct Tail {
        var component: UInt8?
        var terminator: [UInt8]
        var contentStart: Int
        var hasLineBreak = false

        static func read(_ bytes: borrowing Span<UInt8>, behind: Int, end: Int, separator: UInt8) -> Tail? {
            var candidates: [Tail] = []
            if behind + 1 < end {
                candidates.append(
                    Tail(component: bytes[behind], terminator: [bytes[behind + 1]], contentStart: behind + 2))
                // UTF-8 beyond ASCII: a lead byte and its continuations.
                if bytes[behind + 1] >= 0xC2, behind + 2 < end {
                    var wide = [bytes[behind + 1]]
                    while behind + 1 + wide.count < end, wide.count < 4, bytes[behind + 1 + wide.count] & 0xC0 == 0x80 {
                        wide.append(bytes[behind + 1 + wide.count])
                    }
                    if wide.count > 1 {
                        candidates.insert(
                            Tail(component: bytes[behind], terminator: wide, contentStart: behind + 1 + wide.count),
                            at: 0)
                    }
                }
            }
            // ISA16 forgotten: the terminator stands in its place.
            candidates.append(Tail(component: nil, terminator: [bytes[behind]], contentStart: behind + 1))
            // Wrapped: a line break inside.
            var position = behind
            var kept: [UInt8] = []
            while position < end, kept.count < 2, position < behind + 16 {
                if !isLineBreakOrBlank(bytes[position]) { kept.append(bytes[position]) }
                position += 1
            }
            if kept.count == 2 {
                candidates.append(
                    Tail(component: kept[0], terminator: [kept[1]], contentStart: position, hasLineBreak: true))
            }
            let plausible = candidates.filter { $0.isPlausible(bytes, end: end, separator: separator) }
            // A line feed as terminator, or a line break behind a terminator that stands in ISA16's place? The next
            // line's end tells.
            if let first = plausible.first, plausible.count > 1, first.endsLines(bytes, end: end) {
                return plausible[1]
            }
            return plausible.first ?? candidates.first
        }

        /// Whether lines end with what would be the component separator.
        private func endsLines(_ bytes: borrowing Span<UInt8>, end: Int) -> Bool {
            guard terminator[0] == 0x0A || terminator[0] == 0x0D, let component else { return false }
            var position = contentStart
            while position < end, isLineBreakOrBlank(bytes[position]) { position += 1 }
            while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            return position > contentStart && bytes[position - 1] == component
        }

        /// Whether the terminator is no letter or digit and a segment follows it.
        private func isPlausible(_ bytes: borrowing Span<UInt8>, end: Int, separator: UInt8) -> Bool {
            guard !isAlphanumeric(terminator[0]), terminator[0] != separator, terminator[0] != component else {
                return false
            }
            guard component.map({ !isAlphanumeric($0) && !isLineBreakOrBlank($0) }) ?? true else { return false }
            var position = contentStart
            while position < end, isLineBreakOrBlank(bytes[position]) { position += 1 }
            let identifier = position
            while position < end, position < identifier + 3, isAlphanumeric(bytes[position]) { position += 1 }
            return position == end || position - identifier >= 2 && bytes[position] == separator
        }
    }
}

@inline(__always)
func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

@inline(__always)
func isLineBreakOrBlank(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09
}
