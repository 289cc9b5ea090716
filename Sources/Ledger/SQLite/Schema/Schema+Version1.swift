extension Schema {
    /// The first tables. Columns that can be large come last, so that the others are read without them.
    static let version1 = """
        CREATE TABLE payload (
            sha256        BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
            size          INTEGER NOT NULL CHECK (size >= 0),
            archived_path TEXT,
            received_at   INTEGER NOT NULL,
            bytes         BLOB CHECK (length(bytes) = size),
            CHECK ((bytes IS NULL) <> (archived_path IS NULL))
        ) STRICT;

        CREATE TABLE arrival (
            id             INTEGER PRIMARY KEY,
            partner        TEXT NOT NULL,
            folder         TEXT NOT NULL,
            file_name      TEXT NOT NULL,
            payload_sha256 BLOB NOT NULL REFERENCES payload,
            arrived_at     INTEGER NOT NULL,
            state          TEXT NOT NULL CHECK (state IN ('claimed', 'recorded', 'quarantined')),
            finished_at    INTEGER,
            CHECK ((state = 'claimed') = (finished_at IS NULL))
        ) STRICT;
        CREATE INDEX arrival_claimed ON arrival (id) WHERE state = 'claimed';

        CREATE TABLE interchange (
            id                 INTEGER PRIMARY KEY,
            arrival_id         INTEGER REFERENCES arrival,
            ordinal            INTEGER NOT NULL,
            direction          TEXT NOT NULL CHECK (direction IN ('in', 'out')),
            partner            TEXT,
            sender_qualifier   TEXT NOT NULL,
            sender_id          TEXT NOT NULL,
            receiver_qualifier TEXT NOT NULL,
            receiver_id        TEXT NOT NULL,
            control_number     TEXT NOT NULL,
            usage              TEXT NOT NULL,
            version            TEXT NOT NULL,
            dated              TEXT NOT NULL,
            sha256             BLOB NOT NULL CHECK (length(sha256) = 32),
            byte_offset        INTEGER NOT NULL,
            byte_length        INTEGER NOT NULL,
            payload_sha256     BLOB NOT NULL REFERENCES payload,
            verdict            TEXT NOT NULL CHECK (verdict IN ('A', 'E', 'R')),
            ta1_code           TEXT NOT NULL,
            disposition        TEXT NOT NULL CHECK (disposition IN
                                   ('processed', 'retransmission', 'collision', 'quarantined', 'sent')),
            recorded_at        INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX interchange_identity ON interchange
            (direction, sender_qualifier, sender_id, receiver_qualifier, receiver_id, usage, control_number);
        CREATE INDEX interchange_control_number ON interchange (control_number);
        CREATE INDEX interchange_arrival ON interchange (arrival_id);
        -- An arrival that is worked again after a crash cannot be recorded twice.
        CREATE UNIQUE INDEX interchange_once ON interchange (arrival_id, ordinal) WHERE direction = 'in';

        CREATE TABLE functional_group (
            id             INTEGER PRIMARY KEY,
            interchange_id INTEGER NOT NULL REFERENCES interchange,
            ordinal        INTEGER NOT NULL,
            code           TEXT NOT NULL,
            sender         TEXT NOT NULL,
            receiver       TEXT NOT NULL,
            control_number TEXT NOT NULL,
            version        TEXT NOT NULL,
            verdict        TEXT NOT NULL CHECK (verdict IN ('A', 'E', 'P', 'R')),
            claimed        INTEGER NOT NULL,
            received       INTEGER NOT NULL,
            accepted       INTEGER NOT NULL,
            UNIQUE (interchange_id, ordinal)
        ) STRICT;

        CREATE TABLE transaction_set (
            id             INTEGER PRIMARY KEY,
            group_id       INTEGER NOT NULL REFERENCES functional_group,
            ordinal        INTEGER NOT NULL,
            "set"          TEXT NOT NULL,
            control_number TEXT NOT NULL,
            verdict        TEXT NOT NULL CHECK (verdict IN ('A', 'E', 'R')),
            segments       INTEGER NOT NULL,
            byte_offset    INTEGER NOT NULL,
            byte_length    INTEGER NOT NULL,
            UNIQUE (group_id, ordinal)
        ) STRICT;

        CREATE TABLE finding (
            id             INTEGER PRIMARY KEY,
            interchange_id INTEGER NOT NULL REFERENCES interchange,
            set_id         INTEGER REFERENCES transaction_set,
            code           TEXT NOT NULL,
            severity       TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
            segment        TEXT,
            segment_index  INTEGER,
            element        INTEGER,
            component      INTEGER,
            repetition     INTEGER,
            byte_offset    INTEGER,
            value          TEXT,
            message        TEXT NOT NULL
        ) STRICT;
        CREATE INDEX finding_interchange ON finding (interchange_id);

        CREATE TABLE document (
            id             TEXT NOT NULL PRIMARY KEY,
            kind           TEXT NOT NULL,
            number         TEXT NOT NULL,
            partner        TEXT NOT NULL,
            interchange_id INTEGER REFERENCES interchange,
            set_id         INTEGER REFERENCES transaction_set,
            direction      TEXT NOT NULL CHECK (direction IN ('in', 'out')),
            created_at     INTEGER NOT NULL,
            state          TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'held')),
            bytes          BLOB NOT NULL
        ) STRICT;
        CREATE INDEX document_number ON document (number);
        CREATE INDEX document_interchange ON document (interchange_id);

        CREATE TABLE acknowledgment (
            id             INTEGER PRIMARY KEY,
            interchange_id INTEGER NOT NULL REFERENCES interchange,
            kind           TEXT NOT NULL CHECK (kind IN ('997', '999', 'TA1')),
            control_number TEXT NOT NULL,
            created_at     INTEGER NOT NULL,
            state          TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'held')),
            bytes          BLOB NOT NULL
        ) STRICT;
        CREATE INDEX acknowledgment_interchange ON acknowledgment (interchange_id);

        CREATE TABLE control_number (
            our_identity     TEXT NOT NULL,
            partner_identity TEXT NOT NULL,
            usage            TEXT NOT NULL,
            series           TEXT NOT NULL,
            last             INTEGER NOT NULL CHECK (last >= 0),
            PRIMARY KEY (our_identity, partner_identity, usage, series)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE delivery (
            id           INTEGER PRIMARY KEY,
            kind         TEXT NOT NULL CHECK (kind IN ('document', 'acknowledgment', 'interchange', 'quarantine')),
            reference    TEXT NOT NULL,
            partner      TEXT NOT NULL,
            folder       TEXT NOT NULL,
            file_name    TEXT NOT NULL,
            created_at   INTEGER NOT NULL,
            delivered_at INTEGER,
            given_up_at  INTEGER CHECK (given_up_at IS NULL OR delivered_at IS NULL),
            attempts     INTEGER NOT NULL DEFAULT 0,
            last_error   TEXT,
            payload      BLOB NOT NULL
        ) STRICT;
        CREATE INDEX delivery_pending ON delivery (id) WHERE delivered_at IS NULL AND given_up_at IS NULL;

        CREATE TABLE quarantine (
            id             INTEGER PRIMARY KEY,
            arrival_id     INTEGER NOT NULL REFERENCES arrival,
            interchange_id INTEGER REFERENCES interchange,
            set_id         INTEGER REFERENCES transaction_set,
            partner        TEXT,
            reason         TEXT NOT NULL,
            explanation    TEXT NOT NULL,
            remedy         TEXT NOT NULL,
            created_at     INTEGER NOT NULL,
            released_at    INTEGER
        ) STRICT;
        CREATE INDEX quarantine_open ON quarantine (id) WHERE released_at IS NULL;

        CREATE TABLE event (
            id      INTEGER PRIMARY KEY,
            at      INTEGER NOT NULL,
            kind    TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail  TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER event_kept BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
        -- INSERT OR REPLACE deletes without firing the trigger above.
        CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
            WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END;
        """
}
