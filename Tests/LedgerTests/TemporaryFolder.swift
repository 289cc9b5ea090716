import Glibc

@testable import Ledger

/// Is a folder of its own for one test, removed with all it holds at the end.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/edigate-ledger-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw LedgerError(.cannotOpen, reason: "mkdtemp failed: \(errno)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(ledgerPath + suffix) }
        rmdir(path)
    }

    /// Removes a database besides the folder's own.
    func remove(_ name: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink("\(path)/\(name)\(suffix)") }
    }

    var ledgerPath: String { path + "/ledger.sqlite" }

    /// Opens the folder's ledger, waiting at most 50 ms for a lock.
    func open(creating: Bool = true) throws(LedgerError) -> Ledger {
        try Ledger.open(path: ledgerPath, creating: creating, busyTimeout: 50)
    }

    /// Runs SQL as another program would, on a connection without the ledger's settings.
    func executeElsewhere(_ sql: String) throws(LedgerError) {
        let connection = try SQLiteConnection(path: ledgerPath, creating: true, busyTimeout: 50)
        defer { connection.close() }
        try connection.execute(sql)
    }

    /// Writes the ledger's file as the test wants it.
    func write(_ bytes: [UInt8]) throws {
        guard let file = fopen(ledgerPath, "w") else { throw LedgerError(.io, reason: "fopen failed: \(errno)") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw LedgerError(.io, reason: "fwrite failed: \(errno)")
        }
    }

    /// Reads the ledger's file.
    func read() throws -> [UInt8] {
        guard let file = fopen(ledgerPath, "r") else { throw LedgerError(.io, reason: "fopen failed: \(errno)") }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }
}
