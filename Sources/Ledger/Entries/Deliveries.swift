extension Ledger {
    /// Is an entry of the outbox: bytes on their way to a folder.
    public struct Delivery: Sendable, Hashable {
        /// Tells what is delivered.
        public enum Kind: String, Sendable, ColumnValue {
            /// Says that it is a canonical document.
            case document
            /// Says that it is an acknowledgment.
            case acknowledgment
            /// Says that it is an interchange.
            case interchange
            /// Says that it is the view of a quarantined input.
            case quarantine
        }

        /// Tells what is delivered.
        public var kind: Kind
        /// Names the row that is delivered, as its own table does.
        public var reference: String
        /// Names the trading partner.
        public var partner: String
        /// Names the folder to deliver to, relative to the gateway root.
        public var folder: String
        /// Names the file to make there.
        public var fileName: String
        /// Is when the delivery was put into the outbox.
        public var createdAt: Int64
        /// Names the private file, relative to the gateway root, that holds the bytes until it is moved to where the
        /// receiver finds it; nil before. Once this is recorded, the file's absence says that it was moved.
        public var staged: String?
        /// Names the file that the receiver found, when it is known; nil before.
        public var placedAs: String?
        /// Is when it was done; nil before.
        public var deliveredAt: Int64?
        /// Is when it became a dead letter; nil when it did not.
        public var givenUpAt: Int64?
        /// Counts the tries that ended, the good one included.
        public var attempts: Int
        /// Tells why the last try failed.
        public var lastError: String?
        /// Names the place, for a delivery besides the one that counts; empty for that one.
        public var destination: String
        /// Holds the bytes to deliver. Those of a document or an acknowledgment need not be repeated when they are
        /// enqueued: with none, the bytes of the row it refers to are delivered.
        public var payload: [UInt8]

        /// Makes a delivery that has not been tried, unless said otherwise.
        public init(
            kind: Kind, reference: String, partner: String, folder: String, fileName: String, createdAt: Int64,
            staged: String? = nil, placedAs: String? = nil, deliveredAt: Int64? = nil, givenUpAt: Int64? = nil,
            attempts: Int = 0, lastError: String? = nil, destination: String = "", payload: [UInt8]
        ) {
            self.kind = kind
            self.reference = reference
            self.partner = partner
            self.folder = folder
            self.fileName = fileName
            self.createdAt = createdAt
            self.staged = staged
            self.placedAs = placedAs
            self.deliveredAt = deliveredAt
            self.givenUpAt = givenUpAt
            self.attempts = attempts
            self.lastError = lastError
            self.destination = destination
            self.payload = payload
        }
    }
}

