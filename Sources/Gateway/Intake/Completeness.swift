import Partners

/// Decides whether a file is complete: by what is known of it, and never by a guess where there is a proof.
///
/// A file that somebody has open to write to is never complete. Of one that nobody has, the bytes decide: when all
/// interchanges in it are closed it is complete at once. Where the system does not tell who writes, the event of its
/// closing does, or the time for which it has not changed.
enum Completeness: Equatable {
    /// It can be taken.
    case complete
    /// It can be taken, though it never became complete; why.
    case overdue(String)
    /// Not yet: until a moment, in milliseconds since 1970 UTC, or until something happens to it; why.
    case waits(until: Int64, String)
    /// It is past its deadline, but somebody has it open: what is written after it was taken would be lost.
    case stalled(String)

    /// What is known of a file.
    struct Evidence {
        var writers: Writers
        /// Whether the system told that its writer closed it, or that it got its name when it was closed.
        var wasClosed: Bool
        /// Since when size, times and inode are as they are, and what it is now, in milliseconds since 1970 UTC.
        var unchangedSince: Int64
        var now: Int64
        /// When nobody can change it before its deadline: a person says that it is all there will be.
        var isFinal = false
    }

    /// Judges a file; its bytes are asked only where they decide.
    static func of(_ evidence: Evidence, _ policy: DropPolicy, structure: () -> Structure) -> Completeness {
        let (since, now) = (evidence.unchangedSince, evidence.now)
        func moment(_ period: Period) -> Int64 { since + period.milliseconds }
        func isPast(_ period: Period) -> Bool { now >= moment(period) }
        switch evidence.writers {
        case .some:
            guard isPast(policy.deadline) else {
                return .waits(until: moment(policy.deadline), "it is being written")
            }
            return .stalled(
                "somebody has it open for writing and has written nothing for \(policy.deadline): end that session, or "
                    + "wait until it goes on")
        case .unknown where !evidence.wasClosed && !isPast(policy.quiet) && !evidence.isFinal:
            return .waits(until: moment(policy.quiet), "it changed a moment ago")
        case .unknown, .none: break
        }
        switch structure() {
        case .closed:
            if isPast(policy.linger) || evidence.isFinal { return .complete }
            return .waits(until: moment(policy.linger), "it is complete, and stays for \(policy.linger)")
        case .unsure:
            let patience = max(policy.quiet, policy.linger)
            if isPast(patience) || evidence.isFinal { return .complete }
            return .waits(
                until: moment(patience), "nothing in it shows that it is complete: it must rest for \(patience)")
        case .open:
            if evidence.isFinal {
                return .overdue("it is not complete, and was taken as it is because somebody said so")
            }
            if isPast(policy.deadline) {
                return .overdue("it is not complete, and nothing was added for \(policy.deadline): taken as it is")
            }
            return .waits(
                until: moment(policy.deadline), "it is not complete: the rest may come within \(policy.deadline)")
        }
    }
}
