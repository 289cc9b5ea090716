import Commerce
import Exchange
import InterchangeTestSupport
import Partners
import Testing
import Translation
import X12

/// What a profile says of how our sets are to look is what they look like; what changes is told, and what cannot be
/// brought into form does not leave.
@Suite struct WritingPolicyTests {
    private static let order = """
        {"kind":"PurchaseOrder","number":"PO-1","partner":"acme","purpose":"00","orderType":"SA","orderDate":"2026-11-21",
        "parties":[{"role":"ST","name":"Café *Dock* 4"}],
        "lines":[{"number":"1","quantity":{"value":"1.5","unit":"EA"},
        "identifiers":[{"scheme":"VN","value":"a-1"},{"scheme":"UK","value":"10012345678902"}]}]}
        """.replacing("\n", with: "")

    private func written(_ writing: String, _ document: String = order) throws -> (text: String, told: [String]) {
        let profile = """
            { schemaVersion: 1, id: "acme", name: "Acme", role: "supplier", stage: "production",
              identities: { production: {
                partner: { isa: [{ qualifier: "ZZ", id: "ACME" }], gs: ["ACME"] },
                us: { isa: [{ qualifier: "ZZ", id: "US" }], gs: ["US"] } } },
              writing: \(writing) }
            """
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(profile.utf8))], bases: [:])
        #expect(faults.isEmpty, "\(faults)")
        let bytes = Array(document.utf8)
        let (sent, failed) = Generation(
            .directory(directory), number: 1, time: EnvelopeTime(date: "20261121", time: "0605")
        ).write(bytes, [bytes.indices])
        let text = sent.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        return (text, failed.flatMap(\.messages) + sent.flatMap(\.notes))
    }

    @Test func `a delimiter in data is refused where nothing else is agreed`() throws {
        let (text, told) = try written("{}")
        #expect(text.isEmpty)
        #expect(told.first?.hasPrefix("$.parties[0].name: the value holds a delimiter") == true)
    }

    @Test func `a replacement is written and told`() throws {
        let (text, told) = try written(#"{ replace: [{ from: "*", to: "" }, { from: "é", to: "e" }] }"#)
        #expect(text.contains("N1*ST*Cafe Dock 4~"))
        #expect(told == [#"$.parties[0].name: "Café *Dock* 4" is written as "Cafe Dock 4""#])
    }

    @Test func `a character set is held to, by capitals and a character instead`() throws {
        let (text, told) = try written(#"{ letters: "upper", characters: "basic", unsendable: " " }"#)
        #expect(text.contains("N1*ST*CAF   DOCK  4~") || text.contains("N1*ST*CAF  DOCK  4~"))
        #expect(text.contains("*VN*A-1*"))
        #expect(told.count == 2)
        let refused = try written(#"{ characters: "basic", replace: [{ from: "*", to: "" }] }"#)
        #expect(refused.text.isEmpty)
        #expect(refused.told.contains { $0.hasPrefix("$.parties[0].name: \"a\" is not in the basic character set") })
    }

    @Test func `identifiers come in the order agreed on`() throws {
        let (text, told) = try written(#"{ identifiers: ["UK", "VN"], unsendable: "-" }"#)
        #expect(text.contains("PO1*1*1.5*EA***UK*10012345678902*VN*a-1~"))
        #expect(told.contains("$.lines[0].identifiers: written in the order UK, VN"))
    }

    @Test(arguments: [("hash", "CTT*1*15~"), ("sum", "CTT*1*1.5~"), ("none", "CTT*1~")])
    func `counts are those of what is written`(hashTotal: String, trailer: String) throws {
        let (text, _) = try written(#"{ counts: "derived", hashTotal: "\#(hashTotal)", unsendable: "-" }"#)
        #expect(text.contains(trailer))
    }

    @Test func `HL04 says what follows`() throws {
        let notice = """
            {"kind":"ShipNotice","number":"S1","partner":"acme","purpose":"00","createdDate":"2026-11-21",
            "createdTime":"08:30","levels":[{"level":"S","contains":[{"level":"O","order":{"number":"P"}}]}]}
            """.replacing("\n", with: "")
        let (text, _) = try written(#"{ counts: "derived" }"#, notice)
        #expect(text.contains("HL*1**S*1~") && text.contains("HL*2*1*O*0~") && text.contains("CTT*2~"))
    }

    @Test func `a business rule that weighs as an error holds what we send`() throws {
        let directory = #"{ }, severities: [{ check: "B-LINE-QUANTITY", severity: "error" }]"#
        let (text, told) = try written(
            directory, Self.order.replacing("1.5", with: "0").replacing("*", with: ""))
        #expect(text.isEmpty)
        #expect(told.first?.contains("line 1 orders 0") == true)
    }
}
