extension Schema {
    /// What lies in a drop, is not taken, and is for a person to see.
    static let drops = """
        CREATE TABLE untaken_file (
            path   TEXT PRIMARY KEY,
            reason TEXT NOT NULL,
            since  INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
