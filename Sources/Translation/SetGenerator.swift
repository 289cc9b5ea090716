public import Commerce
public import X12

/// Turns canonical JSON into the segments of a set, one document after the other; buffers are kept from one to the next.
public struct SetGenerator {
    private let desk = Desk()
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
        /// What contradicts itself in the document; the caller's policy says whether it may leave.
        public var breaches: [Breach] = []
        /// The document as it was written, where an amendment had a part in it.
        public var amended: [UInt8]?
        /// What was changed for the receiver, by its policy, a line each.
        public var notes: [String] = []
    }

    /// How a set is to be written.
    public struct Form {
        /// The version.
        public var standard: Standard
        /// Those of the interchange; a value that holds one of them is refused.
        public var delimiters: Delimiters
        /// What follows each terminator.
        public var suffix: [UInt8]
        /// What is done to a document of a kind of its own before it is written.
        public var amendment: (any DocumentAmendment)?
        /// What the receiver takes; nil writes what the document has.
        public var policy: WritingPolicy?
        /// The qualifiers that the receiver knows in the place of usual ones; nil writes those that the document came with.
        public var qualifiers: AgreedQualifiers?

        /// Makes a form.
        public init(
            standard: Standard, delimiters: Delimiters, suffix: [UInt8] = [], policy: WritingPolicy? = nil
        ) {
            self.policy = policy == WritingPolicy() ? nil : policy
            self.standard = standard
            self.delimiters = delimiters
            self.suffix = suffix
        }
    }

    /// What is kept from document to document.
    private final class Desk {
        var reader = JSONReader()
        var writer = SetWriter()
        var orders = KeptDocument<PurchaseOrder>()
        var acknowledgments = KeptDocument<OrderAcknowledgment>()
        var notices = KeptDocument<ShipNotice>()
        var invoices = KeptDocument<Invoice>()
    }

    /// Why a document cannot be written.
    public struct Failure: Error, Sendable {
        /// A message each: place and reason.
        public var messages: [String]

        /// Makes a failure.
        public init(_ messages: [String]) { self.messages = messages }

        /// A message for each fault, its place being a JSON path.
        init(_ faults: [WriteFault]) { messages = faults.map { "\($0.place): \($0.reason)" } }

        /// A message for each fault of a writer of `document`, led by the JSON path.
        init<D: TranslatedDocument>(
            _ faults: [WriteFault], of document: D, _ structure: SetStructure, _ delimiters: Delimiters
        ) {
            let paths = PathWriter.places(of: document, in: structure, delimiters: delimiters).faults
            messages = faults.enumerated().map { index, fault in
                let path = paths.indices.contains(index) ? paths[index] : nil
                let extra = fault.extra.flatMap { document.extras.firstIndex(of: $0) }.map { "$.extras[\($0)]" }
                guard let path = path ?? extra else { return "\(fault.place): \(fault.reason)" }
                return "\(path): \(fault.reason) (\(fault.place))"
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
        generate(json, in: range) { _, _ in
            .success(Form(standard: standard, delimiters: delimiters, suffix: suffix))
        }
    }

    /// Generates the set of one document in the form that its head asks for.
    ///
    /// - Parameters:
    ///   - json: Bytes that hold the document.
    ///   - range: Where in them it lies.
    ///   - form: Tells by kind and head how the set is to be written, or why it is not to be.
    /// - Returns: The set, or what is wrong with the document.
    public func generate(
        _ json: [UInt8], in range: Range<Int>, form: (DocumentKind, DocumentHead) -> Result<Form, Failure>
    ) -> Result<Generated, Failure> {
        kind(of: json, in: range).flatMap { kind in
            // A segment takes no fewer bytes of JSON.
            let size = range.count / 32
            // Each kind by its own name, so that each walk is compiled for the writer.
            return switch kind {
            case .purchaseOrder: desk.orders.read(size) { write(&$0, kind, json, range, form) }
            case .orderAcknowledgment: desk.acknowledgments.read(size) { write(&$0, kind, json, range, form) }
            case .shipNotice: desk.notices.read(size) { write(&$0, kind, json, range, form) }
            case .invoice: desk.invoices.read(size) { write(&$0, kind, json, range, form) }
            case .transactionSet: generic(json, range, form)
            }
        }
    }

    private func generic(
        _ json: [UInt8], _ range: Range<Int>, _ form: (DocumentKind, DocumentHead) -> Result<Form, Failure>
    ) -> Result<Generated, Failure> {
        read(TransactionSet.self, json, range).flatMap { read in
            var document = read
            let set = document.set.string
            guard let kind = DocumentKind(set: set) else {
                return .failure(Failure(["$.set: the gateway itself writes the \(set), no document does"]))
            }
            guard kind == .transactionSet else {
                return .failure(Failure(["$.set: the \(set) has a kind of its own; write a \(kind.rawValue)"]))
            }
            return form(kind, document.head).flatMap { form in
                let standard = form.standard
                guard let structure = standard.structure(of: set) else {
                    let sets = standard.sets.filter { DocumentKind(set: $0) == .transactionSet }
                    return .failure(
                        Failure([
                            "$.set: version \(standard.version) has no \(set.isEmpty ? "set without number" : set)"
                                + (sets.isEmpty ? "" : "; a TransactionSet is one of \(sets.joined(separator: ", "))")
                        ]))
                }
                var notes: [String] = []
                if let policy = form.policy {
                    let mended = DocumentMending.mend(&document, by: policy, form.delimiters)
                    guard mended.faults.isEmpty else { return .failure(Failure(mended.faults)) }
                    notes = mended.notes
                }
                var writer = TransactionSetWriter(
                    standard: standard, delimiters: form.delimiters, suffix: form.suffix,
                    isLatin1: document.head.source.encoding == "latin1")
                let (bytes, count) = writer.write(document)
                guard writer.faults.isEmpty else { return .failure(Failure(writer.faults)) }
                return .success(
                    Generated(
                        kind: kind, set: set, head: document.head,
                        facts: gathersFacts ? document.facts : DocumentFacts(),
                        functionalCode: structure.functionalCode, segments: bytes, segmentCount: count,
                        notes: notes))
            }
        }
    }

    private func write<D: TranslatedDocument>(
        _ document: inout D, _ kind: DocumentKind, _ json: [UInt8], _ range: Range<Int>,
        _ chosen: (DocumentKind, DocumentHead) -> Result<Form, Failure>
    ) -> Result<Generated, Failure> {
        if let error = desk.reader.read(into: &document, from: json, in: range) {
            return .failure(Failure([error.description]))
        }
        if let failure = Self.otherVersion(document.head) { return .failure(failure) }
        // The version of the JSON is the one value that a document has when its JSON leaves it out.
        let isWholeInJSON = JSONReader.member("schemaVersion", of: json, in: range) != nil
        let form: Form
        switch chosen(kind, document.head) {
        case .failure(let failure): return .failure(failure)
        case .success(let chosen): form = chosen
        }
        guard let structure = form.standard.structure(of: D.set) else {
            return .failure(Failure(["version \(form.standard.version) has no \(D.set)"]))
        }
        guard let qualifiers = form.qualifiers ?? AgreedQualifiers(document.head.source.set) else {
            return .failure(
                Failure([
                    "$.source.set.qualifiers: each is a DTM or REF, with the usual qualifier and another in its place, of "
                        + "one to three capitals and digits, and none stands twice"
                ]))
        }
        let breaches = form.amendment?.amend(&document) ?? []
        var notes: [String] = []
        if let policy = form.policy {
            document.deriveCounts(policy)
            let mended = DocumentMending.mend(&document, by: policy, form.delimiters)
            guard mended.faults.isEmpty else { return .failure(Failure(mended.faults)) }
            notes = mended.notes
        }
        var (bytes, count) = walk(&document, structure, form, qualifiers, looksAtValues: false)
        // A value holds a delimiter: walked again, the writer tells which.
        if !desk.writer.isClean { (bytes, count) = walk(&document, structure, form, qualifiers, looksAtValues: true) }
        guard desk.writer.faults.isEmpty else {
            return .failure(Failure(desk.writer.faults, of: document, structure, form.delimiters))
        }
        // What was read and not changed since is counted already.
        let isCounted = isWholeInJSON && form.amendment == nil && form.policy == nil
        let valueCount = isCounted ? desk.reader.valueCount : ValueCount.of(&document)
        if desk.writer.valueCount != Self.bodyCount(&document, of: valueCount),
            let failure = Self.unwritten(document, kind, structure)
        {
            return .failure(failure)
        }
        return .success(
            Generated(
                kind: kind, set: structure.set, head: document.head,
                facts: gathersFacts ? document.facts : DocumentFacts(), functionalCode: structure.functionalCode,
                segments: bytes, segmentCount: count, breaches: breaches,
                amended: form.amendment == nil ? nil : amended(&document), notes: notes))
    }

    /// Writes a document's set.
    @inline(__always)
    private func walk<D: TranslatedDocument>(
        _ document: inout D, _ structure: SetStructure, _ form: Form, _ qualifiers: AgreedQualifiers,
        looksAtValues: Bool
    ) -> (bytes: [UInt8], segments: Int) {
        desk.writer.begin(
            structure: structure, delimiters: form.delimiters, suffix: form.suffix, extras: document.extras,
            isLatin1: document.head.source.encoding == "latin1", qualifiers: qualifiers,
            looksAtValues: looksAtValues)
        document.walk(&desk.writer)
        return desk.writer.finish()
    }

    /// How many values a document has for the set to say: those of its head but for its number are the envelope's.
    static func bodyCount<D: TranslatedDocument>(_ document: inout D) -> Int {
        bodyCount(&document, of: ValueCount.of(&document))
    }

    /// The same of a document of which it is known how many values it has in all.
    static func bodyCount<D: TranslatedDocument>(_ document: inout D, of count: Int) -> Int {
        let number = document.head.number.isEmpty ? 0 : 1
        return count - ValueCount.of(&document.head) - ValueCount.of(document.extras) + number
    }

    /// Why a document cannot be written of which the walk left something out; nil when nothing was lost.
    private static func unwritten<D: TranslatedDocument>(
        _ document: D, _ kind: DocumentKind, _ structure: SetStructure
    ) -> Failure? {
        let paths = PathWriter.unvisited(in: document, structure)
        guard !paths.isEmpty else { return nil }
        let reason =
            "\(kind.rawValue) has no place for this here, where the article of its fields has none; leave it out, or "
            + "write the segment it is meant for as one of $.extras"
        let more =
            paths.count > Self.mostUnwritten ? ["$: \(paths.count - Self.mostUnwritten) more fields like these"] : []
        return Failure(paths.prefix(Self.mostUnwritten).map { "\($0): \(reason)" } + more)
    }

    /// More fields without a place are counted and not named.
    private static let mostUnwritten = 20

    /// The JSON of a document in which crosswalks had a part; nil where they had none.
    private func amended(_ document: inout some TranslatedDocument) -> [UInt8]? {
        guard !document.head.crosswalks.isEmpty else { return nil }
        var json = JSONWriter()
        json.write(&document)
        return json.bytes
    }

    /// Why a document of another version cannot be read; nil for one of ours.
    private static func otherVersion(_ head: DocumentHead) -> Failure? {
        let known = DocumentHead().schemaVersion
        if head.schemaVersion == known { return nil }
        return Failure([
            "$.schemaVersion: this is \"\(head.schemaVersion)\", and what is read here is \"\(known)\"; "
                + "`edigate schema \(head.kind)` prints its schema"
        ])
    }

    func kind(of json: [UInt8], in range: Range<Int>) -> Result<DocumentKind, Failure> {
        guard json[range].first == UInt8(ascii: "{") else {
            return .failure(Failure(["$: a document is a JSON object, from { to }; none begins here"]))
        }
        guard let name = JSONReader.member("kind", of: json, in: range) else {
            return .failure(Failure(["$.kind: the document names no kind; write one of \(Self.kinds)"]))
        }
        guard let kind = DocumentKind(rawValue: name.string) else {
            let near =
                DocumentKind.allCases.map(\.rawValue).nearest(to: name.string).map { ", did you mean \($0)?" } ?? ""
            return .failure(Failure(["$.kind: \"\(name)\" is no kind of document\(near); write one of \(Self.kinds)"]))
        }
        return .success(kind)
    }

    private static var kinds: String { DocumentKind.allCases.map(\.rawValue).joined(separator: ", ") }

    func read<D: Document>(_ type: D.Type, _ json: [UInt8], _ range: Range<Int>) -> Result<D, Failure> {
        var reader = JSONReader()
        return reader.read(D.self, from: json, in: range).mapError { Failure([$0.description]) }.flatMap { document in
            if let failure = Self.otherVersion(document.head) { return .failure(failure) }
            return .success(document)
        }
    }
}
