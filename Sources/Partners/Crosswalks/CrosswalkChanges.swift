import Commerce

/// What a new file of a crosswalk says otherwise than the one before.
public struct CrosswalkChanges: Sendable {
    /// Rows about what had none before.
    public private(set) var added: [CrosswalkRow] = []
    /// Rows that say something else, as they were and as they are.
    public private(set) var changed: [(old: CrosswalkRow, new: CrosswalkRow)] = []
    /// Rows about what has none any more.
    public private(set) var removed: [CrosswalkRow] = []

    private struct Subject: Hashable {
        var scheme: Text
        var theirs: Text
        var item: Text
        var from: CalendarDate?

        init(_ row: CrosswalkRow) {
            scheme = row.scheme
            theirs = row.theirs
            item = row.item
            from = row.from
        }
    }

    /// Compares two tables; everything is new without one before.
    public init(from old: Crosswalk?, to new: Crosswalk) {
        var before = Dictionary((old?.rows ?? []).map { (Subject($0), $0) }, uniquingKeysWith: { $1 })
        for row in new.rows {
            guard let known = before.removeValue(forKey: Subject(row)) else {
                added.append(row)
                continue
            }
            if !row.saysTheSame(as: known) { changed.append((known, row)) }
        }
        removed = before.values.sorted { $0.line < $1.line }
    }

    /// Whether both say the same.
    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

extension CrosswalkRow {
    fileprivate func saysTheSame(as other: CrosswalkRow) -> Bool {
        ours == other.ours && until == other.until && factor == other.factor && price == other.price
    }
}
