extension Ledger {
    /// Is a functional group of an interchange.
    public struct FunctionalGroup: Sendable, Hashable {
        /// Names the interchange it lies in.
        public var interchangeID: Int
        /// Counts the groups of the interchange, from 1.
        public var ordinal: Int
        /// Is GS01, such as PO.
        public var code: String
        /// Is GS02.
        public var sender: String
        /// Is GS03.
        public var receiver: String
        /// Is GS06.
        public var controlNumber: String
        /// Is GS08.
        public var version: String
        /// Tells how the group was judged.
        public var verdict: Verdict
        /// Counts the sets that GE01 claims.
        public var claimed: Int
        /// Counts the sets that were there.
        public var received: Int
        /// Counts the sets that were accepted.
        public var accepted: Int

        /// Makes a group's row.
        public init(
            interchangeID: Int, ordinal: Int, code: String, sender: String, receiver: String,
            controlNumber: String, version: String, verdict: Verdict, claimed: Int, received: Int, accepted: Int
        ) {
            self.interchangeID = interchangeID
            self.ordinal = ordinal
            self.code = code
            self.sender = sender
            self.receiver = receiver
            self.controlNumber = controlNumber
            self.version = version
            self.verdict = verdict
            self.claimed = claimed
            self.received = received
            self.accepted = accepted
        }
    }

    /// Is a transaction set of a functional group.
    public struct TransactionSet: Sendable, Hashable {
        /// Names the functional group it lies in.
        public var groupID: Int
        /// Counts the sets of the group, from 1.
        public var ordinal: Int
        /// Is ST01, such as 850.
        public var set: String
        /// Is ST02.
        public var controlNumber: String
        /// Tells how the set was judged; never `partiallyAccepted`.
        public var verdict: Verdict
        /// Counts the segments from ST through SE.
        public var segments: Int
        /// Is where ST begins in the payload, from 0.
        public var byteOffset: Int
        /// Counts the bytes from ST through the SE terminator.
        public var byteLength: Int

        /// Makes a set's row.
        public init(
            groupID: Int, ordinal: Int, set: String, controlNumber: String, verdict: Verdict, segments: Int,
            byteOffset: Int, byteLength: Int
        ) {
            self.groupID = groupID
            self.ordinal = ordinal
            self.set = set
            self.controlNumber = controlNumber
            self.verdict = verdict
            self.segments = segments
            self.byteOffset = byteOffset
            self.byteLength = byteLength
        }
    }
}

extension Ledger.FunctionalGroup: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        interchange_id, ordinal, code, sender, receiver, control_number, version, verdict, claimed, received,
        accepted
        """

    init(_ row: inout Row) throws(LedgerError) {
        interchangeID = try row.next()
        ordinal = try row.next()
        code = try row.next()
        sender = try row.next()
        receiver = try row.next()
        controlNumber = try row.next()
        version = try row.next()
        verdict = try row.next()
        claimed = try row.next()
        received = try row.next()
        accepted = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            interchangeID, ordinal, code, sender, receiver, controlNumber, version, verdict, claimed, received,
            accepted,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO functional_group (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension Ledger.TransactionSet: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        group_id, ordinal, "set", control_number, verdict, segments, byte_offset, byte_length
        """

    init(_ row: inout Row) throws(LedgerError) {
        groupID = try row.next()
        ordinal = try row.next()
        set = try row.next()
        controlNumber = try row.next()
        verdict = try row.next()
        segments = try row.next()
        byteOffset = try row.next()
        byteLength = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            groupID, ordinal, set, controlNumber, verdict, segments, byteOffset, byteLength,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO transaction_set (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records a functional group; throws `duplicate` when the interchange has one with this ordinal.
    public func insert(_ functionalGroup: Ledger.FunctionalGroup) throws(LedgerError) -> Int {
        try writing().insert(Ledger.FunctionalGroup.insertion, functionalGroup.values)
    }

    /// Records a transaction set; throws `duplicate` when the group has one with this ordinal.
    public func insert(_ transactionSet: Ledger.TransactionSet) throws(LedgerError) -> Int {
        try writing().insert(Ledger.TransactionSet.insertion, transactionSet.values)
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the functional groups of an interchange in their order.
    public func groups(ofInterchange id: Int) throws(LedgerError) -> [Recorded<FunctionalGroup>] {
        try connection.rows(
            "SELECT id, \(FunctionalGroup.columns) FROM functional_group WHERE interchange_id = ? ORDER BY ordinal",
            [id])
    }

    /// Lists the transaction sets of an interchange, with their verdicts, in their order.
    public func sets(ofInterchange id: Int) throws(LedgerError) -> [Recorded<TransactionSet>] {
        try connection.rows(
            """
            SELECT id, \(TransactionSet.columns) FROM transaction_set
            WHERE group_id IN (SELECT id FROM functional_group WHERE interchange_id = ?)
            ORDER BY byte_offset, id
            """, [id])
    }
}
