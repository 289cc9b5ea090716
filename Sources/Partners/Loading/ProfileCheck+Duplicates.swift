// What is done with what comes again.
extension ProfileCheck {
    mutating func duplicates(_ written: ProfileDescription.DuplicateEntries) -> DuplicatePolicy {
        var policy = DuplicatePolicy()
        policy.window = days(written.window, "$.duplicates.window") ?? policy.window
        policy.documentWindow = days(written.documentWindow, "$.duplicates.documentWindow") ?? policy.documentWindow
        typealias Action = DuplicatePolicy.Action
        if let action = word(written.onReset, Action.self, "$.duplicates.onReset") { policy.onReset = action }
        if let action = word(written.onOutOfSequence, Action.self, "$.duplicates.onOutOfSequence") {
            policy.onOutOfSequence = action
        }
        if let action = word(written.onGroup, Action.self, "$.duplicates.onGroup") { policy.onGroup = action }
        return policy
    }

    /// A number of days, or a fault.
    mutating func days(_ count: Int?, _ jsonPath: String, most: Int = 3_650) -> Int? {
        if let count, (1...most).contains(count) { return count }
        report(
            jsonPath, "expected days from 1 to \(most), found \(count.map(String.init) ?? "nothing")",
            "write how many days, such as 90")
        return nil
    }
}

extension DuplicatePolicy.Action: ProfileWord {}
