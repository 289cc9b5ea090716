import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What 005010 and its neighbours have that 004010 has not.
struct LaterVersionTests {
    private static func answer(_ context: String) -> Draft {
        Draft(
            "999",
            [["AK1*PO*1*005010", "AK2*850*0001", "IK3*BEG*2**8", context, "IK4*5*373*8", "IK5*R*5", "AK9*R*1*1*0"]],
            version: "005010")
    }

    @Test func `an element may repeat as often as its version allows`() throws {
        let names = (1...10).map { "NAME\($0)>VALUE" }.joined(separator: "^")
        #expect(try Outcomes.of(Self.answer("CTX*\(names)")).names() == [])
    }

    @Test func `one repetition too many is found at its place`() throws {
        let names = (1...11).map { "NAME\($0)>VALUE" }.joined(separator: "^")
        let finding = try #require(try Outcomes.of(Self.answer("CTX*\(names)")).sets.first?.findings.first)
        #expect(finding.code == .repetitionInElement)
        #expect((finding.place, finding.repetition) == ("CTX01", 11))
    }

    @Test func `a fault inside a repetition names element, repetition and component`() throws {
        let long = String(repeating: "X", count: 36)
        let finding = try #require(try Outcomes.of(Self.answer("CTX*A>1^B>\(long)^C")).sets.first?.findings.first)
        #expect(finding.code == .tooLong)
        #expect((finding.place, finding.repetition) == ("CTX01-2", 2))
    }

    @Test func `an element that may not repeat is refused with its second value`() throws {
        let draft = Draft("850", [Body.order], version: "005010").replacing("REF*DP", with: "REF*DP*12^13")
        let finding = try #require(try Outcomes.of(draft).sets.first?.findings.first)
        #expect(finding.code == .repetitionInElement)
        #expect((finding.place, finding.repetition, finding.valueText) == ("REF02", 2, "13"))
    }

    @Test func `a caret is data where ISA11 is no separator`() throws {
        #expect(try Outcomes.of(Draft("850").replacing("REF*DP", with: "REF*DP*12^13")).names() == [])
    }

    @Test(arguments: [("004010", ["E-ELEMENT-EXTRA"]), ("005010", [])])
    func `ST03 belongs to 004030 and later`(version: String, names: [String]) throws {
        let draft = Draft("850", [Body.order], version: version).replacing("ST", with: "ST*850*0001*005010X999")
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.names() == names)
        #expect(outcomes.sets.first?.envelope.convention == "005010X999")
    }

    @Test(arguments: [
        ("ST*850*0001*", ["N-SEGMENT-TRAILING"]), ("ST*850*0001*A*B", ["E-ELEMENT-EXTRA"]),
        ("ST*850*0001*123456789012345678901234567890123456", ["E-ELEMENT-LONG"]),
    ])
    func `ST03 is judged like any element`(segment: String, names: [String]) throws {
        #expect(
            try Outcomes.of(Draft("850", [Body.order], version: "005010").replacing("ST", with: segment)).names()
                == names)
    }

    @Test(arguments: ["005010", "005030", "004030", "006020", "006030", "004010VICS", "005010X999"])
    func `the same order is good in every version`(version: String) throws {
        for set in ["850", "855", "856", "810"] {
            let outcomes = try Outcomes.of(Draft(set, [Body.of(set)], version: version))
            #expect(outcomes.names() == [], "\(version) \(set)")
            #expect(outcomes.documents.count == 1)
        }
    }

    @Test func `an unknown version is refused unless the profile lets it pass; then the nearest judges`() throws {
        let draft = Draft("850", [Body.order], version: "004050").replacing("DTM", with: "DTM*002*20261320")
        let refused = try Outcomes.of(draft)
        #expect(refused.groups.map(\.verdict.letter) == ["R"])
        #expect(refused.documents.isEmpty)
        var rules = Rules()
        rules.policy.exceptions = [SeverityPolicy.Exception(code: .groupVersion, severity: .warning)]
        let judged = Outcomes()
        var exchange = Exchange(MemorySource(draft.bytes())) { _, _ in rules }
        try exchange.run(judged)
        #expect(judged.sets.first?.findings.map(\.code) == [.date])
        #expect(judged.groups.first?.findings.map(\.code) == [.groupVersion])
        let good = Outcomes()
        exchange = Exchange(MemorySource(Draft("850", [Body.order], version: "004050").bytes())) { _, _ in rules }
        try exchange.run(good)
        #expect(good.groups.map(\.verdict.letter) == ["E"])
        #expect(good.documents.count == 1)
    }

    @Test(arguments: [
        ("U*00501", ["W-ISA-REPETITION-SEPARATOR"]), ("U*00401", ["N-ISA-VERSION"]), ("^*00501", []),
        (">*00501", ["W-ISA-REPETITION-SEPARATOR"]),
    ])
    func `later groups want a repetition separator in ISA11`(element: String, names: [String]) throws {
        var draft = Draft("850", [Body.order], version: "005010")
        draft.segments[0] = draft.segments[0].replacing("^*00501", with: element)
        #expect(try Outcomes.of(draft).names() == names)
    }
}
