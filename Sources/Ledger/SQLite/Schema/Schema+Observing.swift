extension Schema {
    /// What is counted as it happens, so that nobody has to read the whole ledger to know it, and what is wrong now.
    ///
    /// The rows of `tally` and `latency` change in the transaction of what they count: they are as exact as the ledger.
    static let observing = """
        CREATE TABLE tally (
            name    TEXT NOT NULL,
            partner TEXT NOT NULL,
            kind    TEXT NOT NULL,
            count   INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            PRIMARY KEY (name, partner, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE latency (
            stage   TEXT NOT NULL,
            partner TEXT NOT NULL,
            kind    TEXT NOT NULL,
            bucket  INTEGER NOT NULL,
            count   INTEGER NOT NULL,
            total   INTEGER NOT NULL,
            PRIMARY KEY (stage, partner, kind, bucket)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE incident (
            id       INTEGER PRIMARY KEY,
            rule     TEXT NOT NULL,
            subject  TEXT NOT NULL,
            detail   TEXT NOT NULL,
            began_at INTEGER NOT NULL,
            ended_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX incident_open ON incident (rule, subject) WHERE ended_at IS NULL;
        """
}
