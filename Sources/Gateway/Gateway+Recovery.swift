import Ledger
import Partners
import X12

// What a run that died left behind.
extension Gateway {
    /// Ends what was begun: files that lie in work/ get their arrival unless they have it, and arrivals that are not
    /// finished are worked from the archive, without what is recorded of them.
    func recover(_ report: inout RunReport) throws(GatewayError) {
        var unfinished = try withLedger { () throws(LedgerError) in try ledger.claimedArrivals() }
        var unmatched = unfinished
        for name in try work.names().names where name != ".lock" {
            // A copy from another volume that was not finished: the original lies in its drop still.
            if name.hasPrefix(".copy-") {
                try work.remove(name)
                continue
            }
            guard let claimed = ClaimedFile(workName: name), work.status(name)?.kind == .file else {
                report.ignored.append(
                    RunReport.Ignored(path: "work/\(name)", reason: "no gateway put it here: take it away"))
                continue
            }
            if let match = try arrival(of: claimed, among: unmatched) {
                unmatched.removeAll { $0.id == match.id }
                try work.remove(name)
                try work.sync()
            } else if let file = origin(of: claimed) {
                unfinished.append(try take(claimed, from: file))
            } else {
                report.ignored.append(.withoutProfile("work/\(name)", claimed.partner))
            }
        }
        for arrival in unfinished { try workArrival(arrival, &report) }
    }

    /// The record of a file that was not removed any more after its arrival was recorded.
    ///
    /// An arrival is finished only after its file was removed, so that the unfinished ones are all there are to search.
    private func arrival(
        of claimed: ClaimedFile, among arrivals: [Ledger.Recorded<Ledger.Arrival>]
    ) throws(GatewayError) -> Ledger.Recorded<Ledger.Arrival>? {
        let alike = arrivals.filter {
            claimed.couldBe(partner: $0.partner, name: $0.fileName, claimedAt: $0.arrivedAt)
        }
        guard !alike.isEmpty else { return nil }
        let stored = try archive.store(try work.open(claimed.workName), name: claimed.workName)
        return alike.first { $0.payloadSHA256 == stored.sha256 }
    }

    /// Where a file in work/ came from, as far as its name tells.
    private func origin(of claimed: ClaimedFile) -> WaitingFile? {
        if claimed.partner.isEmpty {
            return WaitingFile(partner: "", folder: "outbound", name: claimed.name, modified: 0)
        }
        guard let profile = directory.profiles.first(where: { safeName($0.id) == claimed.partner }) else { return nil }
        return WaitingFile(
            partner: profile.id, folder: GatewayRoot.drop(profile.id, "in"), name: claimed.name, modified: 0)
    }
}
