import CSQLite
import Glibc

extension SQLiteConnection {
    func tables() throws(LedgerError) -> [String] {
        try column(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
        )
    }

    func faults() throws(LedgerError) -> [String] {
        let pages: [String] = try column("PRAGMA integrity_check")
        let orphans: [String] = try column("PRAGMA foreign_key_check")
        return pages.filter { $0 != "ok" } + orphans.map { "a row of \($0) refers to a row that does not exist" }
    }

    func copy(to path: String) throws(LedgerError) {
        guard access(path, F_OK) != 0 else {
            throw LedgerError(.cannotOpen, reason: "\(path) exists: a backup replaces nothing")
        }
        do throws(LedgerError) {
            let copy = try SQLiteConnection(path: path, creating: true, busyTimeout: 0)
            defer { copy.close() }
            try copy.execute("PRAGMA synchronous = FULL")
            try copyPages(into: copy)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Copies all pages into another file in one step, so that the copy is of one moment; in a ledger with a write-ahead
    /// log it holds no writer up.
    private func copyPages(into other: SQLiteConnection) throws(LedgerError) {
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
