import Glibc
import Testing

@testable import Ledger

@Suite struct TransactionTests {
    @Test func `a second writer is told that the ledger is locked`() throws {
        let folder = try TemporaryFolder()
        let first = try folder.open()
        let second = try folder.open()
        try first.transaction { transaction throws(LedgerError) in
            try transaction.archive(.sample())
            #expect(throws: LedgerError(.locked, reason: "")) {
                try second.transaction { _ throws(LedgerError) in }
            }
            #expect(throws: Never.self) { try second.counts() }
        }
        try second.transaction { transaction throws(LedgerError) in
            #expect(try !transaction.archive(.sample()))
        }
    }

    @Test func `a writer in another process is told that the ledger is locked`() async throws {
        let folder = try TemporaryFolder()
        try folder.open().close()
        let holder = try SQLiteConnection(path: folder.ledgerPath, creating: false, busyTimeout: 50)
        try holder.begin()
        let path = folder.ledgerPath
        await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
            let ledger = try Ledger.open(path: path, busyTimeout: 50)
            do throws(LedgerError) {
                try ledger.transaction { _ throws(LedgerError) in }
            } catch LedgerError(.locked, reason: "") {
                exit(7)
            }
        }
        holder.close()
    }

    @Test func `the queries see the rows of the open transaction`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.archive(.sample())
            #expect(try ledger.payload(digest(of: 1)) != nil)
        }
    }

    @Test func `a transaction within a transaction is refused and the outer one goes on`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.archive(.sample())
            #expect(throws: LedgerError(.nested, reason: "")) {
                try ledger.transaction { _ throws(LedgerError) in }
            }
        }
        #expect(try ledger.payload(digest(of: 1)) != nil)
    }

    @Test func `a row that was refused does not undo the rows around it`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for id in ["d-1", "d-1", "d-2"] {
                do throws(LedgerError) {
                    try transaction.insert(.sample(id) as Ledger.Document)
                } catch {
                    #expect(error == LedgerError(.duplicate, reason: ""))
                }
            }
        }
        #expect(try ledger.documents().map(\.id) == ["d-1", "d-2"])
    }

    @Test func `a transaction that SQLite has ended takes no more rows`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.ended, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.archive(.sample(1))
                // What SQLite does by itself when the disk is full.
                try ledger.connection.rollBack()
                try transaction.archive(.sample(2))
            }
        }
        #expect(try ledger.counts().allSatisfy { $0.rows == 0 })
    }

    @Test func `an error that is passed over after SQLite has ended the transaction is thrown at its end`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.ended, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.archive(.sample(1))
                try ledger.connection.rollBack()
            }
        }
    }
}
