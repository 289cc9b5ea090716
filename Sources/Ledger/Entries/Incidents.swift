extension Ledger {
    /// Is something that was wrong for a while, and of which somebody was told once.
    public struct Incident: Sendable, Hashable {
        /// Names the rule that found it.
        public var rule: String
        /// Names what it is about: a partner, an endpoint.
        public var subject: String
        /// Tells what was found when it began.
        public var detail: String
        /// Is when it was found.
        public var beganAt: Int64
        /// Is when it was found to be over; nil before.
        public var endedAt: Int64?

        /// Makes an incident that begins.
        public init(rule: String, subject: String, detail: String, beganAt: Int64) {
            self.rule = rule
            self.subject = subject
            self.detail = detail
            self.beganAt = beganAt
        }
    }
}

extension Ledger.Incident: RowReadable {
    static let columns = "rule, subject, detail, began_at, ended_at"

    init(_ row: inout Row) throws(LedgerError) {
        rule = try row.next()
        subject = try row.next()
        detail = try row.next()
        beganAt = try row.next()
        endedAt = try row.next()
    }
}

extension Ledger.Transaction {
    /// Records that an incident begins; throws `duplicate` while one of the same rule and subject is open.
    public func insert(_ incident: Ledger.Incident) throws(LedgerError) -> Int {
        try writing().insert(
            "INSERT INTO incident (\(Ledger.Incident.columns)) VALUES (?, ?, ?, ?, ?)",
            [incident.rule, incident.subject, incident.detail, incident.beganAt, incident.endedAt])
    }

    /// Records that an incident is over; throws `absent` when it is not open.
    public func endIncident(_ id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE incident SET ended_at = ? WHERE id = ? AND ended_at IS NULL", [time, id],
            orThrow: "incident \(id) is not open")
    }
}

extension Ledger {
    /// Lists the incidents that are open, oldest first.
    public func openIncidents() throws(LedgerError) -> [Recorded<Incident>] {
        try connection.rows("SELECT id, \(Incident.columns) FROM incident WHERE ended_at IS NULL ORDER BY id")
    }

    /// Finds an incident by its id.
    public func incident(_ id: Int) throws(LedgerError) -> Recorded<Incident>? {
        try connection.row("SELECT id, \(Incident.columns) FROM incident WHERE id = ?", [id])
    }
}
