extension Ledger {
    /// Is something that lies in a drop and is not taken, until it is gone or changed.
    public struct UntakenFile: Sendable, Hashable {
        /// Is where it lies, relative to the root, as people read it.
        public var path: String
        /// Tells why it is not taken.
        public var reason: String
        /// Is when it was first seen so.
        public var since: Int64

        /// Makes the row of something that is not taken.
        public init(path: String, reason: String, since: Int64) {
            self.path = path
            self.reason = reason
            self.since = since
        }
    }
}

extension Ledger.UntakenFile: RowReadable {
    static let columns = "path, reason, since"

    init(_ row: inout Row) throws(LedgerError) {
        path = try row.next()
        reason = try row.next()
        since = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that something is not taken, in the place of what was said of it before.
    public func put(_ file: Ledger.UntakenFile) throws(LedgerError) {
        try writing().run(
            """
            INSERT INTO untaken_file (\(Ledger.UntakenFile.columns)) VALUES (?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET reason = excluded.reason, since = excluded.since
            """,
            [file.path, file.reason, file.since])
    }

    /// Forgets what is gone, or was taken after all.
    public func removeUntaken(_ path: String) throws(LedgerError) {
        try writing().run("DELETE FROM untaken_file WHERE path = ?", [path])
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what lies in the drops and is not taken, by path.
    public func untakenFiles() throws(LedgerError) -> [UntakenFile] {
        try connection.rows("SELECT \(UntakenFile.columns) FROM untaken_file ORDER BY path")
    }
}
