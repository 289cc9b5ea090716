/// What a set is called by the people it concerns: the element that holds its number, such as the purchase order's. A
/// 999 names it in CTX, so that whoever looks into a fault need not count segments first.
public struct BusinessUnit: Sendable, Equatable {
    /// The element's reference, such as `BEG03`.
    public var reference: String
    /// What stands there.
    public var value: [UInt8]
    /// The segment of the reference.
    var segment: SegmentID
    var element: Int

    /// CTX01-1 and CTX01-2 hold at most 35 characters.
    static let longest = 35

    /// The segment and element that hold the number, by set.
    private static let places: [String: (SegmentID, Int)] = [
        "810": ("BIG", 2), "820": ("TRN", 2), "824": ("BGN", 2), "832": ("BCT", 2), "846": ("BIA", 3),
        "850": ("BEG", 3), "855": ("BAK", 3), "856": ("BSN", 2), "860": ("BCH", 3), "861": ("BRA", 1),
        "865": ("BCA", 3),
    ]

    /// How far into a set its number is looked for.
    private static let reach = 8

    /// Finds the number of a set among its first segments; `nil` for a set that has none here, or when it is absent.
    public init?(of set: String, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex) {
        guard let (segment, element) = Self.places[set] else { return nil }
        for position in entries.prefix(Self.reach) where index.entries[position].id == segment {
            let entry = index.entries[position]
            guard element <= entry.elementCount else { return nil }
            let start = Int(index.marks[Int(entry.firstMark) + element - 1]) + 1
            let end = Int(index.marks[Int(entry.firstMark) + element])
            guard start < end else { return nil }
            reference = "\(segment)0\(element)"
            value = Array(bytes[start..<min(end, start + Self.longest)])
            self.segment = segment
            self.element = element
            return
        }
        return nil
    }
}
