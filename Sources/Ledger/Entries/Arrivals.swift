extension Ledger {
    /// Is a file that was taken from a drop or from outbound/.
    public struct Arrival: Sendable, Hashable {
        /// Tells how far a file that was taken has come.
        public enum State: String, Sendable, ColumnValue {
            /// Says that the file was taken and its interchanges are not recorded yet.
            case claimed
            /// Says that its interchanges are recorded.
            case recorded
            /// Says that it is held for a person.
            case quarantined
        }

        /// Names the owner of the drop.
        public var partner: String
        /// Names the folder the file was taken from, relative to the gateway root.
        public var folder: String
        /// Names the file as it was found.
        public var fileName: String
        /// Identifies the archived bytes.
        public var payloadSHA256: [UInt8]
        /// Is when the file was claimed.
        public var arrivedAt: Int64
        /// Tells how far the file has come.
        public var state: State
        /// Is when the file was recorded or quarantined; nil while it is claimed.
        public var finishedAt: Int64?
        /// Names the file while it lies in work/; no two arrivals share one. Nil where the file never lay there.
        public var workName: String?
        /// Names the quarantine row whose input a person had worked anew; nil for a file that a partner brought.
        public var requeueOf: Int?

        /// Makes an arrival, as it stands when its file has just been claimed unless said otherwise.
        public init(
            partner: String, folder: String, fileName: String, payloadSHA256: [UInt8], arrivedAt: Int64,
            state: State = .claimed, finishedAt: Int64? = nil, workName: String? = nil, requeueOf: Int? = nil
        ) {
            self.partner = partner
            self.folder = folder
            self.fileName = fileName
            self.payloadSHA256 = payloadSHA256
            self.arrivedAt = arrivedAt
            self.state = state
            self.finishedAt = finishedAt
            self.workName = workName
            self.requeueOf = requeueOf
        }
    }
}

extension Ledger.Arrival: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        partner, folder, file_name, payload_sha256, arrived_at, state, finished_at, work_name, requeue_of
        """

    init(_ row: inout Row) throws(LedgerError) {
        partner = try row.next()
        folder = try row.next()
        fileName = try row.next()
        payloadSHA256 = try row.next()
        arrivedAt = try row.next()
        state = try row.next()
        finishedAt = try row.next()
        workName = try row.next()
        requeueOf = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            partner, folder, fileName, payloadSHA256, arrivedAt, state, finishedAt, workName, requeueOf,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO arrival (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records that a file was taken; its payload must be archived (`orphan`). Gives the row's id.
    public func insert(_ arrival: Ledger.Arrival) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Arrival.insertion, arrival.values)
    }

    /// Ends a claimed arrival as recorded or quarantined; throws `absent` when it is not in the state claimed.
    public func finishArrival(_ id: Int, as state: Ledger.Arrival.State, at time: Int64) throws(LedgerError) {
        try change(
            "UPDATE arrival SET state = ?, finished_at = ? WHERE id = ? AND state = 'claimed'", [state, time, id],
            orThrow: "arrival \(id) is not in the state claimed")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the files that were taken and not finished, oldest first: the work a crash left behind.
    public func claimedArrivals() throws(LedgerError) -> [Recorded<Arrival>] {
        try connection.rows("SELECT id, \(Arrival.columns) FROM arrival WHERE state = 'claimed' ORDER BY id")
    }

    /// Finds the arrival of a file by the name it has, or had, in work/.
    public func arrival(workName: String) throws(LedgerError) -> Recorded<Arrival>? {
        try connection.row(Self.arrivalByWorkName, [workName])
    }

    /// Asked for every file: the text is put together once.
    private static let arrivalByWorkName = "SELECT id, \(Arrival.columns) FROM arrival WHERE work_name = ?"

    /// Finds the arrivals of files that were claimed at a moment and lay in work/.
    ///
    /// - Complexity: a step in an index, since these names begin with the moment.
    public func arrivals(claimedAt time: Int64) throws(LedgerError) -> [Recorded<Arrival>] {
        // "A" comes behind "@", which follows the moment.
        try connection.rows(
            """
            SELECT id, \(Arrival.columns) FROM arrival WHERE work_name >= ? AND work_name < ? ORDER BY id
            """, ["\(time)@", "\(time)A"])
    }

    /// Finds an arrival by its id.
    public func arrival(_ id: Int) throws(LedgerError) -> Recorded<Arrival>? {
        try connection.row("SELECT id, \(Arrival.columns) FROM arrival WHERE id = ?", [id])
    }
}
