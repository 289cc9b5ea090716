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

    /// A ledger of version 13, in which a document's state stood beside its JSON and each line of an order had a row.
    private static func version13(_ folder: TemporaryFolder) throws {
        let connection = try SQLiteConnection(path: folder.ledgerPath, creating: true, busyTimeout: 50)
        defer { connection.close() }
        try connection.execute("PRAGMA foreign_keys = ON")
        for version in 1...13 { try Schema.bring(connection, to: version) }
        try connection.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 13")
        for (id, state) in [("d-1", "pending"), ("d-2", "held"), ("d-3", "delivered"), ("d-4", "delivered")] {
            try connection.run(
                """
                INSERT INTO document (id, kind, number, partner, direction, created_at, state, bytes)
                VALUES (?, 'PurchaseOrder', 'PO-1', 'acme', 'in', 7, ?, ?)
                """, [id, state, Array("{}".utf8)])
        }
        try connection.execute(
            "INSERT INTO purchase_order (partner, direction, number, release) VALUES ('acme', 'in', 'PO-1', ''), ('b', 'in', '2', '')"
        )
        let lines: [(order: Int, document: String, stage: String, line: String, quantity: String?, price: String?)] = [
            (1, "d-1", "ordered", "1", "15", "11.25"), (1, "d-1", "ordered", "2", nil, nil),
            (2, "d-1", "ordered", "1", "3", nil), (1, "d-3", "invoiced", "1", "7", "1"),
            (1, "d-4", "invoiced", "ü,\0 3:x", "7", ""),
        ]
        for line in lines {
            try connection.run(
                """
                INSERT INTO order_posting (order_id, document_id, stage, number, purpose, line, items, quantity, unit, price)
                VALUES (?, ?, ?, 'N', '00', ?, ?, ?, 'EA', ?)
                """, [line.order, line.document, line.stage, line.line, "IN 1\tVN 2", line.quantity, line.price])
        }
    }

    @Test func `documents and what they say of orders are kept as they were by version 13`() throws {
        let folder = try TemporaryFolder()
        try Self.version13(folder)
        let ledger = try folder.open(creating: false)
        #expect(try ledger.faults() == [])
        #expect(try ledger.documents().map(\.state) == [.pending, .held, .delivered, .delivered])
        #expect(try ledger.documents(state: .held).map(\.id) == ["d-2"])
        #expect(try ledger.documents(state: .delivered).map(\.id) == ["d-3", "d-4"])
        #expect(try ledger.document("d-1")?.bytes == Array("{}".utf8))
        let postings = try ledger.postings(ofOrder: 1)
        #expect(postings.map(\.documentID) == ["d-1", "d-3", "d-4"])
        #expect(postings.map(\.stage) == ["ordered", "invoiced", "invoiced"])
        #expect(
            postings.map(\.lines) == [
                "1:1,9:IN 1\tVN 2,2:15,2:EA,5:11.25,1:2,9:IN 1\tVN 2,-,2:EA,-,", "1:1,9:IN 1\tVN 2,1:7,2:EA,1:1,",
                "8:ü,\0 3:x,9:IN 1\tVN 2,1:7,2:EA,0:,",
            ])
        #expect(try ledger.postings(ofOrder: 2).map(\.lines) == ["1:1,9:IN 1\tVN 2,1:3,2:EA,-,"])
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.setDocument("d-1", to: .delivered)
            try transaction.setHeldDocument("d-2", bytes: [1])
            try transaction.setDocument("d-3", to: .held)
        }
        #expect(try ledger.documents().map(\.state) == [.delivered, .held, .held, .delivered])
        #expect(try ledger.document("d-2")?.bytes == [1])
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.setHeldDocument("d-1", bytes: [2])
            }
        }
    }
}
