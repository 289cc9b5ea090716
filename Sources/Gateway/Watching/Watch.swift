import Glibc
import Partners

/// Works a root for ever: each file as soon as it is complete, by the same way that ``Gateway/run(takingIncomplete:)``
/// goes.
///
/// Events of the drops tell where to look; a look at everything, at each interval and whenever events were lost, is what
/// it rests on. When nothing happens it sleeps.
public final class Watch {
    let gateway: Gateway
    let root: GatewayRoot
    let signals: WatchSignals
    let news: WatchNews
    let options: WatchOptions
    let notice = ServiceNotice()
    var sightings: Sightings
    var ready = ReadyFiles()
    var folders = WatchedFolders()
    private let clock = ContinuousClock()
    private var nextScan: ContinuousClock.Instant
    private var nextTending: ContinuousClock.Instant
    private var nextHeartbeat: ContinuousClock.Instant
    /// When the profiles are read again: a moment after the first change, since editors make several. Until then no
    /// file is worked: it may have come because of the change.
    private var nextReload: ContinuousClock.Instant?
    /// When something that waits for an endpoint comes due.
    private var nextDelivery: ContinuousClock.Instant?
    private var isFailing = false

    /// Makes a watch of a gateway, which must be on the same root.
    ///
    /// - Parameters:
    ///   - gateway: The gateway that does the work.
    ///   - root: Its root, whose profiles are read again when they change.
    ///   - signals: Who may stop the watch.
    ///   - options: How often it looks.
    ///   - news: Whom it tells what it does.
    public init(
        _ gateway: Gateway, root: GatewayRoot, signals: WatchSignals, options: WatchOptions = WatchOptions(),
        news: WatchNews
    ) {
        self.gateway = gateway
        self.root = root
        self.signals = signals
        self.options = options
        self.news = news
        sightings = Sightings(writers: gateway.writers)
        (nextScan, nextTending, nextHeartbeat) = (clock.now, clock.now, clock.now)
    }

    /// Works until ``WatchSignals/stop()``.
    ///
    /// A failure of the disk or the ledger is told, and what was begun is taken up again after a while, each time a
    /// longer one up to a minute: what is full or locked now may not be then.
    public func serve() {
        gateway.shouldStop = { [signals, notice] in
            notice.alive()
            return signals.isStopping
        }
        var pause = Duration.seconds(1)
        while !signals.isStopping {
            do throws(GatewayError) {
                try begin()
                pause = .seconds(1)
                while !signals.isStopping { try turn() }
            } catch {
                if signals.isStopping { break }
                isFailing = true
                news.failed("\(error); trying again in \(pause.components.seconds) s")
                notice.status("failing: \(error)")
                sleep(until: clock.now + pause)
                pause = min(pause * 2, .seconds(60))
            }
        }
        notice.stopping()
    }

    /// Takes up what an earlier process left, and looks at everything.
    private func begin() throws(GatewayError) {
        sightings = Sightings(writers: gateway.writers)
        ready = ReadyFiles()
        var report = RunReport()
        try gateway.begin(&report)
        news.worked(report)
        nextScan = clock.now
        nextTending = clock.now + options.interval
        try scan()
        notice.ready(status)
        if isFailing { news.said("working again") }
        isFailing = false
    }

    /// Does what is to be done next: a reload, a look, a group of files; or sleeps until there is something.
    private func turn() throws(GatewayError) {
        signals.drain()
        let reloads = signals.takeReload() || nextReload.map { $0 <= clock.now } ?? false
        if reloads {
            nextReload = nil
            try reload()
        }
        try take(folders.read())
        if nextScan <= clock.now { try scan() }
        try lookAgain()
        if nextHeartbeat <= clock.now, let heartbeat = notice.heartbeat {
            notice.alive()
            nextHeartbeat = clock.now + heartbeat
        }
        // Right behind a reload in any case, or changes without end would keep the files waiting.
        if !ready.isEmpty, nextReload == nil || reloads { return try workGroup() }
        try dispatch()
        if nextTending <= clock.now { try tend() }
        notice.status(status)
        sleep(until: nextWaking)
    }

    private var status: String {
        "watching \(folders.dropCount) drops; \(sightings.count) files wait to be complete"
    }

    // MARK: - Looking

    /// Looks at everything.
    private func scan() throws(GatewayError) {
        folders.watch(root, gateway)
        try settle(try gateway.lookEverywhere(&sightings), isWhole: true)
        nextScan = clock.now + (folders.isBlind ? min(options.interval, options.blindInterval) : options.interval)
        folders.tellBlindness(news)
    }

    /// Looks where events point to.
    private func take(_ hints: [WatchedFolders.Hint]) throws(GatewayError) {
        guard !hints.isEmpty else { return }
        var survey = Gateway.Survey()
        var open: [Drop: Folder] = [:]
        for hint in hints {
            switch hint {
            case .everything: nextScan = clock.now
            case .linked(let drop):
                guard let folder = try? gateway.folder.folder(drop.folder) else { continue }
                for name in sightings.linked(in: drop) {
                    gateway.look(at: name, of: drop, in: folder, &sightings, &survey)
                }
            case .profiles: nextReload = nextReload ?? clock.now + options.settling
            case .name(let name, let drop, let wasClosed):
                if open[drop] == nil { open[drop] = try? gateway.folder.folder(drop.folder) }
                guard let folder = open[drop] else { continue }
                gateway.look(at: name, of: drop, in: folder, &sightings, wasClosed: wasClosed, &survey)
            }
        }
        try settle(survey, isWhole: false)
    }

