import Foundation
import Testing

/// A partner through the gates, as an operator sees them.
@Suite struct PromoteTests {
    private static let id = "brightwater-clinics"
    private static let profile = "TradingPartners/\(id)/profile.json5"
    private static let call = ["partner", "promote", id, "--to", "pilot"]

    /// A root with the sample network, the partner at stage test, and an order that it sent.
    private func made(_ change: (String) -> String = { $0 }) throws -> ScratchRoot {
        let root = ScratchRoot()
        let made = try CommandLineTool.run(["init", root.path, "--partners", "TradingPartners"])
        #expect(made.status == 0, "\(made.errors)")
        try root.write(
            change(try root.text(Self.profile).replacing("stage: \"production\"", with: "stage: \"test\"")),
            to: Self.profile)
        let order = try String(
            contentsOf: CommandLineTool.root.appending(
                path: "Samples/network/\(Self.id)/in/850-4500178263.x12"), encoding: .utf8)
        let test = order.replacing("*P*>~", with: "*T*>~").replacing(
            "*ZZ*BRIGHTWATER    *", with: "*ZZ*BRIGHTWATERTEST*"
        )
        .replacing("*01*990417263      *", with: "*01*990417263T     *").replacing("BWCLINICS", with: "BWCLINTEST")
        .replacing("LARKMOORDC", with: "LARKMOORTEST")
        try root.write(test, to: "drop/\(Self.id)/in/order.x12")
        #expect(try root.run(["run", "--now"]).status == 0)
        return root
    }

    @Test func `a partner goes on when all gates let it pass, and back byte for byte`() throws {
        let root = try made()
        let before = try root.text(Self.profile)
        let dry = try root.run(Self.call + ["--dry-run"])
        #expect(dry.status == 1 && dry.output.contains("never certified"), "\(dry.output)\(dry.errors)")
        let refused = try root.run(Self.call)
        #expect(refused.status == 1 && refused.output.contains("partner certify"))
        #expect(try root.text(Self.profile) == before)

        let done = try root.run(
            Self.call + ["--accept", "certificate", "--because", "certified on paper", "--by", "ana"])
        #expect(done.status == 0, "\(done.output)\(done.errors)")
        #expect(done.output.contains("1 interchange, 1 set of 30 days: no change"))
        #expect(
            try root.text(Self.profile)
                == before.replacing("stage: \"test\",", with: "stage: \"pilot\",\n  version: 1,"))
        #expect(try root.run(["partner", "show", Self.id]).output.contains("stage pilot, version 1"))
        #expect(try root.run(["partner", "guide", Self.id]).output.contains("version 1"))
        // The next needs no certificate for nothing: it is asked again, and says the same.
        #expect(try root.run(["partner", "promote", Self.id, "--to", "production"]).status == 1)

