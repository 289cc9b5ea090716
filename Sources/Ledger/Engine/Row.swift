/// Is what a query gives for a row.
protocol RowReadable {
    /// Reads the columns in the order in which the query names them.
    init(_ row: inout Row) throws(LedgerError)
}

/// Lends the columns of the row that a query stands on.
protocol RowColumns: AnyObject {
    /// Gives the value of a column, counted from 0.
    func value(at column: Int) -> StoredValue
    /// Gives the name of a column, counted from 0.
    func name(at column: Int) -> String
}

/// Is the row a query stands on; its columns are read in their order.
struct Row {
    private let columns: any RowColumns
    private var column = 0

    init(_ columns: any RowColumns) { self.columns = columns }

    /// Reads the next column; throws `corrupt` when it holds something else than is asked for.
    mutating func next<Value: ColumnValue>(
        as type: Value.Type = Value.self
    ) throws(LedgerError) -> Value {
        defer { column &+= 1 }
        guard let value = Value(columns.value(at: column)) else {
            throw LedgerError(.corrupt, reason: "column \(columns.name(at: column)) holds no \(Value.self)")
        }
        return value
    }
}
