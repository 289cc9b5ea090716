import Exchange
public import Ledger
import X12

/// Lets a root go on from a copy of its ledger, when the ledger itself is lost.
///
/// The copy does not know what was done after it was made. So control numbers that may have been given out since are
/// passed over, with the reason; deliveries that waited then become dead letters and files that were being worked are
/// held, since both may have been done; and the report names what each sender sent last, so that it can be asked for the
/// rest. Nothing of the root is touched before the copy has been proven and prepared.
public struct Restoration {
    let root: GatewayRoot
    let copy: String
    let skip: Int?
    let decision: Mending.Decision
    let time: Int64

    /// Says what was done.
    public struct Report: Sendable {
        /// When the last event of the copy happened; nil when it has none.
        public var endsAt: Int64?
        /// How many events it has.
        public var events = 0
        /// How many archived files were copied into the root.
        public var archived = 0
        /// The archived files that are neither in the root nor beside the copy.
        public var missing: [String] = []
        /// The series of control numbers, as they stood in the copy, and the number that each goes on with.
        public var series: [(number: Ledger.ControlNumber, next: Int)] = []
        /// How many deliveries became dead letters.
        public var deadLetters = 0
        /// How many files are held.
        public var held = 0
        /// Where the ledger that was there, and what lay in the outbox, are now; nil when there was nothing.
        public var setAside: String?
        /// The last number of each sender of which the copy knows.
        public var lastReceived: [Ledger.LastReceived] = []
    }

    /// Names what is to be restored.
    ///
    /// - Parameters:
    ///   - root: The root, which no gateway may be working.
    ///   - copy: The path of a copy that ``GatewayRoot/backup(_:to:)`` made; the archived files lie beside it.
    ///   - skip: How many control numbers each series passes over; nil for twice as many as could have been given out
    ///     since at the pace of its busiest day, and at least 100. Never more than half of all there are.
    ///   - decision: Who restores, and why.
    ///   - time: Now, in milliseconds since 1970 UTC.
    public init(root: GatewayRoot, copy: String, skip: Int? = nil, decision: Mending.Decision, time: Int64) {
        self.root = root
        self.copy = copy
        self.skip = skip
        self.decision = decision
        self.time = time
    }

    private static let draft = "ledger.sqlite.restoring"
    /// What SQLite keeps beside a ledger while it is open.
    private static let companions = ["", "-wal", "-shm"]

    /// Restores. When this returns the ledger is in its place, on the disk.
    ///
    /// - Throws: ``GatewayError`` when the copy is no sound ledger, or the root cannot be written or is being worked.
    public func run() throws(GatewayError) -> Report {
        let folder = try Folder.open(root.path)
        let lock = try RootLock(try folder.folder("work"))
        let draft = try draw(in: folder)
        var report = Report()
        let mark: LedgerMark?
        do throws(GatewayError) {
            try prove(draft)
            try copyArchive(of: draft, into: folder, &report)
            try prepare(draft, &report)
            mark = try withLedger { () throws(LedgerError) in try draft.lastEventLink() }.map(LedgerMark.init)
            draft.close()
            try bringToDisk(in: folder)
        } catch {
            draft.close()
            clear(folder)
            throw error
        }
        report.setAside = try setAside(in: folder)
        _ = try folder.move(Self.draft, to: folder, as: "ledger.sqlite")
        try folder.sync()
        if let mark { lock.put(mark) }
        return report
    }

    // MARK: - The copy

    /// Copies the copy into the root, under another name, and opens that.
    private func draw(in folder: Folder) throws(GatewayError) -> Ledger {
        let slash = copy.lastIndex(of: "/")
        let name = String(copy[(slash.map(copy.index(after:)) ?? copy.startIndex)...])
        let place = try Folder.open(slash.map { $0 == copy.startIndex ? "/" : String(copy[..<$0]) } ?? ".")
        if let log = place.status(name + "-wal"), log.size > 0 {
            throw GatewayError(
                .unreadable,
                reason:
                    "\(copy) has a log beside it (\(name)-wal): it is a ledger in use, and without its log not whole; "
                    + "`edigate backup` makes a copy that is")
        }
        let file = try place.open(name)
        clear(folder)
        try copyBytes(of: file, named: copy, to: try folder.create(Self.draft), shownAs: Self.draft)
        let path = "\(root.path)/\(Self.draft)"
        do throws(LedgerError) { return try Ledger.open(path: path, creating: false) } catch {
            clear(folder)
            throw GatewayError(
                .ledger, reason: error.description.replacing(path, with: copy), underlying: error.underlying)
        }
    }

    /// Takes away what a restore that failed or died left.
    private func clear(_ folder: Folder) {
        for companion in Self.companions { try? folder.remove(Self.draft + companion) }
    }

    private func prove(_ ledger: Ledger) throws(GatewayError) {
        let faults = try withLedger { () throws(LedgerError) in
            try ledger.faults() + [try ledger.verifyEvents().fault].compactMap(\.self)
        }
        guard faults.isEmpty else {
            throw GatewayError(.ledger, reason: "\(copy) is not sound: \(faults.prefix(3).joined(separator: "; "))")
        }
    }

