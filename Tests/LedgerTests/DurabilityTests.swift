import Glibc
import Ledger
import Testing

@Suite struct DurabilityTests {
    @Test func `reopening keeps every row`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let ids = try ledger.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
        let counts = try ledger.counts()
        ledger.close()

        let again = try folder.open(creating: false)
        #expect(try again.counts() == counts)
        #expect(counts.filter { $0.rows == 1 }.count >= 12)
        #expect(try again.payload(digest(of: 1)) == .sample())
        #expect(try again.arrival(ids.arrival)?.state == .recorded)
        #expect(try again.interchange(ids.interchange)?.entry == .sample(arrival: ids.arrival))
        #expect(try again.groups(ofInterchange: ids.interchange).map(\.verdict) == [.partiallyAccepted])
        #expect(try again.sets(ofInterchange: ids.interchange).map(\.set) == ["850"])
        #expect(try again.findings(ofInterchange: ids.interchange).map(\.segmentIndex) == [2])
        #expect(try again.findings(ofInterchange: ids.interchange).map(\.component) == [nil])
        #expect(try again.document("d-1") == .sample(interchange: ids.interchange, set: ids.set))
        #expect(try again.acknowledgments(ofInterchange: ids.interchange).map(\.kind) == [.functional])
        #expect(try again.pendingDeliveries().map(\.entry) == [.sample()])
        #expect(try again.heldQuarantine().map(\.reason) == ["Q-TOTALS"])
        #expect(try again.events().map(\.kind) == ["control-number"])
        #expect(try again.controlNumbers().map(\.last) == [2])
    }

    @Test func `a transaction that throws leaves nothing`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try Recording.sample(in: transaction)
                throw LedgerError(.absent, reason: "the body gives up")
            }
        }
        #expect(try ledger.counts().allSatisfy { $0.rows == 0 })
        let number = try ledger.transaction { transaction throws(LedgerError) in
            try transaction.nextControlNumber(.sample(), for: "test", at: 1)
        }
        #expect(number == 1)
    }

    @Test func `a writer that is killed within a transaction leaves the ledger whole`() async throws {
        let folder = try TemporaryFolder()
        let before = try folder.open()
        _ = try before.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
        let counts = try before.counts()
        before.close()

        let path = folder.ledgerPath
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let ledger = try Ledger.open(path: path)
            try ledger.transaction { transaction throws(LedgerError) in
                // More than SQLite's page cache holds, so that unfinished pages do reach the log.
                for number in 100..<116 {
                    let bytes = [UInt8](repeating: UInt8(number), count: 1 << 20)
                    try transaction.archive(.sample(number, bytes: bytes))
                }
                kill(getpid(), SIGKILL)
            }
        }

        let after = try folder.open(creating: false)
        #expect(try after.faults() == [])
        #expect(try after.counts() == counts)
        #expect(try after.payload(digest(of: 100)) == nil)
        try after.transaction { transaction throws(LedgerError) in
            #expect(try transaction.archive(.sample(100)))
        }
    }

    @Test func `a transaction that returned survives a kill right after it`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.ledgerPath
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let ledger = try Ledger.open(path: path)
            _ = try ledger.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
            kill(getpid(), SIGKILL)
        }
        let after = try folder.open(creating: false)
        #expect(try after.faults() == [])
        #expect(try after.counts().filter { $0.rows == 1 }.count >= 12)
    }

    @Test func `a claimed arrival is found again at the next start`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let id = try ledger.transaction { transaction throws(LedgerError) in
            try transaction.archive(.sample())
            return try transaction.insert(.sample() as Ledger.Arrival)
        }
        ledger.close()

        let again = try folder.open()
        #expect(try again.claimedArrivals().map(\.id) == [id])
        try again.transaction { transaction throws(LedgerError) in
            try transaction.finishArrival(id, as: .quarantined, at: 5)
        }
        #expect(try again.claimedArrivals().isEmpty)
        #expect(throws: LedgerError(.absent, reason: "")) {
            try again.transaction { transaction throws(LedgerError) in
                try transaction.finishArrival(id, as: .recorded, at: 6)
            }
        }
    }
}
