// The profiles under which interchanges were judged: each version once, as long as anything refers to it.

extension Ledger.Transaction {
    /// Records the version of a partner's profile that is in use from a time on; one that is known stays as it is. Gives
    /// the row's id.
    public func use(
        profile bytes: [UInt8], sha256: [UInt8], ofPartner partner: String, at time: Int64
    ) throws(LedgerError) -> Int {
        let connection = try writing()
        try connection.run(
            """
            INSERT INTO profile_version (partner, sha256, first_used_at, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (partner, sha256) DO NOTHING
            """, [partner, sha256, time, bytes])
        let id: Int? = try connection.value(
            "SELECT id FROM profile_version WHERE partner = ? AND sha256 = ?", [partner, sha256])
        guard let id else { throw LedgerError(.failed, reason: "the profile of \(partner) was not recorded") }
        return id
    }
}

extension Ledger {
    /// The version of the profile under which an interchange was judged; nil when that is not known.
    public func profileVersionID(ofInterchange id: Int) throws(LedgerError) -> Int? {
        try connection.value("SELECT profile_id FROM interchange WHERE id = ? AND profile_id IS NOT NULL", [id])
    }

    /// The profile under which an interchange was judged, as it was recorded; nil when that is not known.
    public func profileVersion(ofInterchange id: Int) throws(LedgerError) -> [UInt8]? {
        try connection.value(
            """
            SELECT profile_version.bytes FROM interchange JOIN profile_version ON profile_version.id = profile_id
            WHERE interchange.id = ?
            """, [id])
    }
}

extension Ledger {
    /// Is one version of a partner's profile.
    public struct ProfileVersion: Sendable {
        /// Is the row's id.
        public var id: Int
        /// Is the digest of its bytes.
        public var sha256: [UInt8]
        /// Is when it was first in use.
        public var firstUsedAt: Int64
    }

    /// The versions of a partner's profile that were in use, the oldest first.
    public func profileVersions(ofPartner partner: String) throws(LedgerError) -> [ProfileVersion] {
        try connection.rows(
            "SELECT id, sha256, first_used_at FROM profile_version WHERE partner = ? ORDER BY id", [partner])
    }

    /// The bytes of a version of a profile; nil when there is none of that id.
    public func profileVersion(_ id: Int) throws(LedgerError) -> [UInt8]? {
        try connection.value("SELECT bytes FROM profile_version WHERE id = ?", [id])
    }
}

extension Ledger.ProfileVersion: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        sha256 = try row.next()
        firstUsedAt = try row.next()
    }
}
