extension Ledger {
    /// Is what a list shows of a canonical document.
    public struct DocumentHeading: Sendable, Hashable {
        /// Is the document's UUID, derived by the caller.
        public var id: String
        /// Is the canonical kind, such as PurchaseOrder.
        public var kind: String
        /// Is the document's own number.
        public var number: String
        /// Names the trading partner.
        public var partner: String
        /// Names the interchange it came from or went into; nil while there is none.
        public var interchangeID: Int?
        /// Names the transaction set it came from or became; nil while there is none.
        public var setID: Int?
        /// Tells which way it goes.
        public var direction: Direction
        /// Is when it was made.
        public var createdAt: Int64
        /// Tells how far it has come.
        public var state: Progress

        /// Makes a heading, of a pending document unless said otherwise.
        public init(
            id: String, kind: String, number: String, partner: String, interchangeID: Int?, setID: Int?,
            direction: Direction, createdAt: Int64, state: Progress = .pending
        ) {
            self.id = id
            self.kind = kind
            self.number = number
            self.partner = partner
            self.interchangeID = interchangeID
            self.setID = setID
            self.direction = direction
            self.createdAt = createdAt
            self.state = state
        }
    }

    /// Is a canonical business document.
    public struct Document: Sendable, Hashable {
        /// Tells what the document is and how far it has come.
        public var heading: DocumentHeading
        /// Tells it from others of its number.
        public var content: DocumentContent
        /// Holds the canonical JSON.
        public var bytes: [UInt8]

        /// Makes a document from its heading, what tells it from others, and its JSON.
        public init(
            heading: DocumentHeading, content: DocumentContent = DocumentContent(), bytes: [UInt8]
        ) {
            self.heading = heading
            self.content = content
            self.bytes = bytes
        }
    }
}

extension Ledger.DocumentHeading: RowReadable {
    /// Names the columns in the order in which they are read.
    static let columns = """
        document.id, document.kind, document.number, document.partner, document.interchange_id, document.set_id,
        document.direction, document.created_at, \(state)
        """

    /// Is how far a document has come: what is not delivered has a row that says so.
    static let state = """
        coalesce((SELECT undelivered_document.state FROM undelivered_document
                  WHERE undelivered_document.document_id = document.id), 'delivered')
        """

    /// Names the columns in the order in which they are bound.
    fileprivate static let boundColumns = """
        id, kind, number, partner, interchange_id, set_id, direction, created_at, recorded_as
        """

    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        kind = try row.next()
        number = try row.next()
        partner = try row.next()
        interchangeID = try row.next()
        setID = try row.next()
        direction = try row.next()
        createdAt = try row.next()
        state = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            id, kind, number, partner, interchangeID, setID, direction, createdAt, state,
        ]
    }
}

