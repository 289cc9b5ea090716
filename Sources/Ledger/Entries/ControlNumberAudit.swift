extension Ledger {
    /// Is a run of control numbers under which nothing was sent, and why.
    public struct NumberGap: Sendable, Hashable {
        /// Counts how often the series had begun at 1.
        public let cycle: Int
        /// Is the first number of the gap.
        public let first: Int
        /// Is the last number of the gap.
        public let last: Int
        /// Is when it arose.
        public let at: Int64
        /// Tells why nothing was sent under these numbers.
        public let reason: String
    }

    /// Is what is wrong with a series: numbers of which nobody knows what became, or that count twice.
    public struct NumberFault: Sendable, Hashable {
        /// Counts how often the series had begun at 1.
        public let cycle: Int
        /// Is the first number concerned.
        public let first: Int
        /// Is the last number concerned.
        public let last: Int
        /// Tells what is wrong.
        public let explanation: String
    }

    /// Tells how a series' numbers were used, as far as the ledger knows.
    public struct NumberAudit: Sendable, Hashable {
        /// Names the series and how far it has come.
        public let number: ControlNumber
        /// Counts the numbers that were used.
        public let used: Int
        /// Lists the numbers that were passed over, each with its reason.
        public let gaps: [NumberGap]
        /// Lists what is wrong; empty when every number up to the last is either used or in a gap.
        public let faults: [NumberFault]
    }
}

extension Ledger.NumberGap: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        cycle = try row.next()
        first = try row.next()
        last = try row.next()
        at = try row.next()
        reason = try row.next()
    }
}

/// Is a run of numbers of a cycle, used or passed over.
private struct NumberRun: RowReadable {
    let cycle: Int
    let first: Int
    let last: Int

    init(_ row: inout Row) throws(LedgerError) {
        cycle = try row.next()
        first = try row.next()
        last = try row.next()
    }
}

extension Ledger {
    /// Accounts for every number of a series, from the first cycle to the last number given out.
    ///
    /// - Complexity: reads all uses of the series.
    public func audit(
        _ number: ControlNumber, maximum: Int = NumberSeries.greatest
    ) throws(LedgerError) -> NumberAudit {
        let gaps: [NumberGap] = try connection.rows(
            """
            SELECT cycle, first, last, at, reason FROM control_number_gap
            WHERE series_id = ? ORDER BY cycle, first
            """, [number.id])
        var account = NumberAccount(maximum: maximum, lastCycle: number.cycle, last: number.last)
        var used = 0
        // Both tables have the series, the cycle and the number as their keys, so that this is a merge of two scans.
        try connection.forEach(
            """
            SELECT cycle, number, number AS last, 1 AS uses FROM control_number_use WHERE series_id = ?1
            UNION ALL
            SELECT cycle, first, last, 0 FROM control_number_gap WHERE series_id = ?1
            ORDER BY 1, 2
            """, [number.id]
        ) { (row: inout Row) throws(LedgerError) in
            let run = try NumberRun(&row)
            used += try row.next(as: Int.self)
            account.add(cycle: run.cycle, run.first...max(run.first, run.last))
        }
        account.finish()
        return NumberAudit(number: number, used: used, gaps: gaps, faults: account.faults)
    }

    /// Tells what a number was used for: every use of it in any cycle, the latest first.
    public func uses(of number: Int, in series: ControlNumber) throws(LedgerError) -> [String] {
        try connection.column(
            "SELECT purpose FROM control_number_use WHERE series_id = ? AND number = ? ORDER BY cycle DESC",
            [series.id, number])
    }
}

/// Accounts for the numbers of a series as their runs come in order.
private struct NumberAccount {
    /// One hole per number could be a billion; a person needs the first ones.
    private static let mostFaults = 1_000

    let maximum: Int
    let lastCycle: Int
    let last: Int
    private(set) var faults: [Ledger.NumberFault] = []
    private var cycle = 1
    private var next = 1

    init(maximum: Int, lastCycle: Int, last: Int) {
        self.maximum = maximum
        self.lastCycle = lastCycle
        self.last = last
    }

    mutating func add(cycle found: Int, _ run: ClosedRange<Int>) {
        endCycles(before: found)
        if run.lowerBound > next { missing(to: run.lowerBound &- 1) }
        if run.lowerBound < next { fault(run.lowerBound, min(run.upperBound, next &- 1), "counts twice") }
        next = max(next, run.upperBound &+ 1)
        let bound = cycle == lastCycle ? last : maximum
        if cycle > lastCycle || run.upperBound > bound {
            fault(max(run.lowerBound, bound &+ 1), run.upperBound, "lies beyond the last number given out")
        }
    }

    mutating func finish() {
        endCycles(before: lastCycle)
        if next <= last { missing(to: last) }
    }

    private mutating func endCycles(before end: Int) {
        while cycle < end {
            if next <= maximum { missing(to: maximum) }
            // A row that says cycle 2^60 is somebody's edit; the first holes say enough.
            cycle = faults.count < Self.mostFaults ? cycle + 1 : end
            next = 1
        }
    }

    private mutating func missing(to end: Int) { fault(next, end, "is neither used nor part of a gap with a reason") }

    private mutating func fault(_ first: Int, _ last: Int, _ explanation: String) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(Ledger.NumberFault(cycle: cycle, first: first, last: last, explanation: explanation))
    }
}
