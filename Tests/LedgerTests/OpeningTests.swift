import Ledger
import Testing

@Suite struct OpeningTests {
    @Test(arguments: [
        "xy", "ISA*00*~", String(repeating: "not a database ", count: 1_000), String(repeating: "\0", count: 8_192),
    ])
    func `a file that is not a database is refused and left alone`(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(text.utf8))
        #expect(throws: LedgerError(.notALedger, reason: "")) { try folder.open() }
        #expect(try folder.read() == Array(text.utf8))
    }

    @Test func `the error for a file that is not a database names the file`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(repeating: 65, count: 8_192))
        let error = try #require(throws: LedgerError.self) { try folder.open() }
        #expect(error.description.contains(folder.ledgerPath))
        #expect(error.description.contains("not a database"))
    }

    @Test(arguments: ["CREATE TABLE other (a)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"])
    func `a database of another program is refused and left alone`(sql: String) throws {
        let folder = try TemporaryFolder()
        try folder.executeElsewhere(sql)
        let before = try folder.read()
        #expect(throws: LedgerError(.notALedger, reason: "")) { try folder.open() }
        #expect(try folder.read() == before)
    }

    @Test func `a newer schema is refused and left alone`() throws {
        let folder = try TemporaryFolder()
        try folder.open().close()
        try folder.executeElsewhere("PRAGMA user_version = 99")
        let error = try #require(throws: LedgerError.self) { try folder.open() }
        #expect(error == LedgerError(.newerSchema, reason: ""))
        #expect(error.reason.contains("version 99"))
    }

    @Test(arguments: ["/nowhere/at/all/ledger.sqlite", "", "a\0b", "/tmp"])
    func `a path that cannot be opened is refused`(path: String) {
        #expect(throws: LedgerError(.cannotOpen, reason: "")) { try Ledger.open(path: path) }
    }

    @Test func `a missing ledger is not made when creating is false`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: LedgerError(.cannotOpen, reason: "")) { try folder.open(creating: false) }
    }

    @Test func `a closed ledger refuses every call`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        ledger.close()
        ledger.close()
        #expect(throws: LedgerError(.closed, reason: "")) { try ledger.counts() }
        #expect(throws: LedgerError(.closed, reason: "")) {
            try ledger.transaction { _ throws(LedgerError) in }
        }
    }

    @Test func `many may open a new ledger at the same moment`() async throws {
        for _ in 0..<10 {
            let folder = try TemporaryFolder()
            let path = folder.ledgerPath
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try Ledger.open(path: path, busyTimeout: 60_000).counts().count }
                }
                var counts: Set<Int> = []
                for try await tables in group { counts.insert(tables) }
                #expect(counts == [try Ledger.open(path: path).counts().count])
            }
        }
    }
}
