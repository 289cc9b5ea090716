import CSQLite

/// Is a value that a column holds.
protocol ColumnValue {
    /// Binds the value to a parameter, counted from 1, and gives SQLite's result code.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
    /// Reads a column, counted from 0; nil when it holds another type, or a word this type does not know.
    init?(_ statement: OpaquePointer, column: Int32)
}

extension Int64: ColumnValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }

    init?(_ statement: OpaquePointer, column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        self = sqlite3_column_int64(statement, column)
    }
}

extension Int: ColumnValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { Int64(self).bind(to: statement, at: index) }

    init?(_ statement: OpaquePointer, column: Int32) {
        guard let wide = Int64(statement, column: column) else { return nil }
        self.init(exactly: wide)
    }
}

extension String: ColumnValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            // A null pointer would bind NULL, which an empty text is not.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_text(statement, index, "", 0, edigate_sqlite_transient())
            }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                sqlite3_bind_text64(
                    statement, index, characters, UInt64(bytes.count), edigate_sqlite_transient(), UInt8(SQLITE_UTF8))
            }
        }
    }

    init?(_ statement: OpaquePointer, column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, column)
        else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        self.init(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

extension [UInt8]: ColumnValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes { bytes in
            // A null pointer would bind NULL, which no bytes are not.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_zeroblob(statement, index, 0)
            }
            return sqlite3_bind_blob64(
                statement, index, start, UInt64(bytes.count), edigate_sqlite_transient())
        }
    }

    init?(_ statement: OpaquePointer, column: Int32) {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        self.init(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        self?.bind(to: statement, at: index) ?? sqlite3_bind_null(statement, index)
    }

    init?(_ statement: OpaquePointer, column: Int32) {
        if sqlite3_column_type(statement, column) == SQLITE_NULL {
            self = .none
        } else {
            guard let value = Wrapped(statement, column: column) else { return nil }
            self = .some(value)
        }
    }
}

/// An enumeration is stored as its word.
extension ColumnValue where Self: RawRepresentable, RawValue == String {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { rawValue.bind(to: statement, at: index) }

    init?(_ statement: OpaquePointer, column: Int32) {
        guard let word = String(statement, column: column) else { return nil }
        self.init(rawValue: word)
    }
}

// MARK: - Rows

/// Is what a query gives for a row.
protocol RowReadable {
    /// Reads the columns in the order in which the query names them.
    init(_ row: inout Row) throws(LedgerError)
}

/// Is the row a query stands on; its columns are read in their order.
struct Row {
    private let statement: OpaquePointer
    private var column: Int32 = 0

    init(statement: OpaquePointer) { self.statement = statement }

    /// Reads the next column; throws `corrupt` when it holds something else than is asked for.
    mutating func next<Value: ColumnValue>(
        as type: Value.Type = Value.self
    ) throws(LedgerError) -> Value {
        defer { column &+= 1 }
        guard let value = Value(statement, column: column) else {
            let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "\(column)"
            throw LedgerError(.corrupt, reason: "column \(name) holds no \(Value.self)")
        }
        return value
    }
}
