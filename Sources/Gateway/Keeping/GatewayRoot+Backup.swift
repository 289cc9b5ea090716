public import Ledger
import X12

extension GatewayRoot {
    /// Copies the ledger, and the archived files that it names, while a gateway works the root.
    ///
    /// The files go into a folder beside the copy, of its name with `-archive` behind it, where ``Restoration`` looks for
    /// them.
    ///
    /// - Parameters:
    ///   - ledger: The root's ledger.
    ///   - path: The copy, which must not exist.
    /// - Returns: How many archived files were copied.
    /// - Throws: ``GatewayError`` when either cannot be read or written.
    public func backup(_ ledger: Ledger, to path: String) throws(GatewayError) -> Int {
        try withLedger { () throws(LedgerError) in try ledger.backup(to: path) }
        // From the copy: an archived file is on the disk before a ledger names it.
        let copy = try withLedger { () throws(LedgerError) in try Ledger.open(path: path, creating: false) }
        defer { copy.close() }
        let root = try Folder.open(self.path)
        var target: Folder?
        var count = 0
        for file in try withLedger({ () throws(LedgerError) in try copy.archivedPaths() }) {
            let parts = file.split(separator: "/").map(String.init)
            guard parts.count == 3 else { continue }
            if target == nil { target = try makeFolder(path + "-archive") }
            guard let shelf = try target?.folder(parts[1], creating: true, mode: 0o700) else { continue }
            let source = try root.folder("\(parts[0])/\(parts[1])").open(parts[2])
            let made = try shelf.create(parts[2], mode: 0o600)
            try copyBytes(of: source, named: file, to: made, shownAs: path + "-archive")
            try shelf.sync()
            count += 1
        }
        return count
    }
}