extension Ledger.Document: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        heading = try Ledger.DocumentHeading(&row)
        content = try Ledger.DocumentContent(&row)
        bytes = try row.next()
    }

    fileprivate static let insertion = """
        INSERT INTO document (\(Ledger.DocumentHeading.boundColumns), \(Ledger.DocumentContent.columns), bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records a document under the id it brings; throws `duplicate` when one with this id is recorded.
    public func insert(_ document: Ledger.Document) throws(LedgerError) {
        try writing().run(
            Ledger.Document.insertion, document.heading.values + document.content.values + [document.bytes])
        guard document.heading.state != .delivered else { return }
        try writing().run(
            "INSERT INTO undelivered_document (document_id, state) VALUES (?, ?)",
            [document.heading.id, document.heading.state])
    }

    private func setUndelivered(_ id: String, _ state: Ledger.Progress) throws(LedgerError) {
        try writing().run(
            """
            INSERT INTO undelivered_document (document_id, state) VALUES (?, ?)
            ON CONFLICT (document_id) DO UPDATE SET state = excluded.state
            """, [id, state])
    }

    /// Puts other bytes in the place of those of a document that is held, which nobody has seen; throws `absent` when
    /// there is none with this id that is held.
    public func setHeldDocument(_ id: String, bytes: [UInt8]) throws(LedgerError) {
        try change(
            """
            UPDATE document SET bytes = ?
            WHERE id = ? AND id IN (SELECT document_id FROM undelivered_document WHERE state = 'held')
            """, [bytes, id],
            orThrow: "there is no document \(id) that is held")
    }

    /// Changes how far a document has come; throws `absent` when there is none with this id.
    /// Gives its kind.
    @discardableResult
    public func setDocument(_ id: String, to state: Ledger.Progress) throws(LedgerError) -> String {
        let kind: String? = try writing().value("SELECT kind FROM document WHERE id = ?", [id])
        guard let kind else { throw LedgerError(.absent, reason: "there is no document \(id)") }
        if state == .delivered {
            try writing().run("DELETE FROM undelivered_document WHERE document_id = ?", [id])
        } else {
            try setUndelivered(id, state)
        }
        return kind
    }
}

// MARK: - Queries

extension Ledger {
    /// Finds a document by its id.
    public func document(_ id: String) throws(LedgerError) -> Document? {
        try connection.row(
            "SELECT \(DocumentHeading.columns), \(DocumentContent.columns), bytes FROM document WHERE id = ?", [id])
    }

    /// Lists documents in the order of recording; what is nil does not restrict. At most `limit` are given, from 0.
    public func documents(
        kind: String? = nil, number: String? = nil, partner: String? = nil, state: Progress? = nil, limit: Int = 1_000
    ) throws(LedgerError) -> [DocumentHeading] {
        if let number {
            // Written out, so that SQLite uses the index on the number.
            return try connection.rows(
                """
                SELECT \(DocumentHeading.columns) FROM document
                WHERE number = ?1 AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR partner = ?3)
                    AND (?4 IS NULL OR \(DocumentHeading.state) = ?4)
                ORDER BY rowid LIMIT ?5
                """, [number, kind, partner, state, max(0, limit)])
        }
        if let state, state != .delivered {
            // Few, where the documents are many.
            return try connection.rows(
                """
                SELECT \(DocumentHeading.columns) FROM document
                WHERE document.id IN (SELECT document_id FROM undelivered_document WHERE state = ?3)
                    AND (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR partner = ?2)
                ORDER BY rowid LIMIT ?4
                """, [kind, partner, state, max(0, limit)])
        }
        return try connection.rows(
            """
            SELECT \(DocumentHeading.columns) FROM document
            WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR partner = ?2)
                AND (?3 IS NULL OR \(DocumentHeading.state) = ?3)
            ORDER BY rowid LIMIT ?4
            """, [kind, partner, state, max(0, limit)])
    }

    /// Lists the documents of an interchange in the order of recording.
    public func documents(ofInterchange id: Int) throws(LedgerError) -> [DocumentHeading] {
        try connection.rows(
            "SELECT \(DocumentHeading.columns) FROM document WHERE interchange_id = ? ORDER BY rowid", [id])
    }

    /// Lists the documents of a partner, the newest first, at most `limit` of them.
    public func documents(ofPartner partner: String, limit: Int) throws(LedgerError) -> [DocumentHeading] {
        try connection.rows(
            "SELECT \(DocumentHeading.columns) FROM document WHERE partner = ? ORDER BY rowid DESC LIMIT ?",
            [partner, max(0, limit)])
    }
}

extension Ledger {
    /// Is a set in the version in which it came or went.
    public struct TradedVersion: Sendable, Hashable {
        /// Names the set, such as `850`.
        public var set: String
        /// Is GS08.
        public var version: String
        /// Tells which way it went.
        public var direction: Direction
    }

    /// Lists in which versions sets came from a partner and went to it.
    public func tradedVersions(ofPartner partner: String) throws(LedgerError) -> [TradedVersion] {
        try connection.rows(
            """
            SELECT DISTINCT transaction_set."set", functional_group.version, interchange.direction
            FROM interchange JOIN functional_group ON functional_group.interchange_id = interchange.id
                JOIN transaction_set ON transaction_set.group_id = functional_group.id
            WHERE interchange.partner = ? AND functional_group.code <> 'FA' ORDER BY 1, 2, 3
            """, [partner])
    }
}

extension Ledger.TradedVersion: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        set = try row.next()
        version = try row.next()
        direction = try row.next()
    }
}
