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

    /// The lines of a document stand one after another, since they were recorded in one go.
    private static func pack(_ connection: SQLiteConnection) throws(LedgerError) {
        var open: (order: Int, posting: Ledger.OrderPosting)?
        func close() throws(LedgerError) {
            guard let done = open else { return }
            open = nil
            try connection.run(Ledger.OrderPosting.insertion, [done.order] + done.posting.values)
        }
        try connection.forEach(
            """
            SELECT order_id, document_id, stage, number, purpose, line, items, quantity, unit, price
            FROM order_posting_1 ORDER BY id
            """
        ) { (row: inout Row) throws(LedgerError) in
            let order: Int = try row.next()
            var posting = Ledger.OrderPosting(
                documentID: try row.next(), stage: try row.next(), number: try row.next(), purpose: try row.next(),
                lines: [])
            let line = Ledger.OrderLine(
                line: try row.next(), items: Ledger.OrderLine.split(try row.next()), quantity: try row.next(),
                unit: try row.next(),
                price: try row.next())
            if let before = open, before.order == order, before.posting.documentID == posting.documentID,
                before.posting.stage == posting.stage
            {
                open?.posting.lines.append(line)
            } else {
                try close()
                posting.lines = [line]
                open = (order, posting)
            }
        }
        try close()
    }
}
