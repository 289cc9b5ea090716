import Partners
import Testing
import X12

/// A guide with a fault leaves its partner out, and the fault has its place: `•` marks it in the rule.
@Suite struct GuideLoadingTests {
    private static func load(_ guide: String, profile: [String: String?] = [:], base: String? = nil) -> (
        PartnerDirectory, [ProfileFault]
    ) {
        let bases = ["all": ProfileText(path: "_base/all.json5", bytes: Array("{ schemaVersion: 1 }".utf8))]
        let baseGuides = base.map { ["all": ProfileText(path: "_base/all.guide.json5", bytes: Array($0.utf8))] } ?? [:]
        return PartnerDirectory.load(
            profiles: Sample.texts(["acme": Sample.acme(profile)]), bases: bases,
            guides: ["acme": ProfileText(path: "acme/guide.json5", bytes: Array(guide.utf8))], baseGuides: baseGuides)
    }

    private static func guide(_ rules: String, set: String = "850", more: String = "") -> String {
        "{ schemaVersion: 1,\n sets: [{ set: \"\(set)\",\(more) rules: [\n\(rules)\n]}]}"
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var message: String
        var remedy: String
        var testDescription: String { rule }

        init(_ rule: String, _ message: String, _ remedy: String = "") {
            self.rule = rule
            self.message = message
            self.remedy = remedy
        }
    }

    static let faults: [Case] = [
        Case("•{ at: \"REF\" }", "nothing is demanded of REF", "use: \"required\""),
        Case("{ at: \"REF\", •maxuse: 2 }", "unknown key \"maxuse\"; did you mean \"maxUse\"?"),
        Case("{ at: \"REF\", maxUse: •\"two\" }", "expected"),
        Case("{ at: •\"REF[01=IA\", use: \"required\" }", "a condition is not closed"),
        Case("{ at: \"REF\", use: •\"requird\" }", "found \"requird\"", "did you mean \"required\"?"),
        Case("•{ at: \"N3\", use: \"required\" }", "the 850 has no N3 outside its loops", "it stands at N1/N3"),
        Case("•{ at: \"REF/N3\", use: \"required\" }", "REF opens no loop", "at the end of a path"),
        Case("•{ at: \"N109\", use: \"required\" }", "N1 has 6 elements in 004010, and no 9"),
        Case("•{ at: \"N1[09=X]\", use: \"required\" }", "N1 has 6 elements in 004010, and no 9"),
        Case("•{ at: \"REF02-1\", use: \"required\" }", "element 2 of REF has no component 1"),
        Case("•{ at: \"BIG\", use: \"required\" }", "the 850 has no BIG", "let it in by `allow`"),
        Case("•{ at: \"REF\", codes: [\"A\"] }", "REF is no element", "name one, such as REF02"),
        Case("•{ at: \"REF02\", maxUse: 1 }", "REF02 is an element", "count segments"),
        Case("{ at: \"REF\", maxUse: •-1 }", "expected a number from 0", "sensible"),
        Case("{ at: \"REF\", minUse: 3, maxUse: •2 }", "maxUse 2 is less than minUse 3"),
        Case("{ at: \"BEG03\", pattern: •\"(\" }", "a ( is not closed"),
        Case("{ at: \"BEG03\", codes: [\"A\"], moreCodes: •[\"B\"] }", "`codes` is the whole list already"),
        Case("{ at: \"BEG03\", severity: •\"eror\", use: \"required\" }", "found \"eror\"", "did you mean \"error\"?"),
        Case("{ anyOf: •[\"REF[01=IA]\"] }", "one place alone"),
        Case("•{ sum: \"PO102\" }", "there is nothing to compare with"),
        Case("{ sum: \"PO102\", equals: \"CTT02\", tolerance: •\"x\" }", "expected a number, found \"x\""),
        Case("•{ sum: \"PO1\", equals: \"CTT02\" }", "PO1 is no element"),
        Case("{ at: \"PO1/PID\", use: \"required\", when: •\"PO1/CTP\" }", "asked of the whole set", "within: \"PO1\""),
        Case("•{ at: \"BEG[01=00]\", use: \"optional\" }", "optional under a condition only"),
        Case("•{ within: \"PO1\", at: \"PO1\", use: \"required\" }", "it is always there"),
        Case("•{ at: \"**/REF\", use: \"required\" }", "does not say in which loop", "such as N1/REF"),
        Case("{ •allow: \"PO1/AMT\" , after: \"N1/N4\" }", "behind another of the same loop"),
        Case("•{ allow: \"ZQX\", after: \"BEG\" }", "004010 has no segment ZQX", "E-SEGMENT-UNKNOWN"),
        Case("{ at: \"REF[01=IA]\", use: \"required\" },\n•{ at: \"REF[01=IA]\", use: \"notUsed\" }", "line 3 says"),
    ]