    /// Looks at the files whose moment has come.
    private func lookAgain() throws(GatewayError) {
        guard let due = sightings.due, due <= gateway.now() else { return }
        var survey = Gateway.Survey()
        var open: [Drop: Folder] = [:]
        for (drop, name) in sightings.due(at: gateway.now()) {
            if open[drop] == nil { open[drop] = try? gateway.folder.folder(drop.folder) }
            guard let folder = open[drop] else {
                sightings.forget(name, in: drop)
                continue
            }
            gateway.look(at: name, of: drop, in: folder, &sightings, &survey)
        }
        try settle(survey, isWhole: false)
    }

    private func settle(_ survey: Gateway.Survey, isWhole: Bool) throws(GatewayError) {
        ready.add(survey.ready)
        let odd = isWhole ? try gateway.recordAll(survey) : try gateway.record(odd: survey.odd, isWhole: false)
        // The log has an event for it.
        for odd in odd where gateway.log == nil {
            news.said("left \(odd.path): \(odd.reason)")
        }
    }

    // MARK: - Working

    private func workGroup() throws(GatewayError) {
        let group = ready.nextGroup(largest: gateway.archive.largestInLedger)
        var report = RunReport()
        try gateway.work(group, &report)
        for file in group { sightings.forget(file.name, in: Drop(partner: file.partner, folder: file.folder)) }
        // What changed while it was taken is looked at again soon, whether or not an event tells of it.
        if !report.ignored.isEmpty { nextScan = min(nextScan, clock.now + .seconds(1)) }
        news.worked(report)
    }

    private func tend() throws(GatewayError) {
        var report = RunReport()
        try gateway.tend(&report)
        news.worked(report)
        nextTending = clock.now + options.interval
    }

    /// Goes on with what is on its way to endpoints; while it is busy, each group of files does that.
    private func dispatch() throws(GatewayError) {
        var report = RunReport()
        let due = try gateway.deliverDue(at: gateway.now(), &report)
        nextDelivery = due.map { clock.now + .milliseconds(max(1, $0 - gateway.now())) }
        if report.deliveries > 0 || !report.failures.isEmpty { news.worked(report) }
    }

    // MARK: - Profiles

    /// Reads profiles and settings again. While a partner that is in use has a fault in its profile, all stays as it
    /// was: half an edit must not turn interchanges away.
    private func reload() throws(GatewayError) {
        notice.reloading()
        defer { notice.ready(status) }
        let (directory, faults): (PartnerDirectory, [ProfileFault])
        let settings: GatewaySettings
        do throws(GatewayError) {
            (directory, faults) = try root.loadPartners()
            settings = try root.loadSettings()
        } catch {
            return news.failed("the profiles stay as they were: \(error)")
        }
        for fault in faults { news.failed("\(fault)") }
        let lost = gateway.directory.profiles.map(\.id).filter { directory.profile($0) == nil }
        let spoilt = lost.filter { id in faults.contains { $0.path.hasPrefix("\(id)/") || $0.path.hasPrefix("_base/") }
        }
        guard spoilt.isEmpty else {
            return news.failed("the profiles stay as they were until \(spoilt.joined(separator: ", ")) can be read")
        }
        try gateway.use(directory, settings)
        news.said("read the profiles of \(directory.profiles.count) partners")
        // What was ready by the old ones is looked at again.
        ready = ReadyFiles()
        nextScan = clock.now
    }

    // MARK: - Waiting

    private var nextWaking: ContinuousClock.Instant {
        var next = min(nextScan, nextTending)
        if notice.heartbeat != nil { next = min(next, nextHeartbeat) }
        if let nextReload { next = min(next, nextReload) }
        if let nextDelivery { next = min(next, nextDelivery) }
        if let due = sightings.due {
            next = min(next, clock.now + .milliseconds(max(0, due - gateway.now())))
        }
        return next
    }

    /// Sleeps until a moment, an event or a signal.
    private func sleep(until moment: ContinuousClock.Instant) {
        let seconds = (moment - clock.now) / .seconds(1)
        var sources = [signals.descriptor, gateway.deliverySignal].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        if let descriptor = folders.descriptor {
            sources.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
        }
        _ = poll(&sources, nfds_t(sources.count), Int32(min(max((seconds * 1_000).rounded(.up), 0), 3_600_000)))
    }
}

/// Says how a watch looks.
public struct WatchOptions: Sendable {
    /// How often everything is looked at, whatever the events say.
    public var interval = Duration.seconds(10)
    /// How often when some folder has no events.
    public var blindInterval = Duration.seconds(1)
    /// How long after the last change profiles are read again.
    var settling = Duration.milliseconds(200)

    /// Looks every ten seconds.
    public init() {}
}

/// Is told what a watch does.
public struct WatchNews {
    /// Files were worked, or something was delivered or has become overdue.
    public var worked: (RunReport) -> Void
    /// Something that a person may want to know.
    public var said: (String) -> Void
    /// Something that a person must do something about.
    public var failed: (String) -> Void

    /// Makes news of what is to be called.
    public init(
        worked: @escaping (RunReport) -> Void = { _ in }, said: @escaping (String) -> Void = { _ in },
        failed: @escaping (String) -> Void = { _ in }
    ) {
        self.worked = worked
        self.said = said
        self.failed = failed
    }
}

// A watch is its gateway's owner.
@available(*, unavailable)
extension Watch: Sendable {}