extension Ledger.Delivery: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        kind, reference, partner, folder, file_name, created_at, staged, placed_as, delivered_at, given_up_at,
        attempts, last_error, destination
        """

    /// Is the bytes' column, which may refer to another row.
    static let payload = """
        coalesce(payload, CASE kind
            WHEN 'document' THEN (SELECT bytes FROM document WHERE document.id = reference)
            WHEN 'acknowledgment' THEN
                (SELECT bytes FROM acknowledgment WHERE acknowledgment.id = CAST(reference AS INTEGER)) END)
        """

    init(_ row: inout Row) throws(LedgerError) {
        kind = try row.next()
        reference = try row.next()
        partner = try row.next()
        folder = try row.next()
        fileName = try row.next()
        createdAt = try row.next()
        staged = try row.next()
        placedAs = try row.next()
        deliveredAt = try row.next()
        givenUpAt = try row.next()
        attempts = try row.next()
        lastError = try row.next()
        destination = try row.next()
        payload = try row.next(as: [UInt8]?.self) ?? []
    }

    /// Gives the values in the order of the columns and the payload.
    var values: [any ColumnValue] {
        let held: [UInt8]? = payload.isEmpty && (kind == .document || kind == .acknowledgment) ? nil : payload
        return [
            kind, reference, partner, folder, fileName, createdAt, staged, placedAs, deliveredAt, givenUpAt, attempts,
            lastError, destination, held,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO delivery (\(columns), payload)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Puts a delivery into the outbox. Gives the row's id.
    @discardableResult
    public func enqueue(_ delivery: Ledger.Delivery) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Delivery.insertion, delivery.values)
    }

    /// Records that the bytes of a pending delivery lie whole in a private file, from which it will be placed; with
    /// nil that they do not. Throws `absent` when it is not pending.
    public func stage(_ id: Int, as path: String?) throws(LedgerError) {
        try change(
            "UPDATE delivery SET staged = ? WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL",
            [path, id], orThrow: "delivery \(id) is not pending")
    }

    /// Records that a pending delivery was done, and under which name if that is known; throws `absent` when it is not
    /// pending. Gives whose it is and when it was put into the outbox.
    @discardableResult
    public func markDelivered(
        _ id: Int, at time: Int64, as name: String? = nil
    ) throws(LedgerError) -> Ledger.Posting {
        let posting: Ledger.Posting? = try writing().row(
            """
            UPDATE delivery SET delivered_at = ?, placed_as = ?, attempts = attempts + 1
            WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL RETURNING partner, created_at
            """, [time, name, id])
        guard let posting else { throw LedgerError(.absent, reason: "delivery \(id) is not pending") }
        try leaveQueue(id)
        return posting
    }

    /// Records to which place a delivery besides the one that counts goes by now; throws `absent` when there is none.
    public func setDestination(_ id: Int, to destination: String) throws(LedgerError) {
        try change(
            "UPDATE delivery SET destination = ? WHERE id = ?", [destination, id], orThrow: "there is no delivery \(id)"
        )
    }

    /// Records that a try failed: the delivery stays pending. Throws `absent` when it is not pending.
    public func recordFailure(_ id: Int, error: String) throws(LedgerError) {
        try change(
            """
            UPDATE delivery SET attempts = attempts + 1, last_error = ?
            WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL
            """, [error, id], orThrow: "delivery \(id) is not pending")
    }

    /// Makes a pending delivery a dead letter; throws `absent` when it is not pending.
    public func giveUp(_ id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE delivery SET given_up_at = ? WHERE id = ? AND delivered_at IS NULL AND given_up_at IS NULL",
            [time, id], orThrow: "delivery \(id) is not pending")
        try writing().run("UPDATE dispatch SET due_at = NULL WHERE delivery_id = ?", [id])
    }

    /// Puts a dead letter back into the outbox, to be tried at once; throws `absent` when it is none.
    public func retryDelivery(_ id: Int) throws(LedgerError) {
        try change(
            "UPDATE delivery SET given_up_at = NULL WHERE id = ? AND given_up_at IS NOT NULL AND discarded_at IS NULL",
            [id], orThrow: "delivery \(id) is no dead letter")
        try writing().run("UPDATE dispatch SET due_at = 0, failures = 0 WHERE delivery_id = ?", [id])
    }

    /// Ends a dead letter: it is never delivered, and those behind it go on. Throws `absent` when it is none.
    public func discardDelivery(_ id: Int, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE delivery SET discarded_at = ? WHERE id = ? AND given_up_at IS NOT NULL AND discarded_at IS NULL",
            [time, id], orThrow: "delivery \(id) is no dead letter")
        try leaveQueue(id)
    }
}

extension Ledger {
    /// Is whose a delivery is, and when it was put into the outbox.
    public struct Posting: Sendable, Hashable {
        /// Names the trading partner.
        public var partner: String
        /// Is when it was put into the outbox.
        public var createdAt: Int64
    }
}

extension Ledger.Posting: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        createdAt = try row.next()
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists what waits for a folder and is not staged, in the order of their ids, with their bytes.
    ///
    /// At most `limit` are given, from 0, those whose id is greater than `id`, and no more after `bytes` bytes have
    /// come together: a long outbox is read in steps.
    public func pendingDeliveries(
        after id: Int = 0, limit: Int = 100, bytes: Int = .max
    ) throws(LedgerError) -> [Recorded<Delivery>] {
        var pending: [Recorded<Delivery>] = []
        var size = 0
        try connection.scan(
            Self.pending, [id, max(0, limit)],
            while: { (row: inout Row) throws(LedgerError) -> Bool in
                let delivery = try Recorded<Delivery>(&row)
                size += delivery.entry.payload.count
                pending.append(delivery)
                return size < bytes
            })
        return pending
    }

    private static let pending = """
        SELECT id, \(Delivery.columns), \(Delivery.payload) FROM delivery
        WHERE id > ? AND staged IS NULL AND \(DeliveryStretch.waiting) ORDER BY id LIMIT ?
        """

    /// Finds a delivery by its id.
    public func delivery(_ id: Int) throws(LedgerError) -> Recorded<Delivery>? {
        try connection.row(Self.deliveryByID, [id])
    }

    /// Asked for every delivery: the text is put together once.
    private static let deliveryByID =
        "SELECT id, \(Delivery.columns), \(Delivery.payload) FROM delivery WHERE id = ?"

    /// Finds a delivery by its id, without its bytes.
    public func deliveryHeading(_ id: Int) throws(LedgerError) -> Recorded<Delivery>? {
        try connection.row("SELECT id, \(Delivery.headingColumns) FROM delivery WHERE id = ?", [id])
    }

    /// Whether something is on its way to one of its places still, or was given up there and waits for a person.
    public func isUnderWay(_ kind: Delivery.Kind, _ reference: String) throws(LedgerError) -> Bool {
        let found: Int? = try connection.value(
            """
            SELECT 1 FROM delivery
            WHERE reference = ? AND kind = ? AND delivered_at IS NULL AND discarded_at IS NULL LIMIT 1
            """, [reference, kind])
        return found != nil
    }

    /// Lists the pending deliveries that are staged, without their bytes: what a run that died may or may not have
    /// placed.
    public func stagedDeliveries() throws(LedgerError) -> [Recorded<Delivery>] {
        try connection.rows(
            """
            SELECT id, \(Delivery.headingColumns) FROM delivery
            WHERE staged IS NOT NULL AND delivered_at IS NULL AND given_up_at IS NULL ORDER BY id
            """)
    }
}
