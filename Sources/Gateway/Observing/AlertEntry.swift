import Commerce
import Partners

/// A rule of alert as the settings have it.
struct AlertEntry: JSONObject {
    var of: [Text] = []
    var partners: [Text] = []
    var after = Text()
    var more: Int?
    var call = DeliveryEntry()

    mutating func code(_ json: inout some JSONCoding) {
        json.field("of", &of)
        json.field("partners", &partners)
        json.field("after", &after)
        json.field("more", &more)
        json.field("call", &call)
    }

    /// Says what is wrong with it, and where.
    struct Fault: Error { var reason: String }

    /// The rule, checked.
    func rule(at path: String) -> Result<AlertRule, Fault> {
        var check = DeliveryCheck()
        let calls = check.rules([call], at: "\(path).call")
        if let fault = check.faults.first {
            let place = fault.jsonPath.replacing(".call[0]", with: ".call")
            return .failure(Fault(reason: "\(place): \(fault.message): \(fault.remedy)"))
        }
        guard let call = calls.first, call.endpoint != nil else {
            return .failure(Fault(reason: "\(path).call.to: a message goes to a command, a webhook or an SFTP server"))
        }
        var rule = AlertRule(partners: Set(partners.map(\.string)), call: call)
        for (index, word) in of.enumerated() {
            guard let trouble = AlertRule.Trouble(rawValue: word.string) else {
                let words = AlertRule.Trouble.allCases.map(\.rawValue)
                let hint = words.nearest(to: word.string).map { ": did you mean \"\($0)\"?" } ?? ""
                return .failure(
                    Fault(
                        reason: "\(path).of[\(index)]: expected one of \(words.joined(separator: ", ")), found "
                            + "\"\(word)\"\(hint)"))
            }
            rule.troubles.insert(trouble)
        }
        if !after.isEmpty {
            guard let seconds = DeliveryCheck.seconds(after.string), seconds <= 366 * 86_400 else {
                return .failure(Fault(reason: "\(path).after: expected a time such as \"2h\", found \"\(after)\""))
            }
            rule.after = seconds
        }
        if let more {
            guard (1...1_000_000).contains(more) else {
                return .failure(Fault(reason: "\(path).more: expected a number from 1 to 1000000"))
            }
            rule.more = more
        }
        return .success(rule)
    }
}
