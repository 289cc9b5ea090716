import Exchange
import Ledger
import Partners
import X12

// The way of files from their drops into the ledger. Each effect can be the last before a crash.
extension Gateway {
    /// Moves files into work/; when this returns they are there for good.
    func claim(_ files: [WaitingFile], _ report: inout RunReport) throws(GatewayError) -> [Taken] {
        var claim = try claim(of: files)
        return try record(try claim.run(), &report)
    }

    /// Prepares to move files into work/.
    func claim(of files: [WaitingFile]) throws(GatewayError) -> GroupClaim {
        let time = now()
        // A clock that was set back gives the same moment again; names in work/ begin with it.
        let recorded = Set(
            try withLedger { () throws(LedgerError) in try ledger.arrivals(claimedAt: time) }.compactMap {
                $0.entry.workName
            })
        return GroupClaim(
            files: files, archive: archive, time: time,
            intake: Intake(root: folder, work: work, writers: writers) { recorded.contains($0) })
    }

    /// Records what could not be moved into work/ and forgets it of what could; gives that.
    func record(_ claimed: GroupClaim.Outcome, _ report: inout RunReport) throws(GatewayError) -> [Taken] {
        report.ignored += claimed.changed + claimed.left
        if !claimed.left.isEmpty { try record(odd: claimed.left, isWhole: false) }
        try recordTaken(claimed.taken.map(\.file.path))
        try reached(.claimed)
        return claimed.taken
    }

    /// Records files of work/ and all that follows from them, and begins to remove them.
    func take(_ files: [Taken], _ report: inout RunReport) throws(GatewayError) {
        if let only = files.first, files.count == 1, only.file.size > archive.largestInLedger {
            return try takeLarge(only, &report)
        }
        guard !files.isEmpty else { return }
        let worked = try record(files, &report)
        try reached(.committed)
        for one in worked {
            tellTaken(one)
            try tellWorked(one)
        }
        remove(files)
    }

    /// Records files and all that follows from them in one transaction of the disk.
    ///
    /// Only a fault of ours has the ledger refuse a row; it then holds its file and lets the others go on. To be able to
    /// undo one file alone costs something for each of them, so that is done when it is known to be needed: the group is
    /// rolled back and worked anew, of which nobody has seen anything.
    private func record(_ files: [Taken], _ report: inout RunReport) throws(GatewayError) -> [Worked] {
        do throws(GatewayError) {
            return try record(files, undoing: .whole, &report)
        } catch {
            guard let fault = ledger.groupFault, fault.isAboutRow else { throw error }
            return try record(files, undoing: .parts, &report)
        }
    }

    private func record(
        _ files: [Taken], undoing: Ledger.GroupUndoing, _ report: inout RunReport
    ) throws(GatewayError) -> [Worked] {
        var worked: [Worked] = []
        var group = RunReport()
        try withLedger { () throws(LedgerError) in try ledger.beginGroup(undoing: undoing) }
        do throws(GatewayError) {
            judgingAhead.begin(files.map(judging))
            for (place, taken) in files.enumerated() {
                let began = now()
                let (arrival, source) = try record(taken)
                let judged = judgingAhead.fetch(place, memory: memory)
                try workArrival(arrival, source, judged, isFresh: true, &group)
                guard log != nil else { continue }
                worked.append(Worked(arrival: arrival, bytes: source.size, milliseconds: Int(now() - began)))
            }
            try withLedger { () throws(LedgerError) in try ledger.commitGroup() }
        } catch {
            ledger.rollBackGroup()
            throw error
        }
        report.files += group.files
        report.ignored += group.ignored
        return worked
    }

    /// Records that a large file arrived and removes it before it is worked, an interchange at a time.
    private func takeLarge(_ taken: Taken, _ report: inout RunReport) throws(GatewayError) {
        let (arrival, source) = try record(taken)
        try reached(.committed)
        tellTaken(Worked(arrival: arrival, bytes: source.size))
        remove([taken])
        let began = now()
        try workArrival(arrival, source, nil, isFresh: true, &report)
        try tellWorked(Worked(arrival: arrival, milliseconds: Int(now() - began)))
    }

