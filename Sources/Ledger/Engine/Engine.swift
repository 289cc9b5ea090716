/// Is a database that the ledger's rows are kept in.
///
/// The ledger's entries speak to this protocol and to ``EngineConnection`` alone, in the SQL that the article
/// <doc:Engines> writes down. What an engine must do is what `EngineTests` checks: they are run on each engine there is,
/// and on engines that break a law each, so that it is known that they would find it.
protocol Engine {
    /// Opens the database, making it when `creating` is true, and brings its tables to the version this program writes.
    ///
    /// Waits up to `busyTimeout` milliseconds for locks, here and later. Throws `cannotOpen` when there is none to open,
    /// `notALedger` for a database of another program, `newerSchema` for one that a newer edigate wrote; either is left
    /// as it was, and so is one whose tables cannot be brought up.
    func connect(creating: Bool, busyTimeout: Int) throws(LedgerError) -> any EngineConnection
}

/// Is one connection to a database, with one owner.
///
/// All errors are ``LedgerError``s that tell by their codes what a caller can do: `duplicate`, `orphan`, `constraint` and
/// `tooLarge` of a row that is refused, after which the transaction stands as it was before the statement; `locked`,
/// `full`, `io`, `readOnly` and `corrupt` of a database that cannot go on, after which ``isInTransaction`` says whether
/// the engine has ended the transaction.
protocol EngineConnection: AnyObject {
    /// Lets the database go; what was not committed is undone. Every later call throws `closed`; a second one of this
    /// does nothing.
    func close()

    // MARK: Transactions

    /// Says whether a transaction is open; false once the engine has ended it by itself.
    var isInTransaction: Bool { get }

    /// Begins a transaction with the right to write, which one connection has at a time.
    ///
    /// Throws `locked` when another one keeps it for longer than the busy timeout: here, and not at a later statement.
    /// Others go on reading meanwhile, and see what was committed before.
    func begin() throws(LedgerError)

    /// Commits the transaction: when this returns, all of it is on the disk, and stays there when the power fails.
    func commit() throws(LedgerError)

    /// Undoes all of the transaction and ends it.
    func rollBack() throws(LedgerError)

    /// Begins a part of the transaction that can be undone by itself. Parts do not lie in each other.
    func beginPart() throws(LedgerError)

    /// Makes the part one with the transaction.
    func endPart() throws(LedgerError)

    /// Undoes the part and ends it; what the transaction had done before stands.
    func rollBackPart() throws(LedgerError)

    // MARK: Statements

    /// Runs one statement and lends its rows, if it gives any, in turn; gives how many rows it inserted, updated or
    /// deleted.
    ///
    /// The text is one of a few hundred: an engine prepares it once. Within the body other statements may be run. The
    /// error that the body throws ends the statement and is thrown on.
    @discardableResult
    func run(
        _ sql: String, _ values: [any ColumnValue], each body: (inout Row) throws(LedgerError) -> Void
    ) throws(LedgerError) -> Int

    /// Is the query for ``Ledger/Ledger/crosswalkUsage(since:)``, whose parameter is the time: each database asks in its own
    /// way for what stands in JSON.
    var crosswalkUsage: String { get }

    /// Runs an INSERT of one row and gives the `id` that the engine gave it: greater than all that the table has.
    func insert(_ sql: String, _ values: [any ColumnValue]) throws(LedgerError) -> Int

    // MARK: The whole

    /// Names the tables, in the order of their names, those of the engine itself not among them.
    func tables() throws(LedgerError) -> [String]

    /// Looks for damage and for references that lead nowhere; gives a line for each fault.
    func faults() throws(LedgerError) -> [String]

    /// Copies everything that is committed at one moment to a place that is not taken, while others read and write.
    ///
    /// When it returns, the copy is on the disk, and the same engine opens it there. Throws `cannotOpen` when something
    /// is there already; a copy that failed is taken away.
    func copy(to place: String) throws(LedgerError)
}
