import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import Translation
import X12

/// Every element of a set has its field in the document, and lineage tells which: so nothing is lost, nothing is put
/// where it does not belong, and the bytes it points at are those of the value.
@Suite struct LineageTests {
    static let cases: [(version: String, set: String)] = ["004010", "005010", "006030"].flatMap { version in
        (Standard.version(version)?.sets ?? []).filter { $0 != "997" && $0 != "999" }.map { (version, $0) }
    }

    static func traced(_ bytes: [UInt8]) throws -> Outcomes {
        var options = ExchangeOptions()
        options.tracesLineage = true
        return try Outcomes.of(bytes, options: options)
    }

    @Test(arguments: cases)
    func `every element of a set is where lineage says`(version: String, set: String) throws {
        let standard = try #require(Standard.version(version))
        let generator = try #require(SpecimenGenerator(standard, set: set))
        for density in [SpecimenGenerator.Density.half, .full] {
            let specimen = generator.specimen(seed: 7, density: density)
            let bytes = specimen.bytes()
            let document = try #require(try Self.traced(bytes).documents.first)
            let lineage = try #require(document.lineage)
            let fields = try Self.fields(of: document.json, document.kind)
            var found: [String: Int] = [:]
            for origin in lineage {
                let value = String(decoding: bytes[origin.offset..<origin.offset + origin.length], as: UTF8.self)
                if let field = fields[origin.path] {
                    #expect(Self.means(value, field), "\(origin.path) \(origin.reference): \(value) \(field)")
                } else {
                    // A leftover or a repeated element, of which the listing has the parts.
                    let isPart = fields.keys.contains { $0.hasPrefix(origin.path) }
                    #expect(isPart, "\(origin.path) \(origin.reference) \(value)")
                }
                found["\(origin.segmentIndex) \(origin.element)", default: 0] += 1
            }
            for (index, segment) in specimen.sets[0].body.enumerated() {
                for (element, repetitions) in segment.elements.enumerated() where !repetitions.isEmpty {
                    // HL01 and HL02 are the tree itself, a qualifier the name of the field.
                    if set == "856", segment.id == "HL", element < 2 { continue }
                    let isQualifier =
                        element == 0 && lineage.contains { $0.segmentIndex == index + 2 && !$0.qualifier.isEmpty }
                    #expect(
                        found["\(index + 2) \(element + 1)"] != nil || isQualifier,
                        "\(version) \(set) segment \(index + 2) \(segment.id)\(element + 1) is in no field")
                }
            }
        }
    }

    @Test func `without being asked there is no lineage`() throws {
        let bytes = try Repository.bytes(Repository.root.appending(path: "Samples/retail/856-pick-and-pack.x12").path)
        #expect(try Outcomes.of(bytes).documents.allSatisfy { $0.lineage == nil })
    }

    @Test func `lineage names path, element and bytes`() throws {
        let bytes = Draft(
            "850", [["BEG*00*SA*PO1**20261121", "DTM*002*20261201", "PO1*1*5*EA*2.50**UK*10012345678902"]]
        )
        .bytes()
        let document = try #require(try Self.traced(bytes).documents.first)
        let lineage = try #require(document.lineage).map { origin in
            let value = String(decoding: bytes[origin.offset..<origin.offset + origin.length], as: UTF8.self)
            return "\(origin.path) \(origin.loop) \(origin.reference) \(origin.segmentIndex) \(value)"
        }
        #expect(
            lineage == [
                "$.number  BEG03 2 PO1", "$.purpose  BEG01 2 00", "$.orderType  BEG02 2 SA",
                "$.orderDate  BEG05 2 20261121", "$.requestedDeliveryDate  DTM[01=002]02 3 20261201",
                "$.lines[0].number PO1[1] PO101 4 1", "$.lines[0].quantity.value PO1[1] PO102 4 5",
                "$.lines[0].quantity.unit PO1[1] PO103 4 EA", "$.lines[0].price PO1[1] PO104 4 2.50",
                "$.lines[0].identifiers[0].scheme PO1[1] PO106 4 UK",
                "$.lines[0].identifiers[0].value PO1[1] PO107 4 10012345678902",
            ])
    }

    /// The fields of a document's JSON by path.
    static func fields(of json: [UInt8], _ kind: String) throws -> [String: FieldListing.Value] {
        func list<D: Document>(_ type: D.Type) throws -> [FieldListing.Field] {
            var reader = JSONReader()
            return FieldListing.fields(of: try reader.read(type, from: json).get())
        }
        let fields =
            switch DocumentKind(rawValue: kind) {
            case .purchaseOrder: try list(PurchaseOrder.self)
            case .orderAcknowledgment: try list(OrderAcknowledgment.self)
            case .shipNotice: try list(ShipNotice.self)
            case .invoice: try list(Invoice.self)
            case .transactionSet, nil: try list(TransactionSet.self)
            }
        return Dictionary(fields.map { ($0.path, $0.value) }) { first, _ in first }
    }

    /// Whether the characters sent mean what the field holds: digits alone, since points and dashes are the form's.
    private static func means(_ sent: String, _ field: FieldListing.Value) -> Bool {
        func digits(_ text: String) -> String { String(text.filter(\.isNumber).drop { $0 == "0" }) }
        func number(_ text: String) -> Commerce.Decimal? { Text(text).withBytes { Commerce.Decimal($0) } }
        func isSame(_ text: String) -> Bool {
            guard let one = number(sent), let other = number(text) else { return false }
            return one.isEqualInValue(to: other)
        }
        return switch field {
        case .text(let text): text.string == sent || digits(text.string) == digits(sent) || isSame(text.string)
        case .decimal(let number): sent.contains("E") || digits(number.description) == digits(sent)
        case .date(let date): digits(date.description) == digits(sent)
        case .time(let time): digits(time.description) == digits(sent)
        case .integer(let number): digits(String(number)) == digits(sent)
        case .flag: false
        }
    }
}
