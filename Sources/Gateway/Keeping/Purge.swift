import Exchange
public import Ledger
public import Partners

/// Takes away bytes whose time is over by the policies of partners, and records of each that it was and that it went.
public struct Purge {
    /// What is taken away, or would be.
    public struct Entry: Sendable, Equatable {
        /// The partner by whose policy it goes.
        public var partner: String
        /// The bytes' SHA-256 in hexadecimal.
        public var sha256: String
        /// How many bytes.
        public var size: Int
        /// When they came, in milliseconds since 1970 UTC.
        public var receivedAt: Int64
    }

    private let ledger: Ledger
    private let folder: Folder
    private let directory: PartnerDirectory
    private let time: Int64

    /// Makes a purge of a root.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - partners: The profiles whose policies hold.
    ///   - ledger: The root's ledger.
    ///   - time: Now, in milliseconds since 1970 UTC.
    /// - Throws: ``GatewayError`` when the root cannot be opened.
    public init(root: GatewayRoot, partners: PartnerDirectory, ledger: Ledger, time: Int64) throws(GatewayError) {
        self.ledger = ledger
        folder = try Folder.open(root.path)
        directory = partners
        self.time = time
    }

    /// Takes away what is due.
    ///
    /// - Parameters:
    ///   - partner: Only of this partner; nil for all that have a policy.
    ///   - decision: Who purges and why; nil only tells what would go.
    ///   - each: Takes each payload.
    /// - Throws: ``GatewayError`` when the ledger or the archive fails; what went before stays gone and told.
    public func run(
        partner: String? = nil, _ decision: Mending.Decision?, each: (Entry) -> Void
    ) throws(GatewayError) {
        for profile in directory.profiles where partner == nil || profile.id == partner {
            guard let days = profile.retention else { continue }
            let before = time - Int64(days) * 86_400_000
            while true {
                let due = try withLedger { () throws(LedgerError) in
                    try ledger.purgeable(
                        partner: profile.id, before: before, limit: decision == nil ? 1_000_000 : 100)
                }
                if let decision, !due.isEmpty { try take(due, profile.id, days, decision) }
                for one in due {
                    each(
                        Entry(
                            partner: profile.id, sha256: one.sha256.hexadecimal, size: one.size,
                            receivedAt: one.receivedAt))
                }
                guard decision != nil, !due.isEmpty else { break }
            }
        }
    }

    private func take(
        _ due: [Ledger.PurgeCandidate], _ partner: String, _ days: Int, _ decision: Mending.Decision
    ) throws(GatewayError) {
        // The tombstone first: bytes that are gone without a word would look like a loss.
        try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                for one in due {
                    try transaction.purge(one.sha256, at: time)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "purged", subject: one.sha256.hexadecimal,
                            detail: "\(one.size) bytes of \(partner), kept \(days) days by its profile; "
                                + "by \(decision.who): \(decision.why)"))
                }
            }
        }
        for one in due {
            guard let path = one.archivedPath, let slash = path.lastIndex(of: "/") else { continue }
            let shelf = try folder.folder(String(path[..<slash]))
            try shelf.remove(String(path[path.index(after: slash)...]))
            try shelf.sync()
        }
    }
}
