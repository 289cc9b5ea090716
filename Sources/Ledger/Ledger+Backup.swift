import Glibc

extension Ledger {
    /// Copies the ledger as it stands at one moment into a new file, while others read and write it.
    ///
    /// When it returns, the copy is on the disk and is a ledger by itself. Throws `cannotOpen` when the file exists or
    /// cannot be made, and what SQLite says otherwise; a copy that failed is removed.
    ///
    /// - Complexity: O(ledger).
    public func backup(to path: String) throws(LedgerError) {
        guard access(path, F_OK) != 0 else {
            throw LedgerError(.cannotOpen, reason: "\(path) exists: a backup replaces nothing")
        }
        do throws(LedgerError) {
            let copy = try Connection(path: path, creating: true, busyTimeout: 0)
            defer { copy.close() }
            try copy.execute("PRAGMA synchronous = FULL")
            try connection.copy(into: copy)
        } catch {
            unlink(path)
            throw error
        }
    }
}
