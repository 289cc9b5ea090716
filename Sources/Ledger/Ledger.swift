/// Keeps what happened, durably, in a database: one SQLite file.
///
/// Writing is done within ``transaction(_:)`` only; the queries are methods of the ledger itself and may also be
/// called within a transaction, whose rows they see. Times are milliseconds since 1970 UTC and SHA-256 values 32
/// bytes, both given by the caller: the ledger has no clock and hashes nothing.
///
/// A ledger has one connection and one owner, and is not Sendable: a transaction spans many calls, so a lock around
/// each call would let two owners' rows mingle in one transaction. Who needs a second owner opens the file again.
public final class Ledger {
    let connection: any EngineConnection
    /// Whether transactions are parts of a larger one.
    var isGrouping = false
    /// Whether the body of a transaction runs.
    private var isWriting = false

    /// Opens the ledger that an engine keeps, making or upgrading it where needed.
    init(_ engine: some Engine, creating: Bool = true, busyTimeout: Int = 5_000) throws(LedgerError) {
        connection = try engine.connect(creating: creating, busyTimeout: busyTimeout)
    }

    /// Opens the ledger at a path, making or upgrading it where needed.
    ///
    /// With `creating` false a missing file is refused (`cannotOpen`). `busyTimeout` is in milliseconds, from 0: how
    /// long to wait for another connection's lock before `locked` is thrown. Throws `notALedger` for a file of
    /// another kind and `newerSchema` for one that a newer edigate wrote; either file is left as it was.
    public static func open(
        path: String, creating: Bool = true, busyTimeout: Int = 5_000
    ) throws(LedgerError) -> Ledger {
        try Ledger(SQLiteEngine(path: path), creating: creating, busyTimeout: busyTimeout)
    }

    /// Closes the file; every later call throws `closed`. A ledger that is let go closes itself.
    public func close() { connection.close() }
}

// A connection has one owner at a time: see the type's comment.
@available(*, unavailable)
extension Ledger: Sendable {}

// MARK: - Transactions

extension Ledger {
    /// Is the right to write, lent to the body of ``Ledger/transaction(_:)``.
    public struct Transaction: ~Copyable {
        private let connection: any EngineConnection

        fileprivate init(_ connection: any EngineConnection) { self.connection = connection }

        /// Gives the connection while the transaction lives.
        ///
        /// An engine ends a transaction by itself after some errors (disk full, I/O); a body that passed over such an
        /// error would else go on writing rows that are each committed alone.
        func writing() throws(LedgerError) -> any EngineConnection {
            guard connection.isInTransaction else {
                throw LedgerError(.ended, reason: "the transaction was rolled back by an earlier error")
            }
            return connection
        }

        /// Runs an UPDATE that must find a row; throws `absent` with the reason when it does not.
        func change(
            _ sql: String, _ values: [any ColumnValue], orThrow reason: @autoclosure () -> String
        ) throws(LedgerError) {
            let connection = try writing()
            guard try connection.run(sql, values) > 0 else { throw LedgerError(.absent, reason: reason()) }
        }
    }

    /// Runs the body within one transaction: commits all of its rows when it returns, none when it throws.
    ///
    /// When it returns, the rows are on the disk, or within a group will be when that is committed. Throws what the
    /// body throws, `locked` when another connection writes for longer than the busy timeout, and `nested` within
    /// another transaction.
    public func transaction<R>(
        _ body: (borrowing Transaction) throws(LedgerError) -> R
    ) throws(LedgerError) -> R {
        guard !isWriting else {
            throw LedgerError(.nested, reason: "a transaction was started within a transaction")
        }
        if isGrouping { try connection.beginPart() } else { try connection.begin() }
        isWriting = true
        defer { isWriting = false }
        do throws(LedgerError) {
            let transaction = Transaction(connection)
            let result = try body(transaction)
            if isGrouping { try transaction.writing().endPart() } else { try transaction.writing().commit() }
            return result
        } catch {
            if connection.isInTransaction {
                if isGrouping { try? connection.rollBackPart() } else { try? connection.rollBack() }
            }
            throw error
        }
    }
}

// MARK: - Rows with their ids

extension Ledger {
    /// Pairs an entry with the id the ledger gave it; the entry's fields can be read directly.
    @dynamicMemberLookup
    public struct Recorded<Entry: Sendable>: Sendable {
        /// Is the row's id, from 1 in the order of recording.
        public let id: Int
        /// Holds the row's fields.
        public let entry: Entry

        /// Pairs an entry with the id it was given.
        public init(id: Int, entry: Entry) {
            self.id = id
            self.entry = entry
        }

        /// Reads a field of the entry.
        public subscript<Field>(dynamicMember field: KeyPath<Entry, Field>) -> Field { entry[keyPath: field] }
    }
}

extension Ledger.Recorded: RowReadable where Entry: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        entry = try Entry(&row)
    }
}

extension Ledger.Recorded: Equatable where Entry: Equatable {}
extension Ledger.Recorded: Hashable where Entry: Hashable {}
