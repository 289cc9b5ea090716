/// Keeps the ledger in one SQLite file.
struct SQLiteEngine: Engine {
    /// Names the file.
    let path: String

    func connect(creating: Bool, busyTimeout: Int) throws(LedgerError) -> any EngineConnection {
        let timeout = Int32(clamping: max(0, busyTimeout))
        let connection = try SQLiteConnection(path: path, creating: creating, busyTimeout: timeout)
        do throws(LedgerError) {
            try Schema.establish(on: connection)
        } catch {
            throw LedgerError(error.code, reason: "\(path): \(error.reason)", underlying: error.underlying)
        }
        return connection
    }
}
