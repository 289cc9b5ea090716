// One sync of the disk for many transactions.
extension Ledger {
    /// Begins a group: the transactions up to ``commitGroup()`` become one on the disk.
    ///
    /// A transaction that throws takes back its own rows only. What others can see of the group's transactions must
    /// wait until it is committed. Throws `nested` within a group or transaction.
    public func beginGroup() throws(LedgerError) {
        guard !isGrouping, !connection.isInTransaction else {
            throw LedgerError(.nested, reason: "a group was begun within a group or transaction")
        }
        try connection.begin()
        isGrouping = true
    }

    /// Brings the group's rows to the disk. When this throws, none of them is recorded and the group is over.
    public func commitGroup() throws(LedgerError) {
        guard isGrouping, connection.isInTransaction else {
            isGrouping = false
            throw LedgerError(.ended, reason: "the group was rolled back by an earlier error")
        }
        do throws(LedgerError) {
            try connection.commit()
            isGrouping = false
        } catch {
            rollBackGroup()
            throw error
        }
    }

    /// Ends the group without its rows; does nothing when there is none.
    public func rollBackGroup() {
        guard isGrouping else { return }
        isGrouping = false
        if connection.isInTransaction { try? connection.rollBack() }
    }
}
