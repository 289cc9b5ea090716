extension Ledger {
    /// Names many deliveries at once: those of a kind, from one id to another, that wait for folders and not in a queue.
    ///
    /// What is done to all of them is one statement where it would be thousands. Who names them knows how many they are,
    /// so that nothing is done to one that he does not mean.
    public struct DeliveryStretch: Sendable, Hashable {
        /// Tells what is delivered: a document or an acknowledgment.
        public var kind: Delivery.Kind
        /// Names the folder they go to; nil when they go to several.
        public var folder: String?
        /// Is the id of the first and the last.
        public var ids: ClosedRange<Int>
        /// Counts them.
        public var count: Int

        /// Names a stretch; with a folder only what goes there is meant.
        public init(kind: Delivery.Kind, folder: String? = nil, ids: ClosedRange<Int>, count: Int) {
            self.kind = kind
            self.folder = folder
            self.ids = ids
            self.count = count
        }

        /// Is what holds for a delivery that waits for a folder and has not failed there.
        static let waiting = """
            delivered_at IS NULL AND given_up_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM dispatch WHERE delivery_id = delivery.id)
            """

        /// Is what holds for the deliveries of a stretch; its parameters are ``values``.
        fileprivate static let condition = """
            id >= ?1 AND id <= ?2 AND kind = ?3 AND (?4 IS NULL OR folder = ?4) AND \(waiting)
            """

        fileprivate var values: [any ColumnValue] { [ids.lowerBound, ids.upperBound, kind, folder] }
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that the bytes of each delivery of a stretch lie whole in a private file, which is named by the delivery's
    /// id behind `prefix`, or by `prefix` alone when `isShared`. False, and nothing is recorded, when the stretch is not
    /// what it was taken for.
    public func stage(
        _ stretch: Ledger.DeliveryStretch, as prefix: String, isShared: Bool
    ) throws(LedgerError) -> Bool {
        let connection = try writing()
        let found: Int? = try connection.value(Self.unstaged, stretch.values)
        guard found == stretch.count else { return false }
        try connection.run(Self.staging, stretch.values + [prefix, isShared ? 1 : 0])
        return true
    }

    private static let unstaged = """
        SELECT count(*) FROM delivery WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NULL
        """

    private static let staging = """
        UPDATE delivery SET staged = ?5 || CASE WHEN ?6 = 1 THEN '' ELSE CAST(id AS TEXT) END
        WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NULL
        """

    /// Records that the deliveries of a stretch were done, and with each what it delivers: under their own names, or all
    /// of them as `name`. False, and nothing is recorded, when the stretch is not what it was taken for, or one of them
    /// is not the only one of its thing that is under way.
    public func markDelivered(
        _ stretch: Ledger.DeliveryStretch, at time: Int64, as name: String? = nil
    ) throws(LedgerError) -> Bool {
        let connection = try writing()
        let delivers: String
        switch stretch.kind {
        case .document: delivers = Self.delivering
        case .acknowledgment: delivers = Self.acknowledging
        case .interchange, .quarantine: return false
        }
        let found: Int? = try connection.value(Self.alone, stretch.values)
        guard found == stretch.count else { return false }
        try connection.forEach(Self.waits, stretch.values) { (row: inout Row) throws(LedgerError) in
            let kind: String = try row.next()
            let partner: String = try row.next()
            let createdAt: Int64 = try row.next()
            try observe(
                "deliver", partner: partner, kind: kind, milliseconds: time - createdAt, times: try row.next())
        }
        try connection.run(delivers, stretch.values)
        try connection.run(Self.marking, stretch.values + [time, name])
        return true
    }

    private static let alone = """
        SELECT count(*) FROM delivery WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM delivery AS other
                WHERE other.reference = delivery.reference AND other.kind = delivery.kind AND other.id <> delivery.id
                    AND other.delivered_at IS NULL AND other.discarded_at IS NULL)
        """

    /// How many have waited since when.
    private static let waits = """
        SELECT coalesce((SELECT document.kind FROM document WHERE document.id = delivery.reference), kind), partner,
            created_at, count(*)
        FROM delivery WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NOT NULL GROUP BY 1, 2, 3
        """

    private static let delivering = """
        DELETE FROM undelivered_document WHERE document_id IN (
            SELECT reference FROM delivery WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NOT NULL)
        """

    private static let acknowledging = """
        UPDATE acknowledgment SET state = 'delivered' WHERE id IN (
            SELECT CAST(reference AS INTEGER) FROM delivery
            WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NOT NULL)
        """

    private static let marking = """
        UPDATE delivery SET delivered_at = ?5, placed_as = coalesce(?6, file_name), attempts = attempts + 1
        WHERE \(Ledger.DeliveryStretch.condition) AND staged IS NOT NULL
        """
}
