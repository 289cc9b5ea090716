import Commerce
import Testing

@Suite struct PlainNameTests {
    @Test(
        arguments: [
            ("EA", "EA"), ("BX", "XBX"), ("CA", "XCS"), ("LB", "LBR"), ("KG", "KGM"), ("YD", "YRD"), ("HU", "CEN"),
            ("??", ""),
        ] as [(Text, Text)])
    func `a unit has the code of UN/ECE where one is equal`(unit: Text, expected: Text) {
        #expect(Quantity(value: nil, unit: unit).unitUNECE == expected)
    }

    @Test(
        arguments: [
            ("IA", .accepted, "accepted as ordered"), ("IQ", .changed, "accepted, quantity changed"),
            ("IS", .substituted, "accepted with a substitute"), ("IB", .backordered, "backordered"),
            ("IH", .held, "held"), ("R1", .rejected, "rejected, not on the contract"), ("XX", .unknown, "XX"),
        ] as [(Text, LineOutcome.Disposition, Text)])
    func `a line's status is put in plain words`(status: Text, disposition: LineOutcome.Disposition, meaning: Text) {
        var outcome = LineOutcome()
        outcome.status = status
        #expect(outcome.disposition == disposition)
        #expect(outcome.meaning == meaning)
    }

    @Test func `roles and schemes have plain names, unknown codes stand for themselves`() {
        var party = Party()
        party.role = "ST"
        party.identifier.scheme = "UL"
        #expect(party.roleName == "ship-to")
        #expect(party.identifier.schemeName == "GLN")
        party.role = "Q9"
        #expect(party.roleName == "Q9")
        #expect(ItemIdentifier(scheme: "UK", value: "19521234100239").schemeName == "GTIN-14")
        #expect(ItemIdentifier(scheme: "QQ", value: "1").schemeName == "QQ")
    }

    @Test func `a contact's numbers are found by kind`() {
        var contact = Contact()
        contact.numbers = [
            ItemIdentifier(scheme: "EM", value: "orders@corvane.example"),
            ItemIdentifier(scheme: "TE", value: "3305550119"),
        ]
        #expect(contact.phone == "3305550119")
        #expect(contact.email == "orders@corvane.example")
        #expect(contact.fax.isEmpty)
    }

    @Test(arguments: [("A", "-25.00"), ("C", "25.00"), ("N", nil)] as [(Text, String?)])
    func `the indicator gives an amount its sign`(indicator: Text, expected: String?) {
        var allowance = AllowanceCharge()
        allowance.indicator = indicator
        allowance.amount = Decimal(mantissa: 2500, scale: 2)
        #expect(allowance.signedAmount?.description == expected)
    }
}
