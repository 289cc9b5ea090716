extension Schema {
    /// How far orders have come, and which control numbers partners sent last.
    static let orders = """
        CREATE TABLE purchase_order (
            id                 INTEGER PRIMARY KEY,
            partner            TEXT NOT NULL,
            direction          TEXT NOT NULL CHECK (direction IN ('in', 'out')),
            number             TEXT NOT NULL,
            release            TEXT NOT NULL,
            document_id        TEXT REFERENCES document,
            placed_at          INTEGER,
            acknowledgment_due INTEGER,
            ship_notice_due    INTEGER,
            invoice_due        INTEGER,
            acknowledged_at    INTEGER,
            shipped_at         INTEGER,
            invoiced_at        INTEGER,
            told_overdue       INTEGER NOT NULL DEFAULT 0,
            UNIQUE (partner, direction, number, release)
        ) STRICT;
        CREATE INDEX purchase_order_acknowledgment ON purchase_order (acknowledgment_due)
            WHERE acknowledgment_due IS NOT NULL AND acknowledged_at IS NULL;
        CREATE INDEX purchase_order_ship_notice ON purchase_order (ship_notice_due)
            WHERE ship_notice_due IS NOT NULL AND shipped_at IS NULL;
        CREATE INDEX purchase_order_invoice ON purchase_order (invoice_due)
            WHERE invoice_due IS NOT NULL AND invoiced_at IS NULL;
        CREATE INDEX purchase_order_number ON purchase_order (number);
        CREATE INDEX purchase_order_known ON purchase_order (partner, direction) WHERE document_id IS NOT NULL;

        CREATE TABLE order_posting (
            id          INTEGER PRIMARY KEY,
            order_id    INTEGER NOT NULL REFERENCES purchase_order,
            document_id TEXT NOT NULL REFERENCES document,
            stage       TEXT NOT NULL CHECK (stage IN ('ordered', 'acknowledged', 'shipped', 'invoiced')),
            number      TEXT NOT NULL,
            purpose     TEXT NOT NULL,
            line        TEXT NOT NULL,
            items       TEXT NOT NULL,
            quantity    TEXT,
            unit        TEXT NOT NULL,
            price       TEXT
        ) STRICT;
        CREATE INDEX order_posting_order ON order_posting (order_id, id);
        CREATE INDEX order_posting_document ON order_posting (document_id);

        CREATE TABLE received_number (
            sender_qualifier   TEXT NOT NULL,
            sender_id          TEXT NOT NULL,
            receiver_qualifier TEXT NOT NULL,
            receiver_id        TEXT NOT NULL,
            usage              TEXT NOT NULL,
            series             TEXT NOT NULL,
            last               INTEGER NOT NULL,
            at                 INTEGER NOT NULL,
            PRIMARY KEY (sender_qualifier, sender_id, receiver_qualifier, receiver_id, usage, series)
        ) STRICT, WITHOUT ROWID;
        """
}
