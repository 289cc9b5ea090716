import Exchange
import InterchangeTestSupport
import Testing
import X12

/// The facts about X12 that implementations most often get wrong, one to eight.
@Suite struct FactsOneToEight {
    private func orders(_ quantities: [String], hash: String) throws -> Outcomes {
        let lines = quantities.map { "PO1**\($0)*EA*1" }
        let body = ["BEG*00*SA*PO1001**20261101"] + lines + ["CTT*\(quantities.count)*\(hash)"]
        return try Outcomes.of(Draft("850", [body]))
    }

    @Test(arguments: [
        ("1855", []), ("19.9918", []), ("1856", ["B-HASH-TOTAL"]), ("19.99", ["B-HASH-TOTAL"]),
        ("1855.0", ["B-HASH-TOTAL"]),
    ])
    func `one: the hash total sums digits without decimal points, and the plain sum will do`(
        hash: String, breaches: [String]
    ) throws {
        let outcomes = try orders([".0018", ".18", "1.8", "18.01"], hash: hash)
        #expect(outcomes.letters == "A")
        #expect(outcomes.breaches == breaches)
    }

    @Test(arguments: [("1", []), ("10000000001", ["E-ELEMENT-LONG"]), ("2", ["B-HASH-TOTAL"])])
    func `one: the hash total drops its leftmost digits beyond ten`(hash: String, findings: [String]) throws {
        let outcomes = try orders(["9999999999", "2"], hash: hash)
        #expect(outcomes.names() + outcomes.breaches == findings)
    }

    @Test func `one: the hash total ignores signs`() throws {
        // A line of -5 orders nothing, which is told for itself.
        func breaches(_ hash: String) throws -> [String] {
            try orders(["-5", "7"], hash: hash).breaches.filter { $0 != "B-LINE-QUANTITY" }
        }
        #expect(try breaches("12") == [])
        #expect(try breaches("2") == [])
        #expect(try breaches("3") == ["B-HASH-TOTAL"])
    }

    @Test(arguments: [("CTT*5*15", []), ("CTT*2*15", ["B-LINE-COUNT"])])
    func `two: CTT01 of an 856 counts the HL segments, not the items`(trailer: String, breaches: [String]) throws {
        #expect(try Outcomes.of(Draft("856").replacing("CTT", with: trailer)).breaches == breaches)
    }

    @Test(arguments: [
        ("850", "PO1*1", "PO1*1**EA*2.5", ["PO102"]), ("850", "PO1*1", "PO1*1*10*EA**CT", ["PO104"]),
        ("850", "PO1*1", "PO1*1*10**2.5", []), ("810", "IT1*1", "IT1*1*10*EA", ["IT104"]),
        ("810", "IT1*1", "IT1*1*10**2.5", ["IT103"]), ("810", "IT1*1", "IT1*1", []),
    ])
    func `three: PO1 asks for the quantity of a unit and the price of a basis, IT1 for all three or none`(
        set: String, start: String, line: String, places: [String]
    ) throws {
        let outcomes = try Outcomes.of(Draft(set).replacing(start, with: line))
        #expect(outcomes.findings.map(\.place) == places)
        #expect(Set(outcomes.names()) == (places.isEmpty ? [] : ["E-ELEMENT-CONDITION"]))
    }

    @Test(arguments: [
        ("810", "TDS", "TDS*50.00", ["TDS01"]), ("810", "SAC", "SAC*C*D240***5.00*******06", ["SAC05"]),
        ("810", "ITD", "ITD*01*3*2**10***5.00", ["ITD08"]), ("810", "ITD", "ITD*08*3*****30**20261221*5.00", ["ITD10"]),
        ("810", "TDS", "TDS*5000", []), ("850", "PO1*1", "PO1*1*10*EA*2.50", []),
        ("810", "IT1*1", "IT1*1*10*EA*2.50", []),
    ])
    func `four: amounts in TDS01, SAC05, ITD08 and ITD10 have no decimal point, prices have one`(
        set: String, start: String, segment: String, places: [String]
    ) throws {
        let outcomes = try Outcomes.of(Draft(set).replacing(start, with: segment))
        #expect(outcomes.findings.map(\.place) == places)
        #expect(Set(outcomes.names()) == (places.isEmpty ? [] : ["E-ELEMENT-NUMBER"]))
        if places.isEmpty, set == "810" { #expect(outcomes.json.first?.contains("\"50.00\"") == true) }
    }

    @Test func `four: the amount of a tax has its decimal point`() throws {
        let draft = Draft("810").replacing("TDS", with: "TDS*5250").inserting("TXI*ST*2.50", before: "SAC")
        let outcomes = try Outcomes.of(counted(draft, 1))
        #expect(outcomes.names() + outcomes.breaches == [])
    }

    @Test(arguments: [
        ("SAC*C*D240***500*******06", "5000", []), ("SAC*A*C310***500*******02", "4000", []),
        ("SAC*A*C310***500*******02", "5000", ["B-INVOICE-TOTAL"]), ("SAC*N*D240***500", "4500", []),
        ("SAC*N*D240***500", "5000", ["B-INVOICE-TOTAL"]), ("SAC*C*D240***500*******05", "4500", []),
        ("SAC*A*C310***500*******04", "4500", []), ("SAC*P*C310***500", "4500", []),
    ])
    func `five: only allowances and charges change the total, and SAC12 may settle them elsewhere`(
        charge: String, total: String, breaches: [String]
    ) throws {
        let draft = Draft("810").replacing("SAC", with: charge).replacing("TDS", with: "TDS*\(total)")
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.names() == [])
        #expect(outcomes.breaches == breaches)
    }

