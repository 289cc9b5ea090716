import Exchange
import FoundationEssentials
import Gateway
import Ledger
import Partners

/// One condition of a promotion and how it stands.
struct PromotionGate {
    /// Its name; where a person may let it pass, also the key by which he does.
    var name: String
    /// Whether it lets the promotion pass.
    var isPassed: Bool
    /// How it stands, in a line.
    var summary: String
    /// What is behind it, a line each.
    var details: [String] = []
    /// What to do when it does not let the promotion pass.
    var remedy = ""

    // MARK: - The gates

    /// Lint finds no error.
    static func lint(_ findings: [LintFinding], of id: String) -> PromotionGate {
        let errors = findings.filter(\.isError)
        let warnings = findings.count - errors.count
        return PromotionGate(
            name: "lint", isPassed: errors.isEmpty,
            summary: "\(count(errors.count, "error")), \(count(warnings, "warning"))",
            details: errors.map { finding in
                "\(finding.code.rawValue) \(finding.file)\(finding.line.map { ":\($0)" } ?? ""): \(finding.message)"
            }, remedy: "mend what `edigate partner lint \(id)` tells")
    }

    /// The partner was certified under what is agreed in the candidate.
    static func certificate(
        of id: String, under candidate: PartnerDirectory, _ root: GatewayRoot, isNeeded: Bool, accepted: Set<String>
    ) -> PromotionGate {
        let (fault, words) = certified(id, candidate, "\(root.partners)/\(id)/\(Certificate.fileName)")
        var gate = PromotionGate(name: "certificate", isPassed: fault == nil, summary: fault ?? words)
        if !isNeeded, fault != nil {
            gate.isPassed = true
            gate.summary = "not needed for this stage; \(gate.summary)"
        } else if fault != nil, accepted.contains(gate.name) {
            gate.isPassed = true
            gate.summary = "accepted: \(gate.summary)"
        }
        gate.remedy =
            "run `edigate partner certify \(id)`, or let it pass by --accept certificate --because WHY, which is recorded"
        return gate
    }

    /// Why a partner is not certified, or how it is.
    private static func certified(
        _ id: String, _ candidate: PartnerDirectory, _ path: String
    ) -> (fault: String?, words: String) {
        guard let data = FileManager.default.contents(atPath: path) else {
            return ("\(id) was never certified", "")
        }
        let certificate: Certificate
        switch Certificate.read([UInt8](data)) {
        case .failure(let fault): return ("\(path): \(fault.reason)", "")
        case .success(let read): certificate = read
        }
        guard certificate.partner == id else { return ("\(path) is that of \(certificate.partner)", "") }
        let words = "score \(certificate.score), \(count(certificate.scenarios.count, "scenario")), \(certificate.at)"
        guard certificate.passed else { return ("not all scenarios passed: \(words)", "") }
        guard certificate.profileHash == candidate.profileHash(of: id) else {
            return ("the profile or guide is not the one that was certified (\(words))", "")
        }
        return (nil, words)
    }

    /// No document waits for a row of a crosswalk: of what came, under the candidate's tables; of what is to go, as long
    /// as it is held.
    static func crosswalks(
        _ report: ShadowReport, unsent: [Ledger.RefusedValue], accepted: Set<String>
    ) -> PromotionGate {
        let all = report.applied + report.missed + unsent.count
        let waiting = report.held + unsent.count
        var gate = PromotionGate(
            name: "crosswalks", isPassed: waiting == 0,
            summary: all == 0
                ? "no value of the traffic is looked up"
                : "\(report.applied) of \(all) values had a row (\(CrosswalkCoverage.percent(report.applied, of: all)))"
                    + (waiting > 0 ? ", documents wait for \(waiting)" : ""),
            details: report.misses.filter(\.holds).map { "\($0.value): \($0.reason) (\($0.count))" }
                + unsent.map { "\($0.value): \($0.message) (our \($0.kind) \($0.number), which is held)" },
            remedy: "load rows by `edigate crosswalk load`, or let it pass by --accept crosswalks --because WHY")
        if !gate.isPassed, accepted.contains(gate.name) {
            gate.isPassed = true
            gate.summary = "accepted: \(gate.summary)"
        }
        return gate
    }

    /// Nothing becomes otherwise that nobody has looked at.
    static func shadow(_ report: ShadowReport, days: Int, accepted: Set<String>, all: Bool) -> PromotionGate {
        let open = all ? [] : report.unexplained.filter { !accepted.contains($0.key) }
        let isPassed = open.isEmpty && (all || report.unlisted == 0)
        var summary = ShadowText.summary(report, days: days)
        if !report.unexplained.isEmpty { summary += isPassed ? ", accepted" : ", \(open.count) not accepted" }
        return PromotionGate(
            name: "shadow", isPassed: isPassed, summary: summary,
            remedy: "look at each, then --accept KEY for those that are meant (or --accept-all), with --because WHY")
    }

    static func count(_ number: Int, _ word: String) -> String {
        number == 1 ? "1 \(word)" : "\(number == 0 ? "no" : "\(number)") \(word)s"
    }
}
