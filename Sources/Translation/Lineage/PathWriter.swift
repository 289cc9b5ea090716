import Commerce
import X12

/// Writes a set as ``SetWriter`` does and knows the JSON path of every value written, for a document that is refused:
/// writing for its bytes is not slowed.
///
/// The document is walked twice. First with a token in each field, which tells the path of each value in the order of
/// the walk, and by marks in what is written where each comes to stand; then as it is, to see at which value the writer
/// finds fault.
struct PathWriter: SetCoding {
    static var isReading: Bool { false }

    private var writer: SetWriter
    /// In the first walk the paths of the tokens.
    private let tokens: FieldTokens<String>?
    /// The path of each value, in the order of the walk.
    private var paths: [String?]
    private var next = 0
    private var faultPaths: [String?] = []

    private init(_ writer: SetWriter, tokens: FieldTokens<String>?, paths: [String?] = []) {
        self.writer = writer
        self.tokens = tokens
        self.paths = paths
    }

    /// Where the values of a document stand in the set that is written of it, and which of them are at fault.
    struct Places {
        /// The path of each value.
        var paths: [SetPlace: String] = [:]
        /// The path of each fault of the writer, in order; nil where it is about no one value.
        var faults: [String?] = []
    }

    /// Finds the places of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - structure: The structure of its set.
    ///   - delimiters: Those of the interchange.
    /// - Returns: The places.
    static func places<D: TranslatedDocument>(
        of document: D, in structure: SetStructure, delimiters: Delimiters
    ) -> Places {
        var (first, _) = tokenized(document, structure)
        var places = Places()
        places.paths = first.pathsByPlace()
        var writer = SetWriter()
        writer.begin(structure: structure, delimiters: delimiters, extras: document.extras)
        var second = PathWriter(writer, tokens: nil, paths: first.paths)
        var document = document
        second.walk(&document)
        _ = second.writer.finish()
        second.pad(to: second.writer.faults.count)
        places.faults = second.faultPaths
        return places
    }

    /// The paths of the values of a document that its walk does not come to, so that they are not written.
    static func unvisited<D: TranslatedDocument>(in document: D, _ structure: SetStructure) -> [String] {
        let (walk, filled) = tokenized(document, structure)
        let visited = Set(walk.paths.compactMap(\.self))
        return FieldListing.fields(of: filled).map(\.path).filter { path in
            !visited.contains(path) && !Self.isOutsideWalk(path)
        }
    }

    /// Whether a field is of the head and no part of what a set says, or an extra, which the writer places by itself.
    private static func isOutsideWalk(_ path: String) -> Bool {
        ["$.kind", "$.schemaVersion", "$.id", "$.partner"].contains(path)
            || ["$.source.", "$.crosswalks[", "$.extras["].contains(where: path.hasPrefix)
    }

    /// The first walk: over a document with a token in each field and a mark in each extra. Gives the walk and that
    /// document.
    private static func tokenized<D: TranslatedDocument>(
        _ document: D, _ structure: SetStructure
    ) -> (walk: PathWriter, filled: D) {
        var filled = document
        filled.extras = []
        let tokens = TokenFilling.fill(&filled)
        filled.extras = document.extras.enumerated().map { marked($1, number: $0) }
        // Marks and default delimiters cannot be confused.
        var writer = SetWriter()
        writer.begin(structure: structure, delimiters: Delimiters(), extras: filled.extras)
        var walk = PathWriter(writer, tokens: tokens)
        var walked = filled
        walk.walk(&walked)
        return (walk, filled)
    }

    /// Walks a document as an existential: the walks need not be compiled for this too.
    private mutating func walk<D: TranslatedDocument>(_ document: inout D) {
        var coder: any SetCoding = self
        document.walk(&coder)
        if let coder = coder as? PathWriter { self = coder }
    }

    /// An extra with a mark in each element, for whatever stands at its place.
    private static func marked(_ extra: Extra, number: Int) -> Extra {
        func marked(_ elements: [ExtraElement], _ path: String) -> [ExtraElement] {
            elements.enumerated().compactMap { index, element in
                guard element.raw != true else { return nil }
                var element = element
                element.value = Text("@\(path).elements[\(index)]")
                element.components = []
                element.repetitions = []
                return element
            }
        }
        var extra = extra
        extra.of = ""
        extra.elements = marked(extra.elements, "$.extras[\(number)]")
        for index in extra.following.indices {
            extra.following[index].elements = marked(
                extra.following[index].elements, "$.extras[\(number)].following[\(index)]")
        }
        return extra
    }

