extension Ledger {
    /// Is an acknowledgment of an interchange that came in.
    public struct Acknowledgment: Sendable, Hashable {
        /// Tells which acknowledgment it is.
        public enum Kind: String, Sendable, ColumnValue {
            /// Says that it is a functional acknowledgment.
            case functional = "997"
            /// Says that it is an implementation acknowledgment.
            case implementation = "999"
            /// Says that it is an interchange acknowledgment.
            case interchange = "TA1"
        }

        /// Names the interchange that is acknowledged.
        public var interchangeID: Int
        /// Tells which acknowledgment it is.
        public var kind: Kind
        /// Is the ISA13 of the interchange it goes out in.
        public var controlNumber: String
        /// Is when it was made.
        public var createdAt: Int64
        /// Tells how far it has come.
        public var state: Progress
        /// Holds the interchange that goes out.
        public var bytes: [UInt8]

        /// Makes an acknowledgment, pending unless said otherwise.
        public init(
            interchangeID: Int, kind: Kind, controlNumber: String, createdAt: Int64, state: Progress = .pending,
            bytes: [UInt8]
        ) {
            self.interchangeID = interchangeID
            self.kind = kind
            self.controlNumber = controlNumber
            self.createdAt = createdAt
            self.state = state
            self.bytes = bytes
        }
    }
}

extension Ledger.Acknowledgment: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        interchange_id, kind, control_number, created_at, state, bytes
        """

    init(_ row: inout Row) throws(LedgerError) {
        interchangeID = try row.next()
        kind = try row.next()
        controlNumber = try row.next()
        createdAt = try row.next()
        state = try row.next()
        bytes = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            interchangeID, kind, controlNumber, createdAt, state, bytes,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO acknowledgment (\(columns))
        VALUES (?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records an acknowledgment of a recorded interchange. Gives the row's id.
    public func insert(_ acknowledgment: Ledger.Acknowledgment) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Acknowledgment.insertion, acknowledgment.values)
    }

    /// Changes how far an acknowledgment has come; throws `absent` when there is none with this id.
    public func setAcknowledgment(_ id: Int, to state: Ledger.Progress) throws(LedgerError) {
        try change(
            "UPDATE acknowledgment SET state = ? WHERE id = ?", [state, id],
            orThrow: "there is no acknowledgment \(id)")
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the acknowledgments of an interchange in the order of recording.
    public func acknowledgments(ofInterchange id: Int) throws(LedgerError) -> [Recorded<Acknowledgment>] {
        try connection.rows(
            "SELECT id, \(Acknowledgment.columns) FROM acknowledgment WHERE interchange_id = ? ORDER BY id", [id])
    }
}
