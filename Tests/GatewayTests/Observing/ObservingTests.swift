import Foundation
import Ledger
import Testing

@testable import Gateway

/// How a root stands, and who is told of what is wrong.
@Suite struct ObservingTests {
    private static func status(_ root: TestRoot) throws -> GatewayStatus {
        try GatewayStatus(
            of: GatewayRoot(path: root.path), ledger: root.ledger, partners: root.directory, at: root.time)
    }

    @Test func `a status shows what waits, what was not collected, and when a partner was last heard of`() throws {
        let root = try TestRoot(delivery: "{ to: 'command', command: ['/bin/false'], breaker: { failures: 1 } }")
        try root.drop(501...502)
        try root.run()
        try root.drop(503...503)
        let status = try Self.status(root)
        let line = try #require(status.partners.first { $0.id == "brightwater-clinics" })
        #expect(line.waiting.count == 1 && line.uncollected.count == 2)
        #expect(line.lastReceived == root.time && line.lastSent == nil)
        #expect(line.deadLetters == 0 && line.overdue == 0)
        let endpoint = try #require(status.endpoints.first)
        #expect(endpoint.endpoint.name == "command /bin/false" && endpoint.breaker == "open")
        #expect(endpoint.waiting.count == 2 && endpoint.waiting.oldest == root.time)
        #expect(status.needsSomebody)
        #expect(try #require(status.partners.first { $0.id == "corvane-medical" }).lastReceived == nil)
    }

