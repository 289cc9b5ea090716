import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

@testable import Translation

/// The parts of documents serve all kinds, and no kind has a place for all of their fields: what has none is refused
/// with its path, never left out in silence.
@Suite struct UnvisitedFieldTests {
    @Test func `a field without a place is refused with its path`() throws {
        try check(PurchaseOrder.self, .purchaseOrder)
        try check(OrderAcknowledgment.self, .orderAcknowledgment)
        try check(ShipNotice.self, .shipNotice)
        try check(Invoice.self, .invoice)
    }

    /// Fills every field: some have no place, and the refusal names them and nothing that has one.
    private func check<D: TranslatedDocument>(_ type: D.Type, _ kind: DocumentKind) throws {
        let standard = try #require(Standard.version("004010"))
        let structure = try #require(standard.structure(of: D.set))
        var filling = DocumentFilling()
        var document = D()
        document.code(&filling)
        document.head.kind = Text(kind.rawValue)
        let unvisited = PathWriter.unvisited(in: document, structure)
        #expect(unvisited.contains { $0.contains("allowancesAndCharges") }, "\(kind)")
        var writer = JSONWriter()
        writer.write(&document)
        let generator = SetGenerator()
        let made = generator.generate(
            writer.bytes, in: writer.bytes.indices, standard: standard, delimiters: Delimiters())
        guard case .failure(let failure) = made else {
            Issue.record("\(kind) with fields that have no place was written")
            return
        }
        let named = failure.messages.map { String($0.prefix { $0 != ":" }) }
        // Twenty are named, the rest are counted.
        #expect(named.dropLast().allSatisfy(unvisited.contains) && named.count == min(unvisited.count, 20) + 1)
        #expect(named.last == "$")
    }

    @Test(arguments: [
        (
            "Invoice",
            #""allowancesAndCharges":[{"indicator":"C","code":"D240","amount":"5.00","currency":{"code":"USD"}}]"#,
            "$.allowancesAndCharges[0].currency.code"
        ),
        (
            "PurchaseOrder", #""allowancesAndCharges":[{"indicator":"C","code":"D240","taxes":[{"kind":"ST"}]}]"#,
            "$.allowancesAndCharges[0].taxes[0].kind"
        ),
        (
            "OrderAcknowledgment", #""parties":[{"role":"ST","quantities":[{"qualifier":"01"}]}]"#,
            "$.parties[0].quantities[0].qualifier"
        ),
    ])
    func `one field that the set cannot say keeps the document here`(kind: String, part: String, path: String) throws {
        // What is counted while it is read, and what has a value that the JSON leaves out.
        for version in [#""schemaVersion":"1.0","#, ""] {
            let json = Array("{\"kind\":\"\(kind)\",\(version)\"number\":\"1\",\(part)}".utf8)
            let standard = try #require(Standard.version("004010"))
            let made = SetGenerator().generate(json, in: json.indices, standard: standard, delimiters: Delimiters())
            guard case .failure(let failure) = made else {
                Issue.record("\(path) was left out")
                return
            }
            #expect(
                failure.messages.first?.hasPrefix("\(path): \(kind) has no place for this") == true,
                "\(failure.messages)")
        }
    }

    @Test func `what walks come to is counted, so that nothing is looked at twice`() throws {
        for file in Repository.files(in: "Samples", suffix: ".x12") {
            for document in try Outcomes.of(Repository.bytes(file.path)).documents {
                #expect(try isCounted(document), "\(file.lastPathComponent)")
            }
        }
        for version in Standard.versions {
            let standard = try #require(Standard.version(version))
            for set in RoundTripLaws.kinds {
                guard let generator = SpecimenGenerator(standard, set: set) else { continue }
                let bytes = generator.specimen(seed: 3, density: .full).bytes()
                #expect(try isCounted(try #require(try Outcomes.of(bytes).documents.first)), "\(version) \(set)")
            }
        }
    }

    private func isCounted(_ document: DocumentOutcome) throws -> Bool {
        switch document.kind {
        case "PurchaseOrder": try isCounted(PurchaseOrder.self, document.json)
        case "OrderAcknowledgment": try isCounted(OrderAcknowledgment.self, document.json)
        case "ShipNotice": try isCounted(ShipNotice.self, document.json)
        case "Invoice": try isCounted(Invoice.self, document.json)
        default: true
        }
    }

    private func isCounted<D: TranslatedDocument>(_ type: D.Type, _ json: [UInt8]) throws -> Bool {
        var reader = JSONReader()
        var document = try reader.read(type, from: json).get()
        let structure = try #require(
            Standard.nearest(to: document.head.source.group.version.string)?.structure(of: D.set))
        var writer = SetWriter()
        writer.begin(structure: structure, delimiters: Delimiters(), extras: document.extras)
        document.walk(&writer)
        _ = writer.finish()
        return writer.valueCount == SetGenerator.bodyCount(&document)
            && writer.valueCount == SetGenerator.bodyCount(&document, of: reader.valueCount)
    }
}
