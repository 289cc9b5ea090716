/// Tells what a run did, file by file.
public struct RunReport: Sendable {
    /// The files that were worked, in the order of the work.
    public var files: [FileReport] = []
    /// What lies in a drop or in outbound/ and was not taken, with the reason.
    public var ignored: [Ignored] = []
    /// Counts the deliveries carried out, those of earlier runs included.
    public var deliveries = 0
    /// The deliveries that failed; they stay in the outbox.
    public var failures: [String] = []
    /// Counts the answers and the held documents of which it was told now that they are overdue.
    public var overdue = 0

    /// What began or ceased to be wrong, of what somebody is told.
    public var alerts: [String] = []

    /// What an earlier run had begun and this one ended.
    public var recovered: [String] = []

    /// Names something that was not taken.
    public struct Ignored: Sendable, Hashable {
        /// Where it lies, relative to the root.
        public var path: String
        /// Why it was not taken.
        public var reason: String
    }

    /// Makes the report of a run that did nothing.
    public init() {}
}

/// Tells what became of one file.
public struct FileReport: Sendable, Equatable {
    /// The file as it was found.
    public var name: String
    /// The folder it lay in, relative to the root.
    public var folder: String
    /// The owner of the drop; empty for a file of outbound/.
    public var partner: String
    /// Interchanges recorded.
    public var interchanges = 0
    /// Of these, those that had come before: retransmissions and collisions.
    public var repeated = 0
    /// Sets judged.
    public var sets = 0
    /// Sets with verdict A.
    public var accepted = 0
    /// Sets with verdict E.
    public var acceptedWithErrors = 0
    /// Sets with verdict R.
    public var rejected = 0
    /// Documents recorded, those held included.
    public var documents = 0
    /// TA1 and 997 recorded.
    public var acknowledgments = 0
    /// Rows put into quarantine.
    public var held = 0
    /// The first reason for a person to look at the file; nil when there is none.
    public var problem: String?

    /// Makes the report of a file of which nothing is known yet.
    public init(name: String, folder: String, partner: String) {
        self.name = name
        self.folder = folder
        self.partner = partner
    }

    /// Notes a reason to look at the file; only the first is kept.
    mutating func note(problem reason: String) { if problem == nil { problem = reason } }
}
