import Commerce
import Testing

@Suite struct DocumentTests {
    static let kinds: [any Document.Type] = [
        PurchaseOrder.self, OrderAcknowledgment.self, ShipNotice.self, Invoice.self,
        TransactionSet.self,
    ]

    @Test(arguments: kinds)
    func `a document with every field set is the same after JSON`(kind: any Document.Type) throws {
        try roundTrip(kind)
    }

    private func roundTrip<D: Document>(_ type: D.Type) throws {
        let document = filled(type)
        let json = written(document)
        var reader = JSONReader()
        let read = try reader.read(type, from: Array(json.utf8)).get()
        #expect(read == document)
        #expect(written(read) == json)
    }

    @Test(arguments: kinds)
    func `no property is left out of the JSON`(kind: any Document.Type) {
        var finder = OmissionFinder()
        finder.find(in: kind)
        #expect(finder.omissions == [])
    }

    @Test(arguments: kinds)
    func `JSON begins with the head`(kind: any Document.Type) {
        #expect(written(filled(kind)).hasPrefix(#"{"kind":"#))
        #expect(written(kind.init()) == #"{"kind":"\#(kind.kind)","schemaVersion":"1.0"}"#)
    }

    @Test(arguments: kinds)
    func `an unknown field is refused with its place`(kind: any Document.Type) throws {
        func error<D: Document>(_ type: D.Type, _ json: String) -> JSONError? {
            var reader = JSONReader()
            guard case .failure(let error) = reader.read(type, from: Array(json.utf8)) else { return nil }
            return error
        }
        #expect(error(kind, #"{"kind":"x","colour":"red"}"#)?.path == "$.colour")
        #expect(error(kind, #"{"source":{"group":{"number":"1"}}}"#)?.path == "$.source.group.number")
        // A generic document has a place for everything.
        guard kind != TransactionSet.self else { return }
        #expect(error(kind, #"{"extras":[{"at":"","segments":"X"}]}"#)?.path == "$.extras[0].segments")
    }

    @Test func `levels nest in JSON as they nest in the shipment`() {
        var item = ShipmentLevel()
        item.level = "I"
        var pack = ShipmentLevel()
        pack.level = "P"
        pack.contains = [item]
        var notice = ShipNotice()
        notice.levels = [pack]
        let levels = #""levels":[{"level":"P","contains":[{"level":"I"}]}]"#
        #expect(written(notice) == #"{"kind":"ShipNotice","schemaVersion":"1.0",\#(levels)}"#)
    }

    // MARK: -

    private func filled<D: Document>(_ type: D.Type) -> D {
        var document = D()
        var filling = FillingReader()
        document.code(&filling)
        return document
    }

    private func written<D: Document>(_ document: D) -> String {
        var writer = JSONWriter()
        writer.write(document)
        return writer.string
    }
}
