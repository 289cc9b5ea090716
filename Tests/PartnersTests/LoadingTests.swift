import Partners
import Testing
import X12

@Suite struct LoadingTests {
    @Test func `a profile that says only who trades has the defaults of the base layer`() throws {
        let (directory, faults) = Sample.load(["acme": Sample.acme(["stage": nil])])
        #expect(faults.map(\.description) == [])
        let profile = try #require(directory.profile("acme"))
        #expect(profile.stage == .draft)
        #expect(profile.interchangeVersion == "00401")
        #expect(profile.groupVersion == "004010")
        #expect(profile.delimiters == Delimiters())
        #expect(profile.suffix == .nothing)
        #expect(profile.functionalAcknowledgment == .set997)
        #expect(profile.interchangeAcknowledgment == .requested)
        #expect(!profile.asksForAcknowledgment)
        #expect(profile.policy.exceptions == [])
        #expect(profile.exchanges(set: "846", direction: .inbound))
    }

    @Test func `layers lie over each other in the order named, the partner's own on top`() throws {
        let (directory, faults) = Sample.load(
            [
                "acme": Sample.acme([
                    "extends": "[\"left\", \"right\"]", "syntax": "{ suffix: \"CRLF\" }",
                    "documents": "[{ set: \"810\", direction: \"in\" }]",
                ])
            ],
            bases: [
                "root":
                    "{ schemaVersion: 1, ack: { ta1: \"never\", functional: \"none\" }, syntax: { element: \"+\" } }",
                "left":
                    "{ schemaVersion: 1, extends: [\"root\"], ack: { ta1: \"always\" }, syntax: { suffix: \"LF\" } }",
                "right":
                    "{ schemaVersion: 1, extends: [\"root\"], syntax: { component: \":\" }, "
                    + "documents: [{ set: \"850\", direction: \"out\" }] }",
            ])
        #expect(faults.map(\.description) == [])
        let profile = try #require(directory.profile("acme"))
        #expect(profile.layers == ["root", "left", "right"])
        // `right` extends `root` too, which does not undo what `left` said over it.
        #expect(profile.interchangeAcknowledgment == .always)
        #expect(profile.functionalAcknowledgment == .nothing)
        #expect(profile.suffix == .both)
        #expect(profile.delimiters == Delimiters(element: UInt8(ascii: "+"), component: UInt8(ascii: ":")))
        // A list replaces the one below as a whole.
        #expect(profile.documents == [Profile.Document(set: "810", direction: .inbound)])
    }

    @Test func `delimiters may be escapes, and a qualifier of one digit is filled`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme([
                "syntax": #"{ element: "\u001d", component: "\u001f", segment: "\u001c" }"#,
                "identities": "{ production: \(Sample.sides(partner: "1:123456789/ACME")) }",
            ])
        ])
        #expect(faults.map(\.description) == [])
        let profile = try #require(directory.profile("acme"))
        #expect(profile.delimiters == Delimiters(element: 0x1D, segment: 0x1C, component: 0x1F))
        #expect(profile.production?.partner.interchangeIDs == [PartyID(qualifier: "01", id: "123456789")])
        #expect(profile.test == nil)
        #expect(profile.outboundTemplate(usage: .test) == nil)
    }

    @Test(arguments: ["", "*1", "~~", "1~", "é", "zz", "ZZZ", "100", "\u{1}\u{1}", "05"])
    func `only the qualifiers of the standard pass`(qualifier: String) {
        let sides = Sample.sides(partner: "01:1/ACME").replacing("\"01\"", with: "\"\(qualifier)\"")
        let (directory, faults) = Sample.load(["acme": Sample.acme(["identities": "{ production: \(sides) }"])])
        #expect(directory.profiles.isEmpty)
        #expect(faults.count == 1)
    }

    @Test func `a van needs no identities`() {
        let (directory, faults) = Sample.load(["post": Sample.acme(["role": "\"van\"", "identities": nil], id: "post")])
        #expect(faults.map(\.description) == [])
        #expect(directory.profile("post")?.role == .van)
    }

    @Test func `severities become the policy of the profile`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme([
                "severities": """
                [{ check: "W-ELEMENT-CODE", severity: "error" },
                 { check: "W-ELEMENT-CODE", set: "850", element: "REF04-2", severity: "note" },
                 { check: "B-HASH-TOTAL", set: "856", element: "CTT", severity: "note" }]
                """
            ])
        ])
        #expect(faults.map(\.description) == [])
        let policy = try #require(directory.profile("acme")).policy
        #expect(policy.severity(of: .code, set: "810", place: "REF01") == .error)
        #expect(policy.severity(of: .code, set: "850", place: "REF04-2") == .note)
        #expect(policy.severity(of: .hashTotal, set: "856", place: "CTT02") == .note)
    }

    @Test func `a faulty profile is left out and the others load`() {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme(["role": "\"friend\""]),
            "zenith": Sample.acme(
                ["identities": "{ production: \(Sample.sides(partner: "01:55/ZEN")) }"], id: "zenith"),
            "broken": "{ schemaVersion: 1,",
        ])
        #expect(directory.profiles.map(\.id) == ["zenith"])
        #expect(faults.map(\.path) == ["acme/profile.json5", "broken/profile.json5"])
    }

    @Test(arguments: [
        "", "{", "[", "{}", "null", "{a", "{\"a\":", "/*", "//", "\"", "{ schemaVersion: 1 }", "\u{FEFF}{}",
    ])
    func `any text gives a fault and no trap`(text: String) {
        let (directory, faults) = Sample.load(["acme": text], bases: ["base": text])
        #expect(directory.profiles.isEmpty)
        #expect(!faults.isEmpty)
    }

    @Test func `a profile cut off anywhere gives a fault or loads`() {
        let text = Sample.acme(["severities": "[{ check: \"E-GS-CODE\", severity: \"note\" }] /* end */ // x"])
        for end in 0...text.utf8.count {
            let cut = ProfileText(path: "acme", bytes: Array(text.utf8.prefix(end)))
            let (directory, faults) = PartnerDirectory.load(profiles: ["acme": cut], bases: [:])
            #expect(directory.profiles.isEmpty == !faults.isEmpty)
        }
    }
}
