extension Ledger {
    /// Is how a place outside the root does to which deliveries go: a web server, a program, an SFTP server.
    public struct Endpoint: Sendable, Hashable {
        /// Names it, such as `webhook https://erp.example:443`.
        public var name: String
        /// Counts the attempts that failed one after the other.
        public var failures: Int
        /// Counts how often its breaker opened without a success between.
        public var openings: Int
        /// Is until when nothing is sent there, after which one delivery is tried; nil while its breaker is closed.
        public var openUntil: Int64?
        /// Is when a delivery was last taken there; nil before.
        public var lastSuccessAt: Int64?
        /// Is when one last failed there; nil before.
        public var lastFailureAt: Int64?
        /// Tells why; nil before.
        public var lastError: String?

        /// Makes an endpoint of which nothing is known yet, unless said otherwise.
        public init(
            name: String, failures: Int = 0, openings: Int = 0, openUntil: Int64? = nil, lastSuccessAt: Int64? = nil,
            lastFailureAt: Int64? = nil, lastError: String? = nil
        ) {
            self.name = name
            self.failures = failures
            self.openings = openings
            self.openUntil = openUntil
            self.lastSuccessAt = lastSuccessAt
            self.lastFailureAt = lastFailureAt
            self.lastError = lastError
        }
    }
}

extension Ledger.Endpoint: RowReadable {
    static let columns = "name, failures, openings, open_until, last_success_at, last_failure_at, last_error"

    init(_ row: inout Row) throws(LedgerError) {
        name = try row.next()
        failures = try row.next()
        openings = try row.next()
        openUntil = try row.next()
        lastSuccessAt = try row.next()
        lastFailureAt = try row.next()
        lastError = try row.next()
    }

    var values: [any ColumnValue] {
        [name, failures, openings, openUntil, lastSuccessAt, lastFailureAt, lastError]
    }
}

extension Ledger.Transaction {
    /// Records how an endpoint does.
    public func record(_ endpoint: Ledger.Endpoint) throws(LedgerError) {
        try writing().run(
            """
            INSERT INTO endpoint (\(Ledger.Endpoint.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, openings = excluded.openings,
                open_until = excluded.open_until, last_success_at = excluded.last_success_at,
                last_failure_at = excluded.last_failure_at, last_error = excluded.last_error
            """,
            endpoint.values)
    }
}

extension Ledger.Transaction {
    /// Forgets how an endpoint did.
    public func forget(endpoint name: String) throws(LedgerError) {
        try writing().run("DELETE FROM endpoint WHERE name = ?", [name])
    }
}

extension Ledger {
    /// Finds how an endpoint does; nil when nothing was ever sent there.
    public func endpoint(_ name: String) throws(LedgerError) -> Endpoint? {
        try connection.row("SELECT \(Endpoint.columns) FROM endpoint WHERE name = ?", [name])
    }

    /// Lists the endpoints by name.
    public func endpoints() throws(LedgerError) -> [Endpoint] {
        try connection.rows("SELECT \(Endpoint.columns) FROM endpoint ORDER BY name")
    }
}
