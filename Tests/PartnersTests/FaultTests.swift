import Partners
import Testing

/// Every fault has its place: `•` marks it in a text; what is missing has the place of the object around it.
@Suite struct FaultTests {
    /// A change to the sample profile, and the fault it causes.
    struct Case: CustomTestStringConvertible, Sendable {
        var key: String
        var value: String?
        var place: String
        var message: String
        var remedy: String

        init(
            _ key: String, _ value: String?, at place: String, _ message: String, _ remedy: String
        ) {
            self.key = key
            self.value = value
            self.place = place
            self.message = message
            self.remedy = remedy
        }

        var testDescription: String { "\(key): \(value ?? "missing")" }
    }

    private static func partner(_ isa: String, _ gs: String = "[\"ACME\"]") -> String {
        "{ production: { partner: { isa: \(isa), gs: \(gs) }, us: { isa: [{ qualifier: \"ZZ\", id: \"HUB\" }], "
            + "gs: [\"HUB\"] } } }"
    }

    static let members: [Case] = [
        Case(
            "schemaVersion", nil, at: "$.schemaVersion", "expected schemaVersion 1, found nothing",
            "write schemaVersion: 1"),
        Case(
            "schemaVersion", "•2", at: "$.schemaVersion", "expected schemaVersion 1, found 2",
            "write schemaVersion: 1"),
        Case(
            "id", "•\"acne\"", at: "$.id", "expected the name of the folder, \"acme\", found \"acne\"",
            "write id: \"acme\", or rename the folder"),
        Case(
            "id", nil, at: "$.id", "expected the name of the folder, \"acme\", found nothing",
            "write id: \"acme\", or rename the folder"),
        Case("name", nil, at: "$.name", "there is no name", "write the partner's name"),
        Case(
            "role", "•\"suplier\"", at: "$.role",
            "expected \"supplier\", \"customer\" or \"van\", found \"suplier\"", "did you mean \"supplier\"?"),
        Case(
            "role", nil, at: "$.role", "expected \"supplier\", \"customer\" or \"van\", found nothing",
            "write one of these words"),
        Case(
            "stage", "•\"Production\"", at: "$.stage",
            "expected \"draft\", \"test\", \"pilot\", \"production\" or \"suspended\", found \"Production\"",
            "did you mean \"production\"?"),
        Case(
            "drop", "{ quiet: •\"soon\" }", at: "$.drop.quiet", "expected a time up to 100 days, found \"soon\"",
            "write a number and ms, s, m, h or d, such as \"5s\""),
        Case(
            "drop", "{ quiet: \"1h\", deadline: •\"5m\" }", at: "$.drop.deadline",
            "a file would be given up after 5m, before it is quiet",
            "write a deadline longer than quiet (1h) and linger (0s)"),
        Case(
            "drop", "{ incomplete: •\"refuse\" }", at: "$.drop.incomplete",
            "expected \"acknowledge\" or \"hold\", found \"refuse\"", "write one of these words"),
        Case(
            "drop", "{ ignore: [\".*\", •\"a/b\"] }", at: "$.drop.ignore[1]",
            "expected a pattern of file names, found \"a/b\"",
            "write a name in which * and ? stand for other characters, such as \"*.filepart\""),
        Case(
            "drop", "{ largest: •0 }", at: "$.drop.largest", "expected megabytes from 1 to 1048576, found 0",
            "write how large a file may be in megabytes, such as 4096"),
        Case(
            "drop", "{ partners: •[\"other\"] }", at: "$.drop.partners",
            "only the mailbox of a VAN brings what several partners send", "take the list out, or write role: \"van\""),
        Case(
            "qualifiers", "[{ set: •\"832\", segment: \"DTM\", usual: \"002\", agreed: \"074\" }]",
            at: "$.qualifiers[0].set",
            "a 832 has no fields for qualifiers", "write one of 810, 850, 855, 856"),
        Case(
            "qualifiers", "[{ set: \"850\", segment: •\"N1\", usual: \"ST\", agreed: \"SF\" }]",
            at: "$.qualifiers[0].segment",
            "expected a segment that a qualifier tells from its like, found \"N1\"", "write one of DTM, REF"),
        Case(
            "qualifiers", "[{ set: \"850\", segment: \"DTM\", usual: \"002\", agreed: •\"0~4\" }]",
            at: "$.qualifiers[0].agreed", "expected a code of one to three capitals and digits, found \"0~4\"",
            "write the code as it stands in DTM01, such as \"002\""),
        Case(
            "qualifiers", "[{ set: \"850\", segment: \"DTM\", usual: •\"00Z\", agreed: \"074\" }]",
            at: "$.qualifiers[0].usual", "DTM01 has no code \"00Z\" in 004010",
            "write the qualifier that the article of the set's fields names"),
        Case(
            "qualifiers",
            "[{ set: \"850\", segment: \"DTM\", usual: \"002\", agreed: \"074\" }, "
                + "•{ set: \"850\", segment: \"DTM\", usual: \"010\", agreed: \"074\" }]",
            at: "$.qualifiers[1]", "DTM 010 or 074 of the 850 stands in an entry before",
            "write each usual qualifier once, and each of the partner's once"),
        Case(
            "hierarchy", "[{ set: \"856\", paths: •[\"S>>O\"] }]", at: "$.hierarchy[0].paths",
            "expected paths of HL levels from the root",
            "write paths such as [\"SOTPI\", \"SOPI\"], or [\"S>O>P>I\"] where a level has two letters"),
        Case(
            "hierarchy", "[{ set: \"856\", paths: [\"SOI\"] }, { set: •\"856\", paths: [\"SI\"] }]",
            at: "$.hierarchy[1].set", "the set 856 stands twice", "write all its paths in one entry"),
        Case(
            "•colour", "\"red\"", at: "$.colour", "unknown key \"colour\"", "correct the file here"),
        Case(
            "•sintax", "{}", at: "$.sintax", "unknown key \"sintax\"; did you mean \"syntax\"?",
            "correct the file here"),
        Case(
            "identities", nil, at: "$.identities.production",
            "a partner in stage \"production\" needs identities for production data",
            "add identities.production, or write stage: \"draft\""),
    ]

