extension Schema {
    /// Words the checks of the tables so that a column is compared with each word it may hold.
    ///
    /// Of `state IN ('a', 'b', 'c')` SQLite makes a table of its own, in memory, each time that a row is written: a dozen
    /// for each document, which took a third of all that it does. A check says nothing of what lies in the file, so only
    /// its text is put in the place of the old one, in the way that SQLite's manual gives for that.
    static func plainChecks(_ connection: SQLiteConnection) throws(LedgerError) {
        let tables: [TableText] = try connection.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY name")
        let version: Int = try connection.value("PRAGMA schema_version") ?? 0
        try connection.execute("PRAGMA writable_schema = ON")
        for table in tables {
            let text = comparingWords(in: table.sql)
            guard text != table.sql else { continue }
            try connection.run(
                "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", [text, table.name])
        }
        // Another number has every connection, this one among them, read the tables anew.
        try connection.execute("PRAGMA schema_version = \(version &+ 1); PRAGMA writable_schema = OFF")
    }

    private struct TableText: RowReadable {
        let name: String
        let sql: String

        init(_ row: inout Row) throws(LedgerError) {
            name = try row.next()
            sql = try row.next()
        }
    }

    /// Gives a text with `(x = 'a' OR x = 'b' OR x = 'c')` in the place of `x IN ('a', 'b', 'c')`. Of two words SQLite
    /// compares by itself.
    private static func comparingWords(in sql: String) -> String {
        var text = ""
        var rest = sql[...]
        while let found = rest.firstRange(of: " IN"), let open = rest[found.upperBound...].firstIndex(of: "("),
            let close = rest[open...].firstIndex(of: ")")
        {
            let words = rest[rest.index(after: open)..<close].split(separator: ",").map { word in
                String(word.drop(while: \.isWhitespace))
            }
            guard rest[found.upperBound..<open].allSatisfy(\.isWhitespace), words.count > 2,
                words.allSatisfy({ $0.hasPrefix("'") && $0.hasSuffix("'") })
            else {
                text += rest[..<found.upperBound]
                rest = rest[found.upperBound...]
                continue
            }
            let before = rest[..<found.lowerBound]
            let column = before.split { $0 == "(" || $0.isWhitespace }.last.map(String.init) ?? ""
            text += before.dropLast(column.count)
            text += "(" + words.map { "\(column) = \($0)" }.joined(separator: " OR ") + ")"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