    /// Archives a file of work/ and records its arrival.
    private func record(_ taken: Taken) throws(GatewayError) -> (Ledger.Recorded<Ledger.Arrival>, ArchivedSource) {
        let claimed = taken.claimed
        let stored: Archive.Stored
        if let known = taken.stored {
            stored = known
        } else {
            stored = try archive.store(try work.open(claimed.workName), name: taken.file.name)
        }
        let entry = Ledger.Arrival(
            partner: taken.file.partner, folder: taken.file.folder, fileName: taken.file.title,
            payloadSHA256: stored.sha256, arrivedAt: claimed.claimedAt, workName: claimed.workName)
        let payload = stored.payload(receivedAt: claimed.claimedAt)
        let id = try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.archive(payload)
                if let remark = taken.file.remark {
                    try transaction.insert(
                        Ledger.Event(at: now(), kind: "incomplete", subject: taken.file.path, detail: remark))
                }
                return try transaction.insert(entry)
            }
        }
        return (Ledger.Recorded(id: id, entry: entry), try archive.source(of: payload))
    }

    /// Works an arrival from its archived bytes; what a run before a crash recorded of it is passed over.
    func workArrival(_ arrival: Ledger.Recorded<Ledger.Arrival>, _ report: inout RunReport) throws(GatewayError) {
        let payload = try withLedger { () throws(LedgerError) in try ledger.payload(arrival.payloadSHA256) }
        guard let payload else {
            throw GatewayError(.ledger, reason: "the bytes of arrival \(arrival.id) are not in the archive")
        }
        try workArrival(arrival, try archive.source(of: payload), nil, isFresh: false, &report)
    }

    /// Works an arrival, of which `judged` says what was found in it where that is known. `isFresh` says that it was
    /// recorded just now, so that nothing is recorded of it yet.
    private func workArrival(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ source: ArchivedSource,
        _ judged: Result<JudgedFile, SourceError>?, isFresh: Bool, _ report: inout RunReport
    ) throws(GatewayError) {
        do throws(LedgerError) {
            if arrival.partner.isEmpty {
                report.files.append(try workOutbound(arrival, source))
            } else if let rules = rules(of: arrival.partner) {
                report.files.append(try workInbound(arrival, rules, source, judged, isFresh: isFresh))
            } else {
                report.ignored.append(.withoutProfile("\(arrival.folder)/\(arrival.fileName)", arrival.partner))
                return
            }
        } catch {
            // Of a broken group nothing can stay: it is worked anew, and this file comes here again.
            guard error.isAboutRow, ledger.groupFault == nil else { throw GatewayError(error) }
            report.files.append(try giveUp(arrival, error))
        }
        try reached(.finished)
    }

    private func workOutbound(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ source: ArchivedSource
    ) throws(LedgerError) -> FileReport {
        var source = source
        let work = OutboundWork(
            ledger: ledger, archive: archive, directory: directory, addresses: addresses, generate: generate,
            time: now())
        return try work.work(arrival, try reading { () throws(SourceError) in try source.bytes(in: 0..<source.size) })
    }

    private func workInbound(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ rules: PartnerRules, _ source: ArchivedSource,
        _ judged: Result<JudgedFile, SourceError>?, isFresh: Bool
    ) throws(LedgerError) -> FileReport {
        let recorder = try InterchangeRecorder(
            arrival, isFresh: isFresh, ledger: ledger, rules: rules, time: now(), source: source, archive: archive)
        func record(_ interchange: JudgedInterchange) throws(LedgerError) {
            try recorder.record(interchange)
            do throws(GatewayError) { try reached(.interchangeRecorded) } catch {
                throw LedgerError(.io, reason: error.reason)
            }
        }
        if let judged {
            let file = try reading { () throws(SourceError) in try judged.get() }
            for interchange in file.interchanges { try record(interchange) }
            try recorder.finish(file.findings, at: now())
        } else {
            var judging = FileJudging(source, named: arrival.fileName, by: rules, memory: memory)
            while let interchange = try reading({ () throws(SourceError) in try judging.next() }) {
                try record(interchange)
                if source.size > archive.largestInLedger, shouldStop() {
                    throw LedgerError(.io, reason: "told to stop")
                }
            }
            try recorder.finish(judging.findings, at: now())
        }
        return recorder.report
    }

    /// How a file that was taken is judged ahead; nil of what is for a partner, is large, or came before a crash.
    private func judging(_ taken: Taken) -> JudgingAhead.Request? {
        guard case .bytes(let bytes)? = taken.stored?.contents, !taken.file.partner.isEmpty,
            let rules = rules(of: taken.file.partner)
        else { return nil }
        return JudgingAhead.Request(
            source: ArchivedSource(.memory(MemorySource(bytes)), size: bytes.count), name: taken.file.title,
            rules: rules)
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
