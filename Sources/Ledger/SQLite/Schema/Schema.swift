/// Makes and upgrades the tables.
enum Schema {
    /// Marks the file as edigate's: "EDIG" in ASCII.
    static let applicationID = 0x4544_4947

    /// Is the version that this program writes.
    static let newest = 16

    /// Brings a file from one version to the next, within the transaction that the caller holds. A step that has been
    /// released is never edited.
    static func bring(_ connection: SQLiteConnection, to version: Int) throws(LedgerError) {
        switch version {
        case 1: try connection.execute(version1)
        case 2: try connection.execute(tracing)
        case 3: try exactlyOnce(connection)
        case 4: try connection.execute(reconciliation)
        case 5: try connection.execute(mending)
        case 6: try connection.execute(orders)
        case 7: try connection.execute(purging)
        case 8: try connection.execute(drops)
        case 9: try connection.execute(dispatching)
        case 10: try connection.execute(observing)
        case 11: try connection.execute(destinations)
        case 12: try connection.execute(promoting)
        case 13: try connection.execute(refusedValues)
        case 14: try narrowRows(connection)
        case 15:
            try connection.execute(fewerIndexes)
            try plainChecks(connection)
        case 16: try connection.execute(fewerRandomPages)
        default: throw LedgerError(.failed, reason: "there is no step to ledger version \(version)")
        }
    }

    /// Checks that the file is ours and not newer than this program, sets the connection up, and migrates.
    ///
    /// After an error the connection must be closed, which rolls back what was begun.
    static func establish(on connection: SQLiteConnection) throws(LedgerError) {
        // One read transaction, so that another process's migration cannot fall between the reads.
        try connection.execute("BEGIN")
        let found = try versionIfOurs(connection)
        try connection.execute("COMMIT")
        try connection.useWriteAheadLog()
        // FULL syncs the log at each commit: what is recorded survives a power cut. A group of files dirties some 16
        // MiB of pages: a smaller cache would write them into the log before the commit and again at it, and a smaller
        // log would be carried over, with its syncs, after every group.
        try connection.execute(
            """
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA wal_autocheckpoint = 8192;
            PRAGMA cache_size = -65536;
            """)
        if found < newest { try migrate(connection) }
    }

    private static func migrate(_ connection: SQLiteConnection) throws(LedgerError) {
        try connection.execute("BEGIN IMMEDIATE")
        // Read again under the lock: another process may have migrated meanwhile.
        for version in try versionIfOurs(connection)..<newest {
            try bring(connection, to: version &+ 1)
            try connection.execute("PRAGMA user_version = \(version &+ 1)")
        }
        try connection.execute("PRAGMA application_id = \(applicationID)")
        try connection.execute("COMMIT")
    }

    /// Reads the file's version, 0 for an empty file and at most `newest`.
    private static func versionIfOurs(_ connection: SQLiteConnection) throws(LedgerError) -> Int {
        let version = try number(connection, "PRAGMA user_version")
        let application = try number(connection, "PRAGMA application_id")
        if application != applicationID {
            guard application == 0, version == 0, try number(connection, "SELECT count(*) FROM sqlite_schema") == 0
            else { throw LedgerError(.notALedger, reason: "an SQLite database, but not an edigate ledger") }
        }
        guard version <= newest else {
            throw LedgerError(
                .newerSchema,
                reason: "ledger version \(version), this program knows versions up to \(newest)")
        }
        guard version >= 0 else { throw LedgerError(.corrupt, reason: "ledger version \(version) is negative") }
        return version
    }

    private static func number(_ connection: SQLiteConnection, _ sql: String) throws(LedgerError) -> Int {
        try connection.value(sql) ?? 0
    }
}
