import Ledger
import Testing

@testable import Gateway

/// Interchanges whose control number came before.
@Suite struct RepeatTests {
    static let ack = "drop/brightwater-clinics/ack/997_000000001_000000501.edi"

    @Test func `the same bytes again are answered with the same bytes and not processed`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        let answer = try root.text(Self.ack)
        try root.remove(Self.ack)
        root.time += 60_000
        try root.drop(Order.interchange(), as: "again.edi")
        let file = try #require(try root.run().files.first)
        #expect(file.repeated == 1 && file.documents == 0 && file.acknowledgments == 0 && file.held == 0)
        #expect(try root.text(Self.ack) == answer)
        #expect(try root.ledger.interchanges(ofArrival: 2).map(\.disposition) == [.retransmission])
        #expect(try root.ledger.documents().count == 1)
        #expect(try root.ledger.controlNumbers().map(\.last) == [1, 1])
        #expect(try root.ledger.arrival(2)?.state == .recorded)
    }

    @Test func `an answer that still lies there is not doubled`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        try root.drop(Order.interchange(), as: "again.edi")
        try root.run()
        #expect(root.names("drop/brightwater-clinics/ack") == ["997_000000001_000000501.edi"])
    }

    @Test func `other bytes under the same number are held and refused by 025`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        try root.drop(Order.interchange(dates: ["20260310"]), as: "other.edi")
        let file = try #require(try root.run().files.first)
        #expect(file.repeated == 1 && file.documents == 0 && file.held == 1)
        #expect(try root.ledger.interchanges(ofArrival: 2).map(\.disposition) == [.collision])
        #expect(try root.ledger.heldQuarantine().map(\.reason) == ["E-INTERCHANGE-DUPLICATE"])
        let answer = "drop/brightwater-clinics/ack/TA1_000000002_000000501.edi"
        #expect(try root.segments("TA1", in: answer) == ["TA1*000000501*260309*0840*R*025"])
        #expect(root.names("quarantine") == ["1_E-INTERCHANGE-DUPLICATE.edi", "1_E-INTERCHANGE-DUPLICATE.txt"])
        #expect(try root.text("quarantine/1_E-INTERCHANGE-DUPLICATE.edi").hasPrefix("ISA*"))
        #expect(try root.ledger.arrival(2)?.state == .quarantined)
    }

    @Test func `a collision is not answered by TA1 where the profile says never`() throws {
        let root = try TestRoot()
        let text = try TestRoot.sample("Samples/network/tallis-surgical/in/855-4500178263.x12")
        try root.drop(text, from: "tallis-surgical")
        try root.drop(text.replacing("S120558", with: "S120559"), as: "z.edi", from: "tallis-surgical")
        try root.run()
        #expect(try root.ledger.interchanges(ofArrival: 2).map(\.disposition) == [.collision])
        #expect(root.names("drop/tallis-surgical/ack").count == 1)
    }

    @Test func `a number that was refused may be used again`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange().replacing("IEA*1*", with: "IEA*2*"))
        #expect(try root.run().files.first?.held == 1)
        try root.drop(Order.interchange(), as: "corrected.edi")
        let file = try #require(try root.run().files.first)
        #expect(file.repeated == 0 && file.documents == 1)
        #expect(try root.ledger.interchanges(ofArrival: 2).map(\.disposition) == [.processed])
    }

    @Test func `test and production count apart`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        let test = Order.interchange(
            sender: "BRIGHTWATERTEST", receiver: "990417263T", usage: "T", code: "BWCLINTEST"
        ).replacing("LARKMOORDC", with: "LARKMOORTEST")
        try root.drop(test, as: "test.edi")
        let report = try root.run()
        #expect(report.files.map(\.documents) == [1, 1])
        #expect(report.files.map(\.repeated) == [0, 0])
    }
}
