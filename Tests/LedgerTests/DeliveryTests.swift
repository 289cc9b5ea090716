import Ledger
import Testing

@Suite struct DeliveryTests {
    @Test func `pending deliveries survive, in order, until they are done`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for name in ["a", "b", "c", "d"] { try transaction.enqueue(.sample(name)) }
            try transaction.markDelivered(2, at: 50)
            try transaction.recordFailure(3, error: "no such folder")
        }
        ledger.close()

        let again = try folder.open()
        #expect(try again.pendingDeliveries().map(\.fileName) == ["a", "c", "d"])
        #expect(try again.pendingDeliveries(after: 1, limit: 1).map(\.fileName) == ["c"])
        #expect(try again.delivery(3)?.attempts == 1)
        #expect(try again.delivery(3)?.lastError == "no such folder")
        #expect(try again.delivery(2)?.deliveredAt == 50)
    }

    @Test func `a delivery is done once`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            let id = try transaction.enqueue(.sample())
            try transaction.markDelivered(id, at: 50)
        }
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in try transaction.markDelivered(1, at: 51) }
        }
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in try transaction.recordFailure(1, error: "") }
        }
        #expect(try ledger.delivery(1)?.deliveredAt == 50)
    }

    @Test func `a dead letter waits until a person retries it`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            let id = try transaction.enqueue(.sample())
            try transaction.giveUp(id, at: 60)
        }
        #expect(try ledger.pendingDeliveries().isEmpty)
        try ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(1) }
        #expect(try ledger.pendingDeliveries().map(\.id) == [1])
    }

    @Test func `a quarantined input is released once`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        _ = try ledger.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
        try ledger.transaction { transaction throws(LedgerError) in try transaction.release(quarantine: 1, at: 70) }
        #expect(try ledger.heldQuarantine().isEmpty)
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in try transaction.release(quarantine: 1, at: 71) }
        }
    }
}
