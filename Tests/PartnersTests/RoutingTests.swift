import Partners
import Testing
import X12

@Suite struct RoutingTests {
    /// The network that the tables speak of; we are ZZ:HUB, in tests ZZ:HUBT.
    static let directory: PartnerDirectory = {
        func profile(
            _ id: String, _ stage: String, _ production: String?, _ test: String?, role: String = "supplier",
            drop: String = "{}"
        ) -> String {
            let usages = [
                production.map { "production: " + Sample.sides(partner: $0) },
                test.map { "test: " + Sample.sides(partner: $0, us: "ZZ:HUBT/HUBT") },
            ]
            return Sample.acme(
                [
                    "name": "\"The \(id)\"", "stage": "\"\(stage)\"", "role": "\"\(role)\"", "drop": drop,
                    "identities": "{ \(usages.compactMap(\.self).joined(separator: ", ")) }",
                ], id: id)
        }
        return Sample.load([
            "acme": profile("acme", "production", "01:111/ACME", "01:111T/ACMET"),
            "beta": profile("beta", "test", "01:222/BETA", "01:222/BETA"),
            "calm": profile("calm", "suspended", "01:333/CALM", nil),
            "delta": profile("delta", "production", "12:444/DELTA", nil),
            "pilot": profile("pilot", "pilot", "01:555/PILOT", "01:555T/PILOTT"),
            // Two divisions behind one interchange identity.
            "east": profile("east", "production", "ZZ:SHARED/EAST", nil),
            "west": profile("west", "production", "ZZ:SHARED/WEST", nil),
            "post": profile("post", "production", nil, nil, role: "van"),
            "lost": profile("lost", "suspended", nil, nil, role: "van"),
            // A mailbox of one partner only.
            "mail": profile("mail", "production", nil, nil, role: "van", drop: "{ partners: [\"acme\"] }"),
        ]).0
    }()

    /// An interchange, and what becomes of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var sender: String
        var receiver: String
        var usage = "P"
        var codes: String?
        var drop: String?
        var route: String
        var words: [String] = []

        // `codes` are GS02 and GS03, nil for an interchange without a group.
        init(
            _ sender: String, _ receiver: String, _ usage: String = "P", codes: String?, drop: String? = nil,
            _ route: String, saying words: String...
        ) {
            self.sender = sender
            self.receiver = receiver
            self.usage = usage
            self.codes = codes
            self.drop = drop
            self.route = route
            self.words = words
        }

