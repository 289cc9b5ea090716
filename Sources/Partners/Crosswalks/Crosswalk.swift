public import Commerce

/// A table of what a partner calls things and what we call them.
public struct Crosswalk: Sendable {
    /// What the table is about.
    public let table: CrosswalkTable
    /// Where it was read, for messages.
    public let path: String
    /// What its rows are known as: the version written in the profile, else a digest of the file.
    public var version: Text
    /// The rows, in the order of the file.
    public let rows: [CrosswalkRow]
    /// What happens on a miss.
    public var onMiss = CrosswalkMiss.hold
    /// What a miss becomes under ``CrosswalkMiss/default``.
    public var defaultValue = Text()
    /// Who answers for the table, in words.
    public var owner = ""
    /// After how many days without a new file the table is stale; nil for never.
    public var maxAge: Int?

    private let byTheirs: [Text: [Int]]
    private let byOurs: [Text: [Int]]

    /// Takes the rows of a file.
    init(_ table: CrosswalkTable, path: String, version: Text, rows: [CrosswalkRow]) {
        self.table = table
        self.path = path
        self.version = version
        self.rows = rows
        byTheirs = Dictionary(grouping: rows.indices) { rows[$0].theirs }
        byOurs = Dictionary(grouping: rows.indices) { rows[$0].ours }
    }

    /// What a table says to a value.
    public enum Answer: Sendable, Equatable {
        /// This row.
        case row(CrosswalkRow)
        /// There is a row, which does not count on the day.
        case outOfDate(CrosswalkRow)
        /// Nothing.
        case nothing
    }

    /// What we call a value of the partner's.
    ///
    /// - Parameters:
    ///   - theirs: The value.
    ///   - scheme: Its scheme; a row that names it goes before one that fits any.
    ///   - item: Our number of the item it is said of; a row that names it goes before one that fits any. Empty takes
    ///     only rows that fit any; nil takes a row whatever item it names.
    ///   - date: The day of the document; nil takes rows of any day.
    /// - Returns: The row that fits best.
    public func row(of theirs: Text, scheme: Text = Text(), item: Text? = nil, on date: CalendarDate?) -> Answer {
        answer(byTheirs[theirs] ?? [], item, date) { $0.scheme.isEmpty || $0.scheme == scheme }
    }

    /// What the partner calls a value of ours.
    public func row(ofOurs ours: Text, item: Text? = nil, on date: CalendarDate?) -> Answer {
        answer(byOurs[ours] ?? [], item, date) { _ in true }
    }

    private func answer(
        _ candidates: [Int], _ item: Text?, _ date: CalendarDate?, _ fits: (CrosswalkRow) -> Bool
    ) -> Answer {
        var best: CrosswalkRow?
        var outOfDate: CrosswalkRow?
        for index in candidates {
            let row = rows[index]
            guard fits(row), row.item.isEmpty || item == nil || row.item == item else { continue }
            guard row.counts(on: date) else {
                outOfDate = row
                continue
            }
            if let found = best, found.precision >= row.precision { continue }
            best = row
        }
        return best.map(Answer.row) ?? outOfDate.map(Answer.outOfDate) ?? .nothing
    }
}

extension CrosswalkRow {
    /// How exactly the row says what it is about.
    fileprivate var precision: Int { (item.isEmpty ? 0 : 2) + (scheme.isEmpty ? 0 : 1) }
}
