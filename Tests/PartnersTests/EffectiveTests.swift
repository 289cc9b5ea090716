import Testing
import X12

@testable import Partners

@Suite struct EffectiveTests {
    private static let base = """
        // what all have
        { schemaVersion: 1, envelope: { isa14: "0", gs08: "004010" },
          ack: { ta1: "onError" } }
        """

    @Test func `a value tells which layer says it, and over which`() throws {
        let (directory, faults) = Sample.load(
            ["acme": Sample.acme(["extends": "[\"one\"]", "envelope": "{ isa14: \"1\" }"])], bases: ["one": Self.base])
        #expect(faults == [])
        let values = try #require(directory.values(of: "acme"))
        let isa14 = try #require(values.first { $0.path == "envelope.isa14" })
        #expect(isa14.text == "\"1\"")
        #expect(isa14.origins.map(\.layer) == ["one", "acme"])
        #expect(isa14.origin?.file == "acme/profile.json5")
        #expect(isa14.origin?.line == 8 || isa14.origin?.line == 9)
        #expect(isa14.origins.first?.text == "\"0\"")
        #expect(isa14.origins.first?.line == 2)
        let ta1 = try #require(values.first { $0.path == "ack.ta1" })
        #expect(ta1.origin?.layer == "one" && ta1.text == "\"onError\"")
        #expect(values.first { $0.path == "clocks.held" }?.origin == nil)
        #expect(directory.values(of: "nobody") == nil)
    }

    @Test func `two profiles differ by what holds, whichever layer says it`() throws {
        let texts = [
            "acme": Sample.acme(["extends": "[\"one\"]"]),
            "bolt": Sample.acme(
                [
                    "ack": "{ ta1: \"onError\" }", "clocks": "{ shipNotice: \"5bd\" }",
                    "documents": "[{ set: \"856\", direction: \"in\" }]",
                    "identities": "{ production: \(Sample.sides(partner: "01:999/BOLT")) }",
                ], id: "bolt"),
        ]
        let (directory, faults) = Sample.load(texts, bases: ["one": Self.base])
        #expect(faults == [])
        let differences = try #require(directory.differences(of: "acme", against: directory, "bolt"))
        let places = differences.map(\.place)
        #expect(places.contains("clocks.shipNotice") && places.contains("documents"))
        #expect(places.contains("identities.production.partner.gs") && places.contains("identities.test.partner.gs"))
        // Said by a layer there and by the file here: no difference.
        #expect(!places.contains("ack.ta1") && !places.contains("id") && !places.contains("extends"))
        let documents = try #require(differences.first { $0.place == "documents" })
        #expect(documents.removed == [] && documents.added == [#"{"set":"856","direction":"in"}"#])
        #expect(directory.differences(of: "acme", against: directory, "acme") == [])
    }

    @Test(arguments: [
        ("{ a: 1 }", "b", "2", "{ a: 1, b: 2 }"), ("{ a: 1, }", "b", "2", "{ a: 1, b: 2, }"),
        ("{}", "b", "2", "{ b: 2 }"), ("{ a: 1, b: 3 }", "b", "2", "{ a: 1, b: 2 }"),
        ("{\n  a: 1, // one\n}\n", "b", "2", "{\n  a: 1, // one\n  b: 2,\n}\n"),
        ("{\n  a: 1 // one\n}\n", "b", "2", "{\n  a: 1, // one\n  b: 2\n}\n"),
        ("{\n  a: { c: \"x,}\" },\n}", "a.d", "[1]", "{\n  a: { c: \"x,}\", d: [1] },\n}"),
        ("{ /* b: 1 */ a: 1 }", "b", "2", "{ /* b: 1 */ a: 1, b: 2 }"),
    ])
    func `an edit changes one member and nothing else`(text: String, path: String, value: String, after: String) {
        var edit = ProfileEdit(Array(text.utf8))
        let isSet = edit.set(path, to: value)
        #expect(isSet)
        #expect(String(decoding: edit.bytes, as: UTF8.self) == after)
    }

    @Test func `a new member stands behind the one it belongs to, comments where they were`() {
        for (text, after) in [
            (
                "{\n  stage: \"test\", // so far\n  x: 1,\n}",
                "{\n  stage: \"test\", // so far\n  version: 1,\n  x: 1,\n}"
            ),
            ("{\n  x: 1,\n  stage: \"test\" // so far\n}", "{\n  x: 1,\n  stage: \"test\", // so far\n  version: 1\n}"),
            ("{ stage: \"test\", x: 1 }", "{ stage: \"test\", version: 1, x: 1 }"),
            ("{ x: 1 }", "{ x: 1, version: 1 }"),
        ] {
            var edit = ProfileEdit(Array(text.utf8))
            let isSet = edit.set("version", to: "1", behind: "stage")
            #expect(isSet)
            #expect(String(decoding: edit.bytes, as: UTF8.self) == after)
        }
    }

    @Test func `what was set can be taken away, and the text is what it was`() {
        for text in ["{\n  id: \"a\",\n  stage: \"test\",\n}\n", "{ id: \"a\", stage: \"test\", }"] {
            var edit = ProfileEdit(Array(text.utf8))
            let changes = [edit.set("suspended", to: "{ because: \"x\" }"), edit.remove("suspended")]
            #expect(changes == [true, true])
            #expect(String(decoding: edit.bytes, as: UTF8.self).filter { $0 != " " } == text.filter { $0 != " " })
            let absent = [edit.remove("suspended"), edit.set("not.there", to: "1")]
            #expect(absent == [false, false])
        }
    }

    @Test func `a suspension lies over the stage and tells why`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme(["suspended": "{ because: \"their recall\", since: \"2026-11-21\", by: \"ana\" }"])
        ])
        #expect(faults == [])
        let profile = try #require(directory.profile("acme"))
        #expect(profile.stage == .suspended && profile.suspension?.from == .production)
        #expect(profile.suspensionReason == "suspended since 2026-11-21 by ana: their recall")
        let route = directory.route(try Sample.header("01:123456789", "ZZ:HUB"), group: Sample.group("ACME", "HUB"))
        #expect(route.summary == "E-SENDER-UNKNOWN acme" && route.words.contains("their recall"))
        #expect(!Sample.load(["acme": Sample.acme(["suspended": "{ by: \"ana\" }"])]).1.isEmpty)
    }
}
