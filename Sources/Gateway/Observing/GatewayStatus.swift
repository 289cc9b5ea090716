public import Ledger
public import Partners

/// Shows how a root stands: what waits, since when, who was last heard of, what is wrong.
public struct GatewayStatus: Sendable {
    /// Is how it stands with one partner.
    public struct PartnerLine: Sendable {
        /// Its id.
        public var id: String
        /// What lies in its drop.
        public var waiting: Ledger.Waiting
        /// What lies in its out/ and ack/ and was not collected.
        public var uncollected: Ledger.Waiting
        /// From what age on that is wrong, in milliseconds, as its profile says; nil where it says nothing.
        var uncollectedLimit: Int64?
        /// When an interchange of it was last taken; nil before the first.
        public var lastReceived: Int64?
        /// When an interchange last went to it; nil before the first.
        public var lastSent: Int64?
        /// Its sets whose acknowledgment is overdue.
        public var overdue: Int
        /// What is held of it.
        public var quarantine: Int
        /// Of that, what it believes to be accepted.
        public var heldInside: Int
        /// Deliveries to or for it that were given up.
        public var deadLetters: Int
    }

    /// Is how it stands with one endpoint.
    public struct EndpointLine: Sendable {
        /// What is known of it.
        public var endpoint: Ledger.Endpoint
        /// What waits for it.
        public var waiting: Ledger.Waiting
        /// How many attempts are under way.
        public var underWay: Int
        /// `closed`, `open` or `half-open`, as its breaker is.
        public var breaker: String
    }

    /// When it was looked at, in milliseconds since 1970 UTC.
    public var time: Int64
    /// The partners, by id.
    public var partners: [PartnerLine] = []
    /// The endpoints, by name.
    public var endpoints: [EndpointLine] = []
    /// What lies in outbound/.
    public var outbound = Ledger.Waiting(name: "outbound", count: 0)
    /// What was taken and is not finished.
    public var begun = Ledger.Waiting(name: "work", count: 0)
    /// What waits for folders.
    public var folders = Ledger.Waiting(name: "folders", count: 0)
    /// What is wrong and was told.
    public var incidents: [Ledger.Recorded<Ledger.Incident>] = []

    /// Whether a person has to do something.
    public var needsSomebody: Bool {
        !incidents.isEmpty || endpoints.contains { $0.breaker != "closed" }
            || partners.contains { $0.overdue > 0 || $0.heldInside > 0 || $0.deadLetters > 0 }
    }

    /// Looks at a root.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - ledger: Its ledger.
    ///   - directory: The partners with a profile in use.
    ///   - time: Now, in milliseconds since 1970 UTC.
    /// - Throws: ``GatewayError`` when the ledger or the root cannot be read. A partner's folder that cannot be read
    ///   counts as empty.
    public init(
        of root: GatewayRoot, ledger: Ledger, partners directory: PartnerDirectory, at time: Int64
    ) throws(GatewayError) {
        self.time = time
        let folder = try Folder.open(root.path)
        outbound = Self.files(in: "outbound", of: folder)
        let facts = try withLedger { () throws(LedgerError) in try Facts(ledger, at: time) }
        begun = facts.begun
        folders = facts.folders
        incidents = facts.incidents
        for profile in directory.profiles {
            let out = Self.files(in: GatewayRoot.drop(profile.id, "out"), of: folder)
            let answers = Self.files(in: GatewayRoot.drop(profile.id, "ack"), of: folder)
            partners.append(
                PartnerLine(
                    id: profile.id, waiting: Self.files(in: GatewayRoot.drop(profile.id, "in"), of: folder),
                    uncollected: Ledger.Waiting(
                        name: profile.id, count: out.count + answers.count,
                        oldest: [out.oldest, answers.oldest].compactMap { $0 }.min()),
                    uncollectedLimit: profile.drop.uncollected?.milliseconds,
                    lastReceived: facts.last["received", profile.id], lastSent: facts.last["sent", profile.id],
                    overdue: facts.overdue[profile.id] ?? 0, quarantine: facts.quarantine[profile.id] ?? 0,
                    heldInside: facts.heldInside[profile.id] ?? 0, deadLetters: facts.deadLetters[profile.id] ?? 0))
        }
        endpoints = facts.endpoints
    }

    /// Counts the files of a folder that others can see, and finds the oldest.
    private static func files(in path: String, of root: Folder) -> Ledger.Waiting {
        var waiting = Ledger.Waiting(name: path, count: 0)
        guard let folder = try? root.folder(path), let names = try? folder.names() else { return waiting }
        for name in names where !name.hasPrefix(".") {
            guard let status = folder.status(name), status.kind == .file else { continue }
            waiting.count += 1
            let time = status.modified / 1_000_000
            waiting.oldest = min(waiting.oldest ?? time, time)
        }
        return waiting
    }

    /// What the ledger tells.
    private struct Facts {
        var begun, folders: Ledger.Waiting
        var incidents: [Ledger.Recorded<Ledger.Incident>]
        var overdue: [String: Int] = [:]
        var quarantine, heldInside, deadLetters: [String: Int]
        var last = Last()
        var endpoints: [EndpointLine] = []

        init(_ ledger: Ledger, at time: Int64) throws(LedgerError) {
            let arrivals = try ledger.claimedArrivals()
            begun = Ledger.Waiting(name: "work", count: arrivals.count, oldest: arrivals.map(\.arrivedAt).min())
            folders = try ledger.folderQueue()
            folders.name = "folders"
            incidents = try ledger.openIncidents()
            for set in try ledger.overdueSets(at: time) { overdue[set.partner, default: 0] += 1 }
            quarantine = Self.counts(try ledger.quarantineCounts())
            heldInside = Self.counts(try ledger.quarantineCounts(accepted: true))
            deadLetters = Self.counts(try ledger.deadLetterCounts())
            for tally in try ledger.tallies() { last.note(tally) }
            let queues = try ledger.endpointQueues()
            let underWay = Self.counts(try ledger.attemptCounts())
            let known = try ledger.endpoints()
            for name in Set(queues.map(\.name) + known.map(\.name)).sorted() {
                let endpoint = known.first { $0.name == name } ?? Ledger.Endpoint(name: name)
                let breaker =
                    switch Breaker(endpoint: endpoint).state(at: time) {
                    case .closed: "closed"
                    case .open: "open"
                    case .halfOpen: "half-open"
                    }
                endpoints.append(
                    EndpointLine(
                        endpoint: endpoint,
                        waiting: queues.first { $0.name == name } ?? Ledger.Waiting(name: name, count: 0),
                        underWay: underWay[name] ?? 0, breaker: breaker))
            }
        }

        private static func counts(_ waiting: [Ledger.Waiting]) -> [String: Int] {
            Dictionary(waiting.map { ($0.name, $0.count) }) { $0 + $1 }
        }
    }

    /// When something last happened with a partner.
    private struct Last {
        private var times: [String: [String: Int64]] = [:]

        mutating func note(_ tally: Ledger.Tally) {
            let before = times[tally.name]?[tally.partner] ?? tally.lastAt
            times[tally.name, default: [:]][tally.partner] = max(before, tally.lastAt)
        }

        subscript(name: String, partner: String) -> Int64? { times[name]?[partner] }
    }
}
