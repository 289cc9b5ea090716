/// Makes and upgrades the tables.
enum Schema {
    /// Marks the file as edigate's: "EDIG" in ASCII.
    static let applicationID = 0x4544_4947

    /// Brings an older file to each version in turn: the first entry makes version 1. An entry that has been
    /// released is never edited.
    static let migrations = [version1]

    /// Checks that the file is ours and not newer than this program, sets the connection up, and migrates.
    static func establish(on connection: Connection) throws(LedgerError) {
        _ = try versionIfOurs(connection)
        let mode: [String] = try connection.column("PRAGMA journal_mode = WAL")
        guard mode == ["wal"] else {
            throw LedgerError(.cannotOpen, reason: "no write-ahead log here: the journal mode stays \(mode)")
        }
        // FULL syncs the log at each commit: what is recorded survives a power cut.
        try connection.execute(
            """
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA journal_size_limit = 67108864;
            """)
        guard try versionIfOurs(connection) < migrations.count else { return }
        try connection.execute("BEGIN IMMEDIATE")
        do throws(LedgerError) {
            // Read again under the lock: another process may have migrated meanwhile.
            for version in try versionIfOurs(connection)..<migrations.count {
                try connection.execute(migrations[version])
                try connection.execute("PRAGMA user_version = \(version &+ 1)")
            }
            try connection.execute("PRAGMA application_id = \(applicationID)")
            try connection.execute("COMMIT")
        } catch {
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }

    /// Reads the file's version, 0 for an empty file and at most `migrations.count`; writes nothing.
    private static func versionIfOurs(_ connection: Connection) throws(LedgerError) -> Int {
        let version = try number(connection, "PRAGMA user_version")
        let application = try number(connection, "PRAGMA application_id")
        if application != applicationID {
            guard application == 0, version == 0, try number(connection, "SELECT count(*) FROM sqlite_schema") == 0
            else { throw LedgerError(.notALedger, reason: "an SQLite database, but not an edigate ledger") }
        }
        guard version <= migrations.count else {
            throw LedgerError(
                .newerSchema,
                reason: "ledger version \(version), this program knows versions up to \(migrations.count)")
        }
        guard version >= 0 else { throw LedgerError(.corrupt, reason: "ledger version \(version) is negative") }
        return version
    }

    private static func number(_ connection: Connection, _ sql: String) throws(LedgerError) -> Int {
        try connection.value(sql) ?? 0
    }
}
