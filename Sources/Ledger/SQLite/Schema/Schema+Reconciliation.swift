extension Schema {
    /// What we sent and what was answered, and who ended what was held.
    static let reconciliation = """
        CREATE TABLE sent_set (
            set_id         INTEGER PRIMARY KEY REFERENCES transaction_set,
            interchange_id INTEGER NOT NULL REFERENCES interchange,
            group_id       INTEGER NOT NULL REFERENCES functional_group,
            partner        TEXT NOT NULL,
            "set"          TEXT NOT NULL,
            control_number TEXT NOT NULL,
            document_id    TEXT REFERENCES document,
            number         TEXT NOT NULL,
            sent_at        INTEGER NOT NULL,
            due_at         INTEGER,
            state          TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'accepted-with-errors',
                               'partially-accepted', 'rejected', 'not-expected')),
            settled_at     INTEGER,
            overdue_at     INTEGER
        ) STRICT;
        CREATE INDEX sent_set_interchange ON sent_set (interchange_id);
        CREATE INDEX sent_set_group ON sent_set (group_id);
        CREATE INDEX sent_set_due ON sent_set (due_at) WHERE state = 'waiting' AND due_at IS NOT NULL;
        CREATE INDEX sent_set_partner ON sent_set (partner, set_id);
        CREATE INDEX sent_set_state ON sent_set (state, set_id);
        CREATE INDEX sent_set_document ON sent_set (document_id);

        CREATE TABLE answer (
            id                  INTEGER PRIMARY KEY,
            interchange_id      INTEGER NOT NULL REFERENCES interchange,
            set_id              INTEGER REFERENCES transaction_set,
            partner             TEXT NOT NULL,
            kind                TEXT NOT NULL CHECK (kind IN ('997', '999', 'TA1')),
            subject             TEXT NOT NULL,
            letter              TEXT NOT NULL,
            codes               TEXT NOT NULL,
            effect              TEXT NOT NULL CHECK (effect IN ('settled', 'confirmed', 'contradicted', 'noted',
                                    'unmatched')),
            is_late             INTEGER NOT NULL CHECK (is_late IN (0, 1)),
            sent_set_id         INTEGER REFERENCES sent_set,
            sent_interchange_id INTEGER REFERENCES interchange,
            received_at         INTEGER NOT NULL,
            closed_at           INTEGER,
            closed_by           TEXT,
            closed_because      TEXT,
            detail              TEXT NOT NULL
        ) STRICT;
        CREATE INDEX answer_sent_set ON answer (sent_set_id) WHERE sent_set_id IS NOT NULL;
        CREATE INDEX answer_sent_interchange ON answer (sent_interchange_id) WHERE sent_interchange_id IS NOT NULL;
        CREATE INDEX answer_interchange ON answer (interchange_id);
        CREATE INDEX answer_open ON answer (id) WHERE effect IN ('unmatched', 'contradicted') AND closed_at IS NULL;

        INSERT INTO sent_set
            SELECT transaction_set.id, interchange.id, functional_group.id, coalesce(interchange.partner, ''),
                transaction_set."set", transaction_set.control_number, document.id, coalesce(document.number, ''),
                interchange.recorded_at, NULL, 'not-expected', NULL, NULL
            FROM interchange JOIN functional_group ON functional_group.interchange_id = interchange.id
                JOIN transaction_set ON transaction_set.group_id = functional_group.id
                LEFT JOIN document ON document.set_id = transaction_set.id
            WHERE interchange.direction = 'out' GROUP BY transaction_set.id;

        -- Until when a person must have looked at what was accepted on the wire, and how it was ended.
        ALTER TABLE quarantine ADD COLUMN due_at INTEGER;
        ALTER TABLE quarantine ADD COLUMN overdue_at INTEGER;
        ALTER TABLE quarantine ADD COLUMN outcome TEXT
            CHECK (outcome IN ('fixed', 'requeued', 'released', 'discarded'));
        ALTER TABLE quarantine ADD COLUMN released_by TEXT;
        ALTER TABLE quarantine ADD COLUMN released_because TEXT;
        -- How far the application advice (824) has come that tells the sender.
        ALTER TABLE quarantine ADD COLUMN advice TEXT NOT NULL DEFAULT 'none'
            CHECK (advice IN ('none', 'due', 'sent'));
        CREATE INDEX quarantine_set ON quarantine (set_id) WHERE set_id IS NOT NULL;
        CREATE INDEX quarantine_due ON quarantine (due_at) WHERE released_at IS NULL AND due_at IS NOT NULL;
        """
}
