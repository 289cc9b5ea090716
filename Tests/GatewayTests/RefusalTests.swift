import Ledger
import Partners
import Testing

@testable import Gateway

/// Interchanges that the router refuses.
@Suite struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var text: String
        var reason: String
        var note: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "unknown sender", text: Order.interchange(sender: "NOBODYWEKNOW"), reason: "E-SENDER-UNKNOWN",
            note: "006"),
        Case(
            name: "wrong receiver", text: Order.interchange(receiver: "990555555"), reason: "E-RECEIVER-UNKNOWN",
            note: "009"),
        Case(name: "test data to production", text: Order.interchange(usage: "T"), reason: "E-TEST-DATA", note: "020"),
        Case(name: "no usage", text: Order.interchange(usage: "X"), reason: "E-ISA-USAGE", note: "020"),
        Case(
            name: "wrong count of groups", text: Order.interchange().replacing("IEA*1*", with: "IEA*2*"),
            reason: "E-IEA-COUNT", note: "021"),
    ]

    @Test(arguments: cases)
    func `is held, answered by TA1 to the owner of the drop, and not processed`(_ refused: Case) throws {
        let root = try TestRoot()
        try root.drop(refused.text)
        let file = try #require(try root.run().files.first)
        #expect(file.held == 1 && file.documents == 0 && file.sets == 0 && file.acknowledgments == 1)
        #expect(try root.ledger.heldQuarantine().map(\.reason) == [refused.reason])
        let answer = "drop/brightwater-clinics/ack/TA1_000000001_000000501.edi"
        #expect(try root.segments("TA1", in: answer) == ["TA1*000000501*260309*0840*R*\(refused.note)"])
        #expect(try root.ledger.documents().isEmpty)
        #expect(try root.ledger.interchange(1)?.disposition == .quarantined)
        #expect(try root.ledger.interchange(1)?.verdict == .rejected)
        #expect(try root.ledger.arrival(1)?.state == .quarantined)
        #expect(root.names("canonical").isEmpty)
        #expect(root.names("quarantine") == ["1_\(refused.reason).edi", "1_\(refused.reason).txt"])
        // The same again is refused again: nothing was processed that it could repeat.
        try root.drop(refused.text)
        #expect(try root.run().files.first?.held == 1)
    }

    @Test func `another partner's interchange is answered to the owner of the drop alone`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), from: "corvane-medical")
        try root.run()
        #expect(root.names("drop/corvane-medical/ack") == ["TA1_000000001_000000501.edi"])
        #expect(root.names("drop/brightwater-clinics/ack").isEmpty)
        #expect(
            try root.text("drop/corvane-medical/ack/TA1_000000001_000000501.edi").contains("*01*990582314      *"))
    }

    @Test func `a partner without a profile in use keeps its files until it has one`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        let report = try root.gateway(partners: PartnerDirectory()).run()
        #expect(report.files.isEmpty)
        #expect(report.ignored.map(\.path) == ["drop/brightwater-clinics/in/orders.edi"])
        #expect(root.names("drop/brightwater-clinics/in") == ["orders.edi"])
        #expect(try root.run().files.count == 1)
    }
}
