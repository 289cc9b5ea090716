/// Says which of a partner's sets go before others.
public struct PriorityRule: Sendable, Hashable {
    /// How urgent they are: 1 goes first, 9 last, ``usual`` is what everything else has.
    public var lane: Int
    /// The sets such as `850`; empty for all.
    public var sets: Set<String> = []
    /// Types of orders, BEG02, such as `RO` for a rush order.
    public var orderTypes: Set<String> = []
    /// Identifiers of items, whatever their qualifier, in PO1, IT1 and LIN.
    public var items: Set<String> = []
    /// Identifiers of locations, N104.
    public var locations: Set<String> = []

    /// The lane of what no rule is about.
    public static let usual = 5

    /// Makes a rule.
    public init(
        lane: Int, sets: Set<String> = [], orderTypes: Set<String> = [], items: Set<String> = [],
        locations: Set<String> = []
    ) {
        (self.lane, self.sets, self.orderTypes, self.items, self.locations) = (lane, sets, orderTypes, items, locations)
    }

    /// Whether a segment of a set is what the rule looks for.
    func finds(_ elements: [Substring], in set: Substring) -> Bool {
        guard sets.isEmpty || sets.contains(String(set)), let id = elements.first else { return false }
        func element(_ position: Int) -> String { position < elements.count ? String(elements[position]) : "" }
        switch id {
        case "ST": return orderTypes.isEmpty && items.isEmpty && locations.isEmpty
        case "BEG": return orderTypes.contains(element(2))
        case "N1": return locations.contains(element(4))
        case "PO1", "IT1", "LIN": return !items.isEmpty && elements.contains { items.contains(String($0)) }
        default: return false
        }
    }
}

extension Collection<PriorityRule> {
    /// Finds the lane of what begins with these bytes: that of the most urgent rule that finds something in them.
    ///
    /// - Parameters:
    ///   - bytes: The beginning of an interchange, or a set; of what is not whole the last segment is not read.
    ///   - element: The element separator; with `segment` nil both are those of the ISA that the bytes begin with.
    ///   - segment: The segment terminator.
    /// - Returns: The lane, ``PriorityRule/usual`` when no rule finds anything.
    public func lane(of bytes: [UInt8], element: UInt8? = nil, segment: UInt8? = nil) -> Int {
        guard !isEmpty else { return PriorityRule.usual }
        var (separator, terminator) = (element, segment)
        if separator == nil || terminator == nil {
            // X12.5: ISA is fixed width, so ISA16 and what follows it are at offsets 104 and 105.
            guard bytes.count > 105, bytes.starts(with: [0x49, 0x53, 0x41]) else { return PriorityRule.usual }
            (separator, terminator) = (bytes[3], bytes[105])
        }
        guard let separator, let terminator else { return PriorityRule.usual }
        var lane: Int?
        var set = Substring()
        for part in bytes.split(separator: terminator) {
            let text = String(decoding: part.drop { $0 <= 0x20 }, as: UTF8.self)
            let elements = text.split(
                separator: Character(UnicodeScalar(separator)), omittingEmptySubsequences: false)
            if elements.first == "ST", elements.count > 1 { set = elements[1] }
            for rule in self where rule.lane < lane ?? .max && rule.finds(elements, in: set) { lane = rule.lane }
        }
        return lane ?? PriorityRule.usual
    }
}
