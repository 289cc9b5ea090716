extension Ledger {
    /// Is a value under which a document is found.
    public struct DocumentKey: Sendable, Hashable {
        /// Names what the value numbers, such as `order` or `sscc`.
        public var kind: String
        /// Is the value as it is looked for.
        public var value: String

        /// Makes a key.
        public init(kind: String, value: String) {
            self.kind = kind
            self.value = value
        }
    }

    /// Is a document that a value leads to, with what the value is to it.
    public struct KeyedDocument: Sendable, Hashable {
        /// Names what the value numbers in this document.
        public let kind: String
        /// Is the document's heading.
        public let heading: DocumentHeading
    }

    /// Tells two documents of one number apart.
    public struct DocumentContent: Sendable, Hashable {
        /// Is the hash of the document's own segments, or nothing where it is not known.
        public var sha256: [UInt8]?
        /// Tells what the document does, such as 00 for a new one.
        public var purpose: String
        /// Names the release that the number is one of; empty where there is none.
        public var release: String

        /// Makes the content of a document.
        public init(sha256: [UInt8]? = nil, purpose: String = "", release: String = "") {
            self.sha256 = sha256
            self.purpose = purpose
            self.release = release
        }
    }

    /// Is a document recorded before under the same number.
    public struct EarlierDocument: Sendable, Hashable {
        /// Is its id.
        public let id: String
        /// Is when it was made.
        public let createdAt: Int64
        /// Tells it from others of its number.
        public let content: DocumentContent
    }
}

extension Ledger.DocumentKey: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        kind = try row.next()
        value = try row.next()
    }
}

extension Ledger.KeyedDocument: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        kind = try row.next()
        heading = try Ledger.DocumentHeading(&row)
    }
}

extension Ledger.EarlierDocument: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        createdAt = try row.next()
        content = try Ledger.DocumentContent(&row)
    }
}

extension Ledger.DocumentContent: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = "content_sha256, purpose, release"

    init(_ row: inout Row) throws(LedgerError) {
        sha256 = try row.next()
        purpose = try row.next()
        release = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] { [sha256, purpose, release] }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records what a recorded document is found by; a key that it has already stays one. Throws `orphan` when there is
    /// no such document.
    public func insert(_ keys: [Ledger.DocumentKey], ofDocument id: String) throws(LedgerError) {
        let connection = try writing()
        for key in keys {
            try connection.run(
                """
                INSERT INTO document_key (value, kind, document_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, [key.value, key.kind, id])
        }
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the documents that a value leads to, in the order of recording, at most `limit`: the value as keys are
    /// kept, without blanks around it and in upper case.
    ///
    /// - Complexity: O(log documents + documents found).
    public func documents(keyed value: String, limit: Int = 100) throws(LedgerError) -> [KeyedDocument] {
        try connection.rows(Self.documentsByKey, [value, max(0, limit)])
    }

    static let documentsByKey = """
        SELECT document_key.kind, \(DocumentHeading.columns)
        FROM document_key JOIN document ON document.id = document_key.document_id
        WHERE document_key.value = ? ORDER BY document.created_at, document.id LIMIT ?
        """

    /// Lists the documents of a kind that a partner sent, or was sent, under a number, in the order of
    /// recording.
    ///
    /// Called within the transaction that records the next one, it makes sure that no other comes between.
    public func earlierDocuments(
        kind: String, number: String, partner: String, direction: Direction, since time: Int64, limit: Int = 100
    ) throws(LedgerError) -> [EarlierDocument] {
        try connection.rows(
            Self.documentsByNumber, [number, kind, partner, direction, time, max(0, limit)])
    }

    /// Asked for every document: the text is put together once.
    private static let documentsByNumber = """
        SELECT id, created_at, \(DocumentContent.columns) FROM document
        WHERE number = ? AND kind = ? AND partner = ? AND direction = ? AND created_at >= ?
        ORDER BY rowid LIMIT ?
        """
}