    @Test func `metrics count each thing once, however often they are written`() throws {
        let root = try TestRoot()
        try root.write("{ metrics: 'edigate.prom' }", to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
        try root.drop(501...503)
        try root.drop(Order.interchange(number: 504, dates: ["20261332", "20260309"]), as: "504.edi")
        try root.run()
        let first = try root.text("edigate.prom")
        try root.run()
        #expect(try root.text("edigate.prom") == first)
        #expect(!root.names("").contains(".edigate.prom.new"))
        let lines = Set(first.split(separator: "\n").map(String.init))
        for line in [
            #"edigate_received_total{partner="brightwater-clinics",verdict="A"} 4"#,
            #"edigate_sets_total{partner="brightwater-clinics",verdict="A"} 4"#,
            #"edigate_sets_total{partner="brightwater-clinics",verdict="R"} 1"#,
            #"edigate_stage_seconds_count{kind="PurchaseOrder",partner="brightwater-clinics",stage="deliver"} 4"#,
            #"edigate_stage_seconds_bucket{kind="PurchaseOrder",le="0.01",partner="brightwater-clinics",stage="deliver"} 4"#,
            #"edigate_stage_seconds_bucket{kind="PurchaseOrder",le="+Inf",partner="brightwater-clinics",stage="deliver"} 4"#,
            #"edigate_stage_seconds_count{kind="acknowledgment",partner="brightwater-clinics",stage="deliver"} 4"#,
            #"edigate_stage_seconds_count{partner="brightwater-clinics",stage="judge"} 4"#,
            #"edigate_files_uncollected{partner="brightwater-clinics"} 4"#,
            #"edigate_quarantine{partner="brightwater-clinics"} 1"#,
        ] { #expect(lines.contains(line), "\(line)") }
        // Every line is a comment, or a name with labels and a number.
        let form = try Regex(
            #"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="([^"\\\n]|\\["\\n])*",?)+\})? -?[0-9.e+]+)$"#)
        for line in lines { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
    }

    @Test func `somebody is told once when something goes wrong and once when it is over, whoever restarts`() throws {
        let folder = NSTemporaryDirectory() + "edigate-told-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let root = try TestRoot()
        try root.write(
            """
            { alerts: [{ of: ['uncollectedFile', 'deadLetter'], after: '2h',
                         call: { to: 'command', shell: true, command: ['cat >> \(folder)/told'] } }] }
            """, to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
        func told() throws -> [[String: String]] {
            guard let text = try? String(contentsOfFile: "\(folder)/told", encoding: .utf8) else { return [] }
            return try text.split(separator: "\n").map { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return (object ?? [:]).compactMapValues { $0 as? String }
            }
        }
        try root.drop(501...501)
        try root.run()
        let ack = try #require(root.names("drop/brightwater-clinics/ack").first)
        // The file's own time is that of the machine: it is set to the clock of the test.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(root.time) / 1_000)],
            ofItemAtPath: root.url("drop/brightwater-clinics/ack/\(ack)").path)
        root.time += 7_200_000
        try root.run()
        #expect(try told().isEmpty)
        root.time += 1_000
        for _ in 1...3 { try root.run() }
        #expect(try told().map { $0["state"] } == ["began"])
        let first = try #require(try told().first)
        #expect(first["rule"] == "uncollectedFile" && first["subject"] == "brightwater-clinics")
        #expect(first["detail"] == "1 files were not collected, the oldest for 2 hours")
        #expect(try root.ledger.openIncidents().count == 1)
        try root.remove("drop/brightwater-clinics/ack/\(ack)")
        root.time += 60_000
        for _ in 1...2 { try root.run() }
        #expect(try told().map { $0["state"] } == ["began", "ended"])
        #expect(try told().last?["endedAt"] == "2026-03-10T11:31:01Z")
        #expect(try root.ledger.openIncidents().isEmpty)
        // It may go wrong again.
        try root.write("x", to: "drop/brightwater-clinics/out/late.edi")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)],
            ofItemAtPath: root.url("drop/brightwater-clinics/out/late.edi").path)
        try root.run()
        #expect(try told().map { $0["state"] } == ["began", "ended", "began"])
    }

    @Test func `from what age on a file is uncollected is said by the profile before the rule of alert`() throws {
        let root = try TestRoot()
        let profile = "TradingPartners/brightwater-clinics/profile.json5"
        let text = try root.text(profile)
        let end = try #require(text.lastIndex(of: "}"))
        let comma = text[..<end].last { !$0.isWhitespace } == "," ? "" : ","
        try root.write(text[..<end] + "\(comma) drop: { uncollected: '10m' } }", to: profile)
        try root.write("x", to: "drop/brightwater-clinics/out/a.edi")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(root.time) / 1_000)],
            ofItemAtPath: root.url("drop/brightwater-clinics/out/a.edi").path)
        let directory = try GatewayRoot(path: root.path).loadPartners().0
        try root.write("{ alerts: [{ after: '2h', call: { to: 'command', command: ['true'] } }] }", to: "gateway.json5")
        let settings = try GatewayRoot(path: root.path).loadSettings()
        func found(after milliseconds: Int64) throws -> [String] {
            let status = try GatewayStatus(
                of: GatewayRoot(path: root.path), ledger: root.ledger, partners: directory, at: root.time + milliseconds
            )
            return status.findings(settings.alerts).filter { $0.trouble == .uncollectedFile }.map(\.subject)
        }
        #expect(try found(after: 599_000) == [])
        #expect(try found(after: 601_000) == ["brightwater-clinics"])
    }

    @Test(arguments: [
        ("{ of: ['stuckfile'], call: { to: 'command', command: ['a'] } }", "did you mean \"stuckFile\""),
        ("{ call: { to: 'comand', command: ['a'] } }", "$.alerts[0].call.to"),
        ("{ call: { to: 'directory', folder: 'a' } }", "a message goes to"),
        ("{ after: '2 hours', call: { to: 'command', command: ['a'] } }", "$.alerts[0].after"),
        ("{ more: 0, call: { to: 'command', command: ['a'] } }", "$.alerts[0].more"),
    ])
    func `a rule of alert that says something unknown is refused`(rule: String, word: String) throws {
        let root = try TestRoot()
        try root.write("{ alerts: [\(rule)] }", to: "gateway.json5")
        let error = #expect(throws: GatewayError(.unreadable, reason: "")) {
            try GatewayRoot(path: root.path).loadSettings()
        }
        #expect(error?.reason.contains(word) == true, "\(error?.reason ?? "")")
    }
}
