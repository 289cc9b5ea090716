public import Commerce
public import X12

/// Turns validated sets into canonical JSON, one after the other; buffers are kept from set to set.
public struct SetTranslator {
    private var reader = SetReader()
    private var writer = JSONWriter()
    private var orders = KeptDocument<PurchaseOrder>()
    private var acknowledgments = KeptDocument<OrderAcknowledgment>()
    private var notices = KeptDocument<ShipNotice>()
    private var invoices = KeptDocument<Invoice>()

    /// Whether facts are gathered from each document, for finding and comparing it later.
    public var gathersFacts = false

    /// Whether documents are written as JSON; without it a set is read for what contradicts itself in it.
    public var writesJSON = true

    /// Whether it is told which element each field of a document came from.
    public var tracesLineage = false

    /// What is done to each document of a kind of its own before it is written; nil leaves it as the set has it.
    public var amendment: (any DocumentAmendment)?

    /// Makes a translator.
    public init() {}

    /// A set in canonical form.
    public struct Translation: Sendable {
        /// What kind of document it became.
        public var kind: DocumentKind
        /// Its business number.
        public var number: String
        /// What contradicts itself in it.
        public var breaches: [Breach]
        /// What the document is found by and says of orders; nil unless asked for.
        public var facts: DocumentFacts?
        /// The canonical JSON, one line without line break; empty unless it is written.
        public var json: [UInt8]
        /// Which element each field came from, offsets within the window; nil unless asked for.
        public var lineage: [FieldOrigin]?
    }

    /// Why there is no translation.
    public enum Failure: Error, Sendable {
        /// There is no document for this set.
        case noDocument
        /// The set breaks a limit of the document.
        case limit(FindingCode)
    }

    /// Translates a set.
    ///
    /// - Parameters:
    ///   - set: ST01.
    ///   - head: Identity and source of the document; kind and number are filled in.
    ///   - bytes: The window.
    ///   - index: Its index.
    ///   - range: The set's entries, ST and SE included.
    ///   - places: The node of each entry, from validation.
    ///   - standard: The version of the group.
    ///   - structure: The set's structure.
    ///   - delimiters: Those of the interchange.
    ///   - nesting: Which HL levels may stand where by agreement; `nil` leaves it to the set's own code (BSN05).
    ///   - qualifiers: Those that the partner writes in the place of usual ones.
    /// - Returns: The document, or why there is none.
    /// - Complexity: O(bytes of the set).
    public mutating func translate(
        set: String, head: DocumentHead, bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>,
        places: [UInt16], standard: Standard, structure: SetStructure, delimiters: Delimiters,
        nesting: LevelNesting? = nil, qualifiers: AgreedQualifiers = AgreedQualifiers()
    ) -> Result<Translation, Failure> {
        guard let kind = DocumentKind(set: set) else { return .failure(.noDocument) }
        reader.nesting = nesting
        reader.qualifiers = qualifiers
        if kind != .transactionSet {
            reader.begin(
                bytes: bytes, index: index, range: range, places: places, structure: structure, delimiters: delimiters)
        }
        let wanted = Wanted(facts: gathersFacts, json: writesJSON, amendment: amendment)
        var result =
            switch kind {
            case .purchaseOrder: orders.read(range.count) { Self.finish(&$0, kind, head, &reader, &writer, wanted) }
            case .orderAcknowledgment:
                acknowledgments.read(range.count) { Self.finish(&$0, kind, head, &reader, &writer, wanted) }
            case .shipNotice: notices.read(range.count) { Self.finish(&$0, kind, head, &reader, &writer, wanted) }
            case .invoice: invoices.read(range.count) { Self.finish(&$0, kind, head, &reader, &writer, wanted) }
            case .transactionSet: finish(generic: head, bytes, index, range, places, structure, standard, delimiters)
            }
        if tracesLineage, kind != .transactionSet, case .success(var translation) = result {
            reader.begin(
                bytes: bytes, index: index, range: range, places: places, structure: structure, delimiters: delimiters)
            translation.lineage = lineage(of: kind)
            result = .success(translation)
        }
        return result
    }

    /// Where the fields of the set just begun came from.
    private func lineage(of kind: DocumentKind) -> [FieldOrigin] {
        switch kind {
        case .purchaseOrder: LineageReader.origins(of: PurchaseOrder.self, in: reader)
        case .orderAcknowledgment: LineageReader.origins(of: OrderAcknowledgment.self, in: reader)
        case .shipNotice: LineageReader.origins(of: ShipNotice.self, in: reader)
        case .invoice: LineageReader.origins(of: Invoice.self, in: reader)
        case .transactionSet: []
        }
    }

    private mutating func finish(
        generic head: DocumentHead, _ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex, _ range: Range<Int>,
        _ places: [UInt16], _ structure: SetStructure, _ standard: Standard, _ delimiters: Delimiters
    ) -> Result<Translation, Failure> {
        var generic = TransactionSetReader(
            bytes: bytes, index: index, range: range, places: places, structure: structure, standard: standard,
            delimiters: delimiters, nesting: reader.nesting, tracesLineage: tracesLineage)
        var document = generic.read(range, head: head)
        if let fault = generic.fault { return .failure(.limit(fault)) }
        writer.removeAll()
        if writesJSON { writer.write(&document) }
        return .success(
            Translation(
                kind: .transactionSet, number: document.head.number.string, breaches: generic.breaches,
                facts: gathersFacts ? document.facts : nil, json: writer.bytes,
                lineage: tracesLineage ? generic.origins(of: document) : nil))
    }

    /// What is made of a document.
    private struct Wanted {
        var facts: Bool
        var json: Bool
        var amendment: (any DocumentAmendment)?
    }

    private static func finish<D: TranslatedDocument>(
        _ document: inout D, _ kind: DocumentKind, _ head: DocumentHead, _ reader: inout SetReader,
        _ writer: inout JSONWriter, _ wanted: Wanted
    ) -> Result<Translation, Failure> {
        document.head = head
        document.head.kind = D.kind
        if reader.isLatin1 { document.head.source.encoding = "latin1" }
        document.walk(&reader)
        reader.end()
        if let fault = reader.fault { return .failure(.limit(fault)) }
        document.extras = reader.extras
        let amended = wanted.amendment?.amend(&document) ?? []
        writer.removeAll()
        if wanted.json { writer.write(&document) }
        return .success(
            Translation(
                kind: kind, number: document.head.number.string,
                breaches: reader.breaches + document.breaches() + amended,
                facts: wanted.facts ? document.facts : nil, json: writer.bytes))
    }
}
