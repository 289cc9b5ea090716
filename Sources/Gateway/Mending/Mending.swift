import Commerce
public import Ledger
public import Partners
import Translation
public import X12

/// Mends what is held: changes an element, works it anew, lets it go on, or ends it. Everything is recorded with who and
/// why, in one transaction each.
public struct Mending {
    let ledger: Ledger
    let archive: Archive
    let directory: PartnerDirectory
    let addresses: Addresses
    let time: Int64

    /// Who does something, and why.
    public struct Decision: Sendable, Hashable {
        /// Who.
        public var who: String
        /// Why.
        public var why: String

        /// Makes a decision.
        public init(who: String, why: String) {
            self.who = who
            self.why = why
        }
    }

    /// Says why something cannot be done with what is held.
    public struct Refusal: Error, Sendable, Hashable {
        /// The reason and what to do instead.
        public var reason: String

        /// Makes a refusal.
        public init(reason: String) { self.reason = reason }
    }

    /// Says what came of it.
    public struct Outcome: Sendable {
        /// Whether it went on, and is held no longer.
        public var wentOn = false
        /// How it is judged now; nil when it was not judged anew.
        public var verdict: Verdict?
        /// What is still found on it.
        public var findings: [Finding] = []
        /// The documents that went on.
        public var documents: [Ledger.DocumentHeading] = []
        /// The arrival as which the next run works it; nil when nothing is left to do.
        public var arrival: Int?
        /// What stood in the element that was changed.
        public var old: String?
    }

    /// Makes a mending of a root.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - partners: The profiles under which things are judged.
    ///   - ledger: The root's ledger.
    ///   - time: Now, in milliseconds since 1970 UTC.
    /// - Throws: ``GatewayError`` when the root cannot be opened.
    public init(root: GatewayRoot, partners: PartnerDirectory, ledger: Ledger, time: Int64) throws(GatewayError) {
        archive = Archive(root: try Folder.open(root.path))
        directory = partners
        addresses = Addresses(directory: partners, defaults: try root.loadSettings().delivery)
        self.ledger = ledger
        self.time = time
    }
}

// MARK: - Letting go

extension Mending {
    /// Finds what is or was held under a number; nil when there is none.
    public func item(_ id: Int) throws(GatewayError) -> HeldItem? {
        try withLedger { () throws(LedgerError) in try HeldItem.find(id, in: ledger) }
    }

    /// Lets the documents that are held go on as they are.
    public func release(_ item: HeldItem, _ decision: Decision) throws(GatewayError) -> Result<Outcome, Refusal> {
        if let refusal = refusal(item) { return .failure(refusal) }
        guard !item.documents.isEmpty else {
            return .failure(
                Refusal(
                    reason:
                        "quarantine \(item.row.id) holds no document that could go on: fix it, requeue it after its "
                        + "profile was mended, or discard it"))
        }
        var outcome = Outcome(wentOn: true)
        outcome.documents = item.documents
        try write { transaction throws(LedgerError) in
            for document in item.documents { try handOn(document.id, in: transaction) }
            try end(item, as: .released, decision, "released", in: transaction)
        }
        return .success(outcome)
    }

    /// Ends it: nothing is done with what is held, now or later.
    public func discard(_ item: HeldItem, _ decision: Decision) throws(GatewayError) -> Result<Outcome, Refusal> {
        if let refusal = refusal(item) { return .failure(refusal) }
        try write { transaction throws(LedgerError) in
            try end(item, as: .discarded, decision, "discarded", in: transaction)
        }
        return .success(Outcome(wentOn: true))
    }

    // MARK: - Parts

    func refusal(_ item: HeldItem) -> Refusal? {
        guard item.row.releasedAt != nil else { return nil }
        let how = item.row.outcome?.rawValue ?? "let go"
        return Refusal(reason: "quarantine \(item.row.id) is not held any more: it was \(how)")
    }

    func write(
        _ body: (borrowing Ledger.Transaction) throws(LedgerError) -> Void
    ) throws(GatewayError) {
        try withLedger { () throws(LedgerError) in try ledger.transaction(body) }
    }

    /// Lets a held document go on.
    func handOn(_ id: String, in transaction: borrowing Ledger.Transaction) throws(LedgerError) {
        guard let heading = try ledger.heading(ofDocument: id) else { return }
        try transaction.setDocument(id, to: .pending)
        if let json = try ledger.document(id)?.bytes, let facts = SetGenerator().facts(of: json, in: json.indices) {
            try post(facts, heading, in: transaction)
        }
        // The bytes are the document's own.
        try enqueue(heading, in: transaction)
    }

    /// Puts a document into the outbox.
    func enqueue(
        _ heading: Ledger.DocumentHeading, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let number = try heading.interchangeID.flatMap { id throws(LedgerError) in
            try ledger.interchange(id)?.identity.controlNumber
        }
        try transaction.enqueue(DeliveryFile.document(heading, controlNumber: number ?? ""), by: addresses)
    }

    /// Brings the orders that a document names as far as it says.
    func post(
        _ facts: DocumentFacts, _ heading: Ledger.DocumentHeading, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let clocks = directory.profile(heading.partner)?.clocks ?? Clocks()
        try OrderBook(ledger: ledger, partner: heading.partner, clocks: clocks, time: time).post(
            facts, document: heading.id, kind: heading.kind, number: heading.number, direction: .incoming,
            in: transaction)
    }

    func end(
        _ item: HeldItem, as outcome: Ledger.Quarantine.Outcome, _ decision: Decision, _ kind: String,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        try transaction.release(
            quarantine: item.row.id, as: outcome, by: decision.who, because: decision.why, at: time)
        try transaction.insert(
            Ledger.Event(
                at: time, kind: kind, subject: "quarantine \(item.row.id)",
                detail: "\(item.place): by \(decision.who): \(decision.why)"))
    }
}
