extension Schema {
    /// What people mend, and the rules under which each interchange was judged.
    static let mending = """
        CREATE TABLE patch (
            id             INTEGER PRIMARY KEY,
            quarantine_id  INTEGER NOT NULL REFERENCES quarantine,
            at             INTEGER NOT NULL,
            who            TEXT NOT NULL CHECK (who <> ''),
            why            TEXT NOT NULL CHECK (why <> ''),
            place          TEXT NOT NULL,
            old            TEXT NOT NULL,
            new            TEXT NOT NULL,
            verdict        TEXT NOT NULL CHECK (verdict IN ('A', 'E', 'P', 'R')),
            payload_sha256 BLOB NOT NULL REFERENCES payload
        ) STRICT;
        CREATE INDEX patch_quarantine ON patch (quarantine_id);

        -- An arrival that a person brought about: the file that is worked anew.
        ALTER TABLE arrival ADD COLUMN requeue_of INTEGER REFERENCES quarantine;
        CREATE INDEX arrival_requeue ON arrival (requeue_of) WHERE requeue_of IS NOT NULL;

        CREATE TABLE profile_version (
            id            INTEGER PRIMARY KEY,
            partner       TEXT NOT NULL,
            sha256        BLOB NOT NULL CHECK (length(sha256) = 32),
            first_used_at INTEGER NOT NULL,
            bytes         BLOB NOT NULL,
            UNIQUE (partner, sha256)
        ) STRICT;
        ALTER TABLE interchange ADD COLUMN profile_id INTEGER REFERENCES profile_version;
        CREATE INDEX interchange_recorded ON interchange (recorded_at);
        CREATE INDEX delivery_dead ON delivery (id) WHERE given_up_at IS NOT NULL;
        """
}
