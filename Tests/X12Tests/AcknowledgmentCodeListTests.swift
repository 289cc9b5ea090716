import Testing

@testable import X12

/// The plain words for the codes of acknowledgments.
@Suite struct AcknowledgmentCodeListTests {
    private static let candidates =
        (0...99).map { String($0) } + (0...40).map { InterchangeWriter.filled($0, 3) }
        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) } + (1...20).map { "I\($0)" }

    @Test(arguments: ["004010", "005010", "006030"])
    func `every code that a version lists has words, and no other has`(version: String) throws {
        let standard = try #require(Standard.version(version))
        for list in AcknowledgmentCodeList.all {
            guard let place = list.places.first, let element = Int(place.suffix(2)) else { continue }
            let segment = SegmentID(place.dropLast(2))
            guard standard.segmentIndex(of: segment) != nil else { continue }
            for code in Self.candidates where standard.accepts(code, element: element, of: segment) {
                #expect(list.code(code, version: version) != nil, "\(place) \(code)")
            }
        }
    }

    @Test func `a list is found by its element and by the places it stands in`() {
        #expect(AcknowledgmentCodeList.named("723")?.places == ["AK403"])
        #expect(AcknowledgmentCodeList.named("ak908")?.number == "716")
        #expect(AcknowledgmentCodeList.named("IK506")?.number == "618")
        #expect(AcknowledgmentCodeList.named("TA105")?.number == "I18")
        #expect(AcknowledgmentCodeList.named("AK404") == nil && AcknowledgmentCodeList.named("850") == nil)
    }

    @Test(arguments: [
        ("716", "19", "004010", "security"), ("716", "19", "005010", "GS06"), ("718", "18", "005010", "GS01"),
        ("I18", "25", "", "ISA13"), ("I18", "025", "", "ISA13"), ("621", "i10", "", "guide"), ("723", "8", "", "date"),
    ])
    func `a code means what it means in its release`(list: String, code: String, version: String, word: String) throws {
        let meaning = try #require(AcknowledgmentCodeList.named(list)?.code(code, version: version))
        #expect(meaning.meaning.contains(word) && !meaning.remedy.isEmpty)
    }

    @Test(arguments: [
        ("723", "11", ""), ("720", "9", ""), ("I18", "099", ""), ("717", "P", ""), ("718", "18", "004010"),
    ])
    func `a code that no list has means nothing`(list: String, code: String, version: String) throws {
        #expect(try #require(AcknowledgmentCodeList.named(list)).code(code, version: version) == nil)
    }
}
