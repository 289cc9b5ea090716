import Ledger
public import Partners

/// Says who is told of what is wrong, and from when on it counts as wrong.
public struct AlertRule: Sendable, Hashable {
    /// What can be wrong.
    public enum Trouble: String, Sendable, CaseIterable {
        /// A partner has not acknowledged what we sent in time.
        case overdueAcknowledgment
        /// A file lies in a partner's drop for too long.
        case stuckFile
        /// A partner that sends has sent nothing for too long.
        case silentPartner
        /// Something was accepted on the wire and is held inside.
        case mappingFailure
        /// More is held for people than should be.
        case quarantineGrowth
        /// A partner has not collected what lies in its out/ or ack/ for too long.
        case uncollectedFile
        /// A delivery was given up.
        case deadLetter
        /// An endpoint does not answer.
        case endpointDown
    }

    /// Of what is told; empty for all.
    public var troubles: Set<Trouble>
    /// Whose; empty for all partners and for what is about no partner.
    public var partners: Set<String>
    /// From what age on a file counts as stuck or uncollected, or a partner as silent, in seconds; nil for the usual.
    public var after: Int?
    /// From how many on what is held is too much.
    public var more: Int
    /// Where the message goes.
    public var call: DeliveryRule

    /// Makes a rule.
    public init(
        troubles: Set<Trouble> = [], partners: Set<String> = [], after: Int? = nil, more: Int = 20, call: DeliveryRule
    ) {
        (self.troubles, self.partners, self.after, self.more, self.call) = (troubles, partners, after, more, call)
    }

    /// Whether it is about a trouble of a partner.
    func applies(to trouble: Trouble, of partner: String) -> Bool {
        (troubles.isEmpty || troubles.contains(trouble)) && (partners.isEmpty || partners.contains(partner))
    }

    /// The age that is too great, in milliseconds.
    func limit(of trouble: Trouble) -> Int64 {
        let usual =
            switch trouble {
            case .stuckFile: 3_600
            case .silentPartner: 7 * 86_400
            default: 86_400
            }
        return Int64(after ?? usual) * 1_000
    }
}

extension GatewayStatus {
    /// Something that is wrong now.
    struct Finding: Hashable {
        var trouble: AlertRule.Trouble
        /// A partner's id or an endpoint's name; empty where it is about the whole.
        var subject: String
        /// The partner; empty where it is about none.
        var partner: String
        var detail: String
    }

    /// What is wrong by the first rule that applies to each.
    func findings(_ rules: [AlertRule]) -> [Finding] {
        var found: [Finding] = []
        func check(
            _ trouble: AlertRule.Trouble, _ subject: String, partner: String = "", _ judge: (AlertRule) -> String?
        ) {
            guard let rule = rules.first(where: { $0.applies(to: trouble, of: partner) }), let detail = judge(rule)
            else { return }
            found.append(Finding(trouble: trouble, subject: subject, partner: partner, detail: detail))
        }
        func old(_ moment: Int64?, _ limit: Int64) -> String? {
            guard let moment, time - moment > limit else { return nil }
            return Self.words(time - moment)
        }
        for line in partners {
            let id = line.id
            check(.overdueAcknowledgment, id, partner: id) { _ in
                line.overdue > 0 ? "\(line.overdue) sets that we sent are not acknowledged in time" : nil
            }
            check(.stuckFile, id, partner: id) { rule in
                old(line.waiting.oldest, rule.limit(of: .stuckFile)).map { age in
                    "\(line.waiting.count) files lie in its drop, the oldest for \(age)"
                }
            }
            check(.silentPartner, id, partner: id) { rule in
                old(line.lastReceived, rule.limit(of: .silentPartner)).map { "nothing came for \($0)" }
            }
            check(.mappingFailure, id, partner: id) { _ in
                line.heldInside > 0
                    ? "\(line.heldInside) sets were accepted on the wire and are held: edigate quarantine list" : nil
            }
            check(.uncollectedFile, id, partner: id) { rule in
                let limit = line.uncollectedLimit ?? rule.limit(of: .uncollectedFile)
                return old(line.uncollected.oldest, limit).map { age in
                    "\(line.uncollected.count) files were not collected, the oldest for \(age)"
                }
            }
            check(.deadLetter, id, partner: id) { _ in
                line.deadLetters > 0
                    ? "\(line.deadLetters) deliveries were given up: edigate quarantine list --dead-letters" : nil
            }
        }
        check(.quarantineGrowth, "") { rule in
            let held = partners.reduce(0) { $0 + $1.quarantine }
            return held >= rule.more ? "\(held) are held for people" : nil
        }
        for line in endpoints {
            check(.endpointDown, line.endpoint.name) { _ in
                line.breaker == "closed"
                    ? nil : "\(line.waiting.count) deliveries wait; last: \(line.endpoint.lastError ?? "no answer")"
            }
        }
        return found
    }

    /// A time in the largest whole unit.
    static func words(_ milliseconds: Int64) -> String {
        for (unit, length) in [("days", 86_400_000), ("hours", 3_600_000), ("minutes", 60_000)] as [(String, Int64)]
        where milliseconds >= 2 * length { return "\(milliseconds / length) \(unit)" }
        return "\(milliseconds / 1_000) seconds"
    }
}
