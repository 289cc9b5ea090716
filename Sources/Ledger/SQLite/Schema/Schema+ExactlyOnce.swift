extension Schema {
    /// Chains the events, counts the use of each control number, and lets a file be placed exactly once.
    ///
    /// The tables that change are made anew beside the old ones; no other table refers to them.
    static func exactlyOnce(_ connection: SQLiteConnection) throws(LedgerError) {
        try connection.execute(chainedEvents)
        try chain(connection)
        try connection.execute("DROP TABLE event_1")
        // After the copying, which they would check against themselves row for row.
        try connection.execute(eventGuards)
        try connection.execute(placedOnce)
        try connection.execute(countedNumbers)
    }

    private static let chainedEvents = """
        DROP TRIGGER event_unchanged;
        DROP TRIGGER event_kept;
        DROP TRIGGER event_not_replaced;
        ALTER TABLE event RENAME TO event_1;
        CREATE TABLE event (
            id       INTEGER PRIMARY KEY,
            at       INTEGER NOT NULL,
            kind     TEXT NOT NULL,
            subject  TEXT NOT NULL,
            detail   TEXT NOT NULL,
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash     BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """

    /// Numbers the old events without holes and chains them.
    private static func chain(_ connection: SQLiteConnection) throws(LedgerError) {
        var last = 0
        var link: Ledger.EventLink?
        while true {
            let some: [Ledger.Recorded<Ledger.Event>] = try connection.rows(
                "SELECT id, at, kind, subject, detail FROM event_1 WHERE id > ? ORDER BY id LIMIT 1000", [last])
            guard let greatest = some.last?.id else { return }
            last = greatest
            for event in some { link = try Ledger.Event.append(event.entry, after: link, to: connection) }
        }
    }

    private static let eventGuards = """
        CREATE INDEX event_subject ON event (subject);
        CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER event_kept BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
        -- INSERT OR REPLACE deletes without firing the trigger above; it falls to this one.
        CREATE TRIGGER event_follows BEFORE INSERT ON event
            WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM event)
                OR NEW.previous IS NOT coalesce((SELECT hash FROM event ORDER BY id DESC LIMIT 1), zeroblob(32))
            BEGIN SELECT RAISE(ABORT, 'an event follows on the one before it'); END;
        """

    /// `work_name` ties a file in work/ to its arrival for good. `staged` names the private file from which a delivery
    /// is placed: once it is recorded, that file's absence says that the delivery was placed. Bytes that another row
    /// holds are not held again: `payload` is NULL then.
    private static let placedOnce = """
        ALTER TABLE arrival ADD COLUMN work_name TEXT;
        CREATE UNIQUE INDEX arrival_work_name ON arrival (work_name) WHERE work_name IS NOT NULL;

        DROP INDEX delivery_pending;
        ALTER TABLE delivery RENAME TO delivery_1;
        CREATE TABLE delivery (
            id           INTEGER PRIMARY KEY,
            kind         TEXT NOT NULL CHECK (kind IN ('document', 'acknowledgment', 'interchange', 'quarantine')),
            reference    TEXT NOT NULL,
            partner      TEXT NOT NULL,
            folder       TEXT NOT NULL,
            file_name    TEXT NOT NULL,
            created_at   INTEGER NOT NULL,
            staged       TEXT,
            placed_as    TEXT,
            delivered_at INTEGER,
            given_up_at  INTEGER CHECK (given_up_at IS NULL OR delivered_at IS NULL),
            attempts     INTEGER NOT NULL DEFAULT 0,
            last_error   TEXT,
            payload      BLOB CHECK (payload IS NOT NULL OR kind IN ('document', 'acknowledgment'))
        ) STRICT;
        INSERT INTO delivery (id, kind, reference, partner, folder, file_name, created_at, delivered_at, given_up_at,
                              attempts, last_error, payload)
            SELECT id, kind, reference, partner, folder, file_name, created_at, delivered_at, given_up_at,
                   attempts, last_error, payload FROM delivery_1;
        DROP TABLE delivery_1;
        CREATE INDEX delivery_pending ON delivery (id) WHERE delivered_at IS NULL AND given_up_at IS NULL;
        CREATE INDEX delivery_reference ON delivery (reference, kind);
        CREATE INDEX delivery_file_name ON delivery (file_name);
        """

    /// A cycle ends at the greatest number, or when a person sets the series back. Every number of a cycle up to its
    /// last one is either a use or part of a gap.
    private static let countedNumbers = """
        ALTER TABLE control_number RENAME TO control_number_1;
        CREATE TABLE control_number (
            id               INTEGER PRIMARY KEY,
            our_identity     TEXT NOT NULL,
            partner_identity TEXT NOT NULL,
            usage            TEXT NOT NULL,
            series           TEXT NOT NULL,
            cycle            INTEGER NOT NULL CHECK (cycle >= 1),
            last             INTEGER NOT NULL CHECK (last >= 0),
            UNIQUE (our_identity, partner_identity, usage, series)
        ) STRICT;
        CREATE TABLE control_number_use (
            series_id INTEGER NOT NULL REFERENCES control_number,
            cycle     INTEGER NOT NULL,
            number    INTEGER NOT NULL CHECK (number >= 1),
            at        INTEGER NOT NULL,
            purpose   TEXT NOT NULL,
            PRIMARY KEY (series_id, cycle, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE control_number_gap (
            series_id INTEGER NOT NULL REFERENCES control_number,
            cycle     INTEGER NOT NULL,
            first     INTEGER NOT NULL CHECK (first >= 1),
            last      INTEGER NOT NULL CHECK (last >= first),
            at        INTEGER NOT NULL,
            reason    TEXT NOT NULL CHECK (reason <> ''),
            PRIMARY KEY (series_id, cycle, first)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO control_number (our_identity, partner_identity, usage, series, cycle, last)
            SELECT our_identity, partner_identity, usage, series, 1, last FROM control_number_1;
        INSERT INTO control_number_gap (series_id, cycle, first, last, at, reason)
            SELECT id, 1, 1, last, 0, 'given out before the ledger recorded the use of each number'
            FROM control_number WHERE last >= 1;
        DROP TABLE control_number_1;
        """
}