    /// Reads the marks out of what was written.
    private mutating func pathsByPlace() -> [SetPlace: String] {
        let text = String(decoding: writer.finish().bytes, as: UTF8.self)
        var places: [SetPlace: String] = [:]
        for (segment, line) in text.split(separator: "~").enumerated() {
            for (element, value) in line.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
                // A composite has a mark in each component; the first will do.
                guard let mark = value.split(separator: ">").first(where: { $0.first == "@" })?.dropFirst() else {
                    continue
                }
                let place = SetPlace(segmentIndex: segment + 2, element: element)
                places[place] = mark.first == "$" ? String(mark) : Int(mark).flatMap { paths[$0] }
            }
        }
        return places
    }

    /// Faults that came from no value of the walk have no path.
    private mutating func pad(to count: Int) {
        while faultPaths.count < count { faultPaths.append(nil) }
    }

    // MARK: Segments

    private mutating func lend(_ walk: (inout SetWriter, inout PathWriter) -> Void) {
        var writer = SetWriter()
        swap(&writer, &self.writer)
        walk(&writer, &self)
        swap(&writer, &self.writer)
    }

    private mutating func inside(_ writer: inout SetWriter, _ body: (inout PathWriter) -> Void) {
        swap(&writer, &self.writer)
        body(&self)
        swap(&writer, &self.writer)
    }

    mutating func segment(_ id: SegmentID, _ body: (inout PathWriter) -> Void) {
        lend { writer, paths in writer.segment(id) { paths.inside(&$0, body) } }
    }

    mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout PathWriter) -> Void) {
        lend { writer, paths in writer.segment(id, where: qualifier) { paths.inside(&$0, body) } }
    }

    mutating func offers(_ id: SegmentID) -> Bool { writer.offers(id) }

    mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout PathWriter) -> Void
    ) {
        lend { writer, paths in
            writer.each(id, &values) { value, writer in paths.inside(&writer) { body(&value, &$0) } }
        }
    }

    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout PathWriter) -> Void
    ) {
        lend { writer, paths in
            writer.loop(id, &values) { value, writer in paths.inside(&writer) { body(&value, &$0) } }
        }
    }

    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout PathWriter) -> Void
    ) {
        lend { writer, paths in
            writer.loop(id, &value) { value, writer in paths.inside(&writer) { body(&value, &$0) } }
        }
    }

    mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout PathWriter) -> Void
    ) {
        lend { writer, paths in
            writer.hierarchy(&levels) { level, writer in paths.inside(&writer) { body(&level, &$0) } }
        }
    }

    // MARK: Elements

    /// Writes a mark in place of a token, or the value itself and notes whether it is at fault.
    private mutating func write(
        _ element: Int, component: Int? = nil, _ token: FieldListing.Value?, _ write: (inout SetWriter) -> Void
    ) {
        guard let token else { return }
        guard let tokens else {
            let path = next < paths.count ? paths[next] : nil
            next += 1
            pad(to: writer.faults.count)
            write(&writer)
            while faultPaths.count < writer.faults.count { faultPaths.append(path) }
            return
        }
        paths.append(tokens.origin(of: token))
        var mark = Text("@\(paths.count - 1)")
        if let component { writer.text(element, component: component, &mark) } else { writer.text(element, &mark) }
    }

    mutating func text(_ element: Int, _ value: inout Text) {
        write(element, value.isEmpty ? nil : .text(value)) { $0.text(element, &value) }
    }

    mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        write(element, component: component, value.isEmpty ? nil : .text(value)) {
            $0.text(element, component: component, &value)
        }
    }

    mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        write(element, value.map { .decimal($0) }) { $0.decimal(element, &value) }
    }

    mutating func amount(_ element: Int, _ value: inout Decimal?) {
        write(element, value.map { .decimal($0) }) { $0.amount(element, &value) }
    }

    mutating func integer(_ element: Int, _ value: inout Int?) {
        write(element, value.map { .integer($0) }) { $0.integer(element, &value) }
    }

    mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        write(element, value.map { .date($0) }) { $0.date(element, &value) }
    }

    mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        write(element, value.map { .time($0) }) { $0.time(element, &value) }
    }

    mutating func pairs(_ elements: ClosedRange<Int>, _ values: inout List<ItemIdentifier>) {
        var element = elements.lowerBound
        for index in values.indices {
            guard element < elements.upperBound else {
                // The writer itself says that there is no room.
                write(elements.upperBound, .text(values[index].value)) { $0.reportTooManyPairs(elements) }
                return
            }
            text(element, &values[index].scheme)
            text(element + 1, &values[index].value)
            element += 2
        }
    }
}
