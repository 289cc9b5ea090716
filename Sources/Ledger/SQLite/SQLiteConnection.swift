import CSQLite

/// Is one SQLite connection with its prepared statements.
///
/// It is not Sendable: the handle is opened without SQLite's own mutex, because its one owner already is serial.
final class SQLiteConnection: EngineConnection {
    private var handle: OpaquePointer?
    /// Keyed by the SQL, which is always a constant of this target, so that the dictionary stays small.
    private(set) var statements: [StatementText: SQLiteStatement] = [:]
    private let busyTimeout: Duration

    /// A part of a transaction can be undone by itself, and each page it changes is kept for that. By itself SQLite makes a
    /// temporary file as soon as these are 64 KiB: for every file that is worked so one to be made, written and removed.
    private static let keepsJournalsInMemory: Bool = edigate_sqlite_configure() == SQLITE_OK

    /// Opens the file, making it when `creating` is true; waits up to `busyTimeout` milliseconds for locks.
    init(path: String, creating: Bool, busyTimeout: Int32) throws(LedgerError) {
        _ = Self.keepsJournalsInMemory
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

    func close() {
        // The last reference to a statement finalises it.
        statements.removeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }

    func opened() throws(LedgerError) -> OpaquePointer {
        guard let handle else { throw LedgerError(.closed, reason: "the ledger is closed") }
        return handle
    }
}

// MARK: - Transactions

extension SQLiteConnection {
    var isInTransaction: Bool { handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    // The write lock is taken at once: a read that later wants to write can fail half way through.
    func begin() throws(LedgerError) { try run("BEGIN IMMEDIATE", []) }

    func commit() throws(LedgerError) { try run("COMMIT", []) }

    func rollBack() throws(LedgerError) { try run("ROLLBACK", []) }

    func beginPart() throws(LedgerError) { try run("SAVEPOINT part", []) }

    func endPart() throws(LedgerError) { try run("RELEASE part", []) }

    func rollBackPart() throws(LedgerError) {
        try run("ROLLBACK TO part", [])
        try run("RELEASE part", [])
    }

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
}

// MARK: - Statements

extension SQLiteConnection {
    /// Runs SQL of one or more statements that have no parameters and whose rows are of no interest.
    func execute(_ sql: String) throws(LedgerError) {
        let handle = try opened()
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw error(result, handle, in: sql) }
    }

    func insert(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) -> Int {
        try run(sql, values)
        return Int(sqlite3_last_insert_rowid(try opened()))
    }

    func run(
        _ sql: String, _ values: [any ColumnValue], each body: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) -> Int {
        let handle = try opened()
        let statement = try prepared(sql, handle)
        statement.isRunning = true
        defer { statement.reset() }
        var index: Int32 = 1
        for value in values {
            let result = statement.bind(value.stored, at: index)
            guard result == SQLITE_OK else { throw error(result, handle, in: sql) }
            index &+= 1
        }
        while true {
            switch statement.step() {
            case SQLITE_ROW:
                var row = Row(statement)
                try body(&row)
            case SQLITE_DONE:
                return Int(sqlite3_changes64(handle))
            case let result:
                throw error(result, handle, in: sql)
            }
        }
    }

    private func prepared(_ sql: String, _ handle: OpaquePointer) throws(LedgerError) -> SQLiteStatement {
        let text = StatementText(sql)
        let known = statements[text]
        if let known, !known.isRunning { return known }
        var pointer: OpaquePointer?
        let result = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard result == SQLITE_OK, let pointer else { throw error(result, handle, in: sql) }
        let statement = SQLiteStatement(pointer)
        // One that runs within its own rows is for this once.
        if known == nil { statements[text] = statement }
        return statement
    }

    func error(_ result: Int32, _ handle: OpaquePointer, in sql: String) -> LedgerError {
        // SQLite's text names no table for a foreign key, so the statement's first words stand before it.
        let subject = sql.split(whereSeparator: \.isWhitespace).prefix(3).joined(separator: " ")
        return LedgerError(result: result, reason: "\(subject): \(String(cString: sqlite3_errmsg(handle)))")
    }
}
