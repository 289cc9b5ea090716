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
        /// Are the lines that it speaks of, in their order.
        public var lines: [OrderLine]

        /// Makes what a document says.
        public init(documentID: String, stage: String, number: String, purpose: String, lines: [OrderLine]) {
            self.documentID = documentID
            self.stage = stage
            self.number = number
            self.purpose = purpose
            self.lines = lines
        }
    }

    /// Is what a document says of one line of an order.
    public struct OrderLine: Sendable, Hashable {
        /// Is the line's number, as sent.
        public var line: String
        /// Are the item's identifiers, which hold no tabs.
        public var items: [String]
        /// Is the quantity, a decimal; nil when the document names none.
        public var quantity: String?
        /// Is the unit, as sent.
        public var unit: String
        /// Is the price of a unit, a decimal; nil when the document names none.
        public var price: String?

        /// Makes a line.
        public init(line: String, items: [String], quantity: String?, unit: String, price: String?) {
            self.line = line
            self.items = items
            self.quantity = quantity
            self.unit = unit
            self.price = price
        }
    }
}

extension Ledger.OrderPosting: RowReadable {
    /// Names the columns in the order in which they are read and bound. The lines are packed, five texts each: a row for
    /// each of them would be most of what a document leaves in the ledger.
    static let columns = "document_id, stage, number, purpose, lines"

    init(_ row: inout Row) throws(LedgerError) {
        documentID = try row.next()
        stage = try row.next()
        number = try row.next()
        purpose = try row.next()
        guard let lines = Ledger.OrderLine.unpack(try row.next()) else {
            throw LedgerError(.corrupt, reason: "column lines holds no lines of an order")
        }
        self.lines = lines
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] { [documentID, stage, number, purpose, Ledger.OrderLine.pack(lines)] }

    static let insertion = """
        INSERT INTO order_posting (order_id, \(columns)) VALUES (?, ?, ?, ?, ?, ?)
        """
}

extension Ledger.OrderLine {
    fileprivate static func pack(_ lines: [Self]) -> String {
        var texts = PackedTexts()
        for line in lines {
            texts.add(line.line)
            texts.add(line.items, joinedBy: UInt8(ascii: "\t"))
            texts.add(line.quantity)
            texts.add(line.unit)
            texts.add(line.price)
        }
        return String(decoding: texts.packed, as: UTF8.self)
    }

    /// Gives the identifiers of an item from how they are kept, separated by tabs.
    static func split(_ items: String) -> [String] { items.split(separator: "\t").map(String.init) }

    fileprivate static func unpack(_ packed: String) -> [Self]? {
        guard let texts = PackedTexts.unpack(packed), texts.count % 5 == 0 else { return nil }
        var lines: [Self] = []
        for at in stride(from: 0, to: texts.count, by: 5) {
            guard let line = texts[at], let items = texts[at + 1], let unit = texts[at + 3] else { return nil }
            lines.append(
                Self(line: line, items: split(items), quantity: texts[at + 2], unit: unit, price: texts[at + 4]))
        }
        return lines
    }
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
