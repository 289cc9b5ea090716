import Exchange
public import Ledger
public import Partners

/// Works a gateway root: files out of the drops, documents and acknowledgments out, exactly once.
///
/// A gateway holds the lock of its root from its making until it is let go. It has one owner, as its ledger has.
public final class Gateway {
    let root: GatewayRoot
    let folder: Folder
    let work: Folder
    private(set) var directory: PartnerDirectory
    let ledger: Ledger
    let now: () -> Int64
    let generate: OutboundGenerator
    private(set) var settings: GatewaySettings
    var archive: Archive
    private let lock: RootLock
    let clearing: WorkClearing
    /// What the root remembers of its ledger, as far as this gateway said so.
    private var remembered: LedgerMark?
    /// Shared by the exchanges of all files that are judged here, which come one after another.
    let memory = ExchangeMemory()
    /// Judges files while others are recorded.
    let judgingAhead = JudgingAhead()
    let dispatcher: Dispatcher
    /// Under which number the ledger keeps the version of each partner's profile that is in use; nil before the first
    /// run.
    private var profileVersions: [String: Int]? { didSet { knownRules = [:] } }
    /// The rules of drops that were asked for, by their owners.
    private var knownRules: [String: PartnerRules] = [:]
    /// What the ledger says is not taken, by path; nil before it was asked.
    var knownUntaken: [String: String]?
    /// The last delivery that was tried since ``begin(_:)``: what fails waits for the next time.
    private var lastDelivery = 0

    /// A place in the work, between two effects.
    enum Step: CaseIterable {
        /// The files of a group lie in work/.
        case claimed
        /// An interchange is recorded, within a group that is not committed.
        case interchangeRecorded
        /// All of a file is recorded.
        case finished
        /// A group is on the disk.
        case committed
        /// Its files are gone from work/.
        case removed
        /// Deliveries lie in private files and are recorded as staged.
        case staged
        /// They are placed and not marked.
        case placed
        /// Attempts to bring deliveries to endpoints are recorded and not made.
        case attemptsRecorded
    }

    /// Called at each step; an error breaks the work off as a crash would, which is how recovery is tested.
    var reached: (Step) throws(GatewayError) -> Void = { _ in } {
        didSet { dispatcher.reached = reached }
    }

    /// Tells who writes to a file; tests put their own in its place.
    var writers: (OpenFile) -> Writers = { $0.writers() }

    /// Is told what happens, line by line; nil while nobody keeps a log.
    public var log: ((LogEvent) -> Void)? {
        didSet { dispatcher.isTold = log != nil }
    }

    /// Asked between two transactions of one file, since a file may hold thousands of interchanges: true ends the work
    /// there with an error `interrupted`, and the next ``begin(_:)`` goes on behind what was recorded.
    var shouldStop: () -> Bool = { false }

    /// Makes a gateway and takes the lock of its root, which must have been made.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - partners: The partners whose files are worked; the files of others stay in their drops.
    ///   - ledger: The root's ledger.
    ///   - settings: How the root is worked.
    ///   - now: The clock: milliseconds since 1970 UTC.
    ///   - generate: Makes the set of a canonical document.
    /// - Throws: ``GatewayError`` `locked` when another gateway works the root, `missing` when a folder of it is.
    public init(
        root: GatewayRoot, partners: PartnerDirectory, ledger: Ledger, settings: GatewaySettings = GatewaySettings(),
        now: @escaping () -> Int64, generate: @escaping OutboundGenerator
    ) throws(GatewayError) {
        self.root = root
        directory = partners
        self.ledger = ledger
        self.settings = settings
        self.now = now
        self.generate = generate
        folder = try Folder.open(root.path)
        work = try folder.folder("work")
        archive = Archive(root: folder)
        lock = try RootLock(work)
        clearing = WorkClearing(work)
        try lock.check(ledger, of: root)
        dispatcher = try Dispatcher(
            root: root.path, ledger: ledger,
            addresses: Addresses(directory: partners, defaults: settings.delivery, alerts: settings.alerts))
    }

