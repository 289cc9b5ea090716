@testable import Ledger

/// Is one thing that an engine must do. It throws when the engine does not.
struct EngineCheck: Sendable {
    let name: String
    let run: @Sendable (EngineUnderTest) async throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (EngineUnderTest) async throws -> Void) {
        self.name = name
        self.run = run
    }

    /// Makes a check that needs no more than a database.
    static func onOne(
        _ name: String, _ run: @escaping @Sendable (any EngineConnection) throws -> Void
    ) -> EngineCheck {
        EngineCheck(name) { engine in
            let folder = try TemporaryFolder()
            let connection = try engine.connect(folder.ledgerPath)
            defer { connection.close() }
            try run(connection)
        }
    }

    static let all = values + transactions + statements + whole

    /// Says what an engine did not do.
    struct Violation: Error, CustomStringConvertible {
        var description: String
    }
}

/// Throws what is not true.
func demand(_ condition: Bool, _ what: String) throws {
    guard condition else { throw EngineCheck.Violation(description: what) }
}

/// Throws when the body does not throw an error of a code.
func demand(_ code: LedgerError.Code, _ what: String, _ body: () throws -> Void) throws {
    do { try body() } catch let error as LedgerError {
        return try demand(error.code == code, "\(what): expected \(code), found \(error)")
    }
    throw EngineCheck.Violation(description: "\(what): expected \(code), found nothing wrong")
}

// MARK: - Rows to try things with

extension EngineConnection {
    /// Commits what the body does.
    func committing(_ body: () throws -> Void) throws {
        try begin()
        try body()
        try commit()
    }

    /// Puts a row into a small table whose key is its path.
    func put(_ path: String, _ reason: String = "", _ since: Int64 = 0) throws(LedgerError) {
        try run("INSERT INTO untaken_file (path, reason, since) VALUES (?, ?, ?)", [path, reason, since])
    }

    /// The keys of that table, in their order.
    func paths() throws(LedgerError) -> [String] { try column("SELECT path FROM untaken_file ORDER BY path") }
}
