import Testing

@testable import Ledger

/// Bytes that something still waits for stay.
@Suite struct PurgingTests {
    /// A ledger in which all that one file brought is done.
    private func finished(_ folder: TemporaryFolder) throws -> (ledger: Ledger, ids: Recording) {
        let ledger = try folder.open()
        let ids = try ledger.transaction { transaction throws(LedgerError) in
            let ids = try Recording.sample(in: transaction)
            try transaction.markDelivered(ids.delivery, at: 1_010)
            try transaction.setDocument("d-1", to: .delivered)
            try transaction.setAcknowledgment(1, to: .delivered)
            try transaction.release(quarantine: 1, at: 1_011)
            return ids
        }
        return (ledger, ids)
    }

    private func candidates(_ ledger: Ledger) throws -> [[UInt8]] {
        try ledger.purgeable(partner: "acme", before: 2_000).map(\.sha256)
    }

    @Test func `what is done can go`() throws {
        let folder = try TemporaryFolder()
        let (ledger, _) = try finished(folder)
        #expect(try candidates(ledger) == [digest(of: 1)])
    }

    @Test(arguments: [
        (Ledger.Delivery.Kind.acknowledgment, "1"), (.document, "d-1"), (.interchange, "1"), (.quarantine, "1"),
    ])
    func `what is on its way once more stays, until it has come or a person has given it up`(
        kind: Ledger.Delivery.Kind, reference: String
    ) throws {
        let folder = try TemporaryFolder()
        let (ledger, _) = try finished(folder)
        let again = Ledger.Delivery(
            kind: kind, reference: reference, partner: "acme", folder: "drop/acme/ack", fileName: "again.edi",
            createdAt: 1_020, payload: kind == .acknowledgment || kind == .document ? [] : [65])
        let ids = try ledger.transaction { transaction throws(LedgerError) in
            [try transaction.enqueue(again), try transaction.enqueue(again)]
        }
        #expect(try candidates(ledger) == [])
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.markDelivered(ids[0], at: 1_021)
            try transaction.giveUp(ids[1], at: 1_022)
        }
        // A dead letter can be sent yet.
        #expect(try candidates(ledger) == [])
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.discardDelivery(ids[1], at: 1_023)
        }
        #expect(try candidates(ledger) == [digest(of: 1)])
    }
}