    @Test(arguments: [
        ("SAC*A****500", ["SAC02"]), ("SAC*A**VI**500", ["SAC04"]), ("SAC*C*D240***500********77", []),
        ("SAC*C**VI*A1*500********77", []), ("SAC*C**VI**500********77", ["SAC02", "SAC04"]),
    ])
    func `five: a charge names itself by a code of one list or the other`(charge: String, places: [String]) throws {
        let outcomes = try Outcomes.of(Draft("810").replacing("SAC", with: charge))
        #expect(outcomes.findings.map(\.place) == places)
    }

    @Test(arguments: [
        ("AA", "AK9*A*2*2*2"), ("AE", "AK9*E*2*2*2"), ("EE", "AK9*E*2*2*2"), ("AR", "AK9*P*2*2*1"),
        ("ER", "AK9*P*2*2*1"), ("RR", "AK9*R*2*2*0"), ("A", "AK9*A*1*1*1"), ("E", "AK9*E*1*1*1"), ("R", "AK9*R*1*1*0"),
    ])
    func `six: AK9 counts claimed, received and accepted, and E counts as accepted`(letters: String, line: String)
        throws
    {
        let bodies = letters.map { letter -> [String] in
            switch letter {
            case "E": ["BEG*00*SA*PO1001**20261101", "REF*QQQ*1", "PO1**1*EA"]
            case "R": ["BEG*00*SA*PO1001**20261301", "PO1**1*EA"]
            default: ["BEG*00*SA*PO1001**20261101", "PO1**1*EA"]
            }
        }
        let outcomes = try Outcomes.of(Draft("850", bodies))
        #expect(outcomes.letters == letters)
        #expect(outcomes.acknowledgments.last == line)
    }

    @Test func `six: a wrong count in GE01 is told beside what was received, and rejects the group`() throws {
        let outcomes = try Outcomes.of(Draft("850").replacing("GE", with: "GE*7*1"))
        #expect(outcomes.acknowledgments.last == "AK9*R*7*1*0*5")
    }

    @Test func `seven: AK302 counts the segments received, from ST as one`() throws {
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261301", "REF*DP*12", "PO1**X*EA"]])
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.acknowledgments.filter { $0.hasPrefix("AK3") } == ["AK3*BEG*2**8", "AK3*PO1*4**8"])
        let shifted = try Outcomes.of(Draft("850", [["BEG*00*SA*PO1001**20261101", "ZZZ*1", "PO1**X*EA"]]))
        #expect(shifted.acknowledgments.filter { $0.hasPrefix("AK3") } == ["AK3*ZZZ*3**1", "AK3*PO1*4**8"])
    }

    @Test func `eight: in 004010 AK401 names element and component, and AK1 and AK2 stop at the second element`() throws
    {
        let draft = Draft("810").inserting("MEA*PD*LN*5*>2", before: "PID")
        let outcomes = try Outcomes.of(counted(draft, 1))
        #expect(outcomes.acknowledgments.contains("AK4*4>1*355*1"))
        #expect(outcomes.acknowledgments.first == "AK1*IN*1")
        #expect(outcomes.acknowledgments.dropFirst().first == "AK2*810*0001")
    }

    @Test func `eight: the number of a composite is not sent in AK402, which is a number`() throws {
        let draft = Draft("810").inserting("MEA*PD*LN*5*EA>>>>>>>>>>>>>>>1", before: "PID")
        let outcomes = try Outcomes.of(counted(draft, 1))
        #expect(outcomes.acknowledgments.filter { $0.hasPrefix("AK4") } == ["AK4*4>16**3*1"])
    }
}

/// A draft of one set with `more` segments added, its SE01 set right.
func counted(_ draft: Draft, _ more: Int) -> Draft {
    var copy = draft
    for index in copy.segments.indices where copy.segments[index].hasPrefix("SE*") {
        let parts = copy.segments[index].split(separator: "*")
        copy.segments[index] = "SE*\((Int(parts[1]) ?? 0) + more)*\(parts[2])"
    }
    return copy
}
