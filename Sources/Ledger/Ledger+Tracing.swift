// The ways from any row to the others that tell the life of what it is about. Each reads by an index.

extension Ledger {
    /// Finds the files of a name that arrived, oldest first, at most `limit`.
    public func arrivals(fileName: String, limit: Int = 100) throws(LedgerError) -> [Recorded<Arrival>] {
        try connection.rows(
            "SELECT id, \(Arrival.columns) FROM arrival WHERE file_name = ? ORDER BY id LIMIT ?",
            [fileName, max(0, limit)])
    }

    /// Finds the deliveries of a file name, oldest first and without their bytes, at most `limit`.
    public func deliveries(fileName: String, limit: Int = 100) throws(LedgerError) -> [Recorded<Delivery>] {
        try connection.rows(
            "SELECT id, \(Delivery.headingColumns) FROM delivery WHERE file_name = ? ORDER BY id LIMIT ?",
            [fileName, max(0, limit)])
    }

    /// Finds the deliveries of a document, an acknowledgment, an interchange or a quarantine row by what they refer to,
    /// oldest first and without their bytes.
    public func deliveries(_ kind: Delivery.Kind, of reference: String) throws(LedgerError) -> [Recorded<Delivery>] {
        try connection.rows(
            "SELECT id, \(Delivery.headingColumns) FROM delivery WHERE reference = ? AND kind = ? ORDER BY id",
            [reference, kind])
    }

    /// Finds the acknowledgments that went out under an ISA13, oldest first, at most `limit`.
    public func acknowledgments(
        controlNumber: String, limit: Int = 100
    ) throws(LedgerError) -> [Recorded<Acknowledgment>] {
        try connection.rows(
            "SELECT id, \(Acknowledgment.columns) FROM acknowledgment WHERE control_number = ? ORDER BY id LIMIT ?",
            [controlNumber, max(0, limit)])
    }

    /// Finds the functional groups with a GS06 as it was sent, of any partner, oldest first, at most `limit`.
    public func groups(controlNumber: String, limit: Int = 100) throws(LedgerError) -> [Recorded<FunctionalGroup>] {
        try connection.rows(
            "SELECT id, \(FunctionalGroup.columns) FROM functional_group WHERE control_number = ? ORDER BY id LIMIT ?",
            [controlNumber, max(0, limit)])
    }

    /// Finds a functional group by its id.
    public func group(_ id: Int) throws(LedgerError) -> Recorded<FunctionalGroup>? {
        try connection.row("SELECT id, \(FunctionalGroup.columns) FROM functional_group WHERE id = ?", [id])
    }

    /// Finds a transaction set by its id.
    public func transactionSet(_ id: Int) throws(LedgerError) -> Recorded<TransactionSet>? {
        try connection.row("SELECT id, \(TransactionSet.columns) FROM transaction_set WHERE id = ?", [id])
    }

    /// Lists the findings on a transaction set in the order of recording.
    public func findings(ofSet id: Int) throws(LedgerError) -> [Recorded<Finding>] {
        try connection.rows("SELECT id, \(Finding.columns) FROM finding WHERE set_id = ? ORDER BY id", [id])
    }

    /// Lists what of an interchange is or was held, oldest first.
    public func quarantine(ofInterchange id: Int) throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows(
            "SELECT id, \(Quarantine.columns) FROM quarantine WHERE interchange_id = ? ORDER BY id", [id])
    }

    /// Lists what of an arrival is or was held, oldest first.
    public func quarantine(ofArrival id: Int) throws(LedgerError) -> [Recorded<Quarantine>] {
        try connection.rows("SELECT id, \(Quarantine.columns) FROM quarantine WHERE arrival_id = ? ORDER BY id", [id])
    }

    /// Lists the events about a subject in the order of recording, at most `limit`.
    public func events(about subject: String, limit: Int = 1_000) throws(LedgerError) -> [Recorded<Event>] {
        try connection.rows(
            "SELECT id, \(Event.columns) FROM event WHERE subject = ? ORDER BY id LIMIT ?", [subject, max(0, limit)])
    }

    /// Lists the documents that came from a transaction set or became it.
    public func documents(ofSet id: Int) throws(LedgerError) -> [DocumentHeading] {
        try connection.rows("SELECT \(DocumentHeading.columns) FROM document WHERE set_id = ? ORDER BY rowid", [id])
    }
}

extension Ledger.Delivery {
    /// The columns with nothing in place of the bytes, which a list does not need.
    static let headingColumns = columns + ", NULL"
}

// MARK: - By their ids

extension Ledger {
    /// Finds a document's heading by its id.
    public func heading(ofDocument id: String) throws(LedgerError) -> DocumentHeading? {
        try connection.row("SELECT \(DocumentHeading.columns) FROM document WHERE id = ?", [id])
    }

    /// Finds an acknowledgment by its id.
    public func acknowledgment(_ id: Int) throws(LedgerError) -> Recorded<Acknowledgment>? {
        try connection.row("SELECT id, \(Acknowledgment.columns) FROM acknowledgment WHERE id = ?", [id])
    }

    /// Finds a quarantine row by its id, whether or not it was let go.
    public func quarantine(_ id: Int) throws(LedgerError) -> Recorded<Quarantine>? {
        try connection.row("SELECT id, \(Quarantine.columns) FROM quarantine WHERE id = ?", [id])
    }
}

// MARK: - By their places

extension Ledger {
    /// Finds a transaction set by the ordinals of its group and of itself, from 1; nil when there is none.
    public func set(interchange id: Int, group: Int, set: Int) throws(LedgerError) -> Int? {
        try connection.value(
            """
            SELECT transaction_set.id FROM transaction_set
            JOIN functional_group ON functional_group.id = transaction_set.group_id
            WHERE functional_group.interchange_id = ? AND functional_group.ordinal = ? AND transaction_set.ordinal = ?
            """, [id, group, set])
    }

    /// Lists the interchanges that came in, in the order of recording, those after `id`, at most `limit`; what is nil
    /// does not restrict, and `until` is the first moment that is left out. To a partner also belongs what nobody was
    /// recognised in and lay in its drop.
    public func incomingInterchanges(
        after id: Int, partner: String? = nil, since: Int64? = nil, until: Int64? = nil, limit: Int = 100
    ) throws(LedgerError) -> [Recorded<Interchange>] {
        try connection.rows(
            """
            SELECT id, \(Interchange.columns) FROM interchange
            WHERE id > ?1 AND direction = 'in'
                AND (?2 IS NULL OR partner = ?2
                    OR partner IS NULL AND arrival_id IN (SELECT id FROM arrival WHERE partner = ?2))
                AND (?3 IS NULL OR recorded_at >= ?3) AND (?4 IS NULL OR recorded_at < ?4)
            ORDER BY id LIMIT ?5
            """, [id, partner, since, until, max(0, limit)])
    }
}
