extension EngineConnection {
    /// Runs a statement that gives no rows; gives how many it changed.
    @discardableResult
    func run(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) -> Int {
        try run(sql, values) { (_: inout Row) throws(LedgerError) in }
    }

    /// Runs a query and gives its rows.
    func rows<Entry: RowReadable>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> [Entry] {
        var rows: [Entry] = []
        try run(sql, values) { (row: inout Row) throws(LedgerError) in rows.append(try Entry(&row)) }
        return rows
    }

    /// Runs a query and gives the first column of its rows.
    func column<Value: ColumnValue>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> [Value] {
        var column: [Value] = []
        try run(sql, values) { (row: inout Row) throws(LedgerError) in column.append(try row.next()) }
        return column
    }

    /// Runs a query and gives its first row.
    func row<Entry: RowReadable>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> Entry? {
        var first: Entry?
        try run(sql, values) { (row: inout Row) throws(LedgerError) in
            if first == nil { first = try Entry(&row) }
        }
        return first
    }

    /// Runs a query and gives the first column of its first row.
    func value<Value: ColumnValue>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> Value? {
        var first: Value?
        try run(sql, values) { (row: inout Row) throws(LedgerError) in
            if first == nil { first = .some(try row.next()) }
        }
        return first
    }

    /// Runs a query and lends each of its rows in turn, so that none of them is kept.
    func forEach(
        _ sql: String, _ values: [any ColumnValue] = [], _ body: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        try run(sql, values, each: body)
    }

    /// Runs a query and lends each of its rows in turn, until the body says that it wants no more.
    func scan(
        _ sql: String, _ values: [any ColumnValue], while body: (inout Row) throws(LedgerError) -> Bool
    ) throws(LedgerError) {
        var hasEnough = false
        do throws(LedgerError) {
            try run(sql, values) { (row: inout Row) throws(LedgerError) in
                guard try !body(&row) else { return }
                hasEnough = true
                // An error of the body is what ends a statement.
                throw LedgerError(.ended, reason: "the other rows are not wanted")
            }
        } catch {
            guard hasEnough else { throw error }
        }
    }
}
