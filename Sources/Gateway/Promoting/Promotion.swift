import Exchange
public import Ledger
public import Partners

/// Brings a partner's profile to its next stage, or back, so that file and ledger tell the same whenever the process
/// dies.
///
/// First the ledger records what is to be done, with both profiles; then the file is put in place whole; then the ledger
/// records that it is done. What died in between is ended by ``mend()``.
public struct Promotion {
    /// Says what is to be done.
    public struct Step: Sendable {
        /// The profiles as they are, their files included.
        public var before: PartnerDirectory
        /// The profiles as they will be.
        public var after: PartnerDirectory
        /// Who does it.
        public var who: String
        /// Why; empty when nothing was said.
        public var why: String
        /// What was judged and what was accepted, in words.
        public var detail: String
        /// The promotion that is taken back; nil when none is.
        public var undoes: Int?

        /// Makes a step.
        public init(
            from before: PartnerDirectory, to after: PartnerDirectory, who: String, why: String, detail: String,
            undoes: Int? = nil
        ) {
            self.before = before
            self.after = after
            self.who = who
            self.why = why
            self.detail = detail
            self.undoes = undoes
        }
    }

    /// Tells what became of a promotion that was broken off.
    public enum Mended: Sendable, Hashable {
        /// The profile had been written: it is recorded as done.
        case done(String)
        /// The profile had not been written: it is recorded as abandoned.
        case abandoned(String)

        /// One line for a person.
        public var description: String {
            switch self {
            case .done(let what): "\(what) was broken off behind the writing of the profile, and is recorded as done"
            case .abandoned(let what):
                "\(what) was broken off and is recorded as abandoned: the profile is not that one"
            }
        }
    }

    let root: GatewayRoot
    let ledger: Ledger
    let partner: String
    let time: Int64

    /// A place between two effects.
    enum Point: CaseIterable {
        /// It is recorded that the promotion begins.
        case begun
        /// The profile is in its place.
        case written
    }

    /// Called at each point; an error breaks the promotion off as a crash would.
    var reached: (Point) throws(GatewayError) -> Void = { _ in }

    /// Makes a promotion of a partner. Whoever uses it holds the partner's ``PartnerLock``.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - ledger: Its ledger.
    ///   - partner: The partner.
    ///   - time: Now, in milliseconds since 1970 UTC.
    public init(root: GatewayRoot, ledger: Ledger, partner: String, time: Int64) {
        self.root = root
        self.ledger = ledger
        self.partner = partner
        self.time = time
    }

    // MARK: - Doing

    /// Does a step.
    ///
    /// - Throws: ``GatewayError`` when the ledger or the folder fails, and `locked` when somebody wrote the profile since
    ///   it was judged; the profile is then as it was.
    public func perform(_ step: Step) throws(GatewayError) {
        guard let after = step.after.profile(partner), let old = step.before.snapshot(of: partner),
            let new = step.after.snapshot(of: partner),
            let bytes = step.after.profileBytes(of: partner)
        else { throw GatewayError(.missing, reason: "the profile of \(partner) is out of use") }
        let id = try recording { transaction throws(LedgerError) in
            let promotion = Ledger.Promotion(
                partner: partner, beganAt: time, who: step.who, why: step.why,
                fromStage: step.before.profile(partner)?.stage.rawValue ?? "out of use", toStage: after.stage.rawValue,
                version: after.version,
                before: try keep(old, in: transaction), after: try keep(new, in: transaction), undoes: step.undoes,
                detail: step.detail)
            let id = try transaction.insert(promotion)
            try note("partner-promoting", promotion, id, in: transaction)
            return id
        }
        try reached(.begun)
        // An editor asks for no lock: what it saved meanwhile was not judged, and must not be lost.
        guard try root.profileBytes(of: partner) == step.before.profileBytes(of: partner) else {
            try end(id, as: .abandoned, "somebody wrote the profile meanwhile")
            throw GatewayError(
                .locked, reason: "somebody wrote the profile of \(partner) while it was judged: call it again")
        }
        do throws(GatewayError) { try root.placeProfile(bytes, of: partner) } catch {
            try end(id, as: .abandoned, "\(error)")
            throw error
        }
        try reached(.written)
        try end(id, as: .done, "")
    }

    /// Ends what a process that died left of a promotion of the partner.
    ///
    /// - Returns: What became of it; nil when nothing was left.
    /// - Throws: ``GatewayError`` when the ledger or the folder fails.
    public func mend() throws(GatewayError) -> Mended? {
        let begun = try withLedger { () throws(LedgerError) in
            try ledger.begunPromotions().first { $0.partner == partner }
        }
        guard let begun else { return nil }
        let title = "promotion \(begun.id) of \(partner) to \(begun.toStage), version \(begun.version),"
        let intended = try profile(version: begun.after)
        if try root.profileBytes(of: partner) == intended {
            try end(begun.id, as: .done, "found written by a later command")
            return .done(title)
        }
        try end(begun.id, as: .abandoned, "found not written by a later command")
        return .abandoned(title)
    }

    /// The bytes of the partner's profile in a version that the ledger keeps; nil when it keeps none.
    ///
    /// - Throws: ``GatewayError`` when the ledger fails.
    public func profile(version id: Int) throws(GatewayError) -> [UInt8]? {
        try snapshot(version: id).flatMap { ProfileSnapshot.profile(of: partner, in: $0) }
    }

    /// All files of a version of the partner's profile, from which a directory is made again; nil when the ledger keeps
    /// none.
    ///
    /// - Throws: ``GatewayError`` when the ledger fails.
    public func snapshot(version id: Int) throws(GatewayError) -> [UInt8]? {
        try withLedger { () throws(LedgerError) in try ledger.profileVersion(id) }
    }

    // MARK: - Recording

    private func recording<R>(
        _ body: (borrowing Ledger.Transaction) throws(LedgerError) -> R
    ) throws(GatewayError) -> R {
        try withLedger { () throws(LedgerError) in try ledger.transaction(body) }
    }

    private func keep(
        _ snapshot: [UInt8], in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Int {
        try transaction.use(
            profile: snapshot, sha256: SHA256.digest(of: snapshot).bytes, ofPartner: partner, at: time)
    }

    private func end(
        _ id: Int, as state: Ledger.Promotion.State, _ remark: String
    ) throws(GatewayError) {
        try recording { transaction throws(LedgerError) in
            guard let begun = try ledger.begunPromotions().first(where: { $0.id == id }) else { return }
            try transaction.end(promotion: id, as: state, at: time)
            let kind = state == .abandoned ? "abandoned" : begun.undoes == nil ? "promoted" : "rolled-back"
            try note("partner-\(kind)", begun.entry, id, remark, in: transaction)
        }
    }

    /// Notes in the chain of events who did what, from where to where, with the digests of both profiles.
    private func note(
        _ kind: String, _ promotion: Ledger.Promotion, _ id: Int, _ remark: String = "",
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let versions = try ledger.profileVersions(ofPartner: partner)
        func digest(_ id: Int) -> String {
            (versions.first { $0.id == id }?.sha256 ?? []).hexadecimal
        }
        var words = "promotion \(id) by \(promotion.who)"
        if !promotion.why.isEmpty { words += " because \(promotion.why)" }
        words += ": stage \(promotion.fromStage) to \(promotion.toStage), version \(promotion.version), profile "
        words += "\(digest(promotion.before)) to \(digest(promotion.after))"
        for part in [promotion.detail, remark] where !part.isEmpty { words += "; \(part)" }
        try transaction.insert(Ledger.Event(at: time, kind: kind, subject: "partner \(partner)", detail: words))
    }
}