    static let envelopes: [Case] = [
        Case(
            "envelope", "{ isa12: •\"0401\" }", at: "$.envelope.isa12",
            "expected an interchange version, found \"0401\"",
            "write a version that ISA12 may have, such as \"00401\""),
        Case(
            "envelope", "{ isa12: •\"00999\" }", at: "$.envelope.isa12",
            "expected an interchange version, found \"00999\"",
            "write a version that ISA12 may have, such as \"00401\""),
        Case(
            "envelope", "{ isa14: •\"yes\" }", at: "$.envelope.isa14",
            "expected \"0\" or \"1\", found \"yes\"", "write \"1\" to ask for a TA1, else \"0\""),
        Case(
            "envelope", "{ gs08: •\"04010\" }", at: "$.envelope.gs08",
            "expected \"004010\", \"004030\", \"005010\", \"005030\", \"006020\" or \"006030\", with the suffix of a guide if need be, found \"04010\"",
            "did you mean \"004010\"?"),
        Case(
            "syntax", "{ element: •\"A\" }", at: "$.syntax.element",
            "expected one ASCII character that is no letter, digit or blank, found \"A\"",
            "write one such as \"*\", or an escape such as \"\\u001c\""),
        Case(
            "syntax", "{ segment: •\"~~\" }", at: "$.syntax.segment",
            "expected one ASCII character that is no letter, digit or blank, found \"~~\"",
            "write one such as \"*\", or an escape such as \"\\u001c\""),
        Case(
            "syntax", "{ component: •\"*\" }", at: "$.syntax.component",
            "the delimiters are not distinct: element, component, segment and repetition must differ",
            "choose different characters, such as \"*\", \">\", \"~\" and \"^\""),
        Case(
            "syntax", "{ suffix: •\"LFCR\" }", at: "$.syntax.suffix",
            "expected \"none\", \"CR\", \"LF\" or \"CRLF\", found \"LFCR\"", "write one of these words"),
        Case(
            "ack", "{ ta1: •\"onerror\" }", at: "$.ack.ta1",
            "expected \"never\", \"onError\", \"requested\" or \"always\", found \"onerror\"",
            "did you mean \"onError\"?"),
        Case(
            "ack", "{ functional: •\"998\" }", at: "$.ack.functional",
            "expected \"997\", \"999\" or \"none\", found \"998\"", "did you mean \"997\"?"),
        Case(
            "ack", "{ version: •\"003040\" }", at: "$.ack.version", "\"003040\" is no version that we can write",
            "write a version such as \"004010\", or leave it out"),
        Case(
            "ack", "{ functional: \"999\", version: •\"004010\" }", at: "$.ack.version",
            "there is no 999 in \"004010\"", "write 005010 or later, or leave it out"),
        Case(
            "ack", "{ mask: [\"67\", \"REF02\", •\"REF99\"] }", at: "$.ack.mask[2]",
            "there is no element \"REF99\" in 004010",
            "write a reference such as \"REF02\", a segment such as \"N1\" or an element's number such as \"67\""),
    ]

