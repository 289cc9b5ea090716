extension Ledger {
    /// Is a file's bytes as they reached us, or as we made them.
    public struct Payload: Sendable, Hashable {
        /// Tells where the bytes are.
        public enum Contents: Sendable, Hashable {
            /// Holds the bytes themselves.
            case bytes([UInt8])
            /// Names a file of the archive folder and its size in bytes; the file must be synced before.
            case archived(path: String, size: Int)
            /// Says that the bytes were taken away by policy; counts how many they were.
            case purged(size: Int)
        }

        /// Identifies the bytes.
        public var sha256: [UInt8]
        /// Tells where the bytes are.
        public var contents: Contents
        /// Is when the bytes first reached us.
        public var receivedAt: Int64

        /// Makes a payload from its hash, its bytes or their place, and its time.
        public init(sha256: [UInt8], contents: Contents, receivedAt: Int64) {
            self.sha256 = sha256
            self.contents = contents
            self.receivedAt = receivedAt
        }
    }
}

extension Ledger.Payload {
    /// Says whether the bytes were taken away by policy.
    public var isPurged: Bool { if case .purged = contents { true } else { false } }
}

extension Ledger.Payload: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        sha256 = try row.next()
        let size: Int = try row.next()
        let path: String? = try row.next()
        receivedAt = try row.next()
        let isPurged = try row.next(as: Int64?.self) != nil
        if isPurged {
            contents = .purged(size: size)
        } else if let path {
            contents = .archived(path: path, size: size)
        } else {
            contents = .bytes(try row.next())
        }
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Archives a payload; gives false when its hash is archived already, and then changes nothing.
    ///
    /// Throws `constraint` when the hash is not 32 bytes long, or is archived with another size.
    @discardableResult
    public func archive(_ payload: Ledger.Payload) throws(LedgerError) -> Bool {
        let size: Int
        let path: String?
        let bytes: [UInt8]?
        switch payload.contents {
        case .bytes(let held): (size, path, bytes) = (held.count, nil, held)
        case .archived(let archivedPath, let archivedSize): (size, path, bytes) = (archivedSize, archivedPath, nil)
        case .purged: throw LedgerError(.constraint, reason: "bytes that are gone cannot be archived")
        }
        let connection = try writing()
        let changed = try connection.run(
            """
            INSERT INTO payload (sha256, size, archived_path, received_at, bytes)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE
                SET bytes = excluded.bytes, archived_path = excluded.archived_path, purged_at = NULL
                WHERE purged_at IS NOT NULL
            """, [payload.sha256, size, path, payload.receivedAt, bytes])
        if changed > 0 { return true }
        let archived: Int? = try connection.value("SELECT size FROM payload WHERE sha256 = ?", [payload.sha256])
        guard archived == size else {
            throw LedgerError(
                .constraint, reason: "a payload of \(size) bytes has the hash of an archived one of \(archived ?? 0)")
        }
        return false
    }
}

// MARK: - Queries

extension Ledger {
    /// Finds an archived payload by its hash, with its bytes or their place.
    public func payload(_ sha256: [UInt8]) throws(LedgerError) -> Payload? {
        try connection.row(
            """
            SELECT sha256, size, archived_path, received_at, purged_at, bytes FROM payload
            WHERE sha256 = ?
            """, [sha256]
        )
    }

    /// The files of the archive that hold payloads.
    public func archivedPaths() throws(LedgerError) -> [String] {
        try connection.column(
            "SELECT archived_path FROM payload WHERE archived_path IS NOT NULL AND purged_at IS NULL ORDER BY sha256")
    }
}
