extension Schema {
    /// How far each partner's profile was brought, by whom, and from what to what.
    ///
    /// A row is begun before the file is written and ended after it, so that a promotion whose process died in between is
    /// found by the next command.
    static let promoting = """
        CREATE TABLE promotion (
            id         INTEGER PRIMARY KEY,
            partner    TEXT NOT NULL,
            began_at   INTEGER NOT NULL,
            ended_at   INTEGER,
            who        TEXT NOT NULL CHECK (who <> ''),
            why        TEXT NOT NULL,
            from_stage TEXT NOT NULL,
            to_stage   TEXT NOT NULL,
            version    INTEGER NOT NULL,
            before_id  INTEGER NOT NULL REFERENCES profile_version,
            after_id   INTEGER NOT NULL REFERENCES profile_version,
            undoes     INTEGER REFERENCES promotion,
            detail     TEXT NOT NULL,
            state      TEXT NOT NULL CHECK (state IN ('begun', 'done', 'abandoned')),
            CHECK ((state = 'begun') = (ended_at IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX promotion_begun ON promotion (partner) WHERE state = 'begun';
        CREATE INDEX promotion_partner ON promotion (partner, id);
        CREATE INDEX promotion_undoes ON promotion (undoes) WHERE undoes IS NOT NULL;
        """
}
