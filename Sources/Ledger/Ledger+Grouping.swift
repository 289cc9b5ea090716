// One sync of the disk for many transactions.
extension Ledger {
    /// Tells what a transaction of a group that throws takes back.
    public enum GroupUndoing: Sendable {
        /// Its own rows, as it would alone. Each transaction is a part of the group then, for which the engine keeps what
        /// every page was before: about a tenth of what it costs to work a file.
        case parts
        /// The whole group, which cannot be committed any more. For who can do all of it anew, with ``parts``.
        case whole
    }

    /// Begins a group: the transactions up to ``commitGroup()`` become one on the disk.
    ///
    /// A transaction that throws takes back its own rows only, or breaks the group, which ``groupFault`` then tells: as
    /// `undoing` says. What others can see of the group's transactions must wait until it is committed. Throws `nested`
    /// within a group or transaction.
    public func beginGroup(undoing: GroupUndoing = .parts) throws(LedgerError) {
        guard group == nil, !connection.isInTransaction else {
            throw LedgerError(.nested, reason: "a group was begun within a group or transaction")
        }
        try connection.begin()
        group = undoing
        groupFault = nil
    }

    /// Brings the group's rows to the disk. When this throws, none of them is recorded and the group is over.
    public func commitGroup() throws(LedgerError) {
        do throws(LedgerError) {
            guard group != nil, connection.isInTransaction, groupFault == nil else {
                throw LedgerError(.ended, reason: "the group was rolled back by an earlier error")
            }
            try totals.write(on: connection)
            try connection.commit()
            group = nil
        } catch {
            rollBackGroup()
            throw error
        }
    }

    /// Ends the group without its rows; does nothing when there is none.
    public func rollBackGroup() {
        guard group != nil else { return }
        group = nil
        totals = RunningTotals()
        if connection.isInTransaction { try? connection.rollBack() }
    }

    /// Gives the connection for reading rows that the open transaction may have changed and not written.
    func settled() throws(LedgerError) -> any EngineConnection {
        try totals.write(on: connection)
        return connection
    }
}
