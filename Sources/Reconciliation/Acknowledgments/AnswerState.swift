public import X12

/// Says what a partner made of a set that we sent.
public enum AnswerState: String, Sendable, CaseIterable {
    /// It has not answered.
    case waiting
    /// It took the set.
    case accepted
    /// It took the set and noted errors: it must not be sent again.
    case acceptedWithErrors = "accepted-with-errors"
    /// It took some sets of the group and did not say which.
    case partiallyAccepted = "partially-accepted"
    /// It refused the set.
    case rejected
    /// No answer is agreed on.
    case notExpected = "not-expected"

    /// The state that a verdict on the set itself comes to.
    public init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .accepted: .accepted
            case .acceptedWithErrors: .acceptedWithErrors
            case .partiallyAccepted: .partiallyAccepted
            case .rejected: .rejected
            }
    }

    /// Whether the partner took the set.
    public var isAcceptance: Bool { self == .accepted || self == .acceptedWithErrors }

    /// Whether it is an answer, and one that leaves nothing open.
    public var isFinal: Bool { isAcceptance || self == .rejected }
}

/// Says what one more answer does to what was known.
public enum AnswerEffect: String, Sendable, CaseIterable {
    /// It is the first answer, or says more than the one before.
    case settled
    /// It says once more what is known.
    case confirmed
    /// It says something else than an earlier answer: the earlier one stands, and a person must ask.
    case contradicted
    /// It is about the interchange or the group as a whole and settles no set by itself.
    case noted
    /// It is about nothing that we sent.
    case unmatched

    /// What an answer does to a set in a state.
    public init(of answer: AnswerState, on known: AnswerState) {
        switch known {
        case .waiting, .notExpected: self = .settled
        case .partiallyAccepted: self = answer == .partiallyAccepted ? .confirmed : .settled
        case .accepted, .acceptedWithErrors, .rejected:
            if answer == known || answer == .partiallyAccepted {
                self = .confirmed
            } else {
                // A and E both mean that it was taken: what was noted is kept with the answer.
                self = answer.isAcceptance && known.isAcceptance ? .confirmed : .contradicted
            }
        }
    }
}
