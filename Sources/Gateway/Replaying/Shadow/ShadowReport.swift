/// Tells what a candidate profile would have made of the traffic that came before.
public struct ShadowReport: Sendable {
    /// Is one kind of change, with the first place where it was found.
    public struct Change: Sendable, Hashable {
        /// Names the kind in characters that a shell leaves alone, such as `verdict:855:A-R:B-LINE-COUNT`.
        public var key: String
        /// How often it was found.
        public var count = 0
        /// Why it needs no acceptance; nil when somebody must accept it.
        public var explanation: String?
        /// The first place.
        public var place: Place
        /// What stood there under the profile of then; nil for nothing.
        public var before: String?
        /// What would stand there under the candidate; nil for nothing.
        public var after: String?
    }

    /// Is where something was found.
    public struct Place: Sendable, Hashable {
        /// The file, below the root.
        public var file: String
        /// ISA13.
        public var interchange: String
        /// ST01 and ST02; empty for the interchange as a whole.
        public var set: String
        /// Where in the answer or document, such as `lines[0].quantity`; empty for the whole.
        public var path: String
    }

    /// Counts why interchanges could not be judged.
    public struct Skipped: Sendable, Hashable {
        /// Their bytes were taken away by policy.
        public var purged = 0
        /// The ledger does not say under which profile they were judged.
        public var unknownProfile = 0
        /// They lay in the drop of a partner whose profile is out of use.
        public var noOwner = 0

        /// All of them.
        public var total: Int { purged + unknownProfile + noOwner }
    }

    /// Is a value that no row of the candidate's crosswalks fits.
    public struct Miss: Sendable, Hashable {
        /// The value.
        public var value: String
        /// What is missing, in words.
        public var reason: String
        /// In how many places.
        public var count: Int
        /// Whether the document is held for it.
        public var holds: Bool
    }

    /// Interchanges judged under both profiles.
    public internal(set) var interchanges = 0
    /// Sets judged under at least one of them.
    public internal(set) var sets = 0
    /// Documents made under at least one of them.
    public internal(set) var documents = 0
    /// What could not be judged.
    public internal(set) var skipped = Skipped()
    /// The kinds of change, in the order in which they were met, at most ``mostKinds``.
    public internal(set) var changes: [Change] = []
    /// How many changes were of further kinds, which are not listed.
    public internal(set) var unlisted = 0
    /// How many values the candidate's crosswalks gave.
    public internal(set) var applied = 0
    /// The values that they did not give, at most ``mostMisses``.
    public internal(set) var misses: [Miss] = []
    /// How often a value was missing, in places, those not listed included.
    public internal(set) var missed = 0
    /// How often one was missing for which the document is held.
    public internal(set) var held = 0

    private var kinds: [String: Int] = [:]
    private var missing: [String: Int] = [:]

    /// More kinds of change than these are counted and not listed.
    public static let mostKinds = 200
    /// More missing values than these are counted and not listed.
    public static let mostMisses = 200
    /// Longer values are cut where they are shown.
    static let longestValue = 120

    /// Makes an empty report.
    init() {}

    /// All changes, those not listed included.
    public var total: Int { changes.reduce(unlisted) { $0 + $1.count } }

    /// The kinds that somebody must accept.
    public var unexplained: [Change] { changes.filter { $0.explanation == nil } }

    mutating func add(
        _ key: String, at place: @autoclosure () -> Place, before: String?, after: String?, explained: String? = nil
    ) {
        // What is explained in one place and not in another is two kinds.
        let kind = explained == nil ? key : "\(key) explained"
        if let index = kinds[kind] {
            changes[index].count += 1
        } else if changes.count < Self.mostKinds {
            kinds[kind] = changes.count
            changes.append(
                Change(
                    key: key, count: 1, explanation: explained, place: place(), before: before.map(Self.cut),
                    after: after.map(Self.cut)))
        } else {
            unlisted += 1
        }
    }

    mutating func add(miss value: String, _ reason: String, holds: Bool) {
        missed += 1
        if holds { held += 1 }
        if let index = missing["\(value)\n\(reason)"] {
            misses[index].count += 1
        } else if misses.count < Self.mostMisses {
            missing["\(value)\n\(reason)"] = misses.count
            misses.append(Miss(value: value, reason: reason, count: 1, holds: holds))
        }
    }

    private static func cut(_ text: String) -> String {
        text.count > longestValue ? text.prefix(longestValue) + "…" : text
    }
}
