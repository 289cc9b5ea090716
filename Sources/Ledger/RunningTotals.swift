/// Is what a transaction changes again and again, added up in memory and written once, before it is committed.
///
/// Every file of a group counts the same things and draws from the same series: five hundred files would change each of
/// these rows five hundred times. Nobody else sees the difference, since nobody sees the group before it is committed;
/// the ledger's own queries of such rows write them first.
struct RunningTotals {
    /// How often things happened, and when last.
    var tallies: [TallyKey: (count: Int, lastAt: Int64)] = [:]
    /// How often a stage took no longer than some time, and how long in all.
    var latencies: [LatencyKey: (count: Int, total: Int)] = [:]
    /// The last numbers that senders used, and when.
    var received: [ReceivedSeries: (last: Int, at: Int64)] = [:]
    /// How far series of our own have come.
    var drawn: [Ledger.NumberSeries: SeriesPosition] = [:]
    /// The last event; nil where it has to be asked for.
    var lastEvent: Ledger.EventLink?

    /// Names a row of counts.
    struct TallyKey: Hashable {
        var name: String
        var partner: String
        var kind: String
    }

    /// Names a bucket of a stage.
    struct LatencyKey: Hashable {
        var stage: String
        var partner: String
        var kind: String
        var bucket: Int
    }

    /// Names a series of a sender.
    struct ReceivedSeries: Hashable {
        var identity: Ledger.InterchangeIdentity
        var series: String

        /// The control number of the interchange is none of the series' name.
        init(_ identity: Ledger.InterchangeIdentity, _ series: String) {
            self.identity = identity
            self.identity.controlNumber = ""
            self.series = series
        }
    }

    /// Is the place of a series: the row's id, the cycle, and the last number in it.
    struct SeriesPosition {
        let id: Int
        var cycle: Int
        var last: Int
    }

    /// Writes what was added up, after which there is nothing.
    mutating func write(on connection: any EngineConnection) throws(LedgerError) {
        for (key, tally) in tallies { try connection.write(key, tally.count, at: tally.lastAt) }
        for (key, latency) in latencies { try connection.write(key, latency.count, latency.total) }
        for (key, number) in received { try connection.write(key, number.last, at: number.at) }
        for position in drawn.values { try connection.write(position) }
        self = RunningTotals()
    }
}
