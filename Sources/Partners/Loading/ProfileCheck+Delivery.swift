extension ProfileCheck {
    /// The rules of delivery, checked as those in the root's settings are.
    mutating func delivery(_ entries: [DeliveryEntry]) -> [DeliveryRule] {
        var check = DeliveryCheck()
        let rules = check.rules(entries, at: "$.delivery")
        for fault in check.faults { report(fault.jsonPath, fault.message, fault.remedy) }
        return rules
    }
}
