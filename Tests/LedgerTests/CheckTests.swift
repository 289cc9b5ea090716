import Testing

@testable import Ledger

/// How the tables check what they are given.
@Suite struct CheckTests {
    private static let tables = [
        "arrival", "interchange", "functional_group", "transaction_set", "document", "acknowledgment", "delivery",
        "order_posting", "event", "payload", "document_key", "control_number_use", "undelivered_document",
        "purchase_order",
    ]

    /// How many tables of its own SQLite makes to run a statement.
    private static func tablesMade(by sql: String, _ connection: any EngineConnection) throws -> Int {
        var count = 0
        try connection.forEach("EXPLAIN " + sql, []) { (row: inout Row) throws(LedgerError) in
            _ = try row.next(as: Int.self)
            if try row.next(as: String.self) == "OpenEphemeral" { count += 1 }
        }
        return count
    }

    @Test(arguments: tables) func `no table is made to check a row that every document leaves`(table: String) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let columns: [String] = try ledger.connection.column("SELECT name FROM pragma_table_info(?)", [table])
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        #expect(columns.count > 1)
        #expect(try Self.tablesMade(by: "INSERT INTO \(table) (\(names)) VALUES (\(marks))", ledger.connection) == 0)
    }

    @Test(arguments: [
        ("arrival", "state", "lost"), ("interchange", "verdict", "P"), ("interchange", "disposition", "unknown"),
        ("functional_group", "verdict", "X"), ("transaction_set", "verdict", "P"), ("document", "recorded_as", "new"),
        ("acknowledgment", "kind", "998"), ("acknowledgment", "state", "sent"), ("delivery", "kind", "parcel"),
        ("interchange", "direction", "up"), ("finding", "severity", "fatal"), ("quarantine", "advice", "late"),
    ])
    func `a word that a column does not know is refused`(table: String, column: String, word: String) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        _ = try ledger.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
        let update = "UPDATE \(table) SET \(column) = ?"
        #expect(throws: LedgerError(.constraint, reason: "")) { try ledger.connection.run(update, [word]) }
        // What it knows it takes, also through a connection that reads the tables anew.
        let known: String = try #require(try ledger.connection.value("SELECT \(column) FROM \(table) LIMIT 1"))
        #expect(try folder.open().connection.run(update, [known]) == 1)
    }
}
