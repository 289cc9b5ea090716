import Certification
import Commerce
import Partners

/// The records of `partner certify --json`: one for each scenario and file, the result last.
enum CertificationJSON {
    static func write(_ report: CertificationReport, _ hash: String, isRehearsal: Bool) {
        for scenario in report.scenarios { write(scenario) }
        for (scenario, reason) in report.leftOut {
            var json = OutcomeJSON()
            json.beginRecord("left-out")
            json.text("scenario", scenario.rawValue)
            json.text("reason", reason)
            Terminal.write(json.endRecord())
        }
        for file in report.files { write(file) }
        var json = OutcomeJSON()
        json.beginRecord("certification")
        json.text("partner", report.partner)
        json.text("profileHash", hash)
        json.number("seed", report.seed)
        json.text("state", report.state.rawValue)
        json.number("score", report.score)
        for state in Certificate.State.allCases {
            json.number(state.rawValue, report.scenarios.reduce(0) { $0 + $1.count(state) })
        }
        json.writer.key("rehearsal")
        json.writer.bool(isRehearsal)
        Terminal.write(json.endRecord())
    }

    private static func write(_ scenario: CertificationReport.ScenarioReport) {
        var json = OutcomeJSON()
        json.beginRecord("scenario")
        json.text("scenario", scenario.scenario.rawValue)
        json.text("state", scenario.state.rawValue)
        json.text("order", scenario.orderNumber)
        json.list("sent", scenario.sent)
        json.list("tasks", scenario.tasks)
        json.writer.key("expectations")
        json.writer.beginArray()
        for expectation in scenario.expectations {
            json.writer.beginObject()
            json.text("id", expectation.id)
            json.text("text", expectation.text)
            json.text("state", expectation.state.rawValue)
            if !expectation.waitsFor.isEmpty { json.text("waitsFor", expectation.waitsFor) }
            if !expectation.problems.isEmpty { write(expectation.problems, "problems", &json) }
            json.writer.endObject()
        }
        json.writer.endArray()
        Terminal.write(json.endRecord())
    }

    private static func write(_ file: CertificationReport.FileReport) {
        var json = OutcomeJSON()
        json.beginRecord("file")
        json.text("file", file.name)
        json.list("contents", file.contents)
        write(file.problems, "problems", &json)
        write(file.remarks, "remarks", &json)
        Terminal.write(json.endRecord())
    }

    private static func write(_ problems: [ReplyProblem], _ key: StaticString, _ json: inout OutcomeJSON) {
        json.writer.key("\(key)")
        json.writer.beginArray()
        for problem in problems {
            json.writer.beginObject()
            json.text("reason", problem.text)
            json.text("remedy", problem.remedy)
            json.writer.endObject()
        }
        json.writer.endArray()
    }
}
