extension Ledger {
    /// Is what one document says of an order.
    public struct OrderPosting: Sendable, Hashable {
        /// Names the document.
        public var documentID: String
        /// Tells how far it brings the lines: `ordered`, `acknowledged`, `shipped` or `invoiced`.
        public var stage: String
        /// Is the document's own number.
        public var number: String
        /// Tells what the document does, such as 05 for a replacement.
        public var purpose: String
        /// Are the lines that it speaks of, in their order, as whoever records them packs them into one text: a row for
        /// each of them would be most of what a document leaves in the ledger.
        public var lines: String

        /// Makes what a document says.
        public init(documentID: String, stage: String, number: String, purpose: String, lines: String) {
            self.documentID = documentID
            self.stage = stage
            self.number = number
            self.purpose = purpose
            self.lines = lines
        }
    }
}

extension Ledger.OrderPosting: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = "document_id, stage, number, purpose, lines"

    init(_ row: inout Row) throws(LedgerError) {
        documentID = try row.next()
        stage = try row.next()
        number = try row.next()
        purpose = try row.next()
        lines = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] { [documentID, stage, number, purpose, lines] }

    fileprivate static let insertion = """
        INSERT INTO order_posting (order_id, \(columns)) VALUES (?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records what a document says of an order; both must be recorded (`orphan`).
    public func post(_ posting: Ledger.OrderPosting, toOrder id: Int) throws(LedgerError) {
        try writing().run(Ledger.OrderPosting.insertion, [id] + posting.values)
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what documents say of an order, in the order of recording.
    public func postings(ofOrder id: Int) throws(LedgerError) -> [OrderPosting] {
        try connection.rows(
            "SELECT \(OrderPosting.columns) FROM order_posting WHERE order_id = ? ORDER BY id", [id])
    }
}
