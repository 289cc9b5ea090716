import Exchange
import Ledger
import Partners
import X12

// The way of one file from work/ into the ledger. Each effect can be the last before a crash.
extension Gateway {
    /// Archives a claimed file, records its arrival and removes it: from then on the archive stands for it.
    func take(_ claimed: ClaimedFile, from file: WaitingFile) throws(GatewayError) -> Ledger.Recorded<Ledger.Arrival> {
        let stored = try archive.store(try work.open(claimed.workName), name: file.name)
        let entry = Ledger.Arrival(
            partner: file.partner, folder: file.folder, fileName: file.name, payloadSHA256: stored.sha256,
            arrivedAt: claimed.claimedAt)
        let id = try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.archive(stored.payload(receivedAt: claimed.claimedAt))
                return try transaction.insert(entry)
            }
        }
        try reached(.archived)
        try work.remove(claimed.workName)
        try work.sync()
        try reached(.removed)
        guard let arrival = try withLedger({ () throws(LedgerError) in try ledger.arrival(id) }) else {
            throw GatewayError(.ledger, reason: "arrival \(id) was recorded and is not there")
        }
        return arrival
    }

    /// Works an arrival from its archived bytes; what a run before a crash recorded of it is passed over.
    func workArrival(_ arrival: Ledger.Recorded<Ledger.Arrival>, _ report: inout RunReport) throws(GatewayError) {
        let payload = try withLedger { () throws(LedgerError) in try ledger.payload(arrival.payloadSHA256) }
        guard let payload else {
            throw GatewayError(.ledger, reason: "the bytes of arrival \(arrival.id) are not in the archive")
        }
        let source = try archive.source(of: payload)
        do throws(LedgerError) {
            if arrival.partner.isEmpty {
                report.files.append(try workOutbound(arrival, source))
            } else if let owner = directory.profile(arrival.partner) {
                report.files.append(try workInbound(arrival, owner, source))
            } else {
                report.ignored.append(.withoutProfile("\(arrival.folder)/\(arrival.fileName)", arrival.partner))
                return
            }
        } catch {
            guard error.isAboutRow else { throw GatewayError(error) }
            report.files.append(try giveUp(arrival, error))
        }
        try reached(.finished)
    }

    private func workOutbound(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ source: ArchivedSource
    ) throws(LedgerError) -> FileReport {
        var source = source
        let work = OutboundWork(
            ledger: ledger, archive: archive, directory: directory, generate: generate, time: now())
        return try work.work(arrival, try reading { () throws(SourceError) in try source.bytes(in: 0..<source.size) })
    }

    private func workInbound(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ owner: Profile, _ source: ArchivedSource
    ) throws(LedgerError) -> FileReport {
        let rules = rules(of: owner)
        let recorder = try InterchangeRecorder(
            arrival, ledger: ledger, rules: rules, time: now(), source: source, archive: archive)
        var options = ExchangeOptions()
        options.fileName = arrival.fileName
        options.gathersFacts = true
        var exchange = Exchange(source, options: options) { rules.rules($0, $1) }
        while try reading({ () throws(SourceError) in try exchange.step(recorder) }) {
            if let failure = recorder.failure { throw failure }
            do throws(GatewayError) { try reached(.interchangeRecorded) } catch {
                throw LedgerError(.io, reason: error.reason)
            }
        }
        if let failure = recorder.failure { throw failure }
        try recorder.finish()
        return recorder.report
    }

    /// A source that cannot be read stops the run as a broken ledger does: both are the disk.
    private func reading<R>(_ body: () throws(SourceError) -> R) throws(LedgerError) -> R {
        do throws(SourceError) { return try body() } catch { throw LedgerError(.io, reason: error.reason) }
    }

    /// Holds a file that the ledger refuses for what it holds, so that the others go on.
    private func giveUp(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ error: LedgerError
    ) throws(GatewayError) -> FileReport {
        let time = now()
        let row = Ledger.Quarantine(
            arrivalID: arrival.id, partner: arrival.partner.isEmpty ? nil : arrival.partner, reason: "E-RECORDING",
            explanation: "the ledger refused what the file holds: \(error)",
            remedy: "report this with the file: the gateway should have been able to record it", createdAt: time)
        let place = "\(arrival.folder)/\(arrival.fileName)"
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.hold(row, view: QuarantineView(file: place, place: "the file"), owner: arrival.partner)
                try transaction.insert(
                    Ledger.Event(at: time, kind: "alert", subject: place, detail: row.explanation))
                try transaction.finishArrival(arrival.id, as: .quarantined, at: time)
            }
        }
        var report = FileReport(name: arrival.fileName, folder: arrival.folder, partner: arrival.partner)
        report.held = 1
        report.note(problem: row.explanation)
        return report
    }
}