    /// Brings what the root's archive lacks from beside the copy.
    private func copyArchive(of ledger: Ledger, into folder: Folder, _ report: inout Report) throws(GatewayError) {
        let beside = try? Folder.open(copy + "-archive")
        for path in try withLedger({ () throws(LedgerError) in try ledger.archivedPaths() }) {
            let parts = path.split(separator: "/").map(String.init)
            guard parts.count == 3 else { continue }
            let shelf = try folder.folder("\(parts[0])/\(parts[1])", creating: true, mode: 0o700)
            if shelf.status(parts[2]) != nil { continue }
            guard let source = try? beside?.folder(parts[1]).open(parts[2]) else {
                report.missing.append(path)
                continue
            }
            // Under its name it is whole.
            try copyBytes(of: source, named: path, to: try shelf.createAnew(".new", mode: 0o600), shownAs: path)
            _ = try shelf.move(".new", to: shelf, as: parts[2])
            try shelf.sync()
            report.archived += 1
        }
    }

    // MARK: - What it does not know

    private func prepare(_ ledger: Ledger, _ report: inout Report) throws(GatewayError) {
        try withLedger { () throws(LedgerError) in
            report.endsAt = try ledger.lastEventTime()
            report.events = try ledger.lastEventLink()?.id ?? 0
            report.lastReceived = try ledger.lastReceived()
            report = try ledger.transaction { [report] transaction throws(LedgerError) in
                var report = report
                let until = report.endsAt.map { Moment(milliseconds: $0).second } ?? "the beginning"
                try transaction.insert(
                    Ledger.Event(
                        at: time, kind: "restored", subject: "ledger",
                        detail: "from a copy that ends at \(until), by \(decision.who): \(decision.why)"))
                for number in try ledger.controlNumbers() {
                    let next = try passOver(number, ledger, since: report.endsAt, until, in: transaction)
                    report.series.append((number, next))
                }
                report.deadLetters = try transaction.giveUpAll(
                    because: "it waited when the copy was made from which the ledger was restored, and may have gone "
                        + "since: put it into the outbox again if it did not", at: time)
                for arrival in try ledger.claimedArrivals() {
                    try hold(arrival, until, in: transaction)
                    report.held += 1
                }
                return report
            }
        }
    }

    /// Lets a series go on behind all numbers that can have been given out since the copy was made.
    private func passOver(
        _ number: Ledger.ControlNumber, _ ledger: Ledger, since end: Int64?, _ until: String,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Int {
        let greatest = Ledger.NumberSeries.greatest
        let days = Int(max(0, time - (end ?? time)) / 86_400_000) + 1
        let pace = try ledger.busiestDay(of: number).multipliedReportingOverflow(by: 2 * days)
        let count = min(skip ?? max(100, pace.overflow ? greatest : pace.partialValue), greatest / 2)
        let isOver = number.last + count >= greatest
        let next = number.last + count + 1 - (isOver ? greatest : 0)
        try transaction.setNextControlNumber(
            number.name, to: next,
            reason: "the ledger was restored from a copy that ends at \(until): these may have been given out since",
            at: time, goingBack: isOver)
        return next
    }

    /// Holds a file that was being worked.
    private func hold(
        _ arrival: Ledger.Recorded<Ledger.Arrival>, _ until: String, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let place = "\(arrival.folder)/\(arrival.fileName)"
        try transaction.hold(
            Ledger.Quarantine(
                arrivalID: arrival.id, partner: arrival.partner.isEmpty ? nil : arrival.partner, reason: "E-RESTORED",
                explanation: "it was being worked when the copy was made (\(until)) from which the ledger was restored",
                remedy: "look whether its documents have come: requeue it if not, discard it if they have",
                createdAt: time),
            view: QuarantineView(file: place, place: "the file"), owner: arrival.partner)
        try transaction.finishArrival(arrival.id, as: .quarantined, at: time)
    }

    // MARK: - Its place

    private func bringToDisk(in folder: Folder) throws(GatewayError) {
        // Closing has brought the log into the file, and taken it away.
        if let log = folder.status(Self.draft + "-wal"), log.size > 0 {
            throw GatewayError(.unwritable, reason: "\(Self.draft): its log could not be brought into it")
        }
        if let number = try folder.open(Self.draft).sync() { throw GatewayError(unwritable: Self.draft, number) }
    }

    /// Moves away the ledger that is there, with its log, which would be taken for the new one's, and what lies in the
    /// outbox: it has the numbers of deliveries that the copy does not know.
    private func setAside(in folder: Folder) throws(GatewayError) -> String? {
        let outbox = try folder.folder(Parcel.stage, creating: true, mode: 0o700)
        let parcels = try outbox.names()
        let ledgers = Self.companions.map { "ledger.sqlite\($0)" }.filter { folder.status($0) != nil }
        guard !parcels.isEmpty || !ledgers.isEmpty else { return nil }
        let name = "restored-\(Moment(milliseconds: time).second)"
        let letters = try folder.folder("dead-letter", creating: true)
        var count = 1
        while letters.status(numbered(name, count)) != nil { count += 1 }
        let path = "dead-letter/\(numbered(name, count))"
        let aside = try folder.folder(path, creating: true, mode: 0o700)
        for (names, from) in [(parcels, outbox), (ledgers, folder)] {
            for name in names {
                guard try from.move(name, to: aside, asNew: name) == .named else {
                    throw GatewayError(.unwritable, reason: "\(path)/\(name): it cannot be moved there: do so by hand")
                }
            }
            try from.sync()
        }
        try aside.sync()
        return path
    }
}
