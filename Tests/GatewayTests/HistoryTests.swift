import Ledger
import Partners
import Reconciliation
import Testing

@testable import Gateway

/// What came, held against what came before.
@Suite struct HistoryTests {
    private func directory(_ root: TestRoot, _ change: String) throws -> PartnerDirectory {
        let path = MendingTests.profile
        try root.write(
            try root.text(path).replacing("severities: [", with: change + "\n  severities: ["), to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        return directory
    }

    private func codes(_ root: TestRoot, _ interchange: Int) throws -> [String] {
        try root.ledger.findings(ofInterchange: interchange).map(\.code)
    }

    // MARK: - Numbers

    @Test(arguments: [
        ("", 400, "alert"), ("duplicates: { onReset: \"ignore\" },", 400, ""),
        ("duplicates: { onReset: \"hold\" },", 400, "held"), ("", 700, ""), ("", 600, ""),
        ("duplicates: { onOutOfSequence: \"alert\" },", 700, "alert"),
        ("duplicates: { onOutOfSequence: \"hold\" },", 600, "held"),
    ])
    func `a number out of its order is treated as the profile says`(
        change: String, number: Int, outcome: String
    ) throws {
        let root = try TestRoot()
        let directory = try directory(root, change)
        try root.drop(Order.interchange(number: 650), as: "1.edi")
        _ = try root.gateway(partners: directory).run()
        // A group of its own number: that is not what is asked here.
        try root.drop(
            Order.interchange(number: number).replacing("*145*X", with: "*146*X").replacing(
                "GE*1*145", with: "GE*1*146"),
            as: "2.edi")
        let file = try #require(try root.gateway(partners: directory).run().files.first)
        #expect(file.documents == (outcome == "held" ? 0 : 1))
        #expect(file.held == (outcome == "held" ? 1 : 0))
        #expect(try root.ledger.events().contains { $0.kind == "alert" } == !outcome.isEmpty)
        #expect(try root.ledger.interchange(2)?.disposition == (outcome == "held" ? .quarantined : .processed))
    }

    @Test func `a number comes again after its window`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        root.time += 91 * 86_400_000
        try root.drop(Order.interchange(dates: ["20260310"]), as: "other.edi")
        #expect(try root.run().files.map(\.documents) == [1])
        #expect(try root.ledger.interchange(2)?.disposition == .processed)
    }

    @Test func `what is held for its number is let in by a person`() throws {
        let root = try TestRoot()
        let directory = try directory(root, "duplicates: { onReset: \"hold\" },")
        try root.drop(Order.interchange(number: 650), as: "1.edi")
        try root.drop(Order.interchange(number: 3), as: "2.edi")
        _ = try root.gateway(partners: directory).run()
        let mending = try Mending(
            root: GatewayRoot(path: root.path), partners: directory, ledger: root.ledger, time: root.time)
        let item = try #require(try HeldItem.find(1, in: root.ledger))
        #expect(try mending.requeue(item, MendingTests.decision).get().arrival == 3)
        #expect(try root.gateway(partners: directory).run().files.map(\.documents) == [1])
    }