    static let lists: [Case] = [
        Case(
            "severities", "[{ check: •\"W-ELEMENT-COD\", severity: \"note\" }]", at: "$.severities[0].check",
            "no finding has the name \"W-ELEMENT-COD\"", "did you mean \"W-ELEMENT-CODE\"?"),
        Case(
            "severities", "[{ check: \"E-GS-CODE\", severity: •\"warn\" }]", at: "$.severities[0].severity",
            "expected \"note\", \"warning\" or \"error\", found \"warn\"", "write one of these words"),
        Case(
            "severities", "[{ check: \"E-GS-CODE\", severity: \"note\", element: •\"REF09\" }]",
            at: "$.severities[0].element", "004010 has no segment or element \"REF09\"",
            "write a segment such as \"REF\", or an element such as \"REF01\" or \"REF04-2\""),
        Case(
            "severities", "[{ check: \"E-GS-CODE\", severity: \"note\", set: •\"PO\" }]", at: "$.severities[0].set",
            "expected a set's three digits, found \"PO\"", "write a set such as \"850\""),
        Case(
            "documents", "[{ set: \"850\", direction: \"in\" }, •{ set: \"855\" }]", at: "$.documents[1].direction",
            "expected \"in\" or \"out\", found nothing", "write one of these words"),
        Case(
            "documents", "[{ set: •\"85O\", direction: \"in\" }]", at: "$.documents[0].set",
            "expected a set's three digits, found \"85O\"", "write a set such as \"850\""),
        Case(
            "identities", partner("[{ qualifier: •\"99\", id: \"1\" }]"),
            at: "$.identities.production.partner.isa[0].qualifier", "list I05 has no qualifier \"99\"",
            "write a qualifier of two characters such as \"01\" (DUNS), \"12\" (telephone) or \"ZZ\""),
        Case(
            "identities", partner("[{ qualifier: \"01\", id: •\"1234567890123456\" }]"),
            at: "$.identities.production.partner.isa[0].id",
            "expected 1 to 15 characters, found 16: \"1234567890123456\"",
            "write the identifier as agreed for ISA06 and ISA08"),
        Case(
            "identities", partner("[{ qualifier: \"01\", id: •\"12*4\" }]"),
            at: "$.identities.production.partner.isa[0].id",
            "\"12*4\" holds a delimiter of the profile's syntax",
            "write the identifier as agreed for ISA06 and ISA08"),
        Case(
            "identities", partner("•[]"), at: "$.identities.production.partner.isa",
            "there is no interchange identity", "add isa: [{ qualifier: \"01\", id: \"123456789\" }]"),
        Case(
            "identities", partner("[{ qualifier: \"01\", id: \"1\" }]", "[•\"A\"]"),
            at: "$.identities.production.partner.gs[0]",
            "expected 2 to 15 characters, found 1: \"A\"", "write the code as agreed for GS02 and GS03"),
        Case(
            "extends", "[•\"supplyer\"]", at: "$.extends[0]", "there is no layer \"supplyer\"",
            "did you mean \"supplier\"?"),
    ]

