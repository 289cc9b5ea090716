extension Ledger {
    /// Is the last number given out in a series.
    public struct ControlNumber: Sendable, Hashable {
        /// Names us as the envelope does, qualifier and id.
        public let ourIdentity: String
        /// Names the partner as the envelope does, qualifier and id.
        public let partnerIdentity: String
        /// Is ISA15: P, T or I.
        public let usage: String
        /// Names the series, such as `interchange` or `group`.
        public let series: String
        /// Is the last number given out, 0 when none was.
        public let last: Int
    }
}

extension Ledger.ControlNumber: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        ourIdentity = try row.next()
        partnerIdentity = try row.next()
        usage = try row.next()
        series = try row.next()
        last = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Gives the next number of a series: from 1 to `maximum`, then 1 again.
    ///
    /// The number is used up when the transaction commits and given again when it does not. Throws `constraint`
    /// when `maximum` is less than 1.
    public func nextControlNumber(
        us: String, partner: String, usage: String, series: String, maximum: Int = 999_999_999
    ) throws(LedgerError) -> Int {
        guard maximum >= 1 else {
            throw LedgerError(.constraint, reason: "expected a greatest control number from 1, found \(maximum)")
        }
        let given: Int? = try writing().value(
            """
            INSERT INTO control_number (our_identity, partner_identity, usage, series, last)
            VALUES (?1, ?2, ?3, ?4, 1)
            ON CONFLICT DO UPDATE SET last = CASE WHEN last >= ?5 THEN 1 ELSE last + 1 END
            RETURNING last
            """, [us, partner, usage, series, maximum])
        guard let given else {
            throw LedgerError(.failed, reason: "no number was given in the series \(series)")
        }
        return given
    }

    /// Sets the last number of a series, so that the next one follows on it: when a partner moves here from another
    /// gateway, or asks for a fresh start. Throws `constraint` when `last` is negative.
    public func setLastControlNumber(
        us: String, partner: String, usage: String, series: String, to last: Int
    ) throws(LedgerError) {
        try writing().run(
            """
            INSERT INTO control_number (our_identity, partner_identity, usage, series, last)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET last = excluded.last
            """, [us, partner, usage, series, last])
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the series with the last number given out in each.
    public func controlNumbers() throws(LedgerError) -> [ControlNumber] {
        try connection.rows(
            """
            SELECT our_identity, partner_identity, usage, series, last FROM control_number
            ORDER BY our_identity, partner_identity, usage, series
            """)
    }
}
