import Testing

@testable import Ledger

/// Is an engine that the checks are run on. A second one is a second case here.
struct EngineUnderTest: Sendable, Hashable, CustomTestStringConvertible {
    /// Names an engine.
    enum Kind: String, Sendable, CaseIterable {
        case sqlite = "SQLite"
    }

    var kind = Kind.sqlite
    /// What is wrong with it; nil of a sound one.
    var fault: Fault?

    /// All that must pass.
    static let all = Kind.allCases.map { EngineUnderTest(kind: $0) }

    var testDescription: String { fault.map { "\(kind.rawValue) that \($0.rawValue)" } ?? kind.rawValue }

    /// Gives the engine of a database at a place.
    func engine(at place: String) -> any Engine {
        let engine: any Engine
        switch kind {
        case .sqlite: engine = SQLiteEngine(path: place)
        }
        return fault.map { FaultyEngine(base: engine, fault: $0) } ?? engine
    }

    /// Opens a connection that waits at most 50 ms for a lock.
    func connect(_ place: String, creating: Bool = true) throws(LedgerError) -> any EngineConnection {
        try engine(at: place).connect(creating: creating, busyTimeout: 50)
    }

    /// Something that happens to a database from outside.
    enum Trouble {
        /// There is no more room than for what there is.
        case full
        /// It may not be written any more.
        case readOnly
        /// A row refers to nothing.
        case orphan
        /// A newer program wrote it.
        case newer
        /// It is another program's.
        case foreign
    }

    /// Makes trouble for a database that is open.
    func make(_ trouble: Trouble, for connection: any EngineConnection) throws {
        let connection = (connection as? FaultyConnection)?.base ?? connection
        switch kind {
        case .sqlite:
            let file = try #require(connection as? SQLiteConnection)
            switch trouble {
            case .full: try file.execute("PRAGMA max_page_count = 1")
            case .readOnly: try file.execute("PRAGMA query_only = ON")
            case .orphan:
                try file.execute("PRAGMA foreign_keys = OFF; INSERT INTO document_key VALUES ('v', 'k', 'nobody')")
            case .newer: try file.execute("PRAGMA user_version = 999")
            case .foreign: try file.execute("PRAGMA application_id = 7")
            }
        }
    }

    /// Ends the trouble that has an end.
    func relieve(_ connection: any EngineConnection) throws {
        let connection = (connection as? FaultyConnection)?.base ?? connection
        switch kind {
        case .sqlite: try (connection as? SQLiteConnection)?.execute("PRAGMA max_page_count = 1073741823")
        }
    }
}
