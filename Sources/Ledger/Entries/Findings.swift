extension Ledger {
    /// Is one fact about an input.
    public struct Finding: Sendable, Hashable {
        /// Tells how much a finding weighs.
        public enum Severity: String, Sendable, ColumnValue {
            /// Says that it is only worth knowing.
            case note
            /// Says that it was accepted with errors.
            case warning
            /// Says that it was refused.
            case error
        }

        /// Names the interchange it is about.
        public var interchangeID: Int
        /// Names the transaction set; nil for a finding about an envelope.
        public var setID: Int?
        /// Is the finding's code in the catalogue.
        public var code: String
        /// Tells how much it weighs.
        public var severity: Severity
        /// Is the segment's identifier.
        public var segment: String?
        /// Is the segment's place in the set, from 1.
        public var segmentIndex: Int?
        /// Is the element's place in the segment, from 1.
        public var element: Int?
        /// Is the component's place in the element, from 1.
        public var component: Int?
        /// Is the repetition's place in the element, from 1.
        public var repetition: Int?
        /// Is the place in the payload, from 0.
        public var byteOffset: Int?
        /// Holds the offending value.
        public var value: String?
        /// Tells a person what was expected and found.
        public var message: String

        /// Makes a finding's row; the parts of its place that are not given are not known.
        public init(
            interchangeID: Int, setID: Int? = nil, code: String, severity: Severity, segment: String? = nil,
            segmentIndex: Int? = nil, element: Int? = nil, component: Int? = nil, repetition: Int? = nil,
            byteOffset: Int? = nil, value: String? = nil, message: String
        ) {
            self.interchangeID = interchangeID
            self.setID = setID
            self.code = code
            self.severity = severity
            self.segment = segment
            self.segmentIndex = segmentIndex
            self.element = element
            self.component = component
            self.repetition = repetition
            self.byteOffset = byteOffset
            self.value = value
            self.message = message
        }
    }
}

extension Ledger.Finding: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        interchange_id, set_id, code, severity, segment, segment_index, element, component, repetition,
        byte_offset, value, message
        """

    init(_ row: inout Row) throws(LedgerError) {
        interchangeID = try row.next()
        setID = try row.next()
        code = try row.next()
        severity = try row.next()
        segment = try row.next()
        segmentIndex = try row.next()
        element = try row.next()
        component = try row.next()
        repetition = try row.next()
        byteOffset = try row.next()
        value = try row.next()
        message = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            interchangeID, setID, code, severity, segment, segmentIndex, element, component, repetition,
            byteOffset, value, message,
        ]
    }

    fileprivate static let insertion = """
        INSERT INTO finding (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Records a finding about a recorded interchange or set.
    @discardableResult
    public func insert(_ finding: Ledger.Finding) throws(LedgerError) -> Int {
        try writing().insert(Ledger.Finding.insertion, finding.values)
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists the findings about an interchange and its sets in the order of recording.
    public func findings(ofInterchange id: Int) throws(LedgerError) -> [Recorded<Finding>] {
        try connection.rows("SELECT id, \(Finding.columns) FROM finding WHERE interchange_id = ? ORDER BY id", [id])
    }
}
