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
        let found = try breaches(Draft("856", [body])).filter { !$0.hasPrefix("B-LEVEL-CONTENT") }
        #expect(found.prefix(1) == (breach.isEmpty ? [] : [breach]))
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

    // MARK: - Rules of each kind

    /// A set that breaks one rule, and the breach that is told; an empty one for none.
    static let broken: [(set: String, body: [String], breach: String)] = [
        ("850", ["PO1*1*10*EA*2.5**VN*A1", "PO1*1*5*EA*2.5**VN*A2"], "B-LINE-NUMBER PO101 1"),
        (
            "850", ["PO1*2*10*EA*2.5**VN*A1", "PO1*1*5*EA*2.5**VN*A2", "PO1*3*1*EA", "PO1*2*1*EA"],
            "B-LINE-NUMBER PO101 2"
        ),
        ("850", ["PO1*9*10*EA*2.5**VN*A1", "PO1*10*5*EA*2.5**VN*A2", "PO1*8*1*EA"], ""),
        ("850", ["PO1*1*0*EA*2.5**VN*A1"], "B-LINE-QUANTITY PO102 0"),
        ("850", ["PO1*1*-3*EA*2.5**VN*A1"], "B-LINE-QUANTITY PO102 -3"),
        ("850", ["PO1*1*10*CA*2.5", "SCH*10*EA***002*20261201"], "B-LINE-UNIT SCH02 EA"),
        ("850", ["PO1*1*10*CA*2.5", "SDQ*EA*92*0381*10"], "B-LINE-UNIT SDQ01 EA"),
        ("850", ["PO1*1*10*EA*2.5", "SCH*4*EA***002*20261201", "SCH*5*EA***002*20261208"], "B-LINE-SPLIT SCH01 9"),
        ("850", ["PO1*1*10*EA*2.5", "SCH*4*EA***002*20261201", "SCH*6.0*EA***002*20261208"], ""),
        ("850", ["PO1*1*10*EA*2.5", "SDQ*EA*92*0381*4*0402*7"], "B-LINE-SPLIT SDQ04 11"),
        ("850", ["DTM*037*20261205", "DTM*038*20261201", "PO1*1*1*EA"], "B-DATE-WINDOW DTM02 2026-12-01"),
        ("850", ["DTM*064*20261205", "DTM*063*20261201", "PO1*1*1*EA"], "B-DATE-WINDOW DTM02 2026-12-01"),
        ("850", ["DTM*002*20261205", "DTM*001*20261201", "PO1*1*1*EA"], "B-DATE-WINDOW DTM02 2026-12-01"),
        ("850", ["DTM*037*20261201", "DTM*038*20261201", "PO1*1*1*EA"], ""),
        ("850 RL", ["PO1*1*1*EA"], "B-ORDER-TYPE BEG02 RL"), ("850 BK", ["REF*CT*C-1", "PO1*1*1*EA"], ""),
        ("850 DS", ["N1*ST*J DOE", "PO1*1*1*EA"], "B-ORDER-TYPE BEG02 DS"),
        ("850 DS", ["N1*ST*J DOE", "N3*1 ELM ST", "N4*OAKTON*OH*43999", "PO1*1*1*EA"], ""),
        ("850", ["PO1*1*10*EA*2.5", "CTT*1", "AMT*TT*26"], "B-ORDER-TOTAL AMT02 26"),
        ("850", ["PO1*1*1000*EA*2.5*HP", "CTT*1", "AMT*TT*25"], ""),
        ("850", ["PO1*1*10*EA***VN*A1*VN*A2"], "B-IDENTIFIER-REPEATED PO108 VN"),
        ("850", ["PO1*1*10*EA***ND*1234"], "B-IDENTIFIER PO107 1234"), ("850", ["PO1*1*10*EA***ND*0409-4887-10"], ""),
        ("850", ["PO1*1*10*EA***UK*(01)00643169007223(10)A1"], "B-CHECK-DIGIT PO107 (01)00643169007223(10)A1"),
        ("850", ["N1*ST*DOCK*1*12345", "PO1*1*1*EA"], "B-IDENTIFIER N104 12345"),
        ("850", ["N1*ST*DOCK*UL*9527710002053", "PO1*1*1*EA"], "B-CHECK-DIGIT N104 9527710002053"),
        ("850", ["N1*ST*DOCK*11*AB1234564", "PO1*1*1*EA"], "B-CHECK-DIGIT N104 AB1234564"),
        ("850", ["N1*ST*DOCK*21*ABC", "PO1*1*1*EA"], "B-IDENTIFIER N104 ABC"),
        ("850", ["N1*ST*DOCK 1", "N1*ST*DOCK 2", "PO1*1*1*EA"], "B-PARTY-REPEATED N101 ST"),
        ("850", ["ITD*08*3*2**45**30", "PO1*1*1*EA"], "B-TERMS ITD07 30"),
        ("850", ["SAC*A*C310***-500", "PO1*1*1*EA"], "B-ALLOWANCE-SIGN SAC05 -5.00"),
        ("850", ["SAC*C*D240***1250***1.00*EA*10", "PO1*1*1*EA"], "B-ALLOWANCE-AMOUNT SAC05 12.50"),
        ("850", ["SAC*C*D240***1000***1.00*EA*10", "PO1*1*1*EA"], ""),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IA*8*EA"], "B-OUTCOME ACK01 IA"),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IQ*10*EA"], "B-OUTCOME ACK01 IQ"),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IS*10*EA"], "B-OUTCOME ACK01 IS"),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*DR*10*EA"], "B-OUTCOME ACK01 DR"),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IA*6*EA", "ACK*IB*6*EA"], "B-OUTCOME ACK02 12"),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IA*6*EA", "ACK*IB*4*EA"], ""),
        ("855 AC", ["PO1*1*10*EA*2.5", "ACK*IA*10*CA"], "B-LINE-UNIT ACK03 CA"),
        ("855 AD", ["PO1*1*10*EA*2.5", "ACK*IR*10*EA"], "B-ANSWER-KIND BAK02 AD"),
        ("855 RD", ["PO1*1*10*EA*2.5", "ACK*IA*10*EA"], "B-ANSWER-KIND BAK02 RD"),
        ("855 AD", ["PO1*1*10*EA*2.5", "ACK*IA*10*EA"], ""),
        ("856", ["HL*1**S", "DTM*011*20261121", "DTM*017*20261120"], "B-DATE-WINDOW DTM02 2026-11-20"),
        ("856", ["HL*1**S", "TD1*CTN25*3", "HL*2*1*P", "HL*3*1*P"], "B-PACKAGE-COUNT TD102 3"),
        ("856", ["HL*1**S", "TD1*CTN25*2", "HL*2*1*P", "HL*3*1*P"], ""),
        (
            "856", ["HL*1**S", "HL*2*1*P", "MAN*GM*00095260800005500019", "HL*3*1*P", "MAN*GM*00095260800005500019"],
            "B-PACKAGE-REPEATED MAN02 00095260800005500019"
        ),
        ("856", ["HL*1**S", "HL*2*1*O"], "B-LEVEL-CONTENT HL03 O"),
        ("856", ["HL*1**S", "HL*2*1*I", "LIN**VN*A1"], "B-LEVEL-CONTENT HL03 I"),
        ("810", ["IT1*1*1*EA*10**VN*A", "IT1*1*1*EA*10**VN*B", "TDS*2000"], "B-LINE-NUMBER IT101 1"),
        ("810", ["DTM*011*20261201", "IT1*1*1*EA*10**VN*A", "TDS*1000"], "B-DATE-WINDOW BIG01 2026-11-21"),
        ("810", ["IT1*1*1*EA*10**VN*A", "TDS*1000*1000*990*20"], "B-TERMS TDS03 9.90"),
        ("810", ["ITD*08*3*2**15**30", "IT1*1*1*EA*10**VN*A", "TDS*1000*1000*970*30"], "B-TERMS TDS04 0.30"),
        ("810", ["ITD*08*3*2**15**30", "IT1*1*1*EA*10**VN*A", "TDS*1000*1000*980*20"], ""),
        ("810", ["IT1*1*1*EA*10**VN*A", "TDS*1110", "TXI*ST*1.10****1"], "B-TAX-EXEMPT TXI06 1"),
        ("810", ["FOB*CC", "IT1*1*1*EA*10**VN*A", "TDS*1500", "SAC*C*D240***500"], "B-FREIGHT-TERMS FOB01 CC"),
        ("810", ["FOB*PP", "IT1*1*1*EA*10**VN*A", "TDS*1500", "SAC*C*D240***500"], ""),
        // The summary repeats the charge of the line, or adds to it: both ways are read.
        ("810", ["IT1*1*1*EA*10**VN*A", "SAC*C*G830***300", "TDS*1300", "SAC*C*G830***300"], ""),
        ("810", ["IT1*1*1*EA*10**VN*A", "SAC*C*G830***300", "TDS*1600", "SAC*C*G830***300"], ""),
        (
            "810", ["IT1*1*1*EA*10**VN*A", "SAC*C*G830***300", "TDS*1900", "SAC*C*G830***300"],
            "B-INVOICE-TOTAL TDS01 19.00"
        ),
        // A discount may be left out of a total before terms; the taxes of a charge are what it consists of.
        ("810", ["IT1*1*1*EA*10**VN*A", "TDS*1000", "SAC*A*C310***100"], ""),
        ("810", ["IT1*1*1*EA*10**VN*A", "TDS*1110", "SAC*C*H850***110", "TXI*ST*1.10"], ""),
    ]

    @Test(arguments: broken.indices)
    func `each rule has a set that breaks it, and one that does not`(row: Int) throws {
        let (name, body, breach) = Self.broken[row]
        let parts = name.split(separator: " ").map(String.init)
        let type = parts.count > 1 ? parts[1] : parts[0] == "855" ? "AC" : "SA"
        let head =
            switch parts[0] {
            case "850": "BEG*00*\(type)*PO1**20261121"
            case "855": "BAK*00*\(type)*PO1*20261121"
            case "856": "BSN*00*SHP1*20261121*0830*ZZZZ"
            default: "BIG*20261121*INV1*20261101*PO1"
            }
        #expect(try breaches(Draft(parts[0], [[head] + body])) == (breach.isEmpty ? [] : [breach]))
    }

    private func recounted(_ draft: Draft) -> Draft {
        let count = draft.segments.drop { !$0.hasPrefix("ST") }.count - 2
        return draft.replacing("SE", with: "SE*\(count)*0001")
    }
}
