import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What contradicts itself in a document is told, at its place, and never changes the 997.
@Suite struct BusinessRuleTests {
    private func breaches(_ draft: Draft) throws -> [String] {
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.names() == [])
        #expect(outcomes.letters == "A")
        return outcomes.sets.flatMap(\.businessFindings).map {
            "\($0.code.entry.name) \($0.place) \($0.valueText ?? "")"
        }
    }

    @Test(arguments: Body.sets)
    func `a document in order has no breach`(set: String) throws {
        #expect(try breaches(Draft(set)) == [])
    }

    @Test(arguments: [
        ("850", "CTT*3", "B-LINE-COUNT CTT01 3"), ("855", "CTT*1", "B-LINE-COUNT CTT01 1"),
        ("856", "CTT*4", "B-LINE-COUNT CTT01 4"), ("810", "CTT*0", "B-LINE-COUNT CTT01 0"),
        ("850", "CTT*2*14", "B-HASH-TOTAL CTT02 14"), ("855", "CTT*2*16", "B-HASH-TOTAL CTT02 16"),
        ("856", "CTT*5*150", "B-HASH-TOTAL CTT02 150"), ("810", "CTT*2*1.5", "B-HASH-TOTAL CTT02 1.5"),
    ])
    func `counts and hash totals are those of the lines`(set: String, trailer: String, breach: String) throws {
        #expect(try breaches(Draft(set).replacing("CTT", with: trailer)) == [breach])
    }

    @Test(arguments: [
        ("UP", "036000291452", true), ("UP", "036000291453", false), ("EN", "4006381333931", true),
        ("EN", "4006381333932", false), ("UK", "10012345678902", true), ("UK", "10012345678903", false),
        ("VN", "036000291453", true), ("EN", "NOT A GTIN", true), ("UP", "12345", true),
    ])
    func `a GTIN has its check digit; other numbers are not judged`(scheme: String, number: String, isRight: Bool)
        throws
    {
        for (set, start, segment, place) in [
            ("850", "PO1*1", "PO1*1*10*EA*2.5**\(scheme)*\(number)", "PO107"),
            ("855", "PO1*1", "PO1*1*10*EA*2.5**\(scheme)*\(number)", "PO107"),
            ("810", "IT1*1", "IT1*1*10*EA*2.5**\(scheme)*\(number)", "IT107"),
            ("856", "LIN*1", "LIN*1*\(scheme)*\(number)", "LIN03"),
        ] {
            let found = try breaches(Draft(set).replacing(start, with: segment))
            #expect(found == (isRight ? [] : ["B-CHECK-DIGIT \(place) \(number)"]))
        }
    }

    @Test(arguments: [
        (["1**S", "3*1*I"], "B-HL-SEQUENCE HL01 3"), (["2**S"], "B-HL-SEQUENCE HL01 2"),
        (["1**S", "2*9*I"], "B-HL-PARENT HL02 9"), (["1**S*1"], "B-HL-CHILD HL04 1"),
        (["1**S*0", "2*1*I"], "B-HL-CHILD HL04 0"), (["1**S*1", "2*1*O*1", "3*2*I*0"], ""),
        (["1**S", "2*1*O", "3*1*O"], ""),
    ])
    func `HL numbers count up, parents are there and children are announced`(levels: [String], breach: String) throws {
        let body = ["BSN*00*SHP1*20261119*0830"] + levels.map { "HL*\($0)" }
        #expect(try breaches(Draft("856", [body])).prefix(1) == (breach.isEmpty ? [] : [breach]))
    }

    @Test(arguments: [
        (5000, true), (5001, true), (4998, true), (5002, true), (5003, false), (4997, false), (-5000, false),
    ])
    func `the total of an invoice may be off by a cent a line`(total: Int, isRight: Bool) throws {
        let found = try breaches(Draft("810").replacing("TDS", with: "TDS*\(total)"))
        #expect(found.isEmpty == isRight)
        #expect(isRight || found.first?.hasPrefix("B-INVOICE-TOTAL TDS01") == true)
    }

    @Test func `a price per hundred is divided before it is added up`() throws {
        let draft = Draft("810").replacing("IT1*1", with: "IT1*1*1000*EA*2.5*HP*VN*A1").removing("CTT")
        #expect(try breaches(recounted(draft)) == [])
    }

    @Test func `an accepted set of no document is kept for a person`() throws {
        let outcomes = try Outcomes.of(Draft("997", [Body.of("997")], code: "PO"))
        #expect(outcomes.letters == "E")
        #expect(outcomes.sets.map(\.isUntranslatable) == [true])
        #expect(outcomes.breaches == ["B-UNTRANSLATABLE"])
    }

    @Test func `a breach that a profile takes for an error holds the document and leaves the 997`() throws {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(Draft("850").replacing("CTT", with: "CTT*3").bytes())) { _, _ in
            var rules = Rules()
            rules.policy = SeverityPolicy(exceptions: [.init(code: .lineCount, set: "850", severity: .error)])
            return rules
        }
        try exchange.run(outcomes)
        #expect(outcomes.documents.map(\.isHeld) == [true])
        #expect(outcomes.acknowledgments.last == "AK9*A*1*1*1")
    }

    private func recounted(_ draft: Draft) -> Draft {
        let count = draft.segments.drop { !$0.hasPrefix("ST") }.count - 2
        return draft.replacing("SE", with: "SE*\(count)*0001")
    }
}
