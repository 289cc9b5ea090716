extension TransactionSet {
    /// Where a set says the number that its business knows it by.
    public struct Numbering: Sendable {
        /// The segment, the first of its kind.
        public var segment: Text
        /// The element of the number.
        public var number: Int
        /// Elements that tell apart sets of the same number, such as a change's sequence number; may be none.
        public var parts: [Int]
        /// The element that says new, cancellation or replacement (element 353), where the segment has it.
        public var purpose: Int?
    }

    /// Where a set such as `860` has its number; nil for one that is not listed.
    public static func numbering(of set: Text) -> Numbering? {
        guard let row = numberings.first(where: { set == $0.set }) else { return nil }
        return Numbering(segment: row.segment, number: row.number, parts: row.parts, purpose: row.purpose)
    }

    // An 864 has no number of its own: what it is about stands in its MIT loops.
    private static let numberings: [(set: Text, segment: Text, number: Int, parts: [Int], purpose: Int?)] = [
        ("180", "BGN", 2, [], 1), ("204", "B2", 4, [], nil), ("210", "B3", 2, [], nil), ("214", "B10", 2, [], nil),
        ("753", "BGN", 2, [], 1), ("754", "BGN", 2, [], 1), ("812", "BCD", 2, [], nil), ("816", "BHT", 3, [], 2),
        ("820", "TRN", 2, [], nil), ("824", "BGN", 2, [], 1), ("830", "BFR", 2, [3], 1), ("832", "BCT", 2, [], nil),
        ("840", "BQT", 2, [], 1), ("843", "BQR", 2, [], 1), ("844", "BPA", 2, [], 1), ("845", "BPA", 2, [], 1),
        ("846", "BIA", 3, [], 1), ("849", "BPA", 2, [], 1), ("857", "BHT", 3, [], 2),
        ("860", "BCH", 3, [4, 5], 1), ("861", "BRA", 1, [], 3), ("862", "BSS", 2, [], 1), ("865", "BCA", 3, [4, 5], 1),
        ("867", "BPT", 2, [], 1), ("870", "BSR", 3, [], nil), ("940", "W05", 2, [], nil),
        ("943", "W06", 2, [], nil), ("944", "W17", 3, [], nil), ("945", "W06", 2, [], nil), ("990", "B1", 2, [], nil),
    ]

    /// The first segment of an identifier outside loops or opening one.
    private func first(_ segment: Text) -> SetSegment? { segments.first { $0.segment == segment } }

    /// The number by the table; empty when it has none.
    public var businessNumber: Text {
        guard let row = Self.numbering(of: set) else { return "" }
        return first(row.segment)?.text(row.number) ?? ""
    }

    public func gather(_ facts: inout DocumentFacts) {
        if let row = Self.numbering(of: set), let segment = first(row.segment) {
            facts.release = row.parts.map { segment.text($0).string }.filter { !$0.isEmpty }.joined(separator: " ")
            facts.purpose = row.purpose.map { segment.text($0).string } ?? ""
        }
        // A change is found by the order it changes.
        guard set == "860" || set == "865" else { return }
        facts.add(.order, head.number)
        facts.order(head.number)
    }
}

extension SetSegment {
    /// A simple element, or the first component of a composite; empty when it is absent.
    public func text(_ position: Int) -> Text {
        switch elements[position] {
        case .simple(let text): text
        case .composite(let components): components.first ?? ""
        case .repeated(let values):
            if case .simple(let text) = values.first { text } else { "" }
        case nil: ""
        }
    }
}
