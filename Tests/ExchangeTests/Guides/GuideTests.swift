import InterchangeTestSupport
import Partners
import Testing
import X12

@testable import Exchange

/// Each demand a guide can make: what keeps it has no finding, what breaks it has one at its place, with its codes.
@Suite struct GuideTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var set: String
        var rule: String
        /// Changes to a good set, see `Draft.init(_:changes:)`, under which the rule is kept.
        var kept: [String] = []
        /// Changes under which it is broken.
        var broken: [String]
        /// The findings: code, place and segment.
        var findings: [String]
        /// What the 997 says of them, AK3 and AK4.
        var acknowledged: [String]
        var testDescription: String { "\(set) \(rule)" }
    }

    static let cases: [Case] = [
        Case(
            set: "850", rule: #"{ at: "REF[01=IA]", use: "required" }"#, kept: ["+REF*IA*77 < FOB"], broken: [],
            findings: ["G-REQUIRED REF 5"], acknowledged: ["AK3*REF*5**3"]),
        Case(
            set: "850", rule: #"{ at: "N1[01=ST]/PER", use: "required" }"#, kept: ["+PER*DC*JO < PO1"], broken: [],
            findings: ["G-REQUIRED PER 10"], acknowledged: ["AK3*PER*10**3"]),
        Case(
            set: "850", rule: #"{ at: "N1[01=ST]/N3", use: "required" }"#, kept: ["+N1*BY*X < N1*ST"],
            broken: ["+N1*BY*X < N1*ST", "-N3"], findings: ["G-REQUIRED N3 9"], acknowledged: ["AK3*N3*9**3"]),
        Case(
            set: "850", rule: #"{ at: "PO1/PID", use: "required" }"#, broken: ["-PID*F****GAUZE"],
            findings: ["G-REQUIRED PID 13"], acknowledged: ["AK3*PID*13**3"]),
        Case(
            set: "850", rule: #"{ at: "BEG06", use: "required" }"#, kept: ["BEG := BEG*00*SA*PO1**20261101*C1"],
            broken: [], findings: ["G-REQUIRED BEG06 2"], acknowledged: ["AK3*BEG*2**8", "AK4*6*367*1"]),
        Case(
            set: "850", rule: #"{ at: "N1[01=ST]04", use: "notUsed" }"#, kept: ["N1*ST := N1*ST*CLINIC"], broken: [],
            findings: ["G-NOT-USED N104 7"], acknowledged: ["AK3*N1*7**8", "AK4*4*67*10*17"]),
        Case(
            set: "850", rule: #"{ at: "FOB", use: "notUsed" }"#, kept: ["-FOB"], broken: [],
            findings: ["G-NOT-USED FOB 5"], acknowledged: ["AK3*FOB*5**2"]),
        Case(
            set: "850", rule: #"{ at: "BEG02", codes: ["NE", "KN"] }"#, kept: ["BEG := BEG*00*NE*PO1**20261101"],
            broken: [], findings: ["G-CODE BEG02 2"], acknowledged: ["AK3*BEG*2**8", "AK4*2*92*7*SA"]),
        Case(
            set: "850", rule: #"{ at: "PO1[06=VN]07", maxLength: 2 }"#, broken: ["PO1*2 := PO1*2*5*BX*4**VN*A22"],
            findings: ["G-LONG PO107 12"], acknowledged: ["AK3*PO1*12**8", "AK4*7*234*5*A22"]),
        Case(
            set: "850", rule: #"{ at: "BEG03", minLength: 6, maxLength: 6 }"#,
            broken: ["BEG := BEG*00*SA*PO1**20261101"], findings: ["G-SHORT BEG03 2"],
            acknowledged: ["AK3*BEG*2**8", "AK4*3*324*4*PO1"]),
        Case(
            set: "850", rule: #"{ at: "BEG03", pattern: "PO[0-9]{4}" }"#,
            broken: ["BEG := BEG*00*SA*PO100X**20261101"], findings: ["G-PATTERN BEG03 2"],
            acknowledged: ["AK3*BEG*2**8", "AK4*3*324*7*PO100X"]),
        Case(
            set: "850", rule: #"{ at: "REF", maxUse: 2 }"#, kept: ["+REF*IA*7 < FOB"],
            broken: ["+REF*IA*7 < FOB", "+REF*VR*7 < FOB"], findings: ["G-MAXIMUM REF 6"],
            acknowledged: ["AK3*REF*6**5"]),
        Case(
            set: "850", rule: #"{ at: "REF", minUse: 2 }"#, kept: ["+REF*IA*7 < FOB"], broken: [],
            findings: ["G-MINIMUM REF 5"], acknowledged: ["AK3*REF*5**3"]),
        Case(
            set: "850", rule: #"{ at: "N1[01=ST]", maxUse: 1 }"#, kept: ["+N1*BY*X < PO1"],
            broken: ["+N1*ST*X < PO1"], findings: ["G-LOOP-MAXIMUM N1 10"], acknowledged: ["AK3*N1*10**4"]),
        Case(
            set: "850", rule: #"{ at: "PO1", minUse: 3 }"#, kept: ["+PO1*3*1*EA*1**VN*B < CTT"], broken: [],
            findings: ["G-LOOP-MINIMUM PO1 14"], acknowledged: ["AK3*PO1*14**3"]),
        Case(
            set: "850", rule: #"{ at: "REF[01=IA]", use: "required", when: "N1[01=VN]" }"#,
            kept: ["+N1*SE*X < PO1"], broken: ["+N1*VN*X < PO1"], findings: ["G-CONDITION REF 5"],
            acknowledged: ["AK3*REF*5**3"]),
        Case(
            set: "850", rule: #"{ at: "BEG06", use: "required", when: "no REF[01=CT]" }"#,
            kept: ["+REF*CT*X < FOB"], broken: [], findings: ["G-CONDITION BEG06 2"],
            acknowledged: ["AK3*BEG*2**8", "AK4*6*367*2"]),
        Case(
            set: "850", rule: #"{ within: "N1", at: "N4", use: "notUsed", when: "N1[03=92]" }"#,
            kept: ["N1*ST := N1*ST*CLINIC"], broken: [], findings: ["G-CONDITION-NOT-USED N4 9"],
            acknowledged: ["AK3*N4*9**2"]),
        Case(
            set: "850", rule: #"{ within: "PO1", sum: "SCH01", equals: "PO102" }"#,
            kept: [
                "+SCH*6*EA***002*20261201 < PO1*2", "+SCH*4.0*EA***002*20261202 < PO1*2",
                "+SCH*5*BX***002*20261202 < CTT",
            ],
            broken: ["+SCH*6*EA***002*20261201 < PO1*2", "+SCH*5*BX***002*20261202 < CTT"],
            findings: ["G-RULE PO102 10"], acknowledged: ["AK3*PO1*10**8", "AK4*2*330*7*10"]),
        Case(
            set: "850", rule: #"{ sum: "PO102", equals: "CTT02", tolerance: "0.5" }"#,
            kept: ["CTT := CTT*2*15.5"], broken: ["CTT := CTT*2*15.6"], findings: ["G-RULE CTT02 14"],
            acknowledged: ["AK3*CTT*14**8", "AK4*2*347*7*15.6"]),
        Case(
            set: "850", rule: #"{ count: "PO1", equals: "CTT01" }"#, broken: ["CTT := CTT*3*15"],
            findings: ["G-RULE CTT01 14"], acknowledged: ["AK3*CTT*14**8", "AK4*1*354*7*3"]),
        Case(
            set: "850", rule: #"{ ascending: ["BEG05", "DTM[01=002]02"] }"#, broken: ["DTM := DTM*002*20261031"],
            findings: ["G-RULE DTM02 6"], acknowledged: ["AK3*DTM*6**8", "AK4*2*373*7*20261031"]),
        Case(
            set: "850", rule: #"{ equal: ["N1[01=ST]04", "REF[01=DP]02"] }"#, kept: ["REF*DP := REF*DP*17"],
            broken: [], findings: ["G-RULE REF02 4"], acknowledged: ["AK3*REF*4**8", "AK4*2*127*7*12"]),
        Case(
            set: "850", rule: #"{ different: ["PO101", "CTT01"] }"#, broken: ["PO1*1 := PO1*2*10*EA*2.5**VN*A1"],
            findings: ["G-RULE CTT01 14"], acknowledged: ["AK3*CTT*14**8", "AK4*1*354*7*2"]),
        Case(
            set: "850", rule: #"{ unique: "PO107" }"#, broken: ["PO1*2 := PO1*2*5*BX*4**VN*A1"],
            findings: ["G-RULE PO107 12"], acknowledged: ["AK3*PO1*12**8", "AK4*7*234*7*A1"]),
        Case(
            set: "850", rule: #"{ anyOf: ["REF[01=CT]", "REF[01=IA]"] }"#, kept: ["+REF*CT*1 < FOB"], broken: [],
            findings: ["G-CONDITION REF 5"], acknowledged: ["AK3*REF*5**3"]),
        Case(
            set: "850", rule: #"{ onlyOneOf: ["REF[01=DP]", "REF[01=IA]"] }"#, broken: ["+REF*IA*1 < FOB"],
            findings: ["G-CONDITION-NOT-USED REF 5"], acknowledged: ["AK3*REF*5**2"]),
        Case(
            set: "850", rule: #"{ within: "N1", allOrNone: ["N103", "N3"] }"#, kept: ["+N1*BY*X < N1*ST"],
            broken: ["+N1*BY*X*92*17 < N1*ST"], findings: ["G-CONDITION N3 8"], acknowledged: ["AK3*N3*8**3"]),
        Case(
            set: "850", rule: #"{ at: "**/N403", maxLength: 5 }"#, broken: ["N4 := N4*TOWN*OH*44114-1234*US"],
            findings: ["G-LONG N403 9"], acknowledged: ["AK3*N4*9**8", "AK4*3*116*5*44114-1234"]),
        // HL levels: by parent, in whichever loop they stand.
        Case(
            set: "856", rule: #"{ at: "HL[03=I]/LIN[02=VN]", use: "required" }"#, broken: ["LIN*2 := LIN*2*UP*A2"],
            findings: ["G-REQUIRED LIN 18"], acknowledged: ["AK3*LIN*18**3"]),
        Case(
            set: "856", rule: #"{ at: "HL[03=O]/HL[03=P]", minUse: 1 }"#,
            kept: ["HL*3 := HL*3*2*P"], broken: ["HL*3 := HL*3*1*P"],
            findings: ["G-REQUIRED HL 11"], acknowledged: ["AK3*HL*11**3"]),
        Case(
            set: "856", rule: #"{ at: "HL[03=O]/HL[03=I]", maxUse: 1 }"#, broken: [],
            findings: ["G-LOOP-MAXIMUM HL 16"], acknowledged: ["AK3*HL*16**4"]),
    ]

    @Test(arguments: cases)
    func `a kept rule is silent`(one: Case) throws {
        let guided = try Guided(one.set, [one.rule])
        let isAlways = one.kept.isEmpty && one.broken.isEmpty
        guard !isAlways else { return }
        let outcomes = try guided.judge(Draft(one.set, changes: one.kept))
        #expect(outcomes.names(from: .note) == [])
    }

    @Test(arguments: cases)
    func `a broken rule is one finding at its place, and the 997 says so`(one: Case) throws {
        let outcomes = try Guided(one.set, [one.rule]).judge(Draft(one.set, changes: one.broken))
        #expect(outcomes.findings.map(\.summary) == one.findings)
        #expect(outcomes.faultSegments == one.acknowledged)
        #expect(outcomes.letters == "R")
        // The rule stands in line 5 of the guide.
        for finding in outcomes.findings where finding.code.entry.name.hasPrefix("G-") {
            #expect(finding.rule.hasPrefix("acme/guide.json5 line 5: "))
            #expect(finding.origin?.line == 5)
        }
    }

    @Test func `a set without rules is judged by the standard alone`() throws {
        let guided = try Guided("855", [#"{ at: "REF", use: "notUsed" }"#])
        #expect(try guided.judge(Draft("850")).findings.isEmpty)
        #expect(try !guided.judge(Draft("855")).findings.isEmpty)
    }

    @Test func `a guide for what we send says nothing of what the partner sends`() throws {
        let guided = try Guided("850", [#"{ at: "FOB", use: "notUsed" }"#], direction: "out")
        #expect(try guided.judge(Draft("850")).findings.isEmpty)
        let generated = Generation.refused(Draft("850").bytes(), Rules(sendingTo: guided.profile)).map { $0.message() }
        #expect(generated.count == 1)
        #expect(generated.first?.contains("G-NOT-USED") == true && generated.first?.contains("line 5") == true)
    }

    @Test func `the reason of a rule is quoted`() throws {
        let rule = #"{ at: "BEG02", codes: ["NE"], because: "section 3.1" }"#
        let finding = try Guided("850", [rule]).judge(Draft("850")).findings.first
        #expect(finding?.rule == "acme/guide.json5 line 5: BEG02 is one of NE (section 3.1)")
        #expect(finding?.remedy == "send NE")
    }

    @Test func `a rule weighs as it says, and the profile has the last word`() throws {
        let rule = #"{ at: "BEG02", codes: ["NE"], severity: "warning" }"#
        #expect(try Guided("850", [rule]).judge(Draft("850")).letters == "E")
        let exception = #"{ check: "G-CODE", set: "850", element: "BEG02", severity: "note" }"#
        let outcomes = try Guided("850", [rule], severities: [exception]).judge(Draft("850"))
        #expect(outcomes.letters == "A")
        #expect(outcomes.names() == ["G-CODE"])
    }

    @Test func `repetitions are held to a rule one by one, and excused one by one`() throws {
        var draft = Draft("810", changes: ["+DMG*****RET>A>1^RET>A>22^RET>A>333 < ITD"])
        draft.segments[0] = draft.segments[0].replacing("*U*00401*", with: "*^*00501*")
        draft = draft.replacing("GS", with: "GS*IN*SENDER*RECEIVER*20261121*0605*1*X*005010")
        let version = "envelope: { gs08: \"005010\", isa12: \"00501\" }"
        let guided = try Guided("810", [#"{ at: "N1/DMG05-3", maxLength: 2 }"#], extra: version)
        let found = try guided.judge(draft).findings.filter { $0.origin != nil }
        #expect(found.map(\.repetition) == [3])
        #expect(found.map(\.valueText) == ["333"])
    }

    @Test func `what stands in the wrong place is not missing as well`() throws {
        let draft = Draft("850", changes: ["-N3", "+N3*1 MAIN STREET < CUR"])
        let outcomes = try Guided("850", [#"{ at: "N1[01=ST]/N3", use: "required" }"#]).judge(draft)
        #expect(outcomes.findings.map(\.summary) == ["E-SEGMENT-UNEXPECTED N3 3"])
    }

    @Test func `where the standard finds fault already, the guide does not say it again`() throws {
        let rules = [#"{ at: "BEG02", codes: ["NE"] }"#, #"{ at: "BEG05", use: "required" }"#]
        let draft = Draft("850").replacing("BEG", with: "BEG*00**PO1")
        let outcomes = try Guided("850", rules).judge(draft)
        #expect(outcomes.findings.map(\.summary) == ["E-ELEMENT-MISSING BEG02 2", "E-ELEMENT-MISSING BEG05 2"])
    }
}
