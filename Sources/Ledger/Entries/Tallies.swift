extension Ledger {
    /// Is how often something happened with a partner, and when last.
    public struct Tally: Sendable, Hashable {
        /// Names what happened, such as `received`.
        public var name: String
        /// Names the trading partner; empty where none is known.
        public var partner: String
        /// Tells cases apart, such as verdicts; empty where there is one.
        public var kind: String
        /// How often.
        public var count: Int
        /// When last.
        public var lastAt: Int64
    }

    /// Is how long a stage took, as counts of how often it took no longer than some time.
    public struct Latency: Sendable, Hashable {
        /// Names the stage, such as `deliver`.
        public var stage: String
        /// Names the trading partner.
        public var partner: String
        /// Names what went through it.
        public var kind: String
        /// Is the longest time that is counted here, in milliseconds; the largest number for any time.
        public var bucket: Int
        /// How often it took this long and longer than the bucket before.
        public var count: Int
        /// How long they took together, in milliseconds.
        public var total: Int

        /// The longest times of the buckets, in milliseconds.
        public static let buckets = [
            10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000, Int.max,
        ]
    }
}

extension Ledger.Tally: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        name = try row.next()
        partner = try row.next()
        kind = try row.next()
        count = try row.next()
        lastAt = try row.next()
    }
}

extension Ledger.Latency: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        stage = try row.next()
        partner = try row.next()
        kind = try row.next()
        bucket = try row.next()
        count = try row.next()
        total = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Counts something that happened with a partner.
    public func tally(
        _ name: String, partner: String, kind: String = "", by count: Int = 1, at time: Int64
    ) throws(LedgerError) {
        _ = try writing()
        let key = RunningTotals.TallyKey(name: name, partner: partner, kind: kind)
        var tally = ledger.totals.tallies[key] ?? (0, time)
        tally.count += count
        tally.lastAt = max(tally.lastAt, time)
        ledger.totals.tallies[key] = tally
    }

    /// Counts how long a stage took, in milliseconds; what is negative, after a clock was set back, counts as nothing.
    /// With `times` it took that long as often.
    public func observe(
        _ stage: String, partner: String, kind: String = "", milliseconds: Int64, times: Int = 1
    ) throws(LedgerError) {
        _ = try writing()
        let time = max(0, Int(clamping: milliseconds))
        let bucket = Ledger.Latency.buckets.first { time <= $0 } ?? Int.max
        let key = RunningTotals.LatencyKey(stage: stage, partner: partner, kind: kind, bucket: bucket)
        var latency = ledger.totals.latencies[key] ?? (0, 0)
        latency.count += times
        let (spent, isTooMuch) = time.multipliedReportingOverflow(by: times)
        let (total, isTooMuchInAll) = latency.total.addingReportingOverflow(spent)
        latency.total = isTooMuch || isTooMuchInAll ? Int.max : total
        ledger.totals.latencies[key] = latency
    }
}

extension EngineConnection {
    /// Adds to a row of counts.
    func write(_ key: RunningTotals.TallyKey, _ count: Int, at time: Int64) throws(LedgerError) {
        try run(
            """
            INSERT INTO tally (name, partner, kind, count, last_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name, partner, kind) DO UPDATE SET count = tally.count + excluded.count,
                last_at = CASE WHEN tally.last_at < excluded.last_at THEN excluded.last_at ELSE tally.last_at END
            """, [key.name, key.partner, key.kind, count, time])
    }

    /// Adds to a bucket of a stage.
    func write(_ key: RunningTotals.LatencyKey, _ count: Int, _ total: Int) throws(LedgerError) {
        try run(
            """
            INSERT INTO latency (stage, partner, kind, bucket, count, total) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (stage, partner, kind, bucket) DO UPDATE
                SET count = latency.count + excluded.count, total = latency.total + excluded.total
            """, [key.stage, key.partner, key.kind, key.bucket, count, total])
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists all that was counted, by name, partner and kind.
    public func tallies() throws(LedgerError) -> [Tally] {
        try settled().rows("SELECT name, partner, kind, count, last_at FROM tally ORDER BY name, partner, kind")
    }

    /// Lists how long all stages took, by stage, partner, kind and bucket.
    public func latencies() throws(LedgerError) -> [Latency] {
        try settled().rows(
            """
            SELECT stage, partner, kind, bucket, count, total FROM latency ORDER BY stage, partner, kind, bucket
            """)
    }
}
