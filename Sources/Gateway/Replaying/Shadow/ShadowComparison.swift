import Commerce
import Exchange
import Partners
import X12

/// Sets beside each other what two profiles make of one interchange.
struct ShadowComparison {
    let then: ShadowSide
    let now: ShadowSide
    /// Whose drop it lay in, then and now.
    let owners: (then: Profile, now: Profile)
    let file: String
    let number: String
    /// Why nothing of it surprises; nil when it does.
    let explanation: String?

    func add(to report: inout ShadowReport) {
        report.interchanges += 1
        compareInterchange(&report)
        let known = Set(now.order)
        let order = now.order + then.order.filter { !known.contains($0) }
        for place in order { compareSet(then.sets[place], now.sets[place], &report) }
        compareGroups(&report)
        let answers =
            AnswerDifference.find(then.interchangeAnswer(owners.then), now.interchangeAnswer(owners.now))
            + AnswerDifference.find(then.groupAnswers, now.groupAnswers)
        for difference in answers {
            report.add(
                "ack:\(difference.key)", at: place(), before: difference.before, after: difference.after,
                explained: explanation)
        }
        for miss in now.misses { report.add(miss: miss.value, miss.reason, holds: miss.holds) }
    }

    private func place(_ set: ShadowSide.Judged? = nil, _ path: String = "") -> ShadowReport.Place {
        ShadowReport.Place(
            file: file, interchange: number, set: set.map { "\($0.set) \($0.controlNumber)" } ?? "", path: path)
    }

    // MARK: - Verdicts

    private func compareInterchange(_ report: inout ShadowReport) {
        guard let one = then.interchange, let other = now.interchange else { return }
        compare(
            one.verdict, other.verdict, ShadowSide.weights(of: one.findings), ShadowSide.weights(of: other.findings),
            of: "interchange", at: place(), &report)
    }

    private func compareGroups(_ report: inout ShadowReport) {
        // A group's verdict follows from its sets, which are compared already, but for what is wrong with its envelope.
        for group in now.groups {
            guard let other = then.groups.first(where: { $0.ordinal == group.ordinal }) else { continue }
            compare(
                Verdict(of: other.findings), Verdict(of: group.findings), ShadowSide.weights(of: other.findings),
                ShadowSide.weights(of: group.findings), of: "group", at: place(), &report)
        }
    }

    private func compare(
        _ before: Verdict?, _ after: Verdict?, _ old: [String: Severity], _ new: [String: Severity],
        of what: String, at place: @autoclosure () -> ShadowReport.Place, _ report: inout ShadowReport
    ) {
        guard before != after else { return }
        let codes = Self.reasons(old, new)
        report.add(
            "verdict:\(what):\(before?.letter ?? "none")-\(after?.letter ?? "none")\(codes)", at: place(),
            before: before?.letter, after: after?.letter, explained: explanation)
    }

    /// The codes that weigh otherwise, as the end of a key.
    private static func reasons(_ old: [String: Severity], _ new: [String: Severity]) -> String {
        let codes = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        guard !codes.isEmpty else { return "" }
        return ":" + codes.prefix(3).joined(separator: "+") + (codes.count > 3 ? "+more" : "")
    }

    // MARK: - Sets and documents

    private func compareSet(
        _ one: ShadowSide.Judged?, _ other: ShadowSide.Judged?, _ report: inout ShadowReport
    ) {
        guard let any = other ?? one else { return }
        report.sets += 1
        compare(
            one?.verdict, other?.verdict, one?.weights ?? [:], other?.weights ?? [:], of: any.set, at: place(any),
            &report)
        if let document = other?.document { report.applied += Self.applied(document.json) }
        guard one?.document != nil || other?.document != nil else { return }
        report.documents += 1
        let states = (Self.state(one), Self.state(other))
        if states.0 != states.1 {
            report.add(
                "document:\(any.set):\(states.0)-\(states.1)\(Self.reasons(one?.weights ?? [:], other?.weights ?? [:]))",
                at: place(any), before: states.0, after: states.1, explained: explanation)
        }
        guard let before = one?.document?.json, let after = other?.document?.json, before != after else { return }
        JSONDifference.find(before, after) { difference in
            report.add(
                "json:\(any.set):\(difference.field)", at: place(any, difference.path), before: difference.before,
                after: difference.after, explained: explanation ?? Self.explanation(of: difference.field))
        }
    }

    private static func state(_ judged: ShadowSide.Judged?) -> String {
        guard judged?.document != nil else { return "none" }
        return judged?.goesOn == true ? "goes" : "held"
    }

    /// What says only from which line of which version of a table a value came, and no value.
    private static func explanation(of field: String) -> String? {
        field == "crosswalks.row" || field == "crosswalks.version"
            ? "the line and version of a crosswalk, no value" : nil
    }

    /// How many values of a document had a row; a table's default is none.
    private static func applied(_ json: [UInt8]) -> Int {
        let scan = JSONScan(json)
        guard let uses = scan.members(json.indices).first(where: { $0.key == "crosswalks" }) else { return 0 }
        return scan.elements(uses.value).count { use in scan.members(use).contains { $0.key == "row" } }
    }
}
