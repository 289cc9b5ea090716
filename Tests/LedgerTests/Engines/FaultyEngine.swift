import Glibc

@testable import Ledger

/// Is an engine that does all that another does, but for one law.
struct FaultyEngine: Engine {
    let base: any Engine
    let fault: Fault

    func connect(creating: Bool, busyTimeout: Int) throws(LedgerError) -> any EngineConnection {
        do throws(LedgerError) {
            let connection = try base.connect(creating: creating, busyTimeout: busyTimeout)
            return FaultyConnection(try prepared(connection), fault)
        } catch {
            guard fault == .opensAnything, error.code == .newerSchema || error.code == .notALedger,
                let file = base as? SQLiteEngine
            else { throw fault == .namesAlike ? LedgerError(.failed, reason: error.reason) : error }
            return FaultyConnection(try SQLiteConnection(path: file.path, creating: false, busyTimeout: 50), fault)
        }
    }

    /// Does to the database what some faults need.
    private func prepared(_ connection: any EngineConnection) throws(LedgerError) -> any EngineConnection {
        guard let file = connection as? SQLiteConnection else { return connection }
        switch fault {
        case .followsNothing: try file.execute("PRAGMA foreign_keys = OFF")
        case .losesTriggers:
            for trigger in ["event_unchanged", "event_kept", "event_follows"] {
                try file.execute("DROP TRIGGER IF EXISTS \(trigger)")
            }
        default: break
        }
        return connection
    }
}

/// Is a connection that breaks one law.
final class FaultyConnection: EngineConnection {
    let base: any EngineConnection
    private let fault: Fault
    /// Whether the base lags behind what was said.
    private var isPretending = false
    private var depth = 0
    private var broken: Set<String> = []

    init(_ base: any EngineConnection, _ fault: Fault) {
        self.base = base
        self.fault = fault
    }

    private func naming<R>(_ body: () throws(LedgerError) -> R) throws(LedgerError) -> R {
        do throws(LedgerError) { return try body() } catch {
            throw fault == .namesAlike ? LedgerError(.failed, reason: error.reason) : error
        }
    }

    // MARK: - Transactions

    var isInTransaction: Bool { isPretending ? fault != .commitsLate : base.isInTransaction }

    func begin() throws(LedgerError) {
        switch fault {
        case .commitsEach, .locksLate: isPretending = true
        case .commitsLate where isPretending: isPretending = false
        default: try naming { () throws(LedgerError) in try base.begin() }
        }
    }

    func commit() throws(LedgerError) {
        switch fault {
        case .commitsLate: isPretending = true
        case _ where isPretending: isPretending = false
        default: try naming { () throws(LedgerError) in try base.commit() }
        }
    }

    func rollBack() throws(LedgerError) {
        if isPretending {
            isPretending = false
        } else if fault == .keepsRolledBack {
            try base.commit()
        } else {
            try base.rollBack()
        }
    }

    func beginPart() throws(LedgerError) { try base.beginPart() }

    func endPart() throws(LedgerError) { try base.endPart() }

    func rollBackPart() throws(LedgerError) {
        if fault == .keepsParts { try base.endPart() } else { try base.rollBackPart() }
    }

    func close() {
        if fault == .staysOpen { return }
        if fault == .keepsUnfinished, base.isInTransaction { try? base.commit() }
        base.close()
    }

    // MARK: - Statements

    @discardableResult
    func run(
        _ sql: String, _ values: [any ColumnValue], each body: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) -> Int {
        if fault == .locksLate, isPretending, !sql.hasPrefix("SELECT") {
            isPretending = false
            try base.begin()
        }
        if fault == .runsOneStatement, depth > 0 { throw LedgerError(.failed, reason: "a statement runs") }
        if fault == .blocksReaders, !base.isInTransaction, base is SQLiteConnection, try isWrittenElsewhere() {
            throw LedgerError(.locked, reason: "somebody writes")
        }
        if broken.contains(sql) { throw LedgerError(.failed, reason: "the statement was broken off") }
        depth += 1
        defer { depth -= 1 }
        do throws(LedgerError) {
            let lends = fault != .keepsRowsBack || sql.hasPrefix("SELECT")
            let count = try base.run(spoiled(sql), values.map(spoiled)) { (row: inout Row) throws(LedgerError) in
                guard lends else { return }
                try lend(&row, to: body)
            }
            return fault == .countsNothing ? 0 : count
        } catch {
            switch (fault, error.code) {
            case (.swallowsRefusals, .duplicate), (.swallowsRefusals, .constraint): return 0
            case (.endsOnRefusal, .duplicate):
                try base.rollBack()
                try base.begin()
            case (.staysBroken, .absent): broken.insert(sql)
            case (.namesAlike, _): throw LedgerError(.failed, reason: error.reason)
            default: break
            }
            throw error
        }
    }

    private func lend(_ row: inout Row, to body: (inout Row) throws(LedgerError) -> Void) throws(LedgerError) {
        guard fault == .convertsTexts else { return try body(&row) }
        var converted = Row(ConvertingColumns())
        try body(&converted)
    }

    func insert(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) -> Int {
        let id = try naming { () throws(LedgerError) in try base.insert(sql, values) }
        return fault == .repeatsIDs ? 1 : id
    }

    var crosswalkUsage: String {
        fault == .readsNoJSON
            ? "SELECT partner, '', '', '', '', 0, 0 FROM document WHERE created_at < -1 - ?" : base.crosswalkUsage
    }

    private func isWrittenElsewhere() throws(LedgerError) -> Bool {
        do throws(LedgerError) {
            try base.begin()
            try base.rollBack()
            return false
        } catch {
            return error.code == .locked
        }
    }

    private func spoiled(_ sql: String) -> String {
        switch fault {
        case .foldsCase:
            sql.replacing("ORDER BY path", with: "ORDER BY path COLLATE NOCASE")
        case .ignoresConflicts where sql.contains("DO UPDATE"):
            String(sql[..<(sql.firstRange(of: "ON CONFLICT")?.lowerBound ?? sql.endIndex)]) + "ON CONFLICT DO NOTHING"
        default: sql
        }
    }

    private func spoiled(_ value: any ColumnValue) -> any ColumnValue {
        switch (fault, value.stored) {
        case (.narrowsNumbers, .integer(let number)): Int64(Int32(truncatingIfNeeded: number))
        case (.cutsTexts, .text(let text)): String(text.prefix { $0 != "\0" })
        case (.dropsBytes, .bytes(let bytes)) where bytes.count != 32: Array(bytes.dropLast())
        case (.mistakesEmpty, .text("")): String?.none
        default: value
        }
    }

    // MARK: - The whole

    func tables() throws(LedgerError) -> [String] {
        let tables = try base.tables()
        return fault == .forgetsTable ? Array(tables.dropFirst()) : tables
    }

    func faults() throws(LedgerError) -> [String] { fault == .hidesFaults ? [] : try base.faults() }

    func copy(to place: String) throws(LedgerError) {
        if fault == .replacesCopies { unlink(place) }
        try base.copy(to: place)
        guard fault == .copiesUncommitted else { return }
        let copy = try SQLiteEngine(path: place).connect(creating: false, busyTimeout: 50)
        defer { copy.close() }
        try copy.run("INSERT INTO untaken_file (path, reason, since) VALUES ('not committed', '', 0)", [])
    }
}

/// Gives a number for every column.
private final class ConvertingColumns: RowColumns {
    func value(at column: Int) -> StoredValue { .integer(0) }
    func name(at column: Int) -> String { "" }
}
