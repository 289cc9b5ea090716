import InterchangeTestSupport
import Testing

@testable import X12

/// The glance at a segment against the closer look: it may doubt what is right, and never clears what is not.
@Suite struct SegmentGlanceTests {
    private let standard: Standard
    private let check: ElementCheck
    private var index = SegmentIndex()

    init() throws {
        standard = try #require(Standard.version("004010"))
        check = ElementCheck(codes: standard.codes)
    }

    /// Whether the glance clears an element's value, and the fault that the closer look finds.
    private mutating func looks(at value: [UInt8], _ id: SegmentID, _ element: Int) throws -> (Bool, FindingCode?) {
        let head = id.bytes + [UInt8](repeating: UInt8(ascii: "*"), count: element)
        let bytes = head + value + Array("~".utf8) + [UInt8](repeating: 0, count: 128)
        index.reset(start: 0, delimiters: Delimiters())
        index.extend(bytes: bytes, to: head.count + value.count + 1)
        let segment = try #require(standard.segmentIndex(of: id))
        let doubts = SegmentGlance(bytes, index, 0..<1, standard).doubts(about: index.entries[0], as: segment)
        let rule = standard.rules[Int(standard.segmentRules[segment].firstElement) + element - 1]
        let fault = check.fault(rule, bytes: bytes.span, start: head.count, end: head.count + value.count)
        return (doubts >> UInt64(element) & 1 == 0, fault)
    }

    private static let places: [(SegmentID, Int, String)] = [
        ("PO1", 2, "0129.-E "), ("CTT", 1, "019.-"), ("BEG", 5, "0123"), ("PO1", 3, "EABXC "), ("N1", 2, "A "),
        ("REF", 1, "DPIA"), ("DTM", 2, "012"), ("SAC", 5, "09.-"),
    ]

    @Test(arguments: places.indices)
    mutating func `what the glance clears has no fault`(place: Int) throws {
        let (id, element, letters) = Self.places[place]
        let alphabet = Array(letters.utf8)
        var random = Seeded(UInt64(place))
        var cleared = 0
        for length in 1...18 {
            for _ in 0..<50 {
                let value = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
                let (isCleared, fault) = try looks(at: value, id, element)
                if isCleared { cleared += 1 }
                if isCleared, fault != nil { Issue.record("\(String(decoding: value, as: UTF8.self))") }
            }
        }
        #expect(cleared > 0)
    }

    @Test(
        arguments: [
            ("PO1", 2, "12345678"), ("PO1", 4, "12.50"), ("PO1", 4, ".5"), ("PO1", 3, "EA"), ("BEG", 5, "20261128"),
            ("N1", 2, "ACME"), ("CTT", 1, "7"),
        ] as [(SegmentID, Int, String)])
    mutating func `the usual is cleared at a glance`(id: SegmentID, element: Int, value: String) throws {
        #expect(try looks(at: Array(value.utf8), id, element) == (true, nil))
    }

    @Test(
        arguments: [
            ("PO1", 2, "1.2.3"), ("PO1", 2, "."), ("CTT", 1, "1.0"), ("BEG", 5, "20261328"), ("BEG", 5, "00000101"),
            ("PO1", 3, "QQ"), ("N1", 2, "ACME "),
        ] as [(SegmentID, Int, String)])
    mutating func `what is wrong is doubted`(id: SegmentID, element: Int, value: String) throws {
        #expect(try !looks(at: Array(value.utf8), id, element).0)
    }
}
