import Certification
import Partners

/// Lays a certification report out for a person.
enum CertificationPage {
    /// The page of a report.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - hash: The digest of what was agreed on.
    ///   - isRehearsal: Whether we played the partner.
    ///   - isShort: Whether what passed is only counted.
    /// - Returns: The page.
    static func page(
        of report: CertificationReport, _ hash: String, isRehearsal: Bool, isShort: Bool = false
    ) -> Page {
        var page = Page(title: "Certification of \(report.name)")
        page.origin =
            [report.partner, "seed \(report.seed)", "profile \(hash.prefix(12))"].joined(separator: " · ")
            + (isRehearsal ? " · a rehearsal: we play the partner" : "")
        page.add("Result", .facts(result(report)))
        page.add(
            "Scenarios",
            .table(
                heads: ["state", "scenario", "met", "what it is"],
                rows: report.scenarios.map { scenario in
                    Page.Row(
                        cells: [
                            scenario.state.rawValue, scenario.scenario.rawValue,
                            "\(scenario.count(.passed)) of \(scenario.expectations.count)", scenario.scenario.title,
                        ], mark: mark(scenario.state))
                }))
        for (index, scenario) in report.scenarios.enumerated() where !isShort || scenario.state == .failed {
            page.add("\(index + 1). \(scenario.scenario.title)", .table(heads: heads, rows: rows(scenario, isShort)))
        }
        page.add("Left out", .lines(report.leftOut.map { "\($0.scenario.rawValue): \($0.reason)" }))
        if isShort { page.add("Waits for", .lines(waits(report))) }
        page.add(
            "Files of the partner", .table(heads: ["state", "file", "what is in it"], rows: files(report, isShort)))
        return page
    }

    private static let heads = ["state", "what is expected"]

    private static func mark(_ state: Certificate.State) -> Page.Mark {
        switch state {
        case .passed: .good
        case .failed: .bad
        case .pending: .open
        }
    }

    private static func result(_ report: CertificationReport) -> [(name: String, value: String)] {
        func count(_ state: Certificate.State) -> Int { report.scenarios.reduce(0) { $0 + $1.count(state) } }
        let words =
            switch report.state {
            case .passed: "passed: every scenario is as it should be"
            case .failed: "failed: what is named below is to be mended"
            case .pending: "pending: nothing is wrong, and not everything has come"
            }
        return [
            ("result", words), ("score", "\(report.score) %"),
            (
                "expectations",
                "\(count(.passed)) passed, \(count(.failed)) failed, \(count(.pending)) pending"
            ),
        ]
    }

    private static func rows(_ scenario: CertificationReport.ScenarioReport, _ isShort: Bool) -> [Page.Row] {
        var rows: [Page.Row] = []
        if !isShort {
            if !scenario.sent.isEmpty {
                rows.append(Page.Row(cells: ["we send", scenario.sent.joined(separator: ", ")]))
            }
            rows += scenario.tasks.map { Page.Row(cells: ["to do", $0]) }
        }
        for expectation in scenario.expectations where !isShort || expectation.state == .failed {
            var details = expectation.problems.flatMap { [$0.text, "→ \($0.remedy)"] }
            if !expectation.waitsFor.isEmpty { details.append("waits for \(expectation.waitsFor)") }
            rows.append(
                Page.Row(
                    cells: [expectation.state.rawValue, "\(expectation.text) (\(expectation.id))"], details: details,
                    mark: mark(expectation.state)))
        }
        return rows
    }

    /// What is waited for, each thing once, with where.
    private static func waits(_ report: CertificationReport) -> [String] {
        var lines: [String] = []
        for scenario in report.scenarios where scenario.count(.pending) > 0 {
            var told: [String] = []
            for expectation in scenario.expectations where expectation.state == .pending {
                if !told.contains(expectation.waitsFor) { told.append(expectation.waitsFor) }
            }
            lines.append("\(scenario.scenario.rawValue): \(told.joined(separator: "; "))")
        }
        return lines
    }

    private static func files(_ report: CertificationReport, _ isShort: Bool) -> [Page.Row] {
        report.files.filter { !isShort || !$0.problems.isEmpty || !$0.remarks.isEmpty }.map { file in
            let details = (file.problems + file.remarks).flatMap { [$0.text, "→ \($0.remedy)"] }
            let state: Page.Mark = !file.problems.isEmpty ? .bad : file.remarks.isEmpty ? .good : .open
            let word =
                switch state {
                case .good: "sound"
                case .bad: "problem"
                case .open: "remark"
                }
            return Page.Row(
                cells: [word, file.name, file.contents.joined(separator: "; ")], details: details, mark: state)
        }
    }
}
