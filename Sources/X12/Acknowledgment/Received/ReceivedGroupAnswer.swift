/// What a partner's 997 or 999 says about a functional group that we sent.
///
/// Everything is as the partner wrote it, so that nothing it said is lost: letters and codes are kept even where no
/// list has them. What cannot be read is `nil` or empty, and a finding says so.
public struct ReceivedGroupAnswer: Sendable, Equatable {
    /// Which set it came in.
    public var kind: AcknowledgmentKind
    /// ST02 of the acknowledgment itself.
    public var controlNumber = ""
    /// AK101: GS01 of the group answered.
    public var functionalCode = ""
    /// AK102: GS06 of the group answered. N0, so leading zeros do not count.
    public var groupControlNumber = ""
    /// AK103: GS08 of the group answered, from 005010 on; else empty.
    public var version = ""
    /// AK901 as sent (element 715: A, E, P, R, M, W, X); empty without AK9.
    public var letter = ""
    /// AK902: the sets that GE01 claimed.
    public var claimed: Int?
    /// AK903: the sets received.
    public var received: Int?
    /// AK904: the sets accepted, those with errors noted included.
    public var accepted: Int?
    /// AK905 to AK909 (element 716), as sent.
    public var codes: [String] = []
    /// The AK2 loops in order. A partner may leave them out for a group without fault.
    public var sets: [ReceivedSetAnswer] = []
    /// How many AK2 loops and notes there were beyond ``mostSets`` and ``mostNotes``, which are not kept.
    public var omitted = 0

    /// AK903 has six digits, so a group has no more sets than this.
    public static let mostSets = 999_999
    /// The most segment notes, element notes and contexts that are kept of one acknowledgment: nobody mends more, and
    /// a hostile one must not fill the memory.
    public static let mostNotes = 200_000

    /// Makes an answer that says nothing yet.
    public init(kind: AcknowledgmentKind) { self.kind = kind }

    /// What became of the group; `nil` when AK901 is missing or a letter that element 715 does not have.
    public var verdict: Verdict? { Verdict(received: letter, of: .group) }

    /// Whether it accepts everything: the group and each set that it names with A, and nothing noted.
    public var isClean: Bool {
        letter == "A" && codes.isEmpty && sets.allSatisfy { $0.letter == "A" && $0.codes.isEmpty && $0.notes.isEmpty }
    }
}

extension Verdict {
    /// Whose letter it is.
    enum Level { case interchange, group, set }

    /// The verdict that a partner's letter stands for: M, W and X refuse for reasons of security. `nil` for a letter
    /// that its list (715, 717, I17) does not have.
    init?(received letter: String, of level: Level) {
        switch (letter, level) {
        case ("A", _): self = .accepted
        case ("E", _): self = .acceptedWithErrors
        case ("P", .group): self = .partiallyAccepted
        case ("R", _), ("M", .group), ("M", .set), ("W", .group), ("W", .set), ("X", .group), ("X", .set):
            self = .rejected
        default: return nil
        }
    }
}