    @Test func `a group that comes again in another interchange is told`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), as: "1.edi")
        try root.drop(Order.interchange(number: 502), as: "2.edi")
        try root.run()
        #expect(try codes(root, 2) == ["B-GROUP-REPEATED"])
    }

    // MARK: - Documents

    /// The same order under another interchange and group number.
    private static func again(_ change: (String) -> String = { $0 }) -> String {
        change(
            Order.interchange(number: 502).replacing("PO-502", with: "PO-501").replacing("*145*X", with: "*146*X")
                .replacing("GE*1*145", with: "GE*1*146"))
    }

    @Test func `the same document under other numbers, and another of its number, are told apart`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), as: "1.edi")
        try root.drop(Self.again(), as: "2.edi")
        try root.drop(
            Self.again {
                $0.replacing("000000502", with: "000000503").replacing("*15*BX", with: "*16*BX")
                    .replacing("CTT*1*15", with: "CTT*1*16").replacing("*146", with: "*147")
            }, as: "3.edi")
        try root.run()
        #expect(try codes(root, 2) == ["B-DOCUMENT-REPEATED"])
        #expect(try codes(root, 3) == ["B-DOCUMENT-CONFLICT"])
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .delivered, .delivered])
        #expect(try root.ledger.remarks().map(\.kind) == ["alert", "alert"])
    }

    @Test func `a replacement is no duplicate, nor is another release`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), as: "1.edi")
        try root.drop(Self.again { $0.replacing("BEG*00", with: "BEG*05") }, as: "2.edi")
        try root.drop(
            Self.again {
                $0.replacing("000000502", with: "000000503").replacing("-1**2026", with: "-1*R2*2026")
                    .replacing("*146", with: "*147")
            }, as: "3.edi")
        try root.run()
        #expect(try codes(root, 2) == [] && codes(root, 3) == [])
    }

    @Test func `where the profile says so, a document of a number that came before is held`() throws {
        let root = try TestRoot()
        let path = MendingTests.profile
        let strict = "severities: [\n    { check: \"B-DOCUMENT-REPEATED\", severity: \"error\" },"
        try root.write(try root.text(path).replacing("severities: [", with: strict), to: path)
        let directory = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange(), as: "1.edi")
        try root.drop(Self.again(), as: "2.edi")
        _ = try root.gateway(partners: directory).run()
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .held])
        #expect(try root.ledger.heldQuarantine().map(\.reason) == ["B-DOCUMENT-REPEATED"])
        #expect(try AcknowledgmentBoard.of(root.ledger, at: root.time).held.count == 1)
    }

    // MARK: - Orders

    private static func file(_ name: String) throws -> String {
        try TestRoot.sample("Samples/network/corvane-medical/in/\(name)-4500178263.x12")
    }

    /// A root that has sent Corvane its order.
    private func ordered(_ clocks: String = "") throws -> (TestRoot, PartnerDirectory) {
        let root = try TestRoot()
        root.generate = OutboundDraft.make
        let path = "TradingPartners/corvane-medical/profile.json5"
        try root.write(
            try root.text(path).replacing("schemaVersion: 1,", with: "schemaVersion: 1,\n\(clocks)"), to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        try root.write(try TestRoot.sample("Samples/canonical/order-to-corvane-medical.json"), to: "outbound/o.json")
        #expect(try root.gateway(partners: directory).run().files.map(\.documents) == [1])
        return (root, directory)
    }

    @Test func `an order is acknowledged, shipped and invoiced, line by line`() throws {
        let (root, _) = try ordered()
        for name in ["855", "856", "810"] { try root.drop(try Self.file(name), as: name, from: "corvane-medical") }
        try root.run()
        let order = try #require(try root.ledger.orders(number: "4500178263").first)
        #expect(order.direction == .outgoing && order.documentID != nil)
        #expect(order.acknowledgedAt != nil && order.shippedAt != nil && order.invoicedAt != nil)
        let status = try OrderStatus.of(order.id, in: root.ledger)
        #expect(!status.lines.isEmpty)
        #expect(status.lines.allSatisfy { $0.ordered != nil && $0.acknowledged != nil })
        #expect(status.lines.contains { $0.shipped != nil && $0.invoiced != nil })
    }

    @Test func `lines of an order that nobody packed are told as damage`() throws {
        let (root, _) = try ordered()
        let order = try #require(try root.ledger.orders(number: "4500178263").first)
        try root.ledger.transaction { transaction throws(LedgerError) in
            try transaction.post(
                Ledger.OrderPosting(
                    documentID: order.documentID ?? "", stage: "ordered", number: "", purpose: "", lines: "1:1"),
                toOrder: order.id)
        }
        #expect(throws: LedgerError(.corrupt, reason: "")) { try OrderStatus.of(order.id, in: root.ledger) }
    }

    @Test func `what does not fit the order is a finding on the document, and no matter for the 997`() throws {
        let (root, _) = try ordered()
        let text = try Self.file("810")
        try root.drop(text.replacing("4500178263", with: "4500178264"), as: "810", from: "corvane-medical")
        let file = try #require(try root.run().files.first)
        #expect(file.accepted == 1 && file.problem?.hasPrefix("B-ORDER-UNKNOWN") == true)
        #expect(try root.ledger.remarks().map(\.kind) == ["alert"])
        #expect(try root.ledger.orders(number: "4500178264").first?.documentID == nil)
    }

    @Test func `an order that is not answered in time is told once`() throws {
        let (root, directory) = try ordered("clocks: { acknowledgment: \"none\", orderAcknowledgment: \"2bd\" },")
        root.time += 3 * 86_400_000
        #expect(try root.gateway(partners: directory).run().overdue == 1)
        #expect(try root.gateway(partners: directory).run().overdue == 0)
        #expect(try root.ledger.overdueOrders(at: root.time).count == 1)
        try root.drop(try Self.file("855"), as: "855", from: "corvane-medical")
        _ = try root.gateway(partners: directory).run()
        #expect(try root.ledger.overdueOrders(at: root.time).isEmpty)
    }
}
