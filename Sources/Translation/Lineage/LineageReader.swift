import Commerce
import X12

/// Reads a set as ``SetReader`` does, but puts a token in place of each value and notes which element it came from.
///
/// For a set that is asked about, after it was read: reading for its values is not slowed.
struct LineageReader: SetCoding {
    static var isReading: Bool { true }

    private var reader: SetReader
    private var tokens = FieldTokens<FieldOrigin>()
    private var qualifier = ""

    /// Makes one of a reader that has begun a set.
    private init(_ reader: SetReader) { self.reader = reader }

    /// Where the fields of a document came from, in the order of its JSON; extras last.
    ///
    /// - Parameters:
    ///   - type: The kind of document.
    ///   - reader: A reader that has begun the set.
    /// - Returns: The origins, offsets within the window.
    static func origins<D: TranslatedDocument>(of type: D.Type, in reader: consuming SetReader) -> [FieldOrigin] {
        reader.keepsPlaces = true
        var document = D()
        // As an existential: the walks need not be compiled for this reader too.
        var lineage: any SetCoding = LineageReader(reader)
        document.walk(&lineage)
        guard var lineage = lineage as? LineageReader else { return [] }
        lineage.reader.end()
        let fields = lineage.tokens.fields(of: document).map { path, origin in
            var origin = origin
            origin.path = path
            return origin
        }
        return fields + lineage.reader.originsOfExtras()
    }

    // MARK: Segments

    /// Walks a part of the set by the reader, which is lent to this one while a body runs.
    private mutating func lend(_ walk: (inout SetReader, inout LineageReader) -> Void) {
        var reader = SetReader()
        swap(&reader, &self.reader)
        walk(&reader, &self)
        swap(&reader, &self.reader)
    }

    private mutating func inside(_ reader: inout SetReader, _ body: (inout LineageReader) -> Void) {
        swap(&reader, &self.reader)
        body(&self)
        swap(&reader, &self.reader)
    }

    mutating func segment(_ id: SegmentID, _ body: (inout LineageReader) -> Void) {
        lend { reader, lineage in
            reader.segment(id) { lineage.inside(&$0, body) }
        }
    }

    mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout LineageReader) -> Void) {
        lend { reader, lineage in
            lineage.qualifier = qualifier.description
            reader.segment(id, where: qualifier) { lineage.inside(&$0, body) }
            lineage.qualifier = ""
        }
    }

    mutating func offers(_ id: SegmentID) -> Bool { reader.offers(id) }

    mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout LineageReader) -> Void
    ) {
        lend { reader, lineage in
            reader.each(id, &values) { value, reader in
                lineage.inside(&reader) { body(&value, &$0) }
            }
        }
    }

    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout LineageReader) -> Void
    ) {
        lend { reader, lineage in
            reader.loop(id, &values) { value, reader in
                lineage.inside(&reader) { body(&value, &$0) }
            }
        }
    }

    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout LineageReader) -> Void
    ) {
        lend { reader, lineage in
            reader.loop(id, &value) { value, reader in
                lineage.inside(&reader) { body(&value, &$0) }
            }
        }
    }

    mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout LineageReader) -> Void
    ) {
        lend { reader, lineage in
            reader.hierarchy(&levels) { level, reader in
                lineage.inside(&reader) { body(&level, &$0) }
            }
        }
    }

    // MARK: Elements

    mutating func text(_ element: Int, _ value: inout Text) {
        var read = Text()
        reader.text(element, &read)
        if !read.isEmpty, let origin = origin(element) { value = tokens.text(origin) }
    }

    mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        var read = Text()
        reader.text(element, component: component, &read)
        if !read.isEmpty, let origin = origin(element, component) { value = tokens.text(origin) }
    }

    mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        var read: Decimal?
        reader.decimal(element, &read)
        if read != nil, let origin = origin(element) { value = tokens.decimal(origin) }
    }

    mutating func amount(_ element: Int, _ value: inout Decimal?) {
        var read: Decimal?
        reader.amount(element, &read)
        if read != nil, let origin = origin(element) { value = tokens.decimal(origin) }
    }

    mutating func integer(_ element: Int, _ value: inout Int?) {
        var read: Int?
        reader.integer(element, &read)
        if read != nil, let origin = origin(element) { value = tokens.integer(origin) }
    }

    mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        var read: CalendarDate?
        reader.date(element, &read)
        if read != nil, let origin = origin(element) { value = tokens.date(origin) }
    }

    mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        var read: TimeOfDay?
        reader.time(element, &read)
        if read != nil, let origin = origin(element) { value = tokens.time(origin) }
    }

    mutating func pairs(_ elements: ClosedRange<Int>, _ values: inout List<ItemIdentifier>) {
        var read: List<ItemIdentifier> = []
        reader.pairs(elements, &read)
        for pair in read.indices {
            let element = elements.lowerBound + pair * 2
            var identifier = ItemIdentifier()
            if let origin = origin(element) { identifier.scheme = tokens.text(origin) }
            if let origin = origin(element + 1) { identifier.value = tokens.text(origin) }
            values.append(identifier)
        }
    }

    private func origin(_ element: Int, _ component: Int? = nil) -> FieldOrigin? {
        reader.origin(element, component: component, qualifier: qualifier)
    }
}
