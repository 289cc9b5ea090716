import Exchange
public import Ledger
public import Partners
import X12

/// Judges once more what came before, from the archived bytes, and tells how it differs from what was recorded.
public struct Replay {
    /// Says what to judge.
    public struct Choice: Sendable {
        /// Only of this partner; nil for all.
        public var partner: String?
        /// Only what was recorded from this moment on, in milliseconds since 1970 UTC; nil from the first.
        public var since: Int64?
        /// Only what was recorded before this moment; nil up to the last.
        public var until: Int64?
        /// Only the set of this document; nil for all.
        public var document: String?

        /// Makes a choice.
        public init(partner: String? = nil, since: Int64? = nil, until: Int64? = nil, document: String? = nil) {
            self.partner = partner
            self.since = since
            self.until = until
            self.document = document
        }
    }

    /// Says under which profiles.
    public enum Mode: String, Sendable {
        /// Under those in use.
        case now
        /// Under those of the time at which each interchange was judged; what was judged before profiles were kept is
        /// skipped.
        case then
    }

    /// Is a set, or an interchange as a whole, and how it differs.
    public struct Difference: Sendable, Equatable {
        /// Tells what became of the document.
        public enum Change: String, Sendable {
            /// There was none and is none, or it is the same.
            case same
            /// There was none and is one now.
            case new
            /// There was one and is none now.
            case gone
            /// It is held now and was not.
            case held
            /// It reads otherwise.
            case changed
        }

        /// The partner, empty when none was recognised.
        public var partner: String
        /// The file it came in.
        public var file: String
        /// ISA13.
        public var interchange: String
        /// ST01, empty for the interchange as a whole.
        public var set = ""
        /// ST02.
        public var controlNumber = ""
        /// How it was judged.
        public var then: String
        /// How it would be judged now.
        public var now: String
        /// The codes of findings that are no longer made.
        public var gone: [String] = []
        /// The codes of findings that were not made.
        public var new: [String] = []
        /// What becomes of the document.
        public var document = Change.same
        /// The document's kind and number; empty when there is none.
        public var name = ""
        /// Whether it went on because of this replay.
        public var wentOn = false

        /// Whether anything differs.
        public var isDifferent: Bool { then != now || !gone.isEmpty || !new.isEmpty || document != .same }
    }

    /// Counts what was judged.
    public struct Count: Sendable, Equatable {
        /// Interchanges judged.
        public var interchanges = 0
        /// Sets judged.
        public var sets = 0
        /// Sets and interchanges that differ.
        public var different = 0
        /// Those that went on.
        public var wentOn = 0
        /// Interchanges whose bytes are gone, or whose partner has no profile in use.
        public var skipped = 0
    }

    let mending: Mending
    private let traffic: ArchivedTraffic

    /// Makes a replay.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - partners: The profiles under which things are judged.
    ///   - ledger: The root's ledger.
    ///   - time: Now, in milliseconds since 1970 UTC.
    /// - Throws: ``GatewayError`` when the root cannot be opened.
    public init(root: GatewayRoot, partners: PartnerDirectory, ledger: Ledger, time: Int64) throws(GatewayError) {
        mending = try Mending(root: root, partners: partners, ledger: ledger, time: time)
        traffic = ArchivedTraffic(ledger: ledger, archive: mending.archive)
    }

    /// Replays what is chosen.
    ///
    /// - Parameters:
    ///   - choice: What to judge.
    ///   - mode: Under which profiles.
    ///   - decision: Who replays and why: what has no document and is accepted now goes on. nil only tells.
    ///   - each: Takes each difference.
    /// - Returns: What was judged.
    /// - Throws: ``GatewayError`` when the ledger or the archive fails.
    public func run(
        _ choice: Choice, under mode: Mode = .now, applying decision: Mending.Decision?, each: (Difference) -> Void
    ) throws(GatewayError) -> Count {
        var count = Count()
        var only: Int?
        var first = 0
        if let id = choice.document {
            let heading = try withLedger { () throws(LedgerError) in try mending.ledger.heading(ofDocument: id) }
            guard let heading, let interchange = heading.interchangeID else { return count }
            only = heading.setID
            first = interchange - 1
        }
        try traffic.each(choice, after: first, limit: choice.document == nil ? 100 : 1) {
            interchange throws(GatewayError) in
            try replay(interchange, only: only, mode, decision, &count, each)
            return choice.document == nil
        }
        return count
    }

    private func replay(
        _ interchange: Ledger.Recorded<Ledger.Interchange>, only: Int?, _ mode: Mode,
        _ decision: Mending.Decision?, _ count: inout Count, _ each: (Difference) -> Void
    ) throws(GatewayError) {
        guard let (arrival, source) = try traffic.arrival(of: interchange),
            let directory = mode == .then ? try traffic.directory(of: interchange.id) : mending.directory,
            let owner = directory.profile(arrival.partner)
        else {
            count.skipped += 1
            return
        }
        count.interchanges += 1
        let comparison = ReplayComparison(
            interchange, arrival: arrival, only: only, decision: decision, mending: mending)
        try comparison.run(source, rules: PartnerRules(directory: directory, owner: owner))
        count.sets += comparison.sets
        for difference in comparison.differences {
            count.different += 1
            if difference.wentOn { count.wentOn += 1 }
            each(difference)
        }
    }
}
