import Commerce
import Testing
import X12

@testable import Partners

@Suite struct LintTests {
    /// A change of a sound profile and the code it must be found by; nil for none.
    struct Case: Sendable, CustomTestStringConvertible {
        var code: String?
        var changes: [String: String]
        var line: Int?
        var other: [String: String]?
        var evidence: @Sendable (inout LintEvidence) -> Void

        var testDescription: String { "\(code ?? "clean") by \(changes.keys.sorted().joined(separator: ", "))" }

        init(
            _ code: String?, _ changes: [String: String] = [:], line: Int? = nil, other: [String: String]? = nil,
            _ evidence: @escaping @Sendable (inout LintEvidence) -> Void = { _ in }
        ) {
            self.code = code
            self.changes = changes
            self.line = line
            self.other = other
            self.evidence = evidence
        }
    }

    private static let sides = Sample.sides(partner: "01:123456789/ACME")
    private static let other = ["identities": "{ production: \(Sample.sides(partner: "01:555555555/BOLT")) }"]

    static let cases: [Case] = [
        Case(nil), Case(nil, other: other),
        Case(
            "L-SIDES-SWAPPED",
            ["identities": "{ production: \(Sample.sides(partner: "ZZ:HUB/HUB", us: "01:123456789/ACME")) }"],
            other: other),
        Case(
            "L-SIDES-SWAPPED",
            ["identities": "{ production: \(Sample.sides(partner: "01:777/ACME", us: "01:555555555/BOLT")) }"],
            other: other),
        Case(
            "L-IDENTITY-TAKEN", other: ["identities": "{ production: \(Sample.sides(partner: "01:123456789/BOLT")) }"]),
        Case(
            "L-IDENTITY-TAKEN", other: ["identities": "{ production: \(Sample.sides(partner: "01:123456789/ACME")) }"]),
        Case(
            "L-IDENTITY-TAKEN", other: ["identities": "{ production: \(Sample.sides(partner: "14:123456789/BOLT")) }"]),
        Case(
            "L-TA1-NOT-EXPECTED",
            ["envelope": "{ isa14: \"1\" }", "clocks": "{ acknowledgment: \"none\" }"], line: 9),
        Case("L-TA1-NOT-EXPECTED", ["ack": "{ functional: \"none\" }"]),
        Case("L-TA1-NOT-EXPECTED", ["ack": "{ ta1: \"never\" }"]),
        Case(
            "L-TEST-IN-PRODUCTION",
            ["identities": "{ production: \(Sample.sides(partner: "ZZ:ACMETEST/ACME")) }"]),
        Case(
            "L-TEST-IN-PRODUCTION", ["identities": "{ production: \(sides), test: \(sides) }"]),
        Case("L-VERSION-MIX", ["envelope": "{ gs08: \"005010\", isa12: \"00401\" }"]),
        Case("L-VERSION-MIX", ["ack": "{ functional: \"999\" }"]),
        Case("L-VERSION-MIX") { $0.traded = [("856", "005010", .inbound)] },
        Case(nil) { $0.traded = [("856", "004010VICS", .inbound)] },
        Case("L-DELIMITER-IN-DATA") { $0.values = [("Gloves 7*8", "Order 1 lines.description")] },
        Case(nil) { $0.values = [("Gloves 7/8", "Order 1 lines.description")] },
        Case(
            "L-CLOCK-IMPOSSIBLE",
            ["clocks": "{ orderAcknowledgment: \"2bd\" }", "documents": "[{ set: \"850\", direction: \"out\" }]"]),
        Case(nil, ["clocks": "{ orderAcknowledgment: \"2bd\" }"]),
        Case("L-CLOCK-IMPOSSIBLE", ["clocks": "{ shipNotice: \"1bd\", orderAcknowledgment: \"2bd\" }"]),
        Case("L-CLOCK-IMPOSSIBLE", ["clocks": "{ acknowledgment: \"5m\" }"]),
        Case("L-CLOCK-IMPOSSIBLE", ["clocks": "{ acknowledgment: \"1h\", hours: \"08:00-17:00\" }"]),
        Case("L-CLOCK-IMPOSSIBLE", ["clocks": "{ shipNotice: \"2bd\", holidays: [\"2025-12-25\"] }"]) {
            $0.today = CalendarDate(year: 2026, month: 11, day: 21)
        },
        Case("L-ONE-SIDED", ["documents": "[{ set: \"855\", direction: \"in\" }]"]),
        Case(
            "L-ONE-SIDED",
            ["documents": "[{ set: \"855\", direction: \"out\" }, { set: \"850\", direction: \"out\" }]"]),
        Case(
            nil, ["documents": "[{ set: \"855\", direction: \"in\" }, { set: \"850\", direction: \"out\" }]"]),
        Case(
            "L-INERT",
            [
                "documents": "[{ set: \"850\", direction: \"out\" }]",
                "severities": "[{ check: \"B-*\", set: \"810\", severity: \"error\" }]",
            ]),
        Case("L-INERT", ["role": "\"van\"", "drop": "{ partners: [\"bolt\", \"blot\"] }"], other: other),
        Case("L-SUSPENDED", ["suspended": "{ because: \"x\" }"]),
        Case("L-FAULT", ["stage": "\"prod\""], line: 6),
    ]

