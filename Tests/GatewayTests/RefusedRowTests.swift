import Testing

@testable import Gateway
@testable import Ledger

/// Files of a group of which the ledger refuses one.
@Suite struct RefusedRowTests {
    @Test func `a file that the ledger refuses is held, and the others of its group are worked`() throws {
        let root = try TestRoot()
        let connection = try #require(root.ledger.connection as? SQLiteConnection)
        try connection.execute(
            """
            CREATE TRIGGER refusing BEFORE INSERT ON document WHEN NEW.number = 'PO-2-1'
            BEGIN SELECT RAISE(ABORT, 'refused for a test'); END
            """)
        for number in 1...4 { try root.drop(Order.interchange(number: number), as: "\(number).edi") }
        let report = try root.run()
        #expect(report.files.map(\.name) == ["1.edi", "2.edi", "3.edi", "4.edi"])
        #expect(report.files.map(\.documents) == [1, 0, 1, 1])
        #expect(report.files[1].problem?.contains("refused for a test") == true)
        #expect(report.deliveries == 7)
        let ledger = root.ledger
        #expect(try ledger.documents().map(\.number) == ["PO-1-1", "PO-3-1", "PO-4-1"])
        #expect(try ledger.heldQuarantine().map(\.reason) == ["E-RECORDING"])
        #expect(try ledger.claimedArrivals().isEmpty && ledger.pendingDeliveries().isEmpty)
        // Of what was undone nothing is counted and no number is used up.
        #expect(try ledger.tallies().filter { $0.name == "received" }.map(\.count) == [3])
        for number in try ledger.controlNumbers() {
            #expect(number.last == 3)
            #expect(try ledger.audit(number).faults == [])
        }
        #expect(try ledger.verifyEvents().fault == nil)
        #expect(try ledger.faults() == [])
        #expect(root.names("work").filter { $0.contains("@") } == [])
    }
}
