import Ledger
import Partners

/// What came in before, with the bytes that the archive still has and the profiles of then.
final class ArchivedTraffic {
    let ledger: Ledger
    let archive: Archive
    /// The profiles of the last interchanges, by version; few, since most traffic was judged under few.
    private var versions: [Int: PartnerDirectory?] = [:]
    private static let mostVersions = 8

    init(ledger: Ledger, archive: Archive) {
        self.ledger = ledger
        self.archive = archive
    }

    /// Hands over the interchanges that were chosen, in the order of recording.
    func each(
        _ choice: Replay.Choice, after first: Int = 0, limit: Int = 100,
        _ body: (Ledger.Recorded<Ledger.Interchange>) throws(GatewayError) -> Bool
    ) throws(GatewayError) {
        var last = first
        while true {
            let after = last
            let some = try withLedger { () throws(LedgerError) in
                try ledger.incomingInterchanges(
                    after: after, partner: choice.partner, since: choice.since, until: choice.until, limit: limit)
            }
            guard let greatest = some.last?.id else { return }
            last = greatest
            for interchange in some where interchange.entry.wasJudged {
                guard try body(interchange) else { return }
            }
        }
    }

    /// The file that brought an interchange, and its bytes; nil when they are gone.
    func arrival(
        of interchange: Ledger.Recorded<Ledger.Interchange>
    ) throws(GatewayError) -> (Ledger.Recorded<Ledger.Arrival>, ArchivedSource)? {
        let found = try withLedger { () throws(LedgerError) in
            (
                try interchange.arrivalID.map { id throws(LedgerError) in try ledger.arrival(id) } ?? nil,
                try ledger.payload(interchange.payloadSHA256)
            )
        }
        guard let arrival = found.0, let payload = found.1, !payload.isPurged else { return nil }
        return (arrival, try archive.source(of: payload))
    }

    /// The version of the profile under which an interchange was judged; nil when it is not known.
    func version(of interchange: Int) throws(GatewayError) -> Int? {
        try withLedger { () throws(LedgerError) in try ledger.profileVersionID(ofInterchange: interchange) }
    }

    /// The profile under which an interchange was judged, in a directory of its own; nil when it is not known, or is
    /// sound no more.
    func directory(of interchange: Int) throws(GatewayError) -> PartnerDirectory? {
        try version(of: interchange).flatMap { id throws(GatewayError) in try directory(version: id) }
    }

    /// The profile of a version, in a directory of its own; nil when it is sound no more.
    func directory(version id: Int) throws(GatewayError) -> PartnerDirectory? {
        if let known = versions[id] { return known }
        let snapshot = try withLedger { () throws(LedgerError) in try ledger.profileVersion(id) }
        if versions.count >= Self.mostVersions { versions = [:] }
        let directory = snapshot.flatMap { PartnerDirectory.load(snapshot: $0) }
        versions[id] = .some(directory)
        return directory
    }
}

extension Ledger.Interchange {
    /// Whether its content was judged: what only repeats another was not.
    fileprivate var wasJudged: Bool { disposition == .processed || disposition == .quarantined }
}
