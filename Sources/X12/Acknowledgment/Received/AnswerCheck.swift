/// Judges whether a received 997 or 999 can be acted on: whether each verdict can be read, and whether what it says of
/// the parts agrees with what it says of the whole. Its syntax is the validator's business.
struct AnswerCheck {
    private(set) var findings: [Finding] = []
    private let version: String
    private var isSetJudged = true
    private var isGroupJudged = false
    /// AK2 loops whose sets were accepted and refused.
    private var accepted = 0, refused = 0

    /// More findings than this say nothing new.
    private static let mostFindings = 100

    init(version: String) { self.version = version }

    /// Begins an AK2 loop.
    mutating func beginSet() { isSetJudged = false }

    /// Ends the AK2 loop that is open: it must have said what became of its set.
    mutating func endSet(_ set: ReceivedSetAnswer?, at offset: Int, ordinal: Int) {
        guard let set, !isSetJudged else { return }
        isSetJudged = true
        report(
            .answerUnreadable, "AK5", ordinal, offset, "", "is missing: nobody knows what became of \(Self.name(set))")
    }

    /// Judges an AK5 or IK5.
    mutating func judge(_ set: ReceivedSetAnswer?, as id: SegmentID, at offset: Int, ordinal: Int) {
        guard let set else { return }
        isSetJudged = true
        switch set.verdict {
        case nil:
            report(
                .answerUnreadable, id, ordinal, offset, set.letter,
                set.letter.isEmpty ? "is empty" : "is not in the list of element 717 (A, E, R, M, W, X)")
        case .accepted?:
            accepted += 1
            if !set.codes.isEmpty || !set.notes.isEmpty {
                report(
                    .answerContradiction, id, ordinal, offset, set.letter,
                    "accepts \(Self.name(set)) without fault, and yet faults are noted")
            }
        case .acceptedWithErrors?: accepted += 1
        default: refused += 1
        }
    }

    /// Judges an AK9 against the sets before it.
    mutating func judge(_ answer: ReceivedGroupAnswer, at offset: Int, ordinal: Int) {
        isGroupJudged = true
        guard let verdict = answer.verdict else {
            report(
                .answerUnreadable, "AK9", ordinal, offset, answer.letter,
                answer.letter.isEmpty ? "is empty" : "is not in the list of element 715 (A, E, P, R, M, W, X)")
            return
        }
        func contradict(_ element: Int, _ value: String, _ reason: String) {
            report(.answerContradiction, "AK9", ordinal, offset, value, reason, element: element)
        }
        if let received = answer.received, let accepted = answer.accepted {
            let agrees =
                switch verdict {
                case .accepted, .acceptedWithErrors: accepted == received
                case .partiallyAccepted: accepted > 0 && accepted < received
                case .rejected: accepted == 0
                }
            if !agrees {
                contradict(4, String(accepted), "of \(received) sets accepted does not go with AK901 \(answer.letter)")
            } else if answer.sets.count > received {
                contradict(3, String(received), "sets received, but \(answer.sets.count) are named")
            } else if self.accepted > accepted, verdict != .rejected {
                // A group refused as a whole may well list sets that were without fault by themselves.
                contradict(4, String(accepted), "sets accepted, but \(self.accepted) are named as accepted")
            } else if refused > received - accepted {
                contradict(4, String(accepted), "of \(received) sets accepted, but \(refused) are named as refused")
            }
        } else if refused > 0, verdict == .accepted || verdict == .acceptedWithErrors {
            contradict(1, answer.letter, "accepts every set, but \(refused) are named as refused")
        }
    }

    /// Ends the set: AK9 must have come.
    mutating func finish(_ answer: ReceivedGroupAnswer, at offset: Int, ordinal: Int) {
        if !isGroupJudged {
            report(
                .answerUnreadable, "AK9", ordinal, offset, "",
                "is missing: nobody knows what became of group \(answer.groupControlNumber)")
        }
        if answer.omitted > 0 {
            report(
                .answerUnreadable, "AK3", ordinal, offset, "",
                "\(answer.omitted) notes are beyond the \(ReceivedGroupAnswer.mostNotes) that are kept")
        }
    }

    private static func name(_ set: ReceivedSetAnswer) -> String {
        set.segmentIndex == 0 ? "a set that no AK2 names" : "\(set.set) \(set.controlNumber)"
    }

    private mutating func report(
        _ code: FindingCode, _ segment: SegmentID, _ ordinal: Int, _ offset: Int, _ value: String, _ reason: String,
        element: Int = 1
    ) {
        guard findings.count < Self.mostFindings else { return }
        findings.append(
            Finding(
                code, severity: code.entry.severity, segment: segment, segmentIndex: ordinal, element: element,
                offset: offset, value: value.isEmpty ? nil : Array(value.utf8.prefix(Finding.longestValue)),
                detail: .reason(reason), version: version))
    }
}
