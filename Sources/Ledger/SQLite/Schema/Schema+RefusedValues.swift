extension Schema {
    /// The values for which documents of ours were not sent: such a document has no interchange that findings stand on.
    static let refusedValues = """
        CREATE TABLE refused_value (
            id            INTEGER PRIMARY KEY,
            quarantine_id INTEGER NOT NULL REFERENCES quarantine,
            at            INTEGER NOT NULL,
            partner       TEXT NOT NULL,
            code          TEXT NOT NULL,
            value         TEXT NOT NULL,
            message       TEXT NOT NULL,
            document_id   TEXT NOT NULL,
            kind          TEXT NOT NULL,
            number        TEXT NOT NULL,
            amount        TEXT
        ) STRICT;
        CREATE INDEX refused_value_at ON refused_value (at);
        """
}
