extension Schema {
    /// Keeps what changes out of the rows that hold a document, and what one document says of an order in one row.
    static func narrowRows(_ connection: SQLiteConnection) throws(LedgerError) {
        try connection.execute(undeliveredDocuments)
        try connection.execute(packedPostings)
        try pack(connection)
        try connection.execute("DROP TABLE order_posting_1")
    }

    /// To change the state of a document wrote all of its JSON anew. What is not delivered has a row of its own, which
    /// goes when it is; `recorded_as` stays as it was when the document was recorded, or when this was brought in.
    private static let undeliveredDocuments = """
        CREATE TABLE undelivered_document (
            document_id TEXT NOT NULL PRIMARY KEY REFERENCES document,
            state       TEXT NOT NULL CHECK (state IN ('pending', 'held'))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO undelivered_document SELECT id, state FROM document WHERE state <> 'delivered' ORDER BY id;
        ALTER TABLE document RENAME COLUMN state TO recorded_as;
        """

    private static let packedPostings = """
        DROP INDEX order_posting_order;
        DROP INDEX order_posting_document;
        ALTER TABLE order_posting RENAME TO order_posting_1;
        CREATE TABLE order_posting (
            id          INTEGER PRIMARY KEY,
            order_id    INTEGER NOT NULL REFERENCES purchase_order,
            document_id TEXT NOT NULL REFERENCES document,
            stage       TEXT NOT NULL CHECK (stage IN ('ordered', 'acknowledged', 'shipped', 'invoiced')),
            number      TEXT NOT NULL,
            purpose     TEXT NOT NULL,
            lines       TEXT NOT NULL
        ) STRICT;
        CREATE INDEX order_posting_order ON order_posting (order_id, id);
        """

    /// What a document says of an order, of which a line or more are packed.
    private struct Posting {
        var order: Int
        var document: String
        var stage: String
        var number: String
        var purpose: String
        var lines: String

        /// Whether the lines of another are those that follow on its own.
        func goesOn(with other: Posting) -> Bool {
            order == other.order && document == other.document && stage == other.stage
        }
    }

    /// The lines of a document stand one after another, since they were recorded in one go.
    private static func pack(_ connection: SQLiteConnection) throws(LedgerError) {
        var open: Posting?
        func close() throws(LedgerError) {
            guard let done = open else { return }
            try connection.run(
                """
                INSERT INTO order_posting (order_id, document_id, stage, number, purpose, lines)
                VALUES (?, ?, ?, ?, ?, ?)
                """, [done.order, done.document, done.stage, done.number, done.purpose, done.lines])
        }
        let texts = ["line", "items", "quantity", "unit", "price"].map(packed)
        try connection.forEach(
            """
            SELECT order_id, document_id, stage, number, purpose, \(texts.joined(separator: " || "))
            FROM order_posting_1 ORDER BY id
            """
        ) { (row: inout Row) throws(LedgerError) in
            let posting = Posting(
                order: try row.next(), document: try row.next(), stage: try row.next(), number: try row.next(),
                purpose: try row.next(), lines: try row.next())
            if open?.goesOn(with: posting) ?? false {
                open?.lines += posting.lines
            } else {
                try close()
                open = posting
            }
        }
        try close()
    }

    /// The text of a column behind the count of its bytes, or `-` for none: how a line of an order is packed.
    private static func packed(_ column: String) -> String {
        "coalesce(length(CAST(\(column) AS BLOB)) || ':' || \(column) || ',', '-,')"
    }
}
