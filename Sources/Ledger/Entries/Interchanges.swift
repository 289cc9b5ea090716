extension Ledger {
    /// Tells interchanges apart: who sent which control number to whom, in production or in test.
    public struct InterchangeIdentity: Sendable, Hashable {
        /// Tells which way the interchange goes.
        public var direction: Direction
        /// Is ISA05.
        public var senderQualifier: String
        /// Is ISA06 without its padding.
        public var senderID: String
        /// Is ISA07.
        public var receiverQualifier: String
        /// Is ISA08 without its padding.
        public var receiverID: String
        /// Is ISA13.
        public var controlNumber: String
        /// Is ISA15: P, T or I.
        public var usage: String

        /// Makes an identity from the words of the ISA segment.
        public init(
            direction: Direction, senderQualifier: String, senderID: String, receiverQualifier: String,
            receiverID: String, controlNumber: String, usage: String
        ) {
            self.direction = direction
            self.senderQualifier = senderQualifier
            self.senderID = senderID
            self.receiverQualifier = receiverQualifier
            self.receiverID = receiverID
            self.controlNumber = controlNumber
            self.usage = usage
        }
    }

    /// Tells what was done with an interchange.
    public enum Disposition: String, Sendable, ColumnValue {
        /// Says that its sets were worked.
        case processed
        /// Says that the same bytes had come before.
        case retransmission
        /// Says that its control number had come before with other bytes.
        case collision
        /// Says that it is held for a person.
        case quarantined
        /// Says that it goes out.
        case sent
    }

    /// Is an interchange that came in or goes out.
    public struct Interchange: Sendable, Hashable {
        /// Names the arrival that brought or caused it; nil for one the gateway made on its own.
        public var arrivalID: Int?
        /// Counts the interchanges of the arrival, from 1.
        public var ordinal: Int
        /// Tells who sent which number to whom.
        public var identity: InterchangeIdentity
        /// Names the trading partner; nil when none was recognised.
        public var partner: String?
        /// Is ISA12.
        public var version: String
        /// Is ISA09 and ISA10 as they were sent.
        public var dated: String
        /// Identifies the bytes from ISA through the IEA terminator.
        public var sha256: [UInt8]
        /// Is where the interchange begins in its payload, from 0.
        public var byteOffset: Int
        /// Counts its bytes.
        public var byteLength: Int
        /// Identifies the archived payload it lies in.
        public var payloadSHA256: [UInt8]
        /// Tells how it was judged.
        public var verdict: Verdict
        /// Is the TA105 note code, 000 when there is nothing to note.
        public var ta1Code: String
        /// Tells what was done with it.
        public var disposition: Disposition
        /// Is when it was recorded.
        public var recordedAt: Int64

        /// Makes an interchange's row.
        public init(
            arrivalID: Int?, ordinal: Int, identity: InterchangeIdentity, partner: String?, version: String,
            dated: String, sha256: [UInt8], byteOffset: Int, byteLength: Int, payloadSHA256: [UInt8],
            verdict: Verdict, ta1Code: String, disposition: Disposition, recordedAt: Int64
        ) {
            self.arrivalID = arrivalID
            self.ordinal = ordinal
            self.identity = identity
            self.partner = partner
            self.version = version
            self.dated = dated
            self.sha256 = sha256
            self.byteOffset = byteOffset
            self.byteLength = byteLength
            self.payloadSHA256 = payloadSHA256
            self.verdict = verdict
            self.ta1Code = ta1Code
            self.disposition = disposition
            self.recordedAt = recordedAt
        }
    }

    /// Is an interchange recorded before with the same identity.
    public struct EarlierInterchange: Sendable, Hashable {
        /// Is the row's id.
        public let id: Int
        /// Identifies its bytes: equal bytes are a retransmission, other bytes a collision.
        public let sha256: [UInt8]
        /// Tells what was done with it.
        public let disposition: Disposition
        /// Is when it was recorded.
        public let recordedAt: Int64
    }
}