    /// Works what lies in the drops and in outbound/ and delivers what the outbox holds, after what an earlier run left
    /// unfinished.
    ///
    /// A file that is not complete stays where it is until the deadline of its partner's profile has passed.
    ///
    /// - Parameter takingIncomplete: Whether a person says that what is there is all there will be, so that nothing is
    ///   waited for; a file that somebody writes to stays all the same.
    /// - Returns: What was done with each file, and what was left.
    /// - Throws: ``GatewayError`` when the ledger or the root fails. What was recorded before stands, and the next run
    ///   goes on from there; a fault of one file is in its report instead.
    public func run(takingIncomplete: Bool = false) throws(GatewayError) -> RunReport {
        var report = RunReport()
        try begin(&report)
        var sightings = Sightings(writers: writers)
        let survey = try lookEverywhere(&sightings, isFinal: takingIncomplete)
        try recordAll(survey)
        report.ignored += survey.odd + survey.waiting
        try work(groups(of: survey.ready), &report)
        try tellOverdue(&report)
        try checkAlerts(&report)
        try finishDispatching(&report)
        try writeMetrics()
        try remember()
        return report
    }

    /// Ends what an earlier run left unfinished, and delivers what waits.
    func begin(_ report: inout RunReport) throws(GatewayError) {
        try recordProfiles()
        try settle(&report)
        try recover(&report)
        try add(try dispatcher.recover(at: now()), &report)
        try deliverAgainToFolders(isStart: true, &report)
        try dispatch(&report)
    }

    /// Divides files into groups that ``work(_:_:)`` takes one after another.
    func groups(of files: [WaitingFile]) -> [[WaitingFile]] {
        FileGroup.groups(of: files, size: { $0.size }, largest: archive.largestInLedger)
    }

    /// Works the files of a group and delivers what comes of them.
    func work(_ group: [WaitingFile], _ report: inout RunReport) throws(GatewayError) {
        try work([group], &report)
    }

    /// Works one group of files after the other. While what came of one is delivered, the files of the next are moved
    /// into work/.
    private func work(_ groups: [[WaitingFile]], _ report: inout RunReport) throws(GatewayError) {
        guard let first = groups.first else { return }
        var taken = try claim(first, &report)
        for group in groups.dropFirst() {
            try take(taken, &report)
            let ahead = ClaimAhead(try claim(of: group))
            do throws(GatewayError) { try finish(&report) } catch {
                // Its files are in work/, where the next start finds them.
                _ = try? ahead.end()
                throw error
            }
            taken = try record(try ahead.end(), &report)
        }
        try take(taken, &report)
        try finish(&report)
    }

    /// Delivers what came of the files that were taken.
    private func finish(_ report: inout RunReport) throws(GatewayError) {
        try deliver(&report)
        try clearWork()
        try remember()
    }

    /// Begins to remove files from work/ that are recorded: from then on the archive stands for them.
    func remove(_ files: [Taken]) { clearing.begin(files.map(\.claimed.workName)) }

    /// Waits until what was to be removed from work/ is gone.
    func clearWork() throws(GatewayError) {
        try clearing.end()
        try reached(.removed)
    }

    /// Lets the root remember how far its ledger has come.
    private func remember() throws(GatewayError) {
        let last = try withLedger { () throws(LedgerError) in try ledger.lastEventLink() }
        guard let mark = last.map(LedgerMark.init), mark != remembered else { return }
        lock.put(mark)
        remembered = mark
    }

    /// Delivers what another program put into the outbox, tries again what failed, works what people let go again, and
    /// tells what has become overdue.
    func tend(_ report: inout RunReport) throws(GatewayError) {
        for arrival in try withLedger({ () throws(LedgerError) in try ledger.claimedArrivals() }) {
            try workArrival(arrival, &report)
            try tellWorked(Worked(arrival: arrival))
        }
        try deliverAgainToFolders(&report)
        try tellOverdue(&report)
        try checkAlerts(&report)
        try dispatch(&report)
        try writeMetrics()
        try remember()
    }

