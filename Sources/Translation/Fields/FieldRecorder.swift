public import Commerce
public import X12

/// Finds out which element each field of a document stands for, from the walk itself: it walks as if every segment of
/// a version were there once, and puts a token in place of each value.
public struct FieldRecorder: SetCoding {
    public static var isReading: Bool { true }

    private let standard: Standard
    private let structure: SetStructure
    private var tokens = FieldTokens<FieldPlace>()
    /// The nodes of the open loops.
    private var loops: [Int] = []
    /// The open segment's definition in the version, and what it is called.
    private var definition: Int?
    private var segment = SegmentID(packed: 0)
    private var qualifier = ""

    private init(_ standard: Standard, _ structure: SetStructure) {
        self.standard = standard
        self.structure = structure
    }

    /// The elements that the fields of a kind of document stand for in a version, in the order of its JSON; empty when
    /// the version has no such set, and for the kind that any set becomes.
    public static func places(of kind: DocumentKind, in standard: Standard) -> [FieldPlace] {
        switch kind {
        case .purchaseOrder: places(of: PurchaseOrder.self, in: standard)
        case .orderAcknowledgment: places(of: OrderAcknowledgment.self, in: standard)
        case .shipNotice: places(of: ShipNotice.self, in: standard)
        case .invoice: places(of: Invoice.self, in: standard)
        case .transactionSet: []
        }
    }

    /// The qualifiers by which the fields of each set are told from their like in a version, such as `DTM 002` of the 850.
    public static func qualifiers(in standard: Standard) -> [String: Set<String>] {
        var qualifiers: [String: Set<String>] = [:]
        for kind in DocumentKind.allCases {
            guard let set = kind.set else { continue }
            qualifiers[set] = Set(
                places(of: kind, in: standard).filter { !$0.qualifier.isEmpty }.map { "\($0.segment) \($0.qualifier)" })
        }
        return qualifiers
    }

    private static func places<D: TranslatedDocument>(of type: D.Type, in standard: Standard) -> [FieldPlace] {
        guard let structure = standard.structure(of: D.set) else { return [] }
        var document = D()
        // As an existential: the walks need not be compiled for this too.
        var recorder: any SetCoding = FieldRecorder(standard, structure)
        document.walk(&recorder)
        guard let recorder = recorder as? FieldRecorder else { return [] }
        return merged(
            recorder.tokens.fields(of: document).map { path, place in
                var place = place
                place.path = withoutIndices(path)
                return place
            })
    }

    /// A path without its indices, as ``FieldPlace/path`` has it: `$.lines[0].price` as `lines[].price`.
    public static func withoutIndices(_ path: String) -> String {
        String(path.dropFirst(2)).split(separator: "[").enumerated().map { part, text in
            part == 0 ? String(text) : "[]" + text.drop { $0 != "]" }.dropFirst()
        }.joined()
    }

    /// A place for each field: of those that repeat within a segment, such as pairs, one from the first to the last.
    private static func merged(_ places: [FieldPlace]) -> [FieldPlace] {
        var merged: [FieldPlace] = []
        var known: [String: Int] = [:]
        for place in places {
            let key = "\(place.path) \(place.loops) \(place.segment) \(place.qualifier)"
            if let first = known[key] {
                merged[first].last = max(merged[first].last, place.last)
            } else {
                known[key] = merged.count
                merged.append(place)
            }
        }
        return merged
    }

    // MARK: Segments

    /// The node of a segment in the open loop; that of the loop itself for the segment that opens it.
    private func node(_ id: SegmentID) -> Int? {
        let loop = loops.last ?? -1
        if loop >= 0, structure.nodes[loop].id == id { return loop }
        var place = loop + 1
        let end = loop < 0 ? structure.nodes.count : structure.nodes[loop].end
        while place < end {
            if structure.nodes[place].id == id { return place }
            place = structure.nodes[place].end
        }
        return nil
    }

    public mutating func segment(_ id: SegmentID, _ body: (inout FieldRecorder) -> Void) {
        guard let node = node(id) else { return }
        definition = structure.nodes[node].segment
        segment = id
        body(&self)
        definition = nil
        qualifier = ""
    }

    public mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout FieldRecorder) -> Void)
    {
        self.qualifier = qualifier.description
        segment(id, body)
        self.qualifier = ""
    }

    public mutating func offers(_ id: SegmentID) -> Bool { node(id) != nil }

    public mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout FieldRecorder) -> Void
    ) {
        var value = Value()
        segment(id) { body(&value, &$0) }
        if node(id) != nil { values.append(value) }
    }

    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout FieldRecorder) -> Void
    ) {
        var value: Value?
        loop(id, &value, body)
        if let value { values.append(value) }
    }

    public mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout FieldRecorder) -> Void
    ) {
        guard let node = node(id) else { return }
        var read = Value()
        loops.append(node)
        body(&read, &self)
        loops.removeLast()
        value = read
    }

    public mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout FieldRecorder) -> Void
    ) {
        loop("HL", &levels, body)
    }

    // MARK: Elements

    public mutating func text(_ element: Int, _ value: inout Text) {
        if let place = place(element) { value = tokens.text(place) }
    }

    public mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        if let place = place(element, component) { value = tokens.text(place) }
    }

    public mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        if let place = place(element) { value = tokens.decimal(place) }
    }

    public mutating func amount(_ element: Int, _ value: inout Decimal?) {
        if let place = place(element) { value = tokens.decimal(place) }
    }

    public mutating func integer(_ element: Int, _ value: inout Int?) {
        if let place = place(element) { value = tokens.integer(place) }
    }

    public mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        if let place = place(element) { value = tokens.date(place) }
    }

    public mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        if let place = place(element) { value = tokens.time(place) }
    }

    public mutating func pairs(_ elements: ClosedRange<Int>, _ values: inout List<ItemIdentifier>) {
        for element in stride(from: elements.lowerBound, to: elements.upperBound, by: 2) {
            guard let scheme = place(element), let value = place(element + 1) else { return }
            values.append(ItemIdentifier(scheme: tokens.text(scheme), value: tokens.text(value)))
        }
    }

    /// The place of an element of the open segment; nil when the version has none there.
    private func place(_ element: Int, _ component: Int? = nil) -> FieldPlace? {
        guard let definition else { return nil }
        let found =
            component.map { standard.component($0, of: element, in: definition) }
            ?? standard.element(element, of: definition)
        guard let found else { return nil }
        return FieldPlace(
            path: "", loops: loops.map { structure.nodes[$0].id.description }, segment: segment.description,
            qualifier: qualifier, element: element, last: element, component: component, name: found.name)
    }
}
