import Commerce
import Exchange
import InterchangeTestSupport
import Partners
import Testing
import Translation
import X12

/// A partner that has another qualifier for a date or reference is understood by its profile, is written to in its own
/// way, and gets its bytes back as they were.
@Suite struct AgreedQualifierTests {
    private static let time = EnvelopeTime(date: "20261121", time: "0605")

    private static let order = """
        ISA*00*          *00*          *ZZ*US             *ZZ*ACME           *261121*0605*U*00401*000000007*0*P*>~
        GS*PO*US*ACME*20261121*0605*7*X*004010~ST*850*0001~BEG*00*SA*PO-1**20261121~
        REF*IA*V-77~REF*VR*V-78~DTM*002*20261201~DTM*074*20261202~PO1*1*5*EA*2**VN*A-1~
        DTM*074*20261203~CTT*1~SE*10*0001~GE*1*7~IEA*1*000000007~
        """.replacing("\n", with: "")

    private func directory(_ qualifiers: String) throws -> PartnerDirectory {
        let profile = """
            { schemaVersion: 1, id: "acme", name: "Acme", role: "supplier", stage: "production",
              identities: { production: {
                partner: { isa: [{ qualifier: "ZZ", id: "ACME" }], gs: ["ACME"] },
                us: { isa: [{ qualifier: "ZZ", id: "US" }], gs: ["US"] } } },
              qualifiers: \(qualifiers) }
            """
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(profile.utf8))], bases: [:])
        try #require(faults.isEmpty, "\(faults)")
        return directory
    }

    private func translated(_ directory: PartnerDirectory) throws -> [UInt8] {
        let profile = try #require(directory.profile("acme"))
        let sink = DocumentSink()
        var exchange = Exchange(MemorySource(Array(Self.order.utf8))) { header, _ in Rules(profile, header: header) }
        try exchange.run(sink)
        #expect(sink.findings.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(sink.documents.first)
    }

    private func read(_ json: [UInt8]) throws -> PurchaseOrder {
        var reader = JSONReader()
        return try reader.read(PurchaseOrder.self, from: json).get()
    }

    private final class DocumentSink: OutcomeSink {
        var documents: [[UInt8]] = []
        var findings: [Finding] = []
        var lineage: [FieldOrigin] = []

        func setJudged(_ set: SetOutcome) { findings += set.findings }
        func documentMade(_ document: DocumentOutcome) {
            documents.append(document.json)
            lineage += document.lineage ?? []
        }
    }

    private static let both =
        #"[{ set: "850", segment: "DTM", usual: "002", agreed: "074" }, { set: "850", segment: "REF", usual: "IA", agreed: "VR" }]"#

    @Test func `the partner's qualifier goes to the field, and the usual one is another date`() throws {
        let json = try translated(directory(Self.both))
        let order = try read(json)
        #expect(order.requestedDeliveryDate?.description == "2026-12-02")
        #expect(order.lines.first?.requestedDeliveryDate?.description == "2026-12-03")
        #expect(order.otherDates.map(\.qualifier.string) == ["002"])
        #expect(String(decoding: json, as: UTF8.self).contains(#""V-78""#))
        let plain = try read(translated(directory("[]")))
        #expect(plain.requestedDeliveryDate?.description == "2026-12-01")
        #expect(plain.head.source.set.qualifiers.isEmpty)
    }

    @Test(arguments: [true, false])
    func `what came goes back element for element, with the profile and without`(byProfile: Bool) throws {
        let directory = try directory(Self.both)
        let json = try translated(directory)
        let (sent, failed) = Generation(byProfile ? .directory(directory) : .source, number: 7, time: Self.time)
            .write(json, [json.indices])
        #expect(failed.flatMap(\.messages) == [])
        let text = String(decoding: try #require(sent.first).bytes, as: UTF8.self)
        for segment in ["DTM*002*20261201~", "DTM*074*20261202~", "DTM*074*20261203~", "REF*IA*V-77~", "REF*VR*V-78~"] {
            #expect(text.contains(segment), "\(segment) in \(text)")
        }
        #expect(
            try SegmentCollector.sets(of: Array(Self.order.utf8)).map(\.count)
                == SegmentCollector.sets(of: try #require(sent.first).bytes).map(\.count))
    }

    @Test func `lineage names what was sent, and the guide shows what is to be sent`() throws {
        let profile = try #require(directory(Self.both).profile("acme"))
        let sink = DocumentSink()
        var options = ExchangeOptions()
        options.tracesLineage = true
        var exchange = Exchange(MemorySource(Array(Self.order.utf8)), options: options) { header, _ in
            Rules(profile, header: header)
        }
        try exchange.run(sink)
        let origin = sink.lineage.first { $0.path == "$.requestedDeliveryDate" }
        #expect(origin?.reference == "DTM[01=074]02")
        let example = try #require(GuideExample(of: "850", .outbound, under: profile))
        let text = String(decoding: example.bytes, as: UTF8.self)
        #expect(text.contains("DTM*074*") && !text.contains("DTM*002*"))
    }

    @Test func `a document of ours is written with the partner's qualifier`() throws {
        let document = Array(
            """
            {"kind":"PurchaseOrder","number":"PO-2","partner":"acme","purpose":"00","orderType":"SA",
            "orderDate":"2026-11-21","requestedDeliveryDate":"2026-12-24",
            "lines":[{"number":"1","quantity":{"value":"1","unit":"EA"},"identifiers":[{"scheme":"VN","value":"A"}]}]}
            """.utf8)
        let (sent, failed) = Generation(.directory(try directory(Self.both)), number: 1, time: Self.time)
            .write(document, [document.indices])
        #expect(failed.flatMap(\.messages) == [])
        #expect(String(decoding: try #require(sent.first).bytes, as: UTF8.self).contains("~DTM*074*20261224~"))
    }

    @Test(arguments: [
        #"[{"segment":"DTM","usual":"002","agreed":"0~4"}]"#, #"[{"segment":"PO1","usual":"002","agreed":"074"}]"#,
        #"[{"segment":"DTM","usual":"002","agreed":"074"},{"segment":"DTM","usual":"010","agreed":"074"}]"#,
        #"[{"segment":"DTM","usual":"","agreed":"074"}]"#,
    ])
    func `what a document says of its source cannot bring in what no qualifier is`(qualifiers: String) throws {
        let json = String(decoding: try translated(directory(Self.both)), as: UTF8.self)
        let written = #"[{"segment":"DTM","usual":"002","agreed":"074"},{"segment":"REF","usual":"IA","agreed":"VR"}]"#
        try #require(json.contains(written))
        let changed = Array(json.replacing(written, with: qualifiers).utf8)
        let (sent, failed) = Generation(.source, number: 7, time: Self.time).write(changed, [changed.indices])
        #expect(sent.isEmpty)
        #expect(failed.flatMap(\.messages).first?.hasPrefix("$.source.set.qualifiers: ") == true)
    }
}
