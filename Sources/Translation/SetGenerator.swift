public import Commerce
public import X12

/// Turns canonical JSON into the segments of a set.
public struct SetGenerator {
    /// Whether documents are asked for their facts, which takes a fifth of the time of writing them.
    private let gathersFacts: Bool

    /// Makes a generator that gathers the facts of documents, or leaves them empty.
    public init(gathersFacts: Bool = false) { self.gathersFacts = gathersFacts }

    /// A set to be put in an envelope.
    public struct Generated: Sendable {
        /// What kind of document it was.
        public var kind: DocumentKind
        /// ST01, such as `850`.
        public var set: String
        /// The document's identity and where it came from.
        public var head: DocumentHead
        /// What the document is found by and says of orders, where that is gathered.
        public var facts: DocumentFacts
        /// GS01 of its group.
        public var functionalCode: String
        /// The segments between ST and SE.
        public var segments: [UInt8]
        /// How many there are.
        public var segmentCount: Int
    }

    /// Why a document cannot be written.
    public struct Failure: Error, Sendable {
        /// A message each: place and reason.
        public var messages: [String]

        /// Makes a failure.
        public init(_ messages: [String]) { self.messages = messages }

        /// A message for each fault.
        init(_ faults: [WriteFault]) { messages = faults.map { "\($0.place): \($0.reason)" } }
    }

    /// Reads only the document's head, to find its partner and envelope.
    public func head(of json: [UInt8], in range: Range<Int>) -> Result<(DocumentKind, DocumentHead), Failure> {
        kind(of: json, in: range).flatMap { kind in
            switch kind {
            case .purchaseOrder: read(PurchaseOrder.self, json, range).map { (kind, $0.head) }
            case .orderAcknowledgment: read(OrderAcknowledgment.self, json, range).map { (kind, $0.head) }
            case .shipNotice: read(ShipNotice.self, json, range).map { (kind, $0.head) }
            case .invoice: read(Invoice.self, json, range).map { (kind, $0.head) }
            case .transactionSet: read(TransactionSet.self, json, range).map { (kind, $0.head) }
            }
        }
    }

    /// What a document is found by and says of orders; nil when it cannot be read.
    public func facts(of json: [UInt8], in range: Range<Int>) -> DocumentFacts? {
        let facts = kind(of: json, in: range).flatMap { kind in
            switch kind {
            case .purchaseOrder: read(PurchaseOrder.self, json, range).map(\.facts)
            case .orderAcknowledgment: read(OrderAcknowledgment.self, json, range).map(\.facts)
            case .shipNotice: read(ShipNotice.self, json, range).map(\.facts)
            case .invoice: read(Invoice.self, json, range).map(\.facts)
            case .transactionSet: read(TransactionSet.self, json, range).map(\.facts)
            }
        }
        return try? facts.get()
    }

    /// Generates the set of one document.
    ///
    /// - Parameters:
    ///   - json: Bytes that hold the document.
    ///   - range: Where in them it lies.
    ///   - standard: The version to write.
    ///   - delimiters: Those of the interchange to write; a value that holds one of them is refused.
    ///   - suffix: What follows each terminator.
    /// - Returns: The set, or what is wrong with the document.
    public func generate(
        _ json: [UInt8], in range: Range<Int>, standard: Standard, delimiters: Delimiters, suffix: [UInt8] = []
    ) -> Result<Generated, Failure> {
        kind(of: json, in: range).flatMap { kind in
            guard let set = kind.set else { return generic(json, range, standard, delimiters, suffix) }
            guard let structure = standard.structure(of: set) else {
                return .failure(Failure(["version \(standard.version) has no \(set)"]))
            }
            let writer = {
                SetWriter(structure: structure, delimiters: delimiters, suffix: suffix, extras: $0, isLatin1: $1)
            }
            // Each kind by its own name, so that each walk is compiled for the writer.
            return switch kind {
            case .purchaseOrder: write(PurchaseOrder.self, kind, json, range, structure, writer)
            case .orderAcknowledgment: write(OrderAcknowledgment.self, kind, json, range, structure, writer)
            case .shipNotice: write(ShipNotice.self, kind, json, range, structure, writer)
            case .invoice: write(Invoice.self, kind, json, range, structure, writer)
            case .transactionSet: generic(json, range, standard, delimiters, suffix)
            }
        }
    }

    private func generic(
        _ json: [UInt8], _ range: Range<Int>, _ standard: Standard, _ delimiters: Delimiters, _ suffix: [UInt8]
    ) -> Result<Generated, Failure> {
        read(TransactionSet.self, json, range).flatMap { document in
            let set = document.set.string
            guard let kind = DocumentKind(set: set) else {
                return .failure(Failure(["$.set: the gateway itself writes the \(set), no document does"]))
            }
            guard kind == .transactionSet else {
                return .failure(Failure(["$.set: the \(set) has a kind of its own; write a \(kind.rawValue)"]))
            }
            guard let structure = standard.structure(of: set) else {
                let sets = standard.sets.filter { DocumentKind(set: $0) == .transactionSet }
                return .failure(
                    Failure([
                        "$.set: version \(standard.version) has no \(set.isEmpty ? "set without number" : set)"
                            + (sets.isEmpty ? "" : "; a TransactionSet is one of \(sets.joined(separator: ", "))")
                    ]))
            }
            var writer = TransactionSetWriter(
                standard: standard, delimiters: delimiters, suffix: suffix,
                isLatin1: document.head.source.encoding == "latin1")
            let (bytes, count) = writer.write(document)
            guard writer.faults.isEmpty else { return .failure(Failure(writer.faults)) }
            return .success(
                Generated(
                    kind: kind, set: set, head: document.head, facts: gathersFacts ? document.facts : DocumentFacts(),
                    functionalCode: structure.functionalCode, segments: bytes, segmentCount: count))
        }
    }

    private func write<D: TranslatedDocument>(
        _ type: D.Type, _ kind: DocumentKind, _ json: [UInt8], _ range: Range<Int>, _ structure: SetStructure,
        _ makeWriter: ([Extra], Bool) -> SetWriter
    ) -> Result<Generated, Failure> {
        read(type, json, range).flatMap { read in
            var document = read
            var writer = makeWriter(document.extras, document.head.source.encoding == "latin1")
            document.walk(&writer)
            let (bytes, count) = writer.finish()
            guard writer.faults.isEmpty else {
                return .failure(Failure(writer.faults))
            }
            return .success(
                Generated(
                    kind: kind, set: structure.set, head: document.head,
                    facts: gathersFacts ? document.facts : DocumentFacts(),
                    functionalCode: structure.functionalCode,
                    segments: bytes,
                    segmentCount: count))
        }
    }

    private func kind(of json: [UInt8], in range: Range<Int>) -> Result<DocumentKind, Failure> {
        guard json[range].first == UInt8(ascii: "{") else {
            return .failure(Failure(["a document is a JSON object, from { to }; none begins here"]))
        }
        guard let name = JSONReader.member("kind", of: json, in: range) else {
            return .failure(Failure(["the document names no kind; one of \(Self.kinds)"]))
        }
        guard let kind = DocumentKind(rawValue: name.string) else {
            return .failure(Failure(["\(name) is no kind of document; one of \(Self.kinds)"]))
        }
        return .success(kind)
    }

    private static var kinds: String { DocumentKind.allCases.map(\.rawValue).joined(separator: ", ") }

    private func read<D: Document>(_ type: D.Type, _ json: [UInt8], _ range: Range<Int>) -> Result<D, Failure> {
        var reader = JSONReader()
        return reader.read(D.self, from: json, in: range).mapError { Failure([$0.description]) }
    }
}
