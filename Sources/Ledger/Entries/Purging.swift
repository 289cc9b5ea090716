// Taking away bytes whose time is over. What they were, and that they were, stays.

extension Ledger {
    /// Is a payload whose bytes may be taken away.
    public struct PurgeCandidate: Sendable, Hashable {
        /// Identifies the bytes.
        public let sha256: [UInt8]
        /// Counts them.
        public let size: Int
        /// Names the file of the archive that holds them; nil when the ledger does.
        public let archivedPath: String?
        /// Is when they first reached us.
        public let receivedAt: Int64
        /// Names the owner of the drop that they came from, empty for outbound/.
        public let partner: String
    }
}

extension Ledger.PurgeCandidate: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        sha256 = try row.next()
        size = try row.next()
        archivedPath = try row.next()
        receivedAt = try row.next()
        partner = try row.next()
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the payloads of a partner that reached us before a time and that nothing waits for: each use of them is
    /// finished, nothing of them is held, on its way, or waiting for an answer. At most `limit`, oldest first.
    ///
    /// An answer that was delivered may be on its way once more, to who sent the same interchange again, and so may be
    /// whatever a person let go again: so the deliveries are asked, beside the states of what they deliver.
    public func purgeable(
        partner: String, before time: Int64, limit: Int = 1_000
    ) throws(LedgerError) -> [PurgeCandidate] {
        let isUnderWay = "delivery.delivered_at IS NULL AND delivery.discarded_at IS NULL"
        let holdsPayload = Self.interchangesHolding("payload.sha256")
        return try connection.rows(
            """
            SELECT payload.sha256, payload.size, payload.archived_path, payload.received_at, ?1 FROM payload
            WHERE payload.purged_at IS NULL AND payload.received_at < ?2
                AND coalesce((SELECT partner FROM interchange WHERE \(holdsPayload)
                              ORDER BY id LIMIT 1),
                             (SELECT partner FROM arrival WHERE payload_sha256 = payload.sha256
                              ORDER BY id LIMIT 1)) = ?1
                AND NOT EXISTS (SELECT 1 FROM arrival WHERE payload_sha256 = payload.sha256
                    AND (state = 'claimed' OR arrived_at >= ?2
                        OR EXISTS (SELECT 1 FROM quarantine WHERE arrival_id = arrival.id AND released_at IS NULL)
                        OR EXISTS (SELECT 1 FROM quarantine JOIN delivery
                            ON delivery.reference = CAST(quarantine.id AS TEXT) AND delivery.kind = 'quarantine'
                            WHERE quarantine.arrival_id = arrival.id AND \(isUnderWay))))
                AND NOT EXISTS (SELECT 1 FROM patch JOIN quarantine ON quarantine.id = patch.quarantine_id
                    WHERE payload_sha256 = payload.sha256 AND (patch.at >= ?2 OR quarantine.released_at IS NULL))
                AND NOT EXISTS (SELECT 1 FROM interchange WHERE \(holdsPayload)
                    AND (recorded_at >= ?2
                        OR EXISTS (SELECT 1 FROM quarantine
                            WHERE interchange_id = interchange.id AND released_at IS NULL)
                        OR EXISTS (SELECT 1 FROM sent_set
                            WHERE interchange_id = interchange.id AND state = 'waiting')
                        OR EXISTS (SELECT 1 FROM document
                            JOIN undelivered_document ON undelivered_document.document_id = document.id
                            WHERE document.interchange_id = interchange.id)
                        OR EXISTS (SELECT 1 FROM acknowledgment
                            WHERE interchange_id = interchange.id AND state <> 'delivered')
                        OR EXISTS (SELECT 1 FROM delivery
                            WHERE reference = CAST(interchange.id AS TEXT) AND kind = 'interchange' AND \(isUnderWay))
                        OR EXISTS (SELECT 1 FROM document JOIN delivery
                            ON delivery.reference = document.id AND delivery.kind = 'document'
                            WHERE document.interchange_id = interchange.id AND \(isUnderWay))
                        OR EXISTS (SELECT 1 FROM acknowledgment JOIN delivery
                            ON delivery.reference = CAST(acknowledgment.id AS TEXT)
                                AND delivery.kind = 'acknowledgment'
                            WHERE acknowledgment.interchange_id = interchange.id AND \(isUnderWay))))
            ORDER BY payload.received_at LIMIT ?3
            """, [partner, time, max(0, limit)])
    }

    /// Is what holds for the interchanges whose bytes are in a payload: those that came are found by their arrival.
    static func interchangesHolding(_ sha256: String) -> String {
        """
        payload_sha256 = \(sha256)
            AND (direction = 'out' OR arrival_id IN (SELECT id FROM arrival WHERE payload_sha256 = \(sha256)))
        """
    }

    /// The hashes of the payloads after one, in their order, at most `limit`; from the first when it is empty.
    public func payloadHashes(after sha256: [UInt8], limit: Int = 1_000) throws(LedgerError) -> [[UInt8]] {
        try connection.column(
            "SELECT sha256 FROM payload WHERE sha256 > ? ORDER BY sha256 LIMIT ?", [sha256, max(0, limit)])
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Takes away the bytes of a payload and of everything made of it: documents, acknowledgments and deliveries keep
    /// their rows, findings lose the values they quote. Throws `absent` when the bytes are not there.
    public func purge(_ sha256: [UInt8], at time: Int64) throws(LedgerError) {
        let gone = "(SELECT id FROM interchange WHERE \(Ledger.interchangesHolding("?1")))"
        let connection = try writing()
        for sql in [
            """
            UPDATE delivery SET payload = ?2 WHERE kind = 'interchange' AND reference IN
                (SELECT CAST(id AS TEXT) FROM interchange WHERE id IN \(gone))
            """,
            """
            UPDATE delivery SET payload = ?2 WHERE kind = 'document' AND reference IN
                (SELECT id FROM document WHERE interchange_id IN \(gone))
            """,
            """
            UPDATE delivery SET payload = ?2 WHERE kind = 'acknowledgment' AND reference IN
                (SELECT CAST(id AS TEXT) FROM acknowledgment WHERE interchange_id IN \(gone))
            """,
            """
            UPDATE delivery SET payload = ?2 WHERE kind = 'quarantine' AND reference IN
                (SELECT CAST(quarantine.id AS TEXT) FROM arrival JOIN quarantine ON arrival_id = arrival.id
                 WHERE payload_sha256 = ?1)
            """,
            "UPDATE document SET bytes = ?2 WHERE interchange_id IN \(gone)",
            "UPDATE acknowledgment SET bytes = ?2 WHERE interchange_id IN \(gone)",
        ] { try connection.run(sql, [sha256, [UInt8]()]) }
        try connection.run("UPDATE finding SET value = NULL WHERE interchange_id IN \(gone)", [sha256])
        try change(
            """
            UPDATE payload SET bytes = NULL, archived_path = '', purged_at = ?2
            WHERE sha256 = ?1 AND purged_at IS NULL
            """, [sha256, time], orThrow: "the payload is not there")
    }
}
