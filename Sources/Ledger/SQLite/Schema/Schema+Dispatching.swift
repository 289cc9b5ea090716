extension Schema {
    /// What is on its way to endpoints outside the root: a queue, every attempt, and how each endpoint does.
    ///
    /// A delivery with a row in `dispatch` goes to an endpoint, any other to a folder. The row goes away when the
    /// delivery is done, so that the queue is as large as what waits. Of the rows of one `order_key` only the first is
    /// not `is_behind`. `due_at` is NULL once the delivery was given up: the row still stands before those behind it.
    static let dispatching = """
        ALTER TABLE delivery ADD COLUMN discarded_at INTEGER;
        CREATE INDEX delivery_given_up ON delivery (id) WHERE given_up_at IS NOT NULL AND discarded_at IS NULL;

        CREATE TABLE delivery_attempt (
            id          INTEGER PRIMARY KEY,
            delivery_id INTEGER NOT NULL REFERENCES delivery,
            number      INTEGER NOT NULL CHECK (number >= 1),
            endpoint    TEXT NOT NULL,
            began_at    INTEGER NOT NULL,
            ended_at    INTEGER,
            outcome     TEXT CHECK (outcome IN ('delivered', 'failed', 'refused', 'lost')),
            status      TEXT NOT NULL DEFAULT '',
            detail      TEXT NOT NULL DEFAULT '',
            UNIQUE (delivery_id, number),
            CHECK ((ended_at IS NULL) = (outcome IS NULL))
        ) STRICT;

        CREATE TABLE dispatch (
            delivery_id INTEGER PRIMARY KEY REFERENCES delivery,
            endpoint    TEXT NOT NULL,
            lane        INTEGER NOT NULL CHECK (lane BETWEEN 1 AND 9),
            order_key   TEXT,
            is_behind   INTEGER NOT NULL DEFAULT 0,
            due_at      INTEGER,
            failures    INTEGER NOT NULL DEFAULT 0,
            attempt_id  INTEGER REFERENCES delivery_attempt
        ) STRICT;
        CREATE INDEX dispatch_ready ON dispatch (endpoint, lane, delivery_id)
            WHERE is_behind = 0 AND attempt_id IS NULL;
        CREATE INDEX dispatch_due ON dispatch (endpoint, due_at);
        CREATE INDEX dispatch_order ON dispatch (order_key, delivery_id) WHERE order_key IS NOT NULL;
        CREATE INDEX dispatch_under_way ON dispatch (attempt_id) WHERE attempt_id IS NOT NULL;

        CREATE TABLE endpoint (
            name            TEXT NOT NULL PRIMARY KEY,
            failures        INTEGER NOT NULL DEFAULT 0,
            openings        INTEGER NOT NULL DEFAULT 0,
            open_until      INTEGER,
            last_success_at INTEGER,
            last_failure_at INTEGER,
            last_error      TEXT
        ) STRICT, WITHOUT ROWID;
        """
}
