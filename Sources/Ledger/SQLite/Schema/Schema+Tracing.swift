extension Schema {
    /// What a document is found by, and the ways from any row to the rows that tell its life.
    static let tracing = """
        CREATE TABLE document_key (
            value       TEXT NOT NULL,
            kind        TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES document,
            PRIMARY KEY (value, kind, document_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_key_document ON document_key (document_id);

        ALTER TABLE document ADD COLUMN content_sha256 BLOB CHECK (length(content_sha256) = 32);
        ALTER TABLE document ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
        ALTER TABLE document ADD COLUMN release TEXT NOT NULL DEFAULT '';
        CREATE INDEX document_set ON document (set_id);

        CREATE INDEX finding_set ON finding (set_id) WHERE set_id IS NOT NULL;
        CREATE INDEX delivery_reference ON delivery (reference, kind);
        CREATE INDEX delivery_file_name ON delivery (file_name);
        CREATE INDEX arrival_file_name ON arrival (file_name);
        CREATE INDEX acknowledgment_control_number ON acknowledgment (control_number);
        CREATE INDEX functional_group_control_number ON functional_group (control_number);
        CREATE INDEX event_subject ON event (subject);
        CREATE INDEX quarantine_interchange ON quarantine (interchange_id);
        CREATE INDEX quarantine_arrival ON quarantine (arrival_id);
        """
}