        let back = try root.run(["partner", "promote", Self.id, "--rollback", "--by", "ana"])
        #expect(back.status == 0 && back.errors.contains("test, version 0"), "\(back.errors)")
        #expect(try root.text(Self.profile) == before)
        #expect(try root.run(["partner", "promote", Self.id, "--rollback"]).status == 2)
        #expect(try root.run(["audit", "verify"]).status == 0)
    }

    @Test func `a certificate passes as long as what it certified stays`() throws {
        let root = try made()
        let dry = try root.run(Self.call + ["--dry-run", "--json"])
        let hash = try #require(dry.output.split(separator: "\"profileHash\":\"").dropFirst().first?.prefix(64))
        func certify(_ hash: String, failed: Int = 0) throws {
            let state = failed > 0 ? "failed" : "passed"
            try root.write(
                """
                {"schemaVersion":"1.0","partner":"\(Self.id)","profileHash":"\(hash)","at":"2026-11-21T16:05:00Z",
                "seed":1,"score":100,"passed":\(failed == 0),
                "scenarios":[{"name":"happy-path","state":"\(state)","passed":3,"failed":\(failed),"pending":0}]}
                """, to: "TradingPartners/\(Self.id)/certificate.json")
        }
        try certify(String(hash.reversed()))
        #expect(try root.run(Self.call).output.contains("not the one that was certified"))
        try certify(String(hash), failed: 1)
        #expect(try root.run(Self.call).output.contains("not all scenarios passed"))
        try root.write("{}", to: "TradingPartners/\(Self.id)/certificate.json")
        #expect(try root.run(Self.call).status == 1)
        try certify(String(hash))
        let pilot = try root.run(Self.call)
        #expect(pilot.status == 0 && pilot.output.contains("score 100, 1 scenario"), "\(pilot.output)")
        // The promotion itself does not undo it, a word of the guide does.
        #expect(try root.run(["partner", "promote", Self.id, "--to", "production", "--dry-run"]).status == 0)
        try root.write(
            try root.text(Self.profile).replacing("ta1: \"onError\"", with: "ta1: \"always\""), to: Self.profile)
        let changed = try root.run(["partner", "promote", Self.id, "--to", "production"])
        #expect(changed.status == 1 && changed.output.contains("not the one that was certified"))
    }

    @Test func `values that had no row are told both ways, with the share that had`() throws {
        let root = ScratchRoot()
        _ = try CommandLineTool.run(["init", root.path, "--partners", "TradingPartners"])
        let order = try String(
            contentsOf: CommandLineTool.root.appending(path: "Samples/canonical/order-to-corvane-medical.json"),
            encoding: .utf8)
        try root.write(order, to: "outbound/order.json")
        #expect(try root.run(["run", "--now"]).status == 0)
        let full = try root.run(["crosswalk", "misses"])
        #expect(full.status == 0 && full.output.contains("100.0 %"), "\(full.output)")
        let unknown = order.replacing("19521234100239", with: "19521234100230").replacing("LK10023", with: "LK99999")
            .replacing("950686c7-17fe-870a-96d8-2d0ab03c40e0", with: "950686c7-17fe-870a-96d8-2d0ab03c40e1")
        try root.write(unknown, to: "outbound/order2.json")
        #expect(try root.run(["run", "--now"]).status == 1)
        let misses = try root.run(["crosswalk", "misses", "corvane-medical"])
        #expect(
            misses.status == 1 && misses.output.contains("corvane-medical  out  19521234100230"), "\(misses.output)")
        #expect(!misses.output.contains("100.0 %") && misses.output.contains(" %"))
        let json = try root.run(["crosswalk", "misses", "--json"]).output
        #expect(json.contains("\"way\":\"out\"") && json.contains("\"type\":\"coverage\""))
        // What is held for a row keeps its partner from being promoted.
        let gate = try root.run(["partner", "promote", "corvane-medical", "--to", "production", "--dry-run"])
        #expect(gate.output.contains("which is held"), "\(gate.output)")
    }

    @Test func `lint stops a test identity on its way to production, and nothing accepts that`() throws {
        let root = try made { $0.replacing("id: \"BRIGHTWATER\" }", with: "id: \"BRIGHTTEST\" }") }
        let refused = try root.run(Self.call + ["--accept", "certificate", "--because", "x"])
        #expect(refused.status == 1 && refused.output.contains("L-TEST-IN-PRODUCTION"), "\(refused.output)")
        let all = try root.run(Self.call + ["--accept-all", "--because", "x"])
        #expect(all.status == 1 && all.output.contains("certificate  refused"))
        #expect(try root.text(Self.profile).contains("stage: \"test\""))
        // To test it is only a warning.
        #expect(try root.run(["partner", "promote", Self.id, "--to", "test"]).status == 0)
    }

    @Test func `a change is refused until it is accepted by its key, and the ledger says so`() throws {
        let root = try made()
        let candidate = "\(root.path)/new.json5"
        try Data(
            try root.text(Self.profile).replacing("functional: \"997\"", with: "functional: \"none\" /* agreed */").utf8
        ).write(to: URL(filePath: candidate))
        let call = ["partner", "promote", Self.id, "--to", "test", "--candidate", candidate]
        let refused = try root.run(call)
        #expect(refused.status == 1 && refused.output.contains("ack:997-none"), "\(refused.output)\(refused.errors)")
        let typo = try root.run(call + ["--accept", "ack:999-none", "--because", "x"])
        #expect(typo.status == 2 && typo.errors.contains("did you mean ack:997-none?"))
        #expect(try root.run(call + ["--accept", "ack:997-none"]).errors.contains("--because"))
        let done = try root.run(call + ["--accept", "ack:997-none", "--because", "they asked"])
        #expect(done.status == 0, "\(done.output)")
        #expect(try root.text(Self.profile).contains("/* agreed */"))
        let shadow = try root.run(["partner", "shadow", Self.id, "--json"])
        #expect(shadow.status == 1 && shadow.output.contains("\"key\":\"ack:997-none\""))
        #expect(shadow.output.contains("\"interchanges\":1"))
        let wider = try root.run(["partner", "shadow", Self.id, "--days", "0"])
        #expect(wider.status == 2)
    }

    @Test func `a document that waits for a row stops it, and the row lets it go`() throws {
        let root = try made()
        let table = "\(root.path)/items.csv"
        func load(_ rows: String) throws -> CommandLineTool {
            try Data("theirs,ours\n\(rows)".utf8).write(to: URL(filePath: table))
            return try root.run(["crosswalk", "load", Self.id, "items", table])
        }
        #expect(try load("SOMETHING,1\n").status == 0)
        let call = ["partner", "promote", Self.id, "--to", "test", "--accept-all", "--because", "x", "--json"]
        let refused = try root.run(call)
        #expect(refused.status == 1 && refused.output.contains("documents wait for"), "\(refused.output)")
        let waiting = try root.run(["partner", "shadow", Self.id]).output
        #expect(waiting.contains("document:850:goes-held:B-CROSSWALK-MISS"), "\(waiting)")
        #expect(try root.run(call + ["--accept", "crosswalks"]).status == 0)
        let values = refused.output.split(separator: "\n").filter { $0.contains("\"gate\":\"crosswalks\"") }.joined()
        let items = values.split(separator: "\"").map(String.init).filter { $0.contains(": ") && $0.contains("no row") }
            .compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(!items.isEmpty)
        #expect(try load(items.map { "\($0),400117\n" }.joined()).status == 0)
        let passed = try root.run(call)
        #expect(passed.status == 0 && passed.output.contains("values had a row"), "\(passed.output)")
    }

    @Test func `a rollback takes no edit away unless told, and keeps what it takes`() throws {
        let root = try made()
        let before = try root.text(Self.profile)
        #expect(try root.run(["partner", "promote", Self.id, "--to", "test"]).status == 0)
        let edited = "// a remark of ours\n" + (try root.text(Self.profile))
        try root.write(edited, to: Self.profile)
        let refused = try root.run(["partner", "promote", Self.id, "--rollback"])
        #expect(refused.status == 1 && refused.errors.contains("edited since"))
        #expect(try root.text(Self.profile) == edited)
        #expect(try root.run(["partner", "promote", Self.id, "--rollback", "--force"]).status == 0)
        #expect(try root.text(Self.profile) == before)
        // A profile that loads no more is what a rollback is for.
        #expect(try root.run(["partner", "promote", Self.id, "--to", "test"]).status == 0)
        try root.write("{ broken", to: Self.profile)
        #expect(try root.run(["partner", "promote", Self.id, "--rollback", "--force"]).status == 0)
        #expect(try root.text(Self.profile) == before)
    }

    @Test func `a promotion needs a root, a stage, and a partner that is not suspended`() throws {
        let root = try made()
        #expect(try root.run(["partner", "promote", Self.id]).errors.contains("--to"))
        #expect(
            try root.run(["partner", "promote", Self.id, "--to", "live"]).errors.contains("test, pilot, production"))
        #expect(try root.run(["partner", "promote", "nobody", "--to", "test"]).status == 2)
        let loose = try CommandLineTool.run(
            ["partner", "promote", Self.id, "--to", "test", "--partners", "TradingPartners"])
        #expect(loose.status == 2 && loose.errors.contains("--root"))
        _ = try root.run(["partner", "suspend", Self.id, "--because", "recall"])
        let suspended = try root.run(Self.call)
        #expect(suspended.status == 2 && suspended.errors.contains("partner resume"))
    }

    @Test func `a rollback does not lift a suspension, forced or not`() throws {
        let root = try made()
        let done = try root.run(Self.call + ["--accept", "certificate", "--because", "on paper"])
        #expect(done.status == 0, "\(done.output)\(done.errors)")
        #expect(try root.run(["partner", "suspend", Self.id, "--because", "recall"]).status == 0)
        let before = try root.text(Self.profile)
        let refused = try root.run(["partner", "promote", Self.id, "--rollback", "--force"])
        #expect(refused.status == 2 && refused.errors.contains("recall"), "\(refused.errors)")
        #expect(try root.text(Self.profile) == before)
    }

    @Test func `a fault in a table is told by lint and by the gate, with its file`() throws {
        let root = try made()
        try root.write("bogus\n", to: "TradingPartners/\(Self.id)/crosswalks/items.csv")
        let lint = try root.run(["partner", "lint", Self.id])
        #expect(lint.status == 1 && lint.output.contains("crosswalks/items.csv"), "\(lint.output)")
        let promote = try root.run(Self.call)
        #expect(promote.status == 1 && promote.errors.contains("crosswalks/items.csv"), "\(promote.errors)")
    }
}
