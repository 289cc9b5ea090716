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
    /// How the transactions of the group that is open are undone; nil while there is no group.
    var group: GroupUndoing?
    /// What broke the group, where a transaction of it cannot be undone by itself.
    public internal(set) var groupFault: LedgerError?
    /// What the open transaction or group has changed and not written.
    var totals = RunningTotals()
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
        /// The ledger that is written.
        let ledger: Ledger

        fileprivate init(_ ledger: Ledger) { self.ledger = ledger }

        /// Gives the connection while the transaction lives.
        ///
        /// An engine ends a transaction by itself after some errors (disk full, I/O); a body that passed over such an
        /// error would else go on writing rows that are each committed alone.
        func writing() throws(LedgerError) -> any EngineConnection {
            guard ledger.connection.isInTransaction else {
                throw LedgerError(.ended, reason: "the transaction was rolled back by an earlier error")
            }
            return ledger.connection
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
        let before = try beginOne()
        isWriting = true
        defer { isWriting = false }
        do throws(LedgerError) {
            let transaction = Transaction(self)
            let result = try body(transaction)
            _ = try transaction.writing()
            try endOne()
            return result
        } catch {
            undoOne(before, because: error)
            throw error
        }
    }

    /// Begins a transaction, or one of a group. Gives what the totals are to be when it is undone.
    private func beginOne() throws(LedgerError) -> RunningTotals? {
        switch group {
        case nil: try connection.begin()
        case .parts:
            try connection.beginPart()
            return totals
        case .whole:
            if let groupFault {
                throw LedgerError(.ended, reason: "the group was broken by an earlier error: \(groupFault.reason)")
            }
        }
        return nil
    }

    private func endOne() throws(LedgerError) {
        switch group {
        case nil:
            try totals.write(on: connection)
            try connection.commit()
        case .parts: try connection.endPart()
        case .whole: break
        }
    }

    private func undoOne(_ before: RunningTotals?, because error: LedgerError) {
        totals = before ?? RunningTotals()
        switch group {
        case nil: if connection.isInTransaction { try? connection.rollBack() }
        case .parts: if connection.isInTransaction { try? connection.rollBackPart() }
        // Its rows stand among those of the group, which can only be rolled back.
        case .whole: groupFault = groupFault ?? error
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