    @Test(arguments: cases)
    func `what goes wrong in practice is found, with its place and a remedy`(row: Case) throws {
        var profiles = ["acme": Sample.acme(row.changes.mapValues { $0 })]
        if let other = row.other { profiles["bolt"] = Sample.acme(other.mapValues { $0 }, id: "bolt") }
        let (directory, _) = Sample.load(profiles)
        var evidence = LintEvidence()
        row.evidence(&evidence)
        let findings = try #require(directory.lint("acme", evidence))
        #expect(findings.contains { $0.code.rawValue == row.code } || row.code == nil, "\(findings)")
        #expect(row.code != nil || findings == [])
        for finding in findings {
            #expect(finding.file == "acme/profile.json5" && !finding.message.isEmpty && !finding.remedy.isEmpty)
            if let line = row.line, finding.code.rawValue == row.code { #expect(finding.line == line) }
        }
    }

    @Test func `rules of a guide that can never apply are told with their line`() throws {
        let guide = """
            { schemaVersion: 1, sets: [
              { set: "810", direction: "in", rules: [{ at: "BIG04", use: "required" }] },
              { set: "856", direction: "in", versions: ["005010"], rules: [{ at: "BSN05", use: "required" }] },
              { set: "855", direction: "in", rules: [{ at: "BAK03", use: "required" }] },
            ] }
            """
        let documents =
            "[{ set: \"850\", direction: \"out\" }, { set: \"855\", direction: \"in\" }, { set: \"856\", direction: \"in\" }]"
        let (directory, faults) = PartnerDirectory.load(
            profiles: Sample.texts(["acme": Sample.acme(["documents": documents])]), bases: [:],
            guides: ["acme": ProfileText(path: "acme/guide.json5", bytes: Array(guide.utf8))])
        #expect(faults == [])
        let findings = try #require(directory.lint("acme"))
        #expect(findings.map(\.code) == [.inert, .inert])
        #expect(findings.map(\.line) == [2, 3])
        var evidence = LintEvidence()
        evidence.traded = [("856", "005010", .inbound)]
        #expect(directory.lint("acme", evidence)?.contains { $0.line == 3 } == false)
        #expect(directory.lint("nobody") == nil)
    }

    @Test func `a qualifier that no field goes by is told`() throws {
        let entries =
            "[{ set: \"850\", segment: \"DTM\", usual: \"002\", agreed: \"074\" }, "
            + "{ set: \"850\", segment: \"DTM\", usual: \"097\", agreed: \"098\" }]"
        let (directory, faults) = PartnerDirectory.load(
            profiles: Sample.texts(["acme": Sample.acme(["qualifiers": entries])]), bases: [:])
        #expect(faults == [])
        #expect(directory.lint("acme") == [])
        var evidence = LintEvidence()
        evidence.qualifiers = ["850": ["DTM 002", "REF IA"]]
        let findings = try #require(directory.lint("acme", evidence))
        #expect(findings.map(\.message) == ["no field of the 850 goes by DTM 097"])
    }

    @Test(arguments: ProfileTemplate.allCases, Profile.Role.allCases)
    func `every template makes a profile that loads and lints clean`(template: ProfileTemplate, role: Profile.Role)
        throws
    {
        var draft = ProfileDraft(id: "acme", name: "Acme \"A\" \\ Sons\n*/ x", role: role, template: template)
        draft.production = Profile.Identities(
            partner: Profile.Party(interchangeIDs: [PartyID(qualifier: "01", id: "123456789")], groupCodes: ["ACME"]),
            us: Profile.Party(interchangeIDs: [PartyID(qualifier: "ZZ", id: "HUB")], groupCodes: ["HUB"]))
        draft.version = "005010"
        let guides = draft.guideText().map { ["acme": ProfileText(path: "acme/guide.json5", bytes: Array($0.utf8))] }
        let (directory, faults) = PartnerDirectory.load(
            profiles: Sample.texts(["acme": draft.profileText()]), bases: [:], guides: guides ?? [:])
        #expect(faults == [])
        #expect(directory.lint("acme") == [])
        #expect(directory.profile("acme")?.name == draft.name)
    }
}
