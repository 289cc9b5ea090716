extension Ledger {
    /// Names a table and counts its rows.
    public struct TableCount: Sendable, Hashable {
        /// Is the table's name.
        public let table: String
        /// Counts its rows.
        public let rows: Int
    }

    /// Counts the rows of each table, by name.
    ///
    /// - Complexity: reads an index of each table, so it grows with the ledger.
    public func counts() throws(LedgerError) -> [TableCount] {
        var counts: [TableCount] = []
        for table in try connection.tables() {
            let rows: Int? = try connection.value("SELECT count(*) FROM \"\(table)\"")
            counts.append(TableCount(table: table, rows: rows ?? 0))
        }
        return counts
    }

    /// Checks the whole file and every reference; gives a line for each fault, none when all is well.
    ///
    /// - Complexity: reads the whole file.
    public func faults() throws(LedgerError) -> [String] { try connection.faults() }
}
