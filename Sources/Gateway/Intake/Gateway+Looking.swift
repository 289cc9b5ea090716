import Ledger
import Partners

// Which files can be taken.
extension Gateway {
    /// What a look at drops came to.
    struct Survey {
        var ready: [WaitingFile] = []
        /// What is not taken and for a person to see.
        var odd: [RunReport.Ignored] = []
        /// What is not taken yet.
        var waiting: [RunReport.Ignored] = []

        mutating func add(_ look: Sightings.Look, _ name: String, _ drop: Drop) {
            let path = "\(drop.folder)/\(FileName.readable(name))"
            switch look {
            case .gone: break
            case .ready(let file): ready.append(file)
            case .waits(let reason): waiting.append(RunReport.Ignored(path: path, reason: reason))
            case .odd(let reason): odd.append(RunReport.Ignored(path: path, reason: reason))
            }
        }
    }

    /// Oddities told of one drop, one by one: who may write there may make millions.
    private static let mostOddities = 100

    /// Looks at everything in all drops and in outbound/; drops that cannot be read must not keep the others waiting.
    func lookEverywhere(_ sightings: inout Sightings, isFinal: Bool = false) throws(GatewayError) -> Survey {
        var survey = Survey()
        let drops = try Drops(root: folder).all()
        sightings.keep(drops)
        for drop in drops { look(into: drop, &sightings, isFinal: isFinal, &survey) }
        survey.ready.sort(by: WaitingFile.precedes)
        return survey
    }

    /// Looks at everything in one drop.
    func look(into drop: Drop, _ sightings: inout Sightings, isFinal: Bool = false, _ survey: inout Survey) {
        var found = Survey()
        do throws(GatewayError) {
            let folder = try self.folder.folder(drop.folder)
            let names = try folder.names()
            sightings.keep(names, in: drop)
            for name in names { look(at: name, of: drop, in: folder, &sightings, isFinal: isFinal, &found) }
        } catch {
            found.odd.append(RunReport.Ignored(path: drop.folder, reason: error.reason))
        }
        if found.odd.count > Self.mostOddities {
            found.odd.removeLast(found.odd.count - Self.mostOddities)
            // Without their number, which may be another at each look.
            found.odd.append(
                RunReport.Ignored(
                    path: "\(drop.folder)/", reason: "more than \(Self.mostOddities) things that cannot be taken"))
        }
        survey.ready += found.ready
        survey.odd += found.odd
        survey.waiting += found.waiting
    }

    /// Looks at one name of a drop.
    func look(
        at name: String, of drop: Drop, in folder: Folder, _ sightings: inout Sightings, wasClosed: Bool = false,
        isFinal: Bool = false, _ survey: inout Survey
    ) {
        let owner = drop.partner.isEmpty ? nil : directory.entry(drop.partner)
        let policy = owner?.profile.drop ?? DropPolicy()
        if policy.ignores(name) { return sightings.forget(name, in: drop) }
        if owner == nil, !drop.partner.isEmpty {
            if folder.status(name) != nil {
                survey.odd.append(.withoutProfile("\(drop.folder)/\(FileName.readable(name))", drop.partner))
            }
            return
        }
        if let reason = owner?.profile.suspensionReason {
            if folder.status(name) != nil { survey.add(.waits("it waits: \(reason)"), name, drop) }
            return
        }
        guard drop.expects(name) else {
            return survey.add(.odd("expected a name that ends with .json"), name, drop)
        }
        var look = sightings.look(
            at: name, of: drop, in: folder, policy, wasClosed: wasClosed, isFinal: isFinal, now: now())
        if let priorities = owner?.profile.priorities, !priorities.isEmpty, case .ready(var file) = look {
            file.lane = (try? folder.open(name))?.lane(by: priorities) ?? PriorityRule.usual
            look = .ready(file)
        }
        survey.add(look, name, drop)
    }

    /// Records what of everything that was looked at is not taken, and gives what was not told before. What the ledger
    /// has beside it is forgotten, but for what is about to be taken: that may fail as it did before.
    @discardableResult
    func recordAll(_ survey: Survey) throws(GatewayError) -> [RunReport.Ignored] {
        let known = try untaken()
        let again = survey.ready.compactMap { file in
            known[file.path].map { RunReport.Ignored(path: file.path, reason: $0) }
        }
        return try record(odd: survey.odd + again, isWhole: true)
    }

    /// Records what is not taken, and gives what was not told before. When `isWhole`, there is no more than that.
    @discardableResult
    func record(odd: [RunReport.Ignored], isWhole: Bool) throws(GatewayError) -> [RunReport.Ignored] {
        let known = try untaken()
        var now = isWhole ? [:] : known
        for item in odd where isWhole || known.count < Self.mostOddities * 100 { now[item.path] = item.reason }
        guard now != known else { return [] }
        let time = self.now()
        let told = now.filter { known[$0.key] != $0.value }.sorted { $0.key < $1.key }
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for (path, reason) in told {
                    try transaction.put(Ledger.UntakenFile(path: path, reason: reason, since: time))
                    try transaction.insert(Ledger.Event(at: time, kind: "untaken", subject: path, detail: reason))
                }
                for path in known.keys.sorted() where now[path] == nil { try transaction.removeUntaken(path) }
            }
        }
        knownUntaken = now
        let left = told.map { RunReport.Ignored(path: $0.key, reason: $0.value) }
        for one in left { tellLeft(one) }
        return left
    }

    /// Forgets that a file was not taken: it is now.
    func recordTaken(_ paths: [String]) throws(GatewayError) {
        let known = try untaken()
        let taken = paths.filter { known[$0] != nil }
        guard !taken.isEmpty else { return }
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for path in taken { try transaction.removeUntaken(path) }
            }
        }
        for path in taken { knownUntaken?[path] = nil }
    }

    private func untaken() throws(GatewayError) -> [String: String] {
        if let knownUntaken { return knownUntaken }
        let rows = try withLedger { () throws(LedgerError) in try ledger.untakenFiles() }
        let known = Dictionary(rows.map { ($0.path, $0.reason) }) { $1 }
        knownUntaken = known
        return known
    }
}
