public import Commerce

/// Is how far each line of an order has come, by all documents that speak of it.
public struct OrderProgress: Sendable, Equatable {
    /// A line of the order.
    public struct Line: Sendable, Equatable {
        /// Its number, as the order has it, else as the first document that names it.
        public var number: String
        /// Its item's identifiers.
        public var items: [String]
        /// The unit of the quantities.
        public var unit: String
        /// The ordered price; nil when the order names none.
        public var price: Decimal?
        /// Whether the order has it.
        public var isOrdered = false
        /// How much was ordered; nil when no order is known.
        public var ordered: Decimal?
        /// How much the seller promised last; nil before it said anything.
        public var acknowledged: Decimal?
        /// How much was shipped in all; nil before anything was.
        public var shipped: Decimal?
        /// How much was invoiced in all, credits taken off; nil before anything was.
        public var invoiced: Decimal?
        /// The prices that the seller named, by stage.
        public var prices: [OrderStage: Decimal] = [:]
    }

    /// The lines, in the order's order, those of other documents behind.
    public private(set) var lines: [Line] = []
    /// Whether the order itself is known.
    public private(set) var isKnown = false
    /// Where the first line of a number is, and where lines of an item are: an order has thousands of lines, and so have
    /// the documents that name them.
    private var places: [Substring: Int] = [:]
    private var placesOfItems: [String: [Int]] = [:]

    /// Adds up what documents say, in the order in which they came.
    ///
    /// The latest order and the latest acknowledgment stand for the earlier ones; shipments and invoices add up. One
    /// that cancels (01) takes back the one of its number, one that replaces (05) stands for it.
    public init(_ postings: [OrderPosting]) {
        let inForce = Self.inForce(postings)
        for posting in inForce where posting.stage == .ordered { add(posting) }
        for posting in inForce where posting.stage != .ordered { add(posting) }
    }

    /// What was not taken back or replaced.
    private static func inForce(_ postings: [OrderPosting]) -> [OrderPosting] {
        // The document from which on those of a stage and number count.
        var from: [String: String] = [:]
        func key(_ posting: OrderPosting) -> String {
            switch posting.stage {
            case .ordered, .acknowledged: posting.stage.rawValue
            case .shipped, .invoiced: "\(posting.stage.rawValue) \(posting.number)"
            }
        }
        for posting in postings {
            let replaces = posting.purpose == "01" || posting.purpose == "05"
            let isLatest = posting.stage == .ordered || posting.stage == .acknowledged
            if replaces || isLatest || from[key(posting)] == nil { from[key(posting)] = posting.document }
        }
        var counts: Set<String> = []
        return postings.filter { posting in
            let key = key(posting)
            if posting.document == from[key] { counts.insert(key) }
            return counts.contains(key) && posting.purpose != "01"
        }
    }

    /// The line that a posting is about: that of its number, else the only one with one of its items.
    private mutating func place(of posting: OrderPosting) -> Int {
        let number = Self.significant(posting.line.line)
        if !number.isEmpty, let at = places[number] { return at }
        if posting.stage != .ordered {
            let alike = Set(posting.line.items.flatMap { placesOfItems[$0] ?? [] })
            if alike.count == 1, let only = alike.first { return only }
        }
        lines.append(Line(number: posting.line.line, items: [], unit: posting.line.unit, price: nil))
        if places[number] == nil { places[number] = lines.count - 1 }
        return lines.count - 1
    }

    private mutating func add(_ posting: OrderPosting) {
        if posting.stage == .ordered { isKnown = true }
        let at = place(of: posting)
        func sum(_ known: Decimal?) -> Decimal? {
            guard let quantity = posting.line.quantity else { return known }
            return known.map { $0.adding(quantity) ?? $0 } ?? quantity
        }
        switch posting.stage {
        case .ordered:
            lines[at].isOrdered = true
            lines[at].ordered = sum(lines[at].ordered)
            lines[at].price = posting.line.price ?? lines[at].price
            if !posting.line.unit.isEmpty { lines[at].unit = posting.line.unit }
        case .acknowledged: lines[at].acknowledged = sum(lines[at].acknowledged)
        case .shipped: lines[at].shipped = sum(lines[at].shipped)
        case .invoiced: lines[at].invoiced = sum(lines[at].invoiced)
        }
        if posting.stage != .ordered, let price = posting.line.price { lines[at].prices[posting.stage] = price }
        for item in posting.line.items where !lines[at].items.contains(item) {
            lines[at].items.append(item)
            placesOfItems[item, default: []].append(at)
        }
    }

    /// The line that a statement is about: that of its number, else the first with one of its items; nil for none.
    public func line(of said: LineStatement) -> Line? {
        let number = Self.significant(said.line)
        if !number.isEmpty, let at = places[number] { return lines[at] }
        return said.items.compactMap { placesOfItems[$0]?.first }.min().map { lines[$0] }
    }

    /// A line's number without leading zeros.
    static func significant(_ number: String) -> Substring {
        let rest = number.drop { $0 == "0" }
        return rest.isEmpty && !number.isEmpty ? "0" : rest
    }
}
