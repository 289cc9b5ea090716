import Commerce
import Exchange
import Translation

/// The lineage of a document as NDJSON, a line for each field.
///
/// ```json
/// {"document":"…","path":"$.orderDate","at":"BEG05","segment":"BEG","segmentIndex":2,"element":5,"offset":195,"length":8}
/// ```
struct LineageJSON: JSONObject {
    private var document = Text()
    private var path = Text()
    private var loop = Text()
    private var at = Text()
    private var segment = Text()
    private var segmentIndex: Int?
    private var element: Int?
    private var component: Int?
    private var offset: Int?
    private var length: Int?

    init() {}

    private init(_ origin: FieldOrigin, of document: String) {
        self.document = Text(document)
        path = Text(origin.path)
        loop = Text(origin.loop)
        at = Text(origin.reference)
        segment = Text(origin.segment)
        segmentIndex = origin.segmentIndex
        element = origin.element
        component = origin.component
        offset = origin.offset
        length = origin.length
    }

    mutating func code(_ json: inout some JSONCoding) {
        json.field("document", &document)
        json.field("path", &path)
        json.field("loop", &loop)
        json.field("at", &at)
        json.field("segment", &segment)
        json.field("segmentIndex", &segmentIndex)
        json.field("element", &element)
        json.field("component", &component)
        json.field("offset", &offset)
        json.field("length", &length)
    }

    /// The lines of a document; none when its lineage was not asked for.
    static func lines(of document: DocumentOutcome) -> [UInt8] {
        var writer = JSONWriter()
        var lines: [UInt8] = []
        for origin in document.lineage ?? [] {
            var line = LineageJSON(origin, of: document.id)
            writer.removeAll()
            writer.write(&line)
            lines += writer.bytes
            lines.append(0x0A)
        }
        return lines
    }
}
