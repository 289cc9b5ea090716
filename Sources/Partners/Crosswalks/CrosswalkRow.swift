public import Commerce

/// One row of a crosswalk: what the partner calls something, and what we call it.
public struct CrosswalkRow: Sendable, Equatable {
    /// The line of the file, from 1.
    public var line: Int
    /// The scheme of the partner's value, such as `VP` for a vendor's item number (element 235) or `UL` for a GLN
    /// (element 66); empty fits any.
    public var scheme = Text()
    /// The partner's value.
    public var theirs = Text()
    /// Our value.
    public var ours = Text()
    /// The first day on which the row counts; nil has no beginning.
    public var from: CalendarDate?
    /// The last day on which the row counts; nil has no end.
    public var until: CalendarDate?
    /// Units: how many of our units one of the partner's holds, more than 0; nil for 1.
    public var factor: Decimal?
    /// Units and contracts: the item that the row is about, in our number; empty for any.
    public var item = Text()
    /// Contracts: the price of the item under the contract.
    public var price: Decimal?

    /// Makes a row without values.
    public init(line: Int) { self.line = line }

    /// Whether the row counts on a day; a document without a date takes any row.
    public func counts(on date: CalendarDate?) -> Bool {
        guard let date else { return true }
        if let from, date < from { return false }
        if let until, until < date { return false }
        return true
    }

    /// Whether there is a day on which both rows count.
    func overlaps(_ other: CrosswalkRow) -> Bool {
        if let from, let end = other.until, end < from { return false }
        if let start = other.from, let until, until < start { return false }
        return true
    }
}
