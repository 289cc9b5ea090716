public import X12

/// Is what an answer comes to for one set that we sent.
public struct Settlement: Sendable, Equatable {
    /// The set, by the caller's name.
    public var id: Int
    /// What the partner made of it.
    public var state: AnswerState
    /// What that does to what was known.
    public var effect: AnswerEffect
    /// The letter it said: AK501 where it named the set, else AK901 or TA104.
    public var letter: String
    /// The codes beside the letter.
    public var codes: [String]
    /// The faults it located in the set.
    public var notes: [ReceivedSegmentNote]
    /// Whether it named the set itself.
    public var isNamed: Bool
}

/// Is what a 997 or 999 comes to for a group that we sent.
public struct GroupSettlement: Sendable, Equatable {
    /// The sets of the group, in order, as far as anything was said of them.
    public var sets: [Settlement] = []
    /// The AK2 loops that name no set of the group.
    public var strangers: [ReceivedSetAnswer] = []

    /// Settles a group by an answer.
    ///
    /// A group that is refused as a whole takes its sets with it, whatever is said of each. Of a set that the answer
    /// does not name, the group's verdict tells; of a group partly accepted it tells only that nobody knows.
    ///
    /// - Parameters:
    ///   - group: The group, with what is known of its sets.
    ///   - answer: The answer.
    public init(_ group: SentGroup, _ answer: ReceivedGroupAnswer) {
        var named: [Int: ReceivedSetAnswer] = [:]
        for set in answer.sets {
            // Notes without AK2 are about the only set there is, or about nobody knows which.
            if set.segmentIndex == 0, set.controlNumber.isEmpty {
                if group.sets.count == 1, let only = group.sets.first { named[only.id] = set }
                continue
            }
            guard let sent = Self.sent(set, in: group) else {
                strangers.append(set)
                continue
            }
            // A set named twice: the refusal counts, since an acceptance can be sent again and a refusal is seldom.
            if let before = named[sent.id], before.verdict == .rejected { continue }
            named[sent.id] = set
        }
        for sent in group.sets {
            let own = named[sent.id]
            var verdict = own?.verdict ?? answer.verdict
            if answer.verdict == .rejected { verdict = .rejected }
            guard let verdict else { continue }
            let state = AnswerState(verdict)
            let speaksForItself = own?.verdict != nil
            sets.append(
                Settlement(
                    id: sent.id, state: state, effect: AnswerEffect(of: state, on: sent.state),
                    letter: speaksForItself && answer.verdict != .rejected ? own?.letter ?? "" : answer.letter,
                    codes: own?.codes ?? answer.codes, notes: own?.notes ?? [], isNamed: own != nil))
        }
    }

    /// The set that an AK2 names: by ST01 and ST02 as sent, else by the number without its zeros.
    private static func sent(_ answer: ReceivedSetAnswer, in group: SentGroup) -> SentGroup.Sent? {
        let alike = group.sets.filter { answer.set.isEmpty || $0.set == answer.set }
        if let exact = alike.first(where: { $0.controlNumber == answer.controlNumber }) { return exact }
        let number = SentGroup.significant(answer.controlNumber)
        return alike.first { SentGroup.significant($0.controlNumber) == number }
    }
}

extension Settlement {
    /// Settles the sets of an interchange that was answered by a TA1: a refusal takes all of them with it, anything else
    /// says only that the envelope was read.
    public static func of(_ answer: ReceivedInterchangeAnswer, on groups: [SentGroup]) -> [Settlement] {
        guard answer.verdict == .rejected else { return [] }
        return groups.flatMap(\.sets).map { sent in
            Settlement(
                id: sent.id, state: .rejected, effect: AnswerEffect(of: .rejected, on: sent.state),
                letter: answer.letter, codes: [answer.noteCode], notes: [], isNamed: false)
        }
    }
}