    @Test(arguments: faults)
    func `a fault in a rule has its place, and leaves the partner out`(one: Case) throws {
        let marked = Self.guide(one.rule)
        let text = marked.replacing("•", with: "")
        let (directory, faults) = Self.load(text)
        #expect(directory.profiles.isEmpty)
        let fault = try #require(faults.first)
        #expect(faults.count == 1, "\(faults)")
        let before = marked.split(separator: "•", omittingEmptySubsequences: false)[0]
        let line = before.filter { $0 == "\n" }.count + 1
        #expect(fault.path == "acme/guide.json5")
        #expect(fault.line == line)
        // A fault found against the standard has the rule's place, others the member's; a missing member the rule's.
        let lineStart = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
        if !one.rule.contains("allow") { #expect(fault.column == before[lineStart...].count + 1) }
        #expect(fault.message.contains(one.message), "\(fault)")
        #expect(fault.remedy.contains(one.remedy) || one.remedy.isEmpty, "\(fault)")
    }

    @Test(arguments: [
        ("{ sets: [] }", "expected schemaVersion 1, found nothing"), ("", "end"), ("[]", "object"),
        (guide("", set: "8500"), "expected a set's three digits"), (guide("", set: "850"), "there is no rule"),
        (guide("{ at: \"REF\", maxUse: 1 }", set: "875"), "no structure of the 875 in 004010"),
        (guide("{ at: \"REF\", maxUse: 1 }", more: " direction: \"inn\","), "expected \"in\" or \"out\""),
        (guide("{ at: \"REF\", maxUse: 1 }", more: " versions: [\"004011X\"],"), "found \"004011X\""),
    ])
    func `a guide that cannot be read leaves its partner out`(text: String, message: String) throws {
        let (directory, faults) = Self.load(text)
        #expect(directory.profiles.isEmpty)
        #expect(faults.contains { $0.message.contains(message) && $0.path == "acme/guide.json5" }, "\(faults)")
    }

    @Test func `a partner's rule goes over that of its layer, and other rules stay`() throws {
        let base = Self.guide(
            """
            { at: "REF[01=IA]", use: "required" },
            { at: "BEG02", codes: ["SA"] },
            """)
        let freed = Self.load(
            Self.guide("{ at: \"REF[01=IA]\", use: \"optional\" }"), profile: ["extends": "[\"all\"]"], base: base)
        #expect(
            freed.0.profile("acme")?.guide(.inbound)?.parts.flatMap(\.rules).map(\.origin.statement) == [
                "BEG02 is one of SA", "REF[01=IA] may be left out",
            ])
        let second = Self.load(
            Self.guide("{ at: \"BEG02\", codes: [\"SA\", \"NE\"] }"), profile: ["extends": "[\"all\"]"], base: base)
        let profile = try #require(second.0.profile("acme"))
        #expect(profile.guideFiles == ["_base/all.guide.json5", "acme/guide.json5"])
        let rules = profile.guide(.inbound)?.parts.flatMap(\.rules) ?? []
        #expect(rules.map(\.origin.statement) == ["REF[01=IA] is required", "BEG02 is one of SA, NE"])
        #expect(rules.map(\.origin.file) == ["_base/all.guide.json5", "acme/guide.json5"])
    }

    @Test func `a fault in a layer's guide leaves out who extends it, and names the layer`() {
        let bad = Self.guide("{ at: \"N3\", use: \"required\" }")
        let good = Self.guide("{ at: \"REF\", maxUse: 1 }")
        let (directory, faults) = Self.load(good, profile: ["extends": "[\"all\"]"], base: bad)
        #expect(directory.profiles.isEmpty)
        #expect(faults.contains { $0.path == "_base/all.guide.json5" })
        #expect(faults.contains { $0.path == "acme/profile.json5" && $0.message.contains("left out") })
        #expect(Self.load(good, base: good).0.profiles.count == 1)
    }

    @Test func `a layer's guide without its layer is told`() {
        let text = ProfileText(
            path: "_base/al.guide.json5", bytes: Array(Self.guide("{ at: \"REF\", maxUse: 1 }").utf8))
        let (_, faults) = PartnerDirectory.load(profiles: [:], bases: [:], guides: [:], baseGuides: ["al": text])
        #expect(faults.map(\.path) == ["_base/al.guide.json5"])
    }

    @Test func `severities by family, loop and direction are read strictly`() {
        let entries: [(String, String)] = [
            (#"{ check: "E-ELEMNT-*", severity: "note" }"#, "no finding has the name"),
            (#"{ check: "E-*", at: "N1[01=ST]", severity: "note" }"#, "`at` names a place in one set"),
            (#"{ check: "E-*", set: "850", at: "N3", severity: "note" }"#, "the 850 has no N3"),
            (#"{ check: "E-*", set: "850", at: "N1[", severity: "note" }"#, "begins with an element"),
            (#"{ check: "E-*", direction: "inwards", severity: "note" }"#, "expected \"in\" or \"out\""),
            (#"{ check: "*", severity: "note" }"#, "no finding has the name"),
        ]
        for (entry, message) in entries {
            let (directory, faults) = Sample.load(["acme": Sample.acme(["severities": "[\(entry)]"])])
            #expect(directory.profiles.isEmpty)
            #expect(faults.count == 1 && faults[0].message.contains(message), "\(entry): \(faults)")
        }
    }
}
