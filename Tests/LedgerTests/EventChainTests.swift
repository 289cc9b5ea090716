import Ledger
import Testing

/// The event log as a chain that shows every change.
@Suite struct EventChainTests {
    private static func ledger(_ folder: TemporaryFolder) throws -> Ledger {
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for number in 1...3 {
                try transaction.insert(
                    Ledger.Event(at: Int64(number), kind: "recorded", subject: "orders-\(number).edi", detail: "whole"))
            }
        }
        return ledger
    }

    @Test func `a log that nobody touched is whole`() throws {
        let folder = try TemporaryFolder()
        let chain = try Self.ledger(folder).verifyEvents()
        #expect(chain.fault == nil && chain.count == 3 && chain.head.count == 32)
        // Fixed by the description in the article, and computed by another program.
        let hex = chain.head.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "1db11fe76e18c5e9141311bee4154f6981d4330cf08a48e8ec482bfdb87e6d8c")
    }

    @Test func `a log without events is whole`() throws {
        let folder = try TemporaryFolder()
        let chain = try folder.open().verifyEvents()
        #expect(chain.count == 0 && chain.fault == nil)
        #expect(chain.head == [UInt8](repeating: 0, count: 32))
    }

    // Somebody who writes to the file itself takes the triggers away first.
    @Test(arguments: [
        ("UPDATE event SET detail = 'torn' WHERE id = 2", "event 2 is not what was recorded: its hash differs", 1),
        ("UPDATE event SET at = 9 WHERE id = 1", "event 1 is not what was recorded: its hash differs", 0),
        ("DELETE FROM event WHERE id = 2", "expected event 2, found event 3", 1),
        (
            "DELETE FROM event WHERE id = 2; UPDATE event SET id = 2 WHERE id = 3",
            "event 2 does not follow on the event before it", 1
        ),
        (
            "UPDATE event SET hash = zeroblob(32) WHERE id = 2",
            "event 2 is not what was recorded: its hash differs", 1
        ),
    ])
    func `a change behind the ledger's back is found`(sql: String, fault: String, proven: Int) throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.ledger(folder)
        try folder.executeElsewhere(
            "DROP TRIGGER event_unchanged; DROP TRIGGER event_kept; DROP TRIGGER event_follows; " + sql)
        let chain = try ledger.verifyEvents()
        #expect(chain.fault == fault)
        #expect(chain.count == proven)
    }

    @Test func `an end that was cut off shows in the head`() throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.ledger(folder)
        let head = try ledger.verifyEvents().head
        try folder.executeElsewhere("DROP TRIGGER event_kept; DELETE FROM event WHERE id = 3")
        let chain = try ledger.verifyEvents()
        #expect(chain.fault == nil && chain.count == 2 && chain.head != head)
    }
}
