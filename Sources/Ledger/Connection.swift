import CSQLite

/// Is one SQLite connection with its prepared statements.
///
/// It is not Sendable: the handle is opened without SQLite's own mutex, because its one owner already is serial.
final class Connection {
    private var handle: OpaquePointer?
    /// Keyed by the SQL, which is always a constant of this target, so that the dictionary stays small.
    private(set) var statements: [String: OpaquePointer] = [:]
    private let busyTimeout: Duration

    /// Opens the file, making it when `creating` is true; waits up to `busyTimeout` milliseconds for locks.
    init(path: String, creating: Bool, busyTimeout: Int32) throws(LedgerError) {
        self.busyTimeout = .milliseconds(busyTimeout)
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw LedgerError(.cannotOpen, reason: "the ledger's path is empty or holds a NUL")
        }
        // A leading "./" keeps SQLite from reading ":memory:" or "file:…" as anything but a file's name.
        let name = path.hasPrefix("/") ? path : "./" + path
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (creating ? SQLITE_OPEN_CREATE : 0)
        var opened: OpaquePointer?
        let result = sqlite3_open_v2(name, &opened, flags, nil)
        guard result == SQLITE_OK, let opened else {
            let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            let extended = opened.map { sqlite3_extended_errcode($0) } ?? result
            sqlite3_close_v2(opened)
            throw LedgerError(result: extended, reason: "\(path): \(reason)")
        }
        sqlite3_extended_result_codes(opened, 1)
        sqlite3_busy_timeout(opened, busyTimeout)
        handle = opened
    }

    deinit { close() }

    /// Finalises the statements and closes the file; an open transaction is rolled back. A second call does nothing.
    func close() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements.removeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// Tells whether a transaction is open.
    var isInTransaction: Bool { handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    /// Counts the rows that the last INSERT or UPDATE changed.
    var changes: Int { handle.map { Int(sqlite3_changes64($0)) } ?? 0 }

    private func opened() throws(LedgerError) -> OpaquePointer {
        guard let handle else { throw LedgerError(.closed, reason: "the ledger is closed") }
        return handle
    }
}

// MARK: - Statements

extension Connection {
    /// Makes the file use a write-ahead log, which it then always does.
    func useWriteAheadLog() throws(LedgerError) {
        let deadline = ContinuousClock.now + busyTimeout
        var mode: String?
        while mode == nil {
            do throws(LedgerError) {
                mode = try value("PRAGMA journal_mode = WAL") ?? ""
            } catch {
                // SQLite does not wait here by itself: two connections that switch a new file at once each hold a
                // shared lock, and one has to let go.
                guard error == LedgerError(.locked, reason: ""), ContinuousClock.now < deadline else { throw error }
                sqlite3_sleep(10)
            }
        }
        guard mode == "wal" else {
            throw LedgerError(.cannotOpen, reason: "expected a write-ahead log, found journal mode \(mode ?? "")")
        }
    }

    /// Runs SQL of one or more statements that have no parameters and whose rows are of no interest.
    func execute(_ sql: String) throws(LedgerError) {
        let handle = try opened()
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw error(result, handle, in: sql) }
    }

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) {
        try step(sql, values) { (_: inout Row) throws(LedgerError) in }
    }

    /// Runs an INSERT and gives the row's id.
    func insert(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) -> Int {
        try run(sql, values)
        return Int(sqlite3_last_insert_rowid(try opened()))
    }

    /// Runs a query and gives its rows.
    func rows<Entry: RowReadable>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> [Entry] {
        var rows: [Entry] = []
        try step(sql, values) { (row: inout Row) throws(LedgerError) in rows.append(try Entry(&row)) }
        return rows
    }

    /// Runs a query and gives the first column of its rows.
    func column<Value: ColumnValue>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> [Value] {
        var column: [Value] = []
        try step(sql, values) { (row: inout Row) throws(LedgerError) in column.append(try row.next()) }
        return column
    }

    /// Runs a query and gives its first row.
    func row<Entry: RowReadable>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> Entry? {
        let rows: [Entry] = try rows(sql, values)
        return rows.first
    }

    /// Runs a query and gives the first column of its first row.
    func value<Value: ColumnValue>(_ sql: String, _ values: [any ColumnValue] = []) throws(LedgerError) -> Value? {
        let column: [Value] = try column(sql, values)
        return column.first
    }

    /// Runs a query and lends each of its rows in turn, so that none of them is kept.
    func forEach(
        _ sql: String, _ values: [any ColumnValue] = [], _ body: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        try step(sql, values, each: body)
    }

    private func step(
        _ sql: String, _ values: [any ColumnValue], each: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        let handle = try opened()
        let statement = try prepared(sql, handle)
        defer {
            sqlite3_reset(statement)
            // Else a bound payload of a megabyte stays in memory until the statement's next use.
            sqlite3_clear_bindings(statement)
        }
        for (offset, value) in values.enumerated() {
            let result = value.bind(to: statement, at: Int32(truncatingIfNeeded: offset &+ 1))
            guard result == SQLITE_OK else { throw error(result, handle, in: sql) }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                var row = Row(statement: statement)
                try each(&row)
            case SQLITE_DONE:
                return
            case let result:
                throw error(result, handle, in: sql)
            }
        }
    }

    private func prepared(_ sql: String, _ handle: OpaquePointer) throws(LedgerError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        let result = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard result == SQLITE_OK, let statement else { throw error(result, handle, in: sql) }
        statements[sql] = statement
        return statement
    }

    private func error(_ result: Int32, _ handle: OpaquePointer, in sql: String) -> LedgerError {
        // SQLite's text names no table for a foreign key, so the statement's first words stand before it.
        let subject = sql.split(whereSeparator: \.isWhitespace).prefix(3).joined(separator: " ")
        return LedgerError(result: result, reason: "\(subject): \(String(cString: sqlite3_errmsg(handle)))")
    }
}

// MARK: - Copying

extension Connection {
    /// Copies all pages into another file in one step, so that the copy is of one moment; in a ledger with a write-ahead
    /// log it holds no writer up.
    func copy(into other: Connection) throws(LedgerError) {
        let source = try opened()
        let target = try other.opened()
        guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
            throw error(sqlite3_extended_errcode(target), target, in: "backup")
        }
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE else { throw error(stepped, target, in: "backup") }
        guard finished == SQLITE_OK else { throw error(finished, target, in: "backup") }
    }
}
