public import Ledger

/// Shows what partners made of what we sent, and what waits for somebody.
public struct AcknowledgmentBoard: Sendable {
    /// Is a set that we sent.
    public struct Entry: Sendable {
        /// Its row.
        public var sent: Ledger.SentSet
        /// Whether its answer is late and has not come.
        public var isOverdue: Bool
        /// What the partner said last, empty before it said anything.
        public var answer: String
        /// The quarantine row that holds it since it was refused; nil when it was not, or somebody has dealt with it.
        public var quarantine: Int?

        /// The state in a word, `overdue` for an answer that is.
        public var state: String { isOverdue ? "overdue" : sent.state.rawValue }
    }

    /// Says what to show.
    public struct Choice: Sendable {
        /// Only of this partner; nil for all.
        public var partner: String?
        /// Only in this state; nil for all.
        public var state: Ledger.SentState?
        /// Only what is late.
        public var onlyOverdue: Bool
        /// Also what was accepted, has no answer coming, or was refused and dealt with.
        public var withSettled: Bool

        /// Makes a choice; without anything it shows what waits, or was refused and not dealt with.
        public init(
            partner: String? = nil, state: Ledger.SentState? = nil, onlyOverdue: Bool = false, withSettled: Bool = false
        ) {
            self.partner = partner
            self.state = state
            self.onlyOverdue = onlyOverdue
            self.withSettled = withSettled
        }
    }

    /// The sets, in the order of sending; those overdue first when only these are asked for.
    public var sets: [Entry] = []
    /// The answers that match nothing or contradict an earlier one.
    public var open: [Ledger.Recorded<Ledger.Answer>] = []
    /// What was accepted on the wire and is held inside.
    public var held: [Ledger.Recorded<Ledger.Quarantine>] = []
    /// How many sets are in which state.
    public var counts: [Ledger.SentCount] = []

    /// Whether anything shown is overdue, refused and not dealt with, or open.
    public var needsSomebody: Bool {
        !open.isEmpty || sets.contains { $0.isOverdue || $0.quarantine != nil }
            || held.contains { $0.overdueAt != nil }
    }

    /// Reads the board.
    ///
    /// - Parameters:
    ///   - ledger: The ledger.
    ///   - time: Now, in milliseconds since 1970 UTC.
    ///   - choice: What to show.
    /// - Returns: The board.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public static func of(
        _ ledger: Ledger, at time: Int64, choice: Choice = Choice()
    ) throws(LedgerError) -> AcknowledgmentBoard {
        var board = AcknowledgmentBoard()
        func isOurs(_ partner: String?) -> Bool { choice.partner == nil || partner == choice.partner }
        var sets: [Ledger.SentSet] = []
        if choice.onlyOverdue {
            sets = try ledger.overdueSets(at: time).filter { isOurs($0.partner) }
        } else {
            let states: [Ledger.SentState?] =
                if let state = choice.state {
                    [state]
                } else if choice.withSettled {
                    [nil]
                } else {
                    [.waiting, .partiallyAccepted, .rejected]
                }
            for state in states { sets += try ledger.allSentSets(partner: choice.partner, state: state) }
            sets.sort { $0.setID < $1.setID }
        }
        for sent in sets {
            let last = try ledger.answers(aboutSet: sent.setID).last { $0.effect != .contradicted }
            let quarantine = try ledger.quarantine(ofSet: sent.setID).first { $0.releasedAt == nil }
            // A refusal that somebody has dealt with is history.
            if sent.state == .rejected, quarantine == nil, choice.state == nil, !choice.withSettled { continue }
            let answer = last.map { "\($0.kind.rawValue) \($0.letter) \($0.codes)\($0.isLate ? " late" : "")" } ?? ""
            board.sets.append(
                Entry(
                    sent: sent, isOverdue: sent.isOverdue(at: time), answer: answer, quarantine: quarantine?.id))
        }
        guard choice.state == nil, !choice.onlyOverdue else { return board }
        board.open = try ledger.openAnswers().filter { isOurs($0.partner) }
        board.held = try ledger.heldQuarantine().filter { $0.dueAt != nil && isOurs($0.partner) }
        board.counts = try ledger.sentCounts().filter { isOurs($0.partner) }
        return board
    }
}

extension Ledger {
    /// The sent sets of a partner in a state, however many.
    fileprivate func allSentSets(partner: String?, state: SentState?) throws(LedgerError) -> [SentSet] {
        var all: [SentSet] = []
        while true {
            let some = try sentSets(partner: partner, state: state, after: all.last?.setID ?? 0)
            guard !some.isEmpty else { return all }
            all += some
        }
    }
}
