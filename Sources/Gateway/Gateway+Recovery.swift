import Ledger
import Partners
import X12

// What a run that died left behind.
extension Gateway {
    /// Ends what was begun: files that lie in work/ are recorded unless they are, and arrivals that are not finished are
    /// worked from the archive, without what is recorded of them.
    func recover(_ report: inout RunReport) throws(GatewayError) {
        try clearing.end()
        let unfinished = try withLedger { () throws(LedgerError) in try ledger.claimedArrivals() }
        let (recorded, orphans) = try leftovers(unfinished, &report)
        for claimed in recorded { try work.remove(claimed.workName) }
        if !recorded.isEmpty { try work.sync() }
        for arrival in unfinished {
            // One that a person let go again was not left by a run.
            if arrival.requeueOf == nil {
                try note("\(arrival.folder)/\(arrival.fileName)", "arrival \(arrival.id) was not finished", &report)
                log?(event(.recovered, of: arrival))
            }
            try workArrival(arrival, &report)
            try tellWorked(Worked(arrival: arrival))
        }
        for group in FileGroup.groups(of: orphans, size: { $0.file.size }, largest: archive.largestInLedger) {
            for taken in group {
                try note("\(taken.file.folder)/\(taken.file.name)", "was claimed and not recorded", &report)
            }
            try take(group, &report)
            try clearWork()
        }
    }

    private func note(_ subject: String, _ detail: String, _ report: inout RunReport) throws(GatewayError) {
        report.recovered.append("\(subject): \(detail)")
        let event = Ledger.Event(at: now(), kind: "recovery", subject: subject, detail: detail)
        try withLedger { () throws(LedgerError) in
            _ = try ledger.transaction { transaction throws(LedgerError) in try transaction.insert(event) }
        }
    }

    /// What lies in work/, in the order in which it was claimed: files that are recorded, and files that are not.
    private func leftovers(
        _ unfinished: [Ledger.Recorded<Ledger.Arrival>], _ report: inout RunReport
    ) throws(GatewayError) -> (recorded: [ClaimedFile], orphans: [Taken]) {
        var claimed: [ClaimedFile] = []
        for name in try work.names() where name != ".lock" {
            // A copy from another volume that was not finished: the original lies in its drop still.
            if name.hasPrefix(".copy-") {
                try work.remove(name)
            } else if let file = ClaimedFile(workName: name), work.status(name)?.kind == .file {
                claimed.append(file)
            } else {
                report.ignored.append(
                    RunReport.Ignored(path: "work/\(name)", reason: "no gateway put it here: take it away"))
            }
        }
        claimed.sort { ($0.claimedAt, $0.ordinal, $0.workName) < ($1.claimedAt, $1.ordinal, $1.workName) }
        // Before arrivals kept the names of their files, a file was known by what both told of it.
        var nameless = unfinished.filter { $0.workName == nil }
        var recorded: [ClaimedFile] = []
        var orphans: [Taken] = []
        for file in claimed {
            if try withLedger({ () throws(LedgerError) in try ledger.arrival(workName: file.workName) }) != nil {
                recorded.append(file)
            } else if let match = try arrival(of: file, among: nameless) {
                nameless.removeAll { $0.id == match.id }
                recorded.append(file)
            } else if let origin = origin(of: file) {
                // The run died between taking it and finding that somebody still writes to it.
                if writers(try work.open(file.workName)) == .some {
                    let intake = Intake(root: folder, work: work) { _ in false }
                    try intake.giveBack(file, to: try folder.folder(origin.folder), as: file.name)
                    continue
                }
                orphans.append(Taken(claimed: file, file: origin))
            } else {
                report.ignored.append(.withoutProfile("work/\(file.workName)", file.partner))
            }
        }
        return (recorded, orphans)
    }

    /// The record of a file, by what its name tells and its bytes.
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
        let status = work.status(claimed.workName)
        var file = WaitingFile(
            partner: "", folder: "outbound", name: claimed.name, modified: 0, size: status?.size ?? 0)
        if claimed.partner.isEmpty { return file }
        guard let profile = directory.profiles.first(where: { safeName($0.id) == claimed.partner }) else { return nil }
        file.partner = profile.id
        file.folder = GatewayRoot.drop(profile.id, "in")
        return file
    }
}
