/// What becomes of a set (717), a group (715) or an interchange (I17).
public enum Verdict: UInt8, Sendable, BitwiseCopyable {
    /// A: accepted.
    case accepted = 0x41
    /// E: accepted, but errors were noted.
    case acceptedWithErrors = 0x45
    /// P: some sets of the group accepted, some rejected.
    case partiallyAccepted = 0x50
    /// R: rejected.
    case rejected = 0x52

    /// The letter of the acknowledgment.
    public var letter: String { String(UnicodeScalar(rawValue)) }

    /// Whether the sets may be processed.
    public var isAccepted: Bool { self != .rejected }

    /// The verdict of one set or one interchange: an error rejects, a warning is an accepted error.
    public init(of findings: some Collection<Finding>) {
        var worst = Severity.note
        // By place, so that no finding is copied for its severity.
        for index in findings.indices { worst = max(worst, findings[index].severity) }
        self = worst == .error ? .rejected : worst == .warning ? .acceptedWithErrors : .accepted
    }

    /// The verdict of a group, by the decision table of AK9.
    ///
    /// - Parameters:
    ///   - findings: What is wrong with the group itself.
    ///   - received: The sets received.
    ///   - accepted: Those of them with verdict A or E.
    ///   - clean: Those of them with verdict A.
    public init(group findings: [Finding], received: Int, accepted: Int, clean: Int) {
        let own = Verdict(of: findings)
        if own == .rejected || (accepted == 0 && received > 0) {
            self = .rejected
        } else if accepted < received {
            self = .partiallyAccepted
        } else {
            self = own == .accepted && clean == received ? .accepted : .acceptedWithErrors
        }
    }
}