    /// Goes on under other profiles and settings.
    func use(_ directory: PartnerDirectory, _ settings: GatewaySettings) throws(GatewayError) {
        self.directory = directory
        self.settings = settings
        dispatcher.addresses = Addresses(
            directory: directory, defaults: settings.delivery, alerts: settings.alerts)
        profileVersions = nil
        try recordProfiles()
    }

    /// Keeps the profiles in use, so that what is judged under them can be judged so again.
    private func recordProfiles() throws(GatewayError) {
        guard profileVersions == nil else { return }
        let time = now()
        profileVersions = try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                var versions: [String: Int] = [:]
                for profile in directory.profiles {
                    guard let bytes = directory.snapshot(of: profile.id) else { continue }
                    versions[profile.id] = try transaction.use(
                        profile: bytes, sha256: SHA256.digest(of: bytes).bytes, ofPartner: profile.id, at: time)
                }
                return versions
            }
        }
    }

    /// What the profiles say about interchanges in a partner's drop; nil when it has no profile in use.
    func rules(of partner: String) -> PartnerRules? {
        if let known = knownRules[partner] { return known }
        guard let owner = directory.profile(partner) else { return nil }
        let rules = PartnerRules(
            directory: directory, owner: owner, versions: profileVersions ?? [:], deliveryDefaults: settings.delivery)
        knownRules[partner] = rules
        return rules
    }

    private var outbox: Outbox {
        Outbox(
            root: folder, ledger: ledger, now: now, addresses: addresses, isTold: log != nil,
            rolling: settings.documents == .rolling,
            suspended: Set(directory.profiles.filter { $0.stage == .suspended }.map(\.id)), reached: reached)
    }

    private func settle(_ report: inout RunReport) throws(GatewayError) {
        let round = try outbox.settle()
        try add(round, &report)
        for name in round.strangers {
            report.ignored.append(
                RunReport.Ignored(path: "\(Parcel.stage)/\(name)", reason: "no gateway put it here: take it away"))
        }
    }

    /// Delivers what was put into the outbox since it was last called, and goes on with what is under way.
    private func deliver(_ report: inout RunReport) throws(GatewayError) {
        try deliverToFolders(&report)
        try dispatch(&report)
    }

    /// Delivers all that waits for a folder, what failed before and is due included.
    func deliverAgainToFolders(isStart: Bool = false, _ report: inout RunReport) throws(GatewayError) {
        try add(try outbox.retry(isStart: isStart), &report)
        lastDelivery = 0
        try deliverToFolders(&report)
    }

    private func deliverToFolders(_ report: inout RunReport) throws(GatewayError) {
        let (round, last) = try outbox.deliver(after: lastDelivery)
        try add(round, &report)
        lastDelivery = last
    }

    /// Adds what deliveries to endpoints came to, and tells of it.
    func add(_ round: Dispatcher.Round, _ report: inout RunReport) throws(GatewayError) {
        report.deliveries += round.delivered
        report.failures += round.failures
        report.recovered += round.recovered.map { "delivery \($0)" }
        try tell(round.news)
    }

    private func add(_ round: Outbox.Round, _ report: inout RunReport) throws(GatewayError) {
        report.deliveries += round.delivered
        report.failures += round.failures
        report.recovered += round.recovered.map { "delivery of \($0)" }
        try tell(round.news)
    }
}

// A gateway has one owner at a time, as its ledger has.
@available(*, unavailable)
extension Gateway: Sendable {}

extension RunReport.Ignored {
    static func withoutProfile(_ path: String, _ partner: String) -> Self {
        Self(path: path, reason: "\"\(partner)\" has no profile in use: the file waits until it has")
    }
}