extension Ledger.InterchangeIdentity: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        direction, sender_qualifier, sender_id, receiver_qualifier, receiver_id, control_number, usage
        """

    init(_ row: inout Row) throws(LedgerError) {
        direction = try row.next()
        senderQualifier = try row.next()
        senderID = try row.next()
        receiverQualifier = try row.next()
        receiverID = try row.next()
        controlNumber = try row.next()
        usage = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            direction, senderQualifier, senderID, receiverQualifier, receiverID, controlNumber, usage,
        ]
    }
}

extension Ledger.Interchange: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        arrival_id, ordinal, \(Ledger.InterchangeIdentity.columns),
        partner, version, dated, sha256, byte_offset, byte_length, payload_sha256, verdict, ta1_code,
        disposition, recorded_at
        """

    init(_ row: inout Row) throws(LedgerError) {
        arrivalID = try row.next()
        ordinal = try row.next()
        identity = try Ledger.InterchangeIdentity(&row)
        partner = try row.next()
        version = try row.next()
        dated = try row.next()
        sha256 = try row.next()
        byteOffset = try row.next()
        byteLength = try row.next()
        payloadSHA256 = try row.next()
        verdict = try row.next()
        ta1Code = try row.next()
        disposition = try row.next()
        recordedAt = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        let own: [any ColumnValue] = [
            partner, version, dated, sha256, byteOffset, byteLength, payloadSHA256, verdict, ta1Code, disposition,
            recordedAt,
        ]
        return [arrivalID, ordinal] + identity.values + own
    }

    fileprivate static let insertion = """
        INSERT INTO interchange (\(columns), profile_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension Ledger.EarlierInterchange: RowReadable {
    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        sha256 = try row.next()
        disposition = try row.next()
        recordedAt = try row.next()
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records an interchange, and under which version of its partner's profile it was judged; throws `duplicate` when
    /// its arrival has brought this ordinal in already.
    public func insert(_ interchange: Ledger.Interchange, profile: Int? = nil) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Interchange.insertion, interchange.values + [profile])
    }
}

// MARK: - Queries

extension Ledger {
    /// Finds the interchanges recorded with an identity, oldest first.
    ///
    /// Called within the transaction that records the next one, it makes sure that no other comes between.
    public func earlierInterchanges(_ identity: InterchangeIdentity) throws(LedgerError) -> [EarlierInterchange] {
        try connection.rows(
            identity.direction == .incoming ? Self.earlierIncoming : Self.earlierOutgoing,
            [
                identity.controlNumber, identity.senderID, identity.receiverID, identity.senderQualifier,
                identity.receiverQualifier, identity.usage,
            ])
    }

    private static let earlierIncoming = earlier(.incoming)
    private static let earlierOutgoing = earlier(.outgoing)

    /// The direction is written out: there is an index of one direction alone, and an engine that cannot know at the
    /// preparation whether it fits prepares the query anew for every value.
    private static func earlier(_ direction: Direction) -> String {
        """
        SELECT id, sha256, disposition, recorded_at FROM interchange
        WHERE direction = '\(direction.rawValue)' AND control_number = ? AND sender_id = ? AND receiver_id = ?
            AND sender_qualifier = ? AND receiver_qualifier = ? AND usage = ?
        ORDER BY id
        """
    }

    /// Finds the interchanges with a control number (ISA13 as it was sent), of any partner, oldest first.
    public func interchanges(controlNumber: String) throws(LedgerError) -> [Recorded<Interchange>] {
        try connection.rows(
            "SELECT id, \(Interchange.columns) FROM interchange WHERE control_number = ? ORDER BY id", [controlNumber])
    }

    /// Lists the interchanges that an arrival brought or caused, in the order of recording: what a claimed arrival's
    /// work had come to before a crash.
    public func interchanges(ofArrival id: Int) throws(LedgerError) -> [Recorded<Interchange>] {
        try connection.rows(Self.interchangesByArrival, [id])
    }

    /// Asked for every file: the text is put together once.
    private static let interchangesByArrival =
        "SELECT id, \(Interchange.columns) FROM interchange WHERE arrival_id = ? ORDER BY id"

    /// Finds an interchange by its id.
    public func interchange(_ id: Int) throws(LedgerError) -> Recorded<Interchange>? {
        try connection.row("SELECT id, \(Interchange.columns) FROM interchange WHERE id = ?", [id])
    }
}
