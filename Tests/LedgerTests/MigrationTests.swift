import Testing

@testable import Ledger

/// Ledgers that older programs wrote.
@Suite struct MigrationTests {
    /// A ledger of version 1, with rows in the tables that changed since.
    private static func version1(_ folder: TemporaryFolder) throws {
        try folder.executeElsewhere(Schema.version1)
        try folder.executeElsewhere(
            """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = 1;
            INSERT INTO payload VALUES (zeroblob(32), 1, NULL, 7, x'41');
            INSERT INTO arrival VALUES (1, 'acme', 'drop/acme/in', 'a.edi', zeroblob(32), 8, 'claimed', NULL);
            INSERT INTO event VALUES (3, 10, 'alert', 'a.edi', 'first'), (9, 11, 'alert', 'b.edi', 'second');
            INSERT INTO control_number VALUES ('01:1', 'ZZ:ACME', 'P', 'interchange', 41),
                                              ('01:1', 'ZZ:ACME', 'T', 'interchange', 0);
            INSERT INTO delivery VALUES
                (5, 'document', 'd-1', 'acme', 'canonical', 'd.json', 12, NULL, NULL, 2, 'no room', x'7B7D'),
                (6, 'acknowledgment', '1', 'acme', 'drop/acme/ack', '997.edi', 12, 13, NULL, 1, NULL, x'49');
            """)
    }

    @Test func `a ledger of version 1 is brought up with all it holds`() throws {
        let folder = try TemporaryFolder()
        try Self.version1(folder)
        let ledger = try folder.open(creating: false)
        #expect(try ledger.faults() == [])
        #expect(try ledger.events().map(\.id) == [1, 2])
        #expect(try ledger.events().map(\.detail) == ["first", "second"])
        #expect(try ledger.verifyEvents().fault == nil)
        #expect(try ledger.claimedArrivals().map(\.fileName) == ["a.edi"])
        #expect(try ledger.claimedArrivals().map(\.workName) == [nil])
        let pending = try #require(try ledger.pendingDeliveries().first)
        #expect(pending.id == 5 && pending.attempts == 2 && pending.lastError == "no room" && pending.staged == nil)
        #expect(pending.payload == Array("{}".utf8))
        #expect(try ledger.delivery(6)?.deliveredAt == 13)
        let numbers = try ledger.controlNumbers()
        #expect(numbers.map(\.last) == [41, 0])
        #expect(try ledger.audit(numbers[0]).gaps.map { [$0.first, $0.last] } == [[1, 41]])
        for number in numbers { #expect(try ledger.audit(number).faults == []) }
        let next = try ledger.transaction { transaction throws(LedgerError) in
            try transaction.nextControlNumber(.sample(), for: "997", at: 20)
        }
        #expect(next == 42)
        #expect(try ledger.audit(try #require(try ledger.controlNumbers().first)).faults == [])
    }

    @Test func `a ledger that was brought up is like one that was made so`() throws {
        let old = try TemporaryFolder()
        try Self.version1(old)
        let new = try TemporaryFolder()
        func shape(_ ledger: Ledger) throws -> [String] {
            try ledger.connection.column(
                "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
        }
        let (one, other) = (try shape(try old.open()), try shape(try new.open()))
        #expect(one == other)
        #expect(!one.contains { $0.contains("_1") && !$0.contains("autoindex") })
    }

    @Test func `a migration that is cut off leaves the old ledger`() throws {
        let folder = try TemporaryFolder()
        try Self.version1(folder)
        // In the way of the new table.
        try folder.executeElsewhere("CREATE TABLE control_number_gap (a)")
        #expect(throws: LedgerError.self) { try folder.open() }
        try folder.executeElsewhere("DROP TABLE control_number_gap")
        #expect(try folder.open().events().count == 2)
    }
}
