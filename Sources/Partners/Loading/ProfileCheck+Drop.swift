import Commerce

// When a file in the drop is complete.
extension ProfileCheck {
    /// Megabytes; the archive would have to hold it.
    static let mostMegabytes = 1_048_576

    mutating func drop(_ written: ProfileDescription.DropEntries, role: Profile.Role?) -> DropPolicy {
        var policy = DropPolicy()
        policy.ignore = []
        for (index, entry) in written.ignore.enumerated() {
            if let pattern = NamePattern(entry.string) {
                policy.ignore.append(pattern)
            } else {
                report(
                    "$.drop.ignore[\(index)]", "expected a pattern of file names, found \(quoted(entry.string))",
                    "write a name in which * and ? stand for other characters, such as \"*.filepart\"")
            }
        }
        if let quiet = period(written.quiet, "$.drop.quiet") { policy.quiet = quiet }
        if let linger = period(written.linger, "$.drop.linger") { policy.linger = linger }
        if let deadline = period(written.deadline, "$.drop.deadline") {
            policy.deadline = deadline
            if deadline < max(policy.quiet, policy.linger) {
                report(
                    "$.drop.deadline", "a file would be given up after \(deadline), before it is quiet",
                    "write a deadline longer than quiet (\(policy.quiet)) and linger (\(policy.linger))")
            }
        }
        if let word = word(written.incomplete, DropPolicy.Incomplete.self, "$.drop.incomplete") {
            policy.incomplete = word
        }
        if let megabytes = written.largest, (1...Self.mostMegabytes).contains(megabytes) {
            policy.largest = megabytes * DropPolicy.megabyte
        } else {
            report(
                "$.drop.largest",
                "expected megabytes from 1 to \(Self.mostMegabytes), found "
                    + (written.largest.map(String.init) ?? "nothing"),
                "write how large a file may be in megabytes, such as 4096")
        }
        policy.partners = partners(written.partners, role)
        if !written.uncollected.isEmpty { policy.uncollected = period(written.uncollected, "$.drop.uncollected") }
        return policy
    }

    private mutating func partners(_ written: [Text], _ role: Profile.Role?) -> [String] {
        if !written.isEmpty, let role, role != .van {
            report(
                "$.drop.partners", "only the mailbox of a VAN brings what several partners send",
                "take the list out, or write role: \"van\"")
        }
        return written.map(\.string)
    }

    /// A period, or a fault.
    private mutating func period(_ text: Text, _ jsonPath: String) -> Period? {
        if let period = Period(text.string) { return period }
        report(
            jsonPath, "expected a time up to 100 days, found \(quoted(text.string))",
            "write a number and ms, s, m, h or d, such as \"5s\"")
        return nil
    }
}