    @Test(arguments: members + envelopes + lists)
    func `a fault tells its place, what was expected and found, and a remedy`(fault: Case) throws {
        let marked = Sample.acme([fault.key: fault.value])
        let lines = marked.split(separator: "\n")
        let line = lines.firstIndex { $0.contains("•") }
        let column = line.flatMap { Array(lines[$0]).firstIndex(of: "•") }
        let text = String(marked.filter { $0 != "•" })
        let (directory, faults) = Sample.load(["acme": text], bases: ["supplier": "{ schemaVersion: 1 }"])
        #expect(directory.profiles.isEmpty)
        #expect(faults.count == 1)
        let found = try #require(faults.first)
        #expect(found.path == "acme/profile.json5")
        #expect(found.jsonPath == fault.place)
        #expect(found.message == fault.message)
        #expect(found.remedy == fault.remedy)
        #expect([found.line, found.column] == [(line ?? 0) + 1, (column ?? 0) + 1])
    }

    @Test func `all faults of a profile are told at once, in the order of the file`() {
        let (_, faults) = Sample.load(["acme": Sample.acme(["role": "\"\"", "stage": "\"\"", "name": "\"\""])])
        #expect(faults.map(\.jsonPath) == ["$.name", "$.role", "$.stage"])
    }

    // MARK: - Layers

    @Test func `a fault in a layer stands in the layer, and the profile left out is named`() {
        let (directory, faults) = Sample.load(
            ["acme": Sample.acme(["extends": "[\"base\"]"])],
            bases: ["base": "{ schemaVersion: 1,\n  ack: { ta1: \"sometimes\" } }"])
        #expect(directory.profiles.isEmpty)
        #expect(faults.map(\.path) == ["_base/base.json5", "acme/profile.json5"])
        #expect(faults.first.map { [$0.line, $0.column] } == [2, 15])
        #expect(faults.map(\.jsonPath) == ["$.ack.ta1", "$.extends"])
    }

    @Test func `a layer that nobody extends is read too`() {
        let (directory, faults) = Sample.load(["acme": Sample.acme()], bases: ["base": "{ schemaVersion: 1, x: 1 }"])
        #expect(directory.profiles.map(\.id) == ["acme"])
        #expect(
            faults.map(\.description) == [
                "_base/base.json5:1:21: $.x: unknown key \"x\"; correct the file here"
            ])
    }

    @Test func `layers in a circle are told with the circle`() {
        let (directory, faults) = Sample.load(
            ["acme": Sample.acme(["extends": "[\"a\"]"])],
            bases: [
                "a": "{ schemaVersion: 1, extends: [\"b\"] }", "b": "{ schemaVersion: 1, extends: [\"a\"] }",
            ])
        #expect(directory.profiles.isEmpty)
        #expect(faults.map(\.path) == ["_base/b.json5", "acme/profile.json5"])
        #expect(faults.first?.message == "the layers extend each other in a circle: a → b → a")
        #expect(faults.first?.jsonPath == "$.extends[0]")
    }

    @Test func `a long chain of layers is refused`() {
        var bases = ["0": "{ schemaVersion: 1 }"]
        for index in 1...200 { bases["\(index)"] = "{ schemaVersion: 1, extends: [\"\(index - 1)\"] }" }
        let (directory, faults) = Sample.load(["acme": Sample.acme(["extends": "[\"200\"]"])], bases: bases)
        #expect(directory.profiles.isEmpty)
        #expect(faults.contains { $0.message.hasPrefix("the layers extend each other deeper than") })
    }

    @Test func `a layer has no id`() {
        let (_, faults) = Sample.load([:], bases: ["base": "{ schemaVersion: 1, id: \"base\" }"])
        #expect(faults.map(\.message) == ["a layer that profiles extend has no id"])
    }
}