        var testDescription: String {
            "\(sender) → \(receiver) \(usage) \(codes ?? "no group")\(drop.map { " in the drop of \($0)" } ?? "")"
        }
    }

    static let accepted: [Case] = [
        Case("01:111", "ZZ:HUB", codes: "ACME>HUB", "in acme"),
        Case("1:111", "ZZ:HUB", codes: "ACME>HUB", "in acme"),
        Case("01:111", "ZZ:HUB", "I", codes: "ACME>HUB", "in acme"),
        Case("01:111", "ZZ:HUB", codes: nil, "in acme"),
        Case("01:111T", "ZZ:HUBT", "T", codes: "ACMET>HUBT", "in acme"),
        Case("01:222", "ZZ:HUBT", "T", codes: "BETA>HUBT", "in beta"),
        // In a pilot both go.
        Case("01:555", "ZZ:HUB", codes: "PILOT>HUB", "in pilot"),
        Case("01:555T", "ZZ:HUBT", "T", codes: "PILOTT>HUBT", "in pilot"),
        Case("ZZ:SHARED", "ZZ:HUB", codes: "EAST>HUB", "in east"),
        Case("ZZ:SHARED", "ZZ:HUB", codes: "WEST>HUB", drop: "west", "in west"),
        Case("ZZ:SHARED", "ZZ:HUB", codes: nil, drop: "west", "in west"),
        Case("01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "acme", "in acme"),
        Case("01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "post", "in acme"),
        Case("01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "mail", "in acme"),
        Case("ZZ:HUB", "01:111", codes: "HUB>ACME", "out acme"),
        Case("ZZ:HUB", "ZZ:SHARED", codes: "HUB>EAST", "out east"),
        Case("ZZ:HUBT", "01:222", "T", codes: "HUBT>BETA", "out beta"),
        Case("ZZ:HUB", "12:444", codes: nil, "out delta"),
    ]

    static let unknown: [Case] = [
        Case(
            "ZZ:NOBODY", "ZZ:HUB", codes: "NO>HUB", "E-SENDER-UNKNOWN -",
            saying: "ISA05/06 says \"ZZ:NOBODY\"", "identities.production.partner.isa"),
        Case(
            "ZZ:111", "ZZ:HUB", codes: "ACME>HUB", "E-SENDER-UNKNOWN -",
            saying: "The acme (acme) has the identifier under the qualifier 01", "Send \"01:111\" in ISA05/06"),
        Case(
            "ZZ:Shared", "ZZ:HUB", codes: "EAST>HUB", "E-SENDER-UNKNOWN -",
            saying: "as \"ZZ:SHARED\", written otherwise"),
        Case(
            "ZZ:NOBODY", "ZZ:HUB", codes: "NO>HUB", drop: "acme", "E-SENDER-UNKNOWN -",
            saying: "that of The acme (acme), which sends \"01:111\"", "Send \"01:111\" in ISA05/06"),
        Case(
            "01:111", "ZZ:OTHER", codes: "ACME>HUB", "E-RECEIVER-UNKNOWN acme",
            saying: "ISA07/08 says \"ZZ:OTHER\", where \"ZZ:HUB\"", "Send \"ZZ:HUB\" in ISA07/08"),
        Case(
            "01:111", "01:HUB", codes: "ACME>HUB", "E-RECEIVER-UNKNOWN acme", saying: "under the qualifier ZZ"),
        Case(
            "01:111", "ZZ:HUBT", codes: "ACME>HUB", "E-RECEIVER-UNKNOWN acme",
            saying: "our identity for test data, but ISA15 says production"),
        Case(
            "01:111", "12:444", codes: "ACME>DELTA", "E-RECEIVER-UNKNOWN acme",
            saying: "the identity of The delta (delta): are sender and receiver swapped?"),
        Case(
            "01:111", "01:111", codes: "ACME>ACME", "E-RECEIVER-UNKNOWN acme",
            saying: "the partner's own identity: are sender and receiver swapped?"),
        Case(
            "ZZ:HUB", "ZZ:NOBODY", codes: "HUB>NO", "E-RECEIVER-UNKNOWN -",
            saying: "no partner is sent production data under that identity"),
        Case("ZZ:HUB", "ZZ:HUB", codes: "HUB>HUB", "E-RECEIVER-UNKNOWN -", saying: "both name us"),
        Case("01:111", "ZZ:HUB", "X", codes: "ACME>HUB", "E-ISA-USAGE -", saying: "ISA15 says \"X\""),
        Case("01:111", "ZZ:HUB", "", codes: "ACME>HUB", "E-ISA-USAGE -", saying: "ISA15 says nothing"),
    ]

    static let stages: [Case] = [
        Case(
            "01:111", "ZZ:HUB", "T", codes: "ACME>HUB", "E-TEST-DATA acme",
            saying: "ISA15 says test", "the production identity of The acme (acme)", "test identity is \"01:111T\"",
            "Send P in ISA15"),
        Case(
            "01:111T", "ZZ:HUB", codes: "ACMET>HUB", "E-TEST-DATA acme", saying: "ISA15 says production",
            "production identity is \"01:111\""),
        Case(
            "12:444", "ZZ:HUB", "T", codes: "DELTA>HUB", "E-TEST-DATA delta", saying: "no test data is agreed",
            "add identities.test to the profile"),
        Case("ZZ:SHARED", "ZZ:HUB", "T", codes: "EAST>HUB", "E-TEST-DATA -", saying: "2 partners"),
        Case(
            "01:222", "ZZ:HUB", codes: "BETA>HUB", "E-TEST-DATA beta",
            saying: "The beta (beta) is in stage \"test\"", "promote \"beta\""),
        Case("ZZ:HUB", "01:222", codes: "HUB>BETA", "E-TEST-DATA beta"),
        Case("ZZ:HUBT", "01:111T", codes: nil, "E-TEST-DATA -", saying: "is our identity for test data"),
        Case("ZZ:HUB", "01:111T", codes: "HUB>ACMET", "E-TEST-DATA acme", saying: "the test identity of The acme"),
        Case(
            "01:333", "ZZ:HUB", codes: "CALM>HUB", "E-SENDER-UNKNOWN calm", saying: "The calm (calm) is suspended",
            "edigate partner resume calm"),
        Case("01:333", "ZZ:HUB", "T", codes: "CALM>HUB", "E-SENDER-UNKNOWN calm", saying: "is suspended"),
        Case("ZZ:HUB", "01:333", codes: "HUB>CALM", "E-RECEIVER-UNKNOWN calm", saying: "is suspended"),
        Case(
            "01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "lost", "E-SENDER-UNKNOWN acme",
            saying: "The lost (lost), in whose drop folder the file lay, is suspended"),
    ]

    static let groups: [Case] = [
        Case(
            "01:111", "ZZ:HUB", codes: "ACNE>HUB", "E-SENDER-UNKNOWN acme",
            saying: "GS02 says \"ACNE\", where \"ACME\"", "identities.production.partner.gs"),
        Case(
            "01:111", "ZZ:HUB", codes: "ACME>HAB", "E-RECEIVER-UNKNOWN acme",
            saying: "GS03 says \"HAB\", where \"HUB\", our code", "identities.production.us.gs"),
        Case(
            "01:111", "ZZ:HUB", codes: "HUB>ACME", "E-SENDER-UNKNOWN acme", saying: "Are GS02 and GS03 swapped?"),
        Case("ZZ:HUB", "01:111", codes: "HUB>ACNE", "E-RECEIVER-UNKNOWN acme", saying: "GS03 says \"ACNE\""),
        Case("ZZ:HUB", "01:111", codes: "HAB>ACME", "E-SENDER-UNKNOWN acme", saying: "GS02 says \"HAB\""),
        Case(
            "ZZ:SHARED", "ZZ:HUB", codes: "NORTH>HUB", "E-SENDER-UNKNOWN -",
            saying: "GS02 says \"NORTH\"", "The east (east) with \"EAST\" and The west (west) with \"WEST\""),
        Case(
            "ZZ:SHARED", "ZZ:HUB", codes: nil, "E-SENDER-UNKNOWN -",
            saying: "2 partners share", "there is no group whose GS02 tells them apart"),
        Case("ZZ:SHARED", "ZZ:HUB", codes: nil, drop: "post", "E-SENDER-UNKNOWN -"),
    ]

    static let drops: [Case] = [
        Case(
            "12:444", "ZZ:HUB", codes: "DELTA>HUB", drop: "mail", "E-SENDER-UNKNOWN delta",
            saying: "which is The delta (delta), but the file lay in the drop folder of The mail (mail)"),
        Case(
            "01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "delta", "E-SENDER-UNKNOWN acme",
            saying: "which is The acme (acme), but the file lay in the drop folder of The delta (delta)"),
        Case("ZZ:SHARED", "ZZ:HUB", codes: "EAST>HUB", drop: "west", "E-SENDER-UNKNOWN east"),
        Case("01:111T", "ZZ:HUB", codes: "ACME>HUB", drop: "delta", "E-SENDER-UNKNOWN acme", saying: "drop folder"),
        Case(
            "01:111", "ZZ:HUB", codes: "ACME>HUB", drop: "nobody", "E-SENDER-UNKNOWN -",
            saying: "\"nobody\" belongs to no partner"),
        Case(
            "ZZ:HUB", "01:111", codes: "HUB>ACME", drop: "acme", "E-SENDER-UNKNOWN -",
            saying: "which is us", "are sender and receiver swapped?"),
        Case("ZZ:HUB", "ZZ:HUB", codes: "HUB>HUB", drop: "post", "E-SENDER-UNKNOWN -", saying: "which is us"),
    ]

    @Test(arguments: accepted + unknown + stages + groups + drops)
    func `an interchange goes to one partner or is refused with reasons`(interchange: Case) throws {
        let header = try Sample.header(interchange.sender, interchange.receiver, usage: interchange.usage)
        let codes = interchange.codes?.split(separator: ">").map(String.init)
        let group = codes.map { Sample.group($0[0], $0[1]) }
        let route = Self.directory.route(header, group: group, drop: interchange.drop)
        #expect(route.summary == interchange.route, "\(route.words)")
        for words in interchange.words { #expect(route.words.contains(words)) }
        for sentence in route.words.split(separator: "\n") {
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
        }
    }

    @Test func `what an interchange says is quoted so that it cannot disturb a terminal`() throws {
        let route = Self.directory.route(try Sample.header("ZZ:\u{1B}[31mX", "ZZ:HUB"), group: nil)
        #expect(route.words.contains("\"ZZ:\\u{1b}[31mX\""))
        let group = Sample.group(String(repeating: "Z", count: 500), "HUB")
        let long = Self.directory.route(try Sample.header("01:111", "ZZ:HUB"), group: group)
        #expect(long.words.contains(String(repeating: "Z", count: 40) + "…\""))
        #expect(long.words.count < 400)
    }

    @Test(arguments: [
        ("01:111", "ZZ:HUB", "acme"), ("ZZ:HUB", "01:111", "acme"), ("01:111T", "ZZ:HUBT", "acme"),
        ("01:111", "ZZ:HUBT", nil), ("ZZ:SHARED", "ZZ:HUB", nil), ("ZZ:X", "ZZ:Y", nil), ("01:222", "ZZ:HUBT", "beta"),
    ])
    func `two identities name a partner when only one trades between them`(
        sender: String, receiver: String, expected: String?
    ) throws {
        let header = try Sample.header(sender, receiver)
        #expect(Self.directory.partner(sending: header.sender, receiving: header.receiver)?.id == expected)
    }

    @Test func `an empty directory knows nobody`() throws {
        let route = PartnerDirectory().route(try Sample.header("01:111", "ZZ:HUB"), group: nil)
        #expect(route.summary == "E-SENDER-UNKNOWN -")
        #expect(PartnerDirectory().profile("acme") == nil)
    }
}
