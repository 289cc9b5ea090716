/// Finds in interchanges that we sent the sets, segments and elements that a partner's acknowledgment speaks of.
///
/// Hand it to ``InterchangeReader/visit(_:_:)`` for every interchange sent; of each set only the segments that were
/// noted are kept.
public struct AnsweredSets: InterchangeVisitor {
    /// A group that was sent.
    public struct Group: Sendable {
        /// The file it was found in.
        public var file: String
        /// Its interchange.
        public var interchange: InterchangeHeader
        /// Its GS.
        public var header: GroupHeader
        /// Its sets in order.
        public var sets: [Set] = []
    }

    /// A set that was sent.
    public struct Set: Sendable {
        /// Its ST and SE.
        public var envelope: SetEnvelope
        /// The segments that were noted, by their ordinal from ST = 1.
        public var segments: [Int: Segment] = [:]
    }

    /// A segment that was sent.
    public struct Segment: Sendable {
        /// Its identifier.
        public var id: SegmentID
        /// Its bytes, terminator included; at most ``AnsweredSets/longestSegment``.
        public var bytes: [UInt8]
        /// The offset in the file.
        public var offset: Int
        /// Where each element lies in ``bytes``, empty ones included.
        public var elements: [Range<Int>]
        /// The delimiters of its interchange.
        public var delimiters: Delimiters
    }

    /// More of a segment is not shown to anybody.
    public static let longestSegment = 4096
    /// More sets of one group are not kept: notes on them still count.
    public static let mostSets = 100_000

    /// The groups found for the answer.
    public private(set) var groups: [Group] = []

    private let answer: ReceivedGroupAnswer
    private let wanted: [String: [Int]]
    private var file = ""
    private var header = InterchangeHeader?.none
    private var isOpen = false

    /// Makes a search for what one answer speaks of.
    public init(answer: ReceivedGroupAnswer) {
        self.answer = answer
        wanted = Dictionary(
            answer.sets.map { set in
                (Self.key(set.set, set.controlNumber), set.notes.compactMap(\.position))
            }, uniquingKeysWith: { $0 + $1 })
    }

    private static func key(_ set: String, _ number: String) -> String { "\(set) \(number)" }

    /// Begins an interchange.
    public mutating func begin(_ header: InterchangeHeader, file: String) {
        self.header = header
        self.file = file
        isOpen = false
    }

    public mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {
        // GS06 and AK102 are N0: leading zeros do not count.
        isOpen =
            header.code == answer.functionalCode && isSameNumber(header.controlNumber, answer.groupControlNumber)
        if isOpen, let interchange = self.header {
            groups.append(Group(file: file, interchange: interchange, header: header))
        }
    }

    public mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions
    ) {
        guard isOpen, let group = groups.indices.last, groups[group].sets.count < Self.mostSets else { return }
        var set = Set(envelope: envelope)
        set.envelope.findings = []
        let delimiters = header?.delimiters ?? Delimiters()
        for ordinal in wanted[Self.key(envelope.set, envelope.controlNumber)] ?? []
        where ordinal >= 1 && ordinal <= entries.count && set.segments[ordinal] == nil {
            let entry = index.entries[entries.lowerBound + ordinal - 1]
            let start = Int(entry.start)
            let end = min(Int(index.marks[Int(entry.lastMark)]) + 1, start + Self.longestSegment)
            var elements: [Range<Int>] = []
            for element in 0..<min(entry.elementCount, 256) {
                let from = Int(index.marks[Int(entry.firstMark) + element]) + 1
                let to = Int(index.marks[Int(entry.firstMark) + element + 1])
                guard from <= to, to <= end else { break }
                elements.append((from - start)..<(to - start))
            }
            set.segments[ordinal] = Segment(
                id: entry.id, bytes: Array(bytes[start..<end]), offset: positions.offset(of: start),
                elements: elements, delimiters: delimiters)
        }
        groups[group].sets.append(set)
    }

    public mutating func groupEnded(claimed: String?, received: Int) { isOpen = false }
}

// MARK: - Elements

extension AnsweredSets.Segment {
    /// Where in ``bytes`` an element, component or repetition lies; `nil` when the segment has no such element. That of
    /// an absent component is where it would stand.
    public func place(of note: ReceivedElementNote) -> Range<Int>? {
        guard let element = note.element, element >= 1, element <= elements.count else { return nil }
        var range = elements[element - 1]
        if let repetition = note.repetition, let separator = delimiters.repetition {
            range = part(repetition, of: range, separator)
        }
        if let component = note.component { range = part(component, of: range, delimiters.component) }
        return range
    }

    /// What stands in a part of the segment.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func part(_ ordinal: Int, of range: Range<Int>, _ separator: UInt8) -> Range<Int> {
        var start = range.lowerBound
        var count = 1
        for position in range where bytes[position] == separator {
            if count == ordinal { return start..<position }
            count += 1
            start = position + 1
        }
        return count == ordinal ? start..<range.upperBound : range.upperBound..<range.upperBound
    }
}
