import Exchange
import Ledger
import Testing
import X12

@testable import Gateway

/// Sets that are accepted on the wire and must not go on.
@Suite struct HoldingTests {
    @Test func `a document that a business rule holds is kept, told and not delivered`() throws {
        let root = try TestRoot()
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        let strict = "severities: [\n    { check: \"B-LINE-COUNT\", severity: \"error\" },"
        try root.write(try root.text(path).replacing("severities: [", with: strict), to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"))
        let file = try #require(try root.gateway(partners: directory).run().files.first)
        #expect(file.accepted == 1 && file.documents == 1 && file.held == 1)
        #expect(try root.ledger.documents().map(\.state) == [.held])
        #expect(root.names("canonical").isEmpty)
        #expect(try root.ledger.heldQuarantine().map(\.reason) == ["B-LINE-COUNT"])
        #expect(try root.ledger.remarks().map(\.kind) == ["alert"])
        let ack = "drop/brightwater-clinics/ack/997_000000001_000000501.edi"
        #expect(try root.segments("AK9", in: ack) == ["AK9*A*1*1*1"])
    }

    @Test func `a group with a fault is held as one, and none of its sets goes on`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20260309", "20260310"]).replacing("GE*2*", with: "GE*3*"))
        let file = try #require(try root.run().files.first)
        #expect(file.documents == 0 && file.held == 1)
        #expect(try root.ledger.heldQuarantine().map(\.reason) == ["E-GE-COUNT"])
        let ack = "drop/brightwater-clinics/ack/997_000000001_000000501.edi"
        #expect(try root.segments("AK9", in: ack) == ["AK9*R*3*2*0*5"])
    }

    @Test func `an accepted set that silently became no document is held with an alert`() throws {
        let rows = try Gathered.rows(of: Order.interchange(dates: ["20260309", "20260310"])) { $0.set.ordinal == 1 }
        let holds = rows.groups.flatMap(\.sets).map(\.hold)
        #expect(holds.map { $0?.isAlert } == [nil, true])
        #expect(holds.last??.explanation == "the accepted 850 became no document")
        #expect(rows.documents.count == 1)
    }

    @Test func `acknowledgments become no document and are not missed`() throws {
        let root = try TestRoot()
        let answer = Order.interchange().replacing("GS*PO*", with: "GS*FA*").split(separator: "\n")
        let text =
            answer.prefix(2).joined(separator: "\n")
            + "\nST*997*0001~\nAK1*PR*7~\nAK9*A*1*1*1~\nSE*4*0001~\n" + answer.suffix(2).joined(separator: "\n")
        try root.drop(text)
        let file = try #require(try root.run().files.first)
        #expect(file.accepted == 1 && file.held == 0 && file.documents == 0 && file.acknowledgments == 0)
        #expect(root.names("drop/brightwater-clinics/ack").isEmpty)
    }

    @Test(arguments: ["A*000", "E*022", "R*025"])
    func `a TA1 about what we never sent is taken, told, and not answered`(verdict: String) throws {
        let root = try TestRoot()
        let lines = Order.interchange(asks: true).split(separator: "\n")
        try root.drop("\(lines[0])\nTA1*000000007*261120*0605*\(verdict)~\nIEA*0*000000501~\n")
        let file = try #require(try root.run().files.first)
        #expect(file.interchanges == 1 && file.held == 0 && file.rejected == 0)
        #expect(try root.ledger.openAnswers().map(\.effect) == [.unmatched])
        #expect(try root.ledger.remarks().map(\.kind) == ["alert"])
        #expect(root.names("drop/brightwater-clinics/ack").isEmpty)
    }
}

/// Passes on what the exchange finds, but for documents that are withheld.
private final class Gathered: OutcomeSink {
    var rows: InterchangeRows?
    let passes: (DocumentOutcome) -> Bool

    init(_ passes: @escaping (DocumentOutcome) -> Bool) { self.passes = passes }

    static func rows(of text: String, passing passes: @escaping (DocumentOutcome) -> Bool) throws -> InterchangeRows {
        let gathered = Gathered(passes)
        var exchange = Exchange(MemorySource(Array(text.utf8)))
        try exchange.run(gathered)
        return try #require(gathered.rows)
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        rows = InterchangeRows(interchange)
    }
    func setJudged(_ set: SetOutcome) { rows?.add(set) }
    func documentMade(_ document: DocumentOutcome) { if passes(document) { rows?.add(document) } }
    func groupJudged(_ group: GroupOutcome) { rows?.add(group) }
}
