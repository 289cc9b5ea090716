extension Ledger {
    /// Names a series of control numbers: what goes out between us and a partner counts for itself.
    public struct NumberSeries: Sendable, Hashable {
        /// Names us as the envelope does, qualifier and id.
        public var ourIdentity: String
        /// Names the partner as the envelope does, qualifier and id.
        public var partnerIdentity: String
        /// Is ISA15: P, T or I.
        public var usage: String
        /// Tells what is numbered, such as `interchange` or `group`.
        public var series: String

        /// Names a series.
        public init(ourIdentity: String, partnerIdentity: String, usage: String, series: String) {
            self.ourIdentity = ourIdentity
            self.partnerIdentity = partnerIdentity
            self.usage = usage
            self.series = series
        }

        /// Is the greatest control number of an interchange (ISA13) or functional group (GS06).
        public static let greatest = 999_999_999
    }

    /// Is how far a series has come.
    @dynamicMemberLookup
    public struct ControlNumber: Sendable, Hashable {
        /// Is the row's id.
        public let id: Int
        /// Names the series.
        public let name: NumberSeries
        /// Counts how often the series began at 1, from 1.
        public let cycle: Int
        /// Is the last number given out or passed over, 0 when none was.
        public let last: Int

        /// Reads a part of the series' name.
        public subscript<Field>(dynamicMember field: KeyPath<NumberSeries, Field>) -> Field { name[keyPath: field] }
    }
}

extension Ledger.ControlNumber: RowReadable {
    static let columns = "id, our_identity, partner_identity, usage, series, cycle, last"

    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        name = Ledger.NumberSeries(
            ourIdentity: try row.next(), partnerIdentity: try row.next(), usage: try row.next(),
            series: try row.next())
        cycle = try row.next()
        last = try row.next()
    }
}

extension Ledger.NumberSeries {
    fileprivate var values: [any ColumnValue] { [ourIdentity, partnerIdentity, usage, series] }
}

extension RunningTotals.SeriesPosition: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        cycle = try row.next()
        last = try row.next()
    }
}

extension EngineConnection {
    /// Finds how far a series has come, making it where it is not.
    fileprivate func position(of series: Ledger.NumberSeries) throws(LedgerError) -> RunningTotals.SeriesPosition {
        let known: RunningTotals.SeriesPosition? = try row(
            """
            SELECT id, cycle, last FROM control_number
            WHERE our_identity = ? AND partner_identity = ? AND usage = ? AND series = ?
            """, series.values)
        if let known { return known }
        let id = try insert(
            """
            INSERT INTO control_number (our_identity, partner_identity, usage, series, cycle, last)
            VALUES (?, ?, ?, ?, 1, 0)
            """, series.values)
        return RunningTotals.SeriesPosition(id: id, cycle: 1, last: 0)
    }

    /// Records how far a series has come.
    func write(_ position: RunningTotals.SeriesPosition) throws(LedgerError) {
        try run(
            "UPDATE control_number SET cycle = ?, last = ? WHERE id = ?",
            [position.cycle, position.last, position.id])
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Gives the next number of a series, from 1 to `maximum` and then 1 again, and records what it is for.
    ///
    /// The number is used up when the transaction commits and given again when it does not. Throws `constraint`
    /// when `maximum` is less than 1.
    public func nextControlNumber(
        _ series: Ledger.NumberSeries, for purpose: String, at time: Int64,
        maximum: Int = Ledger.NumberSeries.greatest
    ) throws(LedgerError) -> Int {
        guard maximum >= 1 else {
            throw LedgerError(.constraint, reason: "expected a greatest control number from 1, found \(maximum)")
        }
        let connection = try writing()
        var given: RunningTotals.SeriesPosition
        if let drawn = ledger.totals.drawn[series] {
            given = drawn
        } else {
            given = try connection.position(of: series)
        }
        if given.last >= maximum {
            given.cycle += 1
            given.last = 1
        } else {
            given.last += 1
        }
        try connection.run(
            "INSERT INTO control_number_use (series_id, cycle, number, at, purpose) VALUES (?, ?, ?, ?, ?)",
            [given.id, given.cycle, given.last, time, purpose])
        ledger.totals.drawn[series] = given
        if given.last == 1, given.cycle > 1 {
            try insert(
                Ledger.Event(
                    at: time, kind: "control-number", subject: series.description,
                    detail: "cycle \(given.cycle) begins: after \(maximum) comes 1"))
        }
        return given.last
    }

    /// Makes a series go on with the number `next`: when a partner moves here from another gateway, or asks for a
    /// fresh start. What is passed over is recorded as a gap with its reason.
    ///
    /// Going back begins a new cycle, since the numbers were given out in the old one; without `goingBack` it throws
    /// `constraint`, as do an empty reason and a number outside 1 to `maximum`.
    public func setNextControlNumber(
        _ series: Ledger.NumberSeries, to next: Int, reason: String, at time: Int64, goingBack: Bool = false,
        maximum: Int = Ledger.NumberSeries.greatest
    ) throws(LedgerError) {
        guard (1...max(maximum, 1)).contains(next) else {
            throw LedgerError(.constraint, reason: "expected a control number from 1 to \(maximum), found \(next)")
        }
        guard !reason.isEmpty else { throw LedgerError(.constraint, reason: "expected a reason, found none") }
        _ = try writing()
        let connection = try ledger.settled()
        let found = try connection.position(of: series)
        let passing = Passing(series: found.id, time: time, reason: reason)
        var cycle = found.cycle
        if next > found.last {
            try passing.record(cycle, (found.last &+ 1)..<next, on: connection)
        } else {
            guard goingBack else {
                throw LedgerError(
                    .constraint,
                    reason: "expected a number greater than \(found.last), the last one given out, found \(next)")
            }
            try passing.record(cycle, (found.last &+ 1)..<(maximum &+ 1), on: connection)
            cycle += 1
            try passing.record(cycle, 1..<next, on: connection)
        }
        try connection.write(RunningTotals.SeriesPosition(id: found.id, cycle: cycle, last: next &- 1))
        try insert(
            Ledger.Event(
                at: time, kind: "control-number", subject: series.description,
                detail: "set from \(found.last) in cycle \(found.cycle) to go on with \(next) in cycle \(cycle): "
                    + reason))
    }
}

/// Records numbers that nothing was sent under.
private struct Passing {
    let series: Int
    let time: Int64
    let reason: String

    func record(_ cycle: Int, _ numbers: Range<Int>, on connection: any EngineConnection) throws(LedgerError) {
        guard let last = numbers.last else { return }
        try connection.run(
            "INSERT INTO control_number_gap (series_id, cycle, first, last, at, reason) VALUES (?, ?, ?, ?, ?, ?)",
            [series, cycle, numbers.lowerBound, last, time, reason])
    }
}

extension Ledger.NumberSeries: CustomStringConvertible {
    /// Is one line, such as `01:990417263 to ZZ:ACME, P, interchange`.
    public var description: String { "\(ourIdentity) to \(partnerIdentity), \(usage), \(series)" }
}

// MARK: - Queries

extension Ledger {
    /// Lists the series and how far each has come.
    public func controlNumbers() throws(LedgerError) -> [ControlNumber] {
        try settled().rows(
            """
            SELECT \(ControlNumber.columns) FROM control_number
            ORDER BY our_identity, partner_identity, usage, series
            """)
    }
}
