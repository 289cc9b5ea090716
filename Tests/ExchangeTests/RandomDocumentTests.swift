import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import Translation
import X12

/// Documents of every kind in combinations that chance made: each is sent and comes back as it was, or is refused with
/// the fields that are to blame.
///
/// `EDIGATE_RANDOM_DOCUMENTS` says how many a kind and version.
@Suite struct RandomDocumentTests {
    static let total = Int(ProcessInfo.processInfo.environment["EDIGATE_RANDOM_DOCUMENTS"] ?? "") ?? 10
    static let kinds = ["004010", "005010"].flatMap { version in
        DocumentKind.allCases.filter { $0.set != nil }.map { (version, $0) }
    }

    @Test(arguments: kinds)
    func `what is sent comes back as it was`(version: String, kind: DocumentKind) throws {
        switch kind {
        case .purchaseOrder: try check(PurchaseOrder.self, kind, version)
        case .orderAcknowledgment: try check(OrderAcknowledgment.self, kind, version)
        case .shipNotice: try check(ShipNotice.self, kind, version)
        case .invoice: try check(Invoice.self, kind, version)
        case .transactionSet: break
        }
    }

    private func check<D: TranslatedDocument>(_ type: D.Type, _ kind: DocumentKind, _ version: String) throws {
        let standard = try #require(Standard.version(version))
        let rules = FieldRule.all(of: kind, in: standard)
        let generator = try #require(SpecimenGenerator(standard, set: D.set))
        var sent = 0
        for seed in 1...UInt64(Self.total) {
            let specimen = generator.specimen(seed: seed, density: seed % 2 == 0 ? .sparse : .half)
            let whole = try #require(try Outcomes.of(specimen.bytes()).documents.first)
            var document = try Self.read(type, whole.json)
            // What was left over of the segments belongs to no field.
            document.extras = []
            var thinning = RandomThinning(seed: seed, odds: [1_000, 200, 40][Int(seed % 3)], rules: rules)
            document.code(&thinning)
            var writer = JSONWriter()
            writer.write(&document)
            let (interchanges, failed) = Generation(.source, number: 1, time: Self.time)
                .write(writer.bytes, [writer.bytes.indices])
            guard let interchange = interchanges.first else {
                let messages = failed.flatMap(\.messages)
                #expect(!messages.isEmpty && messages.allSatisfy { $0.hasPrefix("$") }, "\(kind) \(seed): \(messages)")
                continue
            }
            sent += 1
            let again = try Self.read(type, try #require(try Outcomes.of(interchange.bytes).documents.first).json)
            let (before, after) = (Self.content(document), Self.content(again))
            #expect(before == after, "\(kind) \(seed): \(Self.difference(before, after))")
        }
        print("\(version) \(kind): \(sent) of \(Self.total) sent")
        #expect(sent * 5 >= Self.total)
    }

    private static func read<D: TranslatedDocument>(_ type: D.Type, _ json: [UInt8]) throws -> D {
        var reader = JSONReader()
        return try reader.read(type, from: json).get()
    }

    /// What a document says, by path; where it came from is another matter.
    private static func content(_ document: some TranslatedDocument) -> [String: FieldListing.Value] {
        Dictionary(FieldListing.fields(of: document).map { ($0.path, $0.value) }) { $1 }.filter {
            !$0.key.hasPrefix("$.source") && $0.key != "$.id"
        }
    }

    private static func difference(
        _ one: [String: FieldListing.Value], _ other: [String: FieldListing.Value]
    ) -> String {
        Set(one.keys).union(other.keys).sorted().filter { one[$0] != other[$0] }.prefix(5).map {
            "\($0) \(one[$0].map { "\($0)" } ?? "-") \(other[$0].map { "\($0)" } ?? "-")"
        }.joined(separator: "; ")
    }

    private static let time = EnvelopeTime(date: "20261121", time: "0605")
}
