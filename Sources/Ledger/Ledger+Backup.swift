extension Ledger {
    /// Copies the ledger as it stands at one moment into a new file, while others read and write it.
    ///
    /// When it returns, the copy is on the disk and is a ledger by itself. Throws `cannotOpen` when the file exists or
    /// cannot be made, and what the engine says otherwise; a copy that failed is removed.
    ///
    /// - Complexity: O(ledger).
    public func backup(to path: String) throws(LedgerError) { try connection.copy(to: path) }
}
