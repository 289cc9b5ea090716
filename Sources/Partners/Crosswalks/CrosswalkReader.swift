public import Commerce
public import X12

/// Reads the file of a crosswalk: a line that names the columns, then a row a line.
public struct CrosswalkReader {
    private let table: CrosswalkTable
    private let path: String
    private var columns: [CrosswalkColumn?] = []
    private var rows: [CrosswalkRow] = []
    /// What is wrong, in the order of the lines.
    public private(set) var faults: [CrosswalkFault] = []

    /// More rows than this are refused: a table is held in memory.
    static let mostRows = 2_000_000

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - table: What the file is about.
    ///   - path: Where it was read, for messages.
    public init(_ table: CrosswalkTable, path: String) {
        self.table = table
        self.path = path
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The file, separated values in UTF-8.
    ///   - standard: The version traded, whose code lists the schemes and units are held against; nil for none.
    /// - Returns: The table; nil when ``faults`` has an error.
    public mutating func read(_ bytes: [UInt8], standard: Standard?) -> Crosswalk? {
        var values = SeparatedValues(bytes)
        guard let header = values.next() else {
            report(1, "the file is empty", "write the columns on the first line, such as \"theirs,ours\"")
            return nil
        }
        readHeader(header, line: values.line)
        guard faults.isEmpty else { return nil }
        while let cells = values.next() {
            guard rows.count < Self.mostRows else {
                report(values.line, "there are more than \(Self.mostRows) rows", "take out those that no longer count")
                return nil
            }
            if let row = row(cells, line: values.line) { rows.append(row) }
        }
        if values.isUnclosed {
            report(values.line, "a quote is opened here and never closed", "close it, or double quotes inside a cell")
        }
        faults += CrosswalkCheck(table, path: path, rows: rows, standard: standard).faults()
        faults.sort { $0.line < $1.line }
        guard !faults.contains(where: { $0.severity == .error }) else { return nil }
        return Crosswalk(table, path: path, version: Self.version(of: bytes), rows: rows)
    }

    private mutating func report(
        _ line: Int, _ message: String, _ remedy: String, _ severity: CrosswalkFault.Severity = .error
    ) {
        faults.append(CrosswalkFault(path: path, line: line, severity: severity, message: message, remedy: remedy))
    }

    // MARK: - Header

    private mutating func readHeader(_ cells: [Text], line: Int) {
        let known = table.columns.map(\.rawValue)
        for cell in cells {
            let name = cell.string.lowercased()
            let column = CrosswalkColumn(rawValue: name).flatMap { table.columns.contains($0) ? $0 : nil }
            if column == nil {
                report(
                    line, "the table of \(table.rawValue) has no column \(quoted(cell.string))",
                    known.nearest(to: name).map { "did you mean \"\($0)\"?" } ?? "its columns are \(known.choice)")
            } else if columns.contains(column) {
                report(line, "the column \(quoted(name)) stands twice", "take one of them out")
            }
            columns.append(column)
        }
        for column in [CrosswalkColumn.theirs, .ours] where !columns.contains(column) && faults.isEmpty {
            report(
                line, "there is no column \"\(column.rawValue)\"",
                "write the columns on the first line, such as \"theirs,ours\"")
        }
    }

    // MARK: - Rows

    private mutating func row(_ cells: [Text], line: Int) -> CrosswalkRow? {
        let before = faults.count
        if cells.count > columns.count, cells[columns.count...].contains(where: { !$0.isEmpty }) {
            report(
                line, "the row has \(cells.count) cells, the first line names \(columns.count) columns",
                "put quotes round a cell that holds the separator")
        }
        var row = CrosswalkRow(line: line)
        for (column, cell) in zip(columns, cells) {
            guard let column, !cell.isEmpty else { continue }
            switch column {
            case .theirs: row.theirs = identifier(cell, column, line)
            case .ours: row.ours = identifier(cell, column, line)
            case .scheme: row.scheme = cell
            case .item: row.item = identifier(cell, column, line)
            case .from: row.from = date(cell, column, line)
            case .until: row.until = date(cell, column, line)
            case .factor: row.factor = amount(cell, column, line, isZeroAllowed: false)
            case .price: row.price = amount(cell, column, line, isZeroAllowed: true)
            case .note: break
            }
        }
        if row.theirs.isEmpty || row.ours.isEmpty {
            let column = row.theirs.isEmpty ? "theirs" : "ours"
            report(line, "the row has nothing in \"\(column)\"", "fill it, or take the row out")
        }
        if let from = row.from, let until = row.until, until < from {
            report(line, "the row ends \(until) before it begins \(from)", "correct one of the two dates")
        }
        return faults.count == before ? row : nil
    }

    /// A number or name as it stands, unless a spreadsheet has spoilt it.
    private mutating func identifier(_ cell: Text, _ column: CrosswalkColumn, _ line: Int) -> Text {
        let spoilt = cell.string.wholeMatch(of: /[0-9](?:[.,][0-9]+)?[Ee]\+?[0-9]{1,2}/) != nil
        if spoilt {
            report(
                line, "\"\(column.rawValue)\" is \(quoted(cell.string)): a spreadsheet has shortened a long number",
                "format the column as text, enter the number again and save")
        }
        return cell
    }

    private mutating func date(_ cell: Text, _ column: CrosswalkColumn, _ line: Int) -> CalendarDate? {
        if let date = cell.withBytes({ CalendarDate(iso: $0) }) { return date }
        report(
            line, "\"\(column.rawValue)\" is \(quoted(cell.string)), no date", "write it as 2026-11-30")
        return nil
    }

    private mutating func amount(
        _ cell: Text, _ column: CrosswalkColumn, _ line: Int, isZeroAllowed: Bool
    ) -> Decimal? {
        if let number = cell.withBytes({ Decimal($0) }), !number.isNegative, isZeroAllowed || !number.isZero {
            return number
        }
        report(
            line, "\"\(column.rawValue)\" is \(quoted(cell.string)), no number \(isZeroAllowed ? "from" : "above") 0",
            "write it with digits and a point, such as 12 or 0.5")
        return nil
    }

    /// The version of a file that has no other name: 64 bits by FNV-1a, enough to tell the versions of one file apart.
    public static func version(of bytes: [UInt8]) -> Text {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return Text(String(repeating: "0", count: 16 - digits.count) + digits)
    }
}
