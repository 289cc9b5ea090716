import Exchange
import InterchangeTestSupport
import Partners
import Testing
import X12

/// What a guide allows beyond the standard passes without a word, and nothing else does.
@Suite struct RelaxationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var set = "850"
        var rule: String
        /// Passes with the rule, and has `findings` without it.
        var changes: [String]
        var findings: [String]
        /// Goes beyond what the rule allows.
        var beyond: [String]
        var left: [String]
        var testDescription: String { "\(set) \(rule)" }
    }

    static let cases: [Case] = [
        Case(
            rule: #"{ at: "REF[01=DP]02", maxLength: 40 }"#,
            changes: ["REF*DP := REF*DP*1234567890123456789012345678901234567890"],
            findings: ["E-ELEMENT-LONG REF02 4"],
            beyond: ["REF*DP := REF*DP*12345678901234567890123456789012345678901"],
            left: ["E-ELEMENT-LONG REF02 4"]),
        Case(
            rule: #"{ at: "REF[01=DP]02", maxLength: 40 }"#, changes: ["REF*DP := REF*DP*12345"], findings: [],
            beyond: ["REF*DP := REF*CT*1234567890123456789012345678901234567890"],
            left: ["E-ELEMENT-LONG REF02 4"]),
        Case(
            rule: #"{ at: "N1[01=ST]/N403", minLength: 2 }"#, changes: ["N4 := N4*TOWN*OH*44*US"],
            findings: ["E-ELEMENT-SHORT N403 9"], beyond: [], left: []),
        Case(
            rule: #"{ at: "REF01", moreCodes: ["QQQ", "LONGCODE"] }"#, changes: ["REF*DP := REF*QQQ*1"],
            findings: ["W-ELEMENT-CODE REF01 4"], beyond: ["REF*DP := REF*QQZ*1"], left: ["W-ELEMENT-CODE REF01 4"]),
        Case(
            rule: #"{ at: "REF01", moreCodes: ["LONGCODE"] }"#, changes: ["REF*DP := REF*LONGCODE*1"],
            findings: ["E-ELEMENT-LONG REF01 4"], beyond: ["REF*DP := REF*LONGCODF*1"],
            left: ["E-ELEMENT-LONG REF01 4"]),
        Case(
            rule: #"{ at: "REF01", codes: ["DP", "QQQ"] }"#, changes: ["REF*DP := REF*QQQ*1"],
            findings: ["W-ELEMENT-CODE REF01 4"], beyond: ["REF*DP := REF*CT*1"], left: ["G-CODE REF01 4"]),
        Case(
            rule: #"{ at: "BEG05", use: "optional" }"#, changes: ["BEG := BEG*00*SA*PO1"],
            findings: ["E-ELEMENT-MISSING BEG05 2"], beyond: ["BEG := BEG*00**PO1"],
            left: ["E-ELEMENT-MISSING BEG02 2"]),
        Case(
            rule: #"{ at: "REF[01=DP]02", use: "optional" }"#, changes: ["REF*DP := REF*DP"],
            findings: ["E-ELEMENT-CONDITION REF02 4"], beyond: ["REF*DP := REF*CT"],
            left: ["E-ELEMENT-CONDITION REF02 4"]),
        Case(
            rule: #"{ at: "BEG", use: "optional" }"#, changes: ["-BEG"], findings: ["E-SEGMENT-MISSING BEG 2"],
            beyond: ["-PO1", "-PID", "-BEG", "CTT := CTT*0"], left: ["E-SEGMENT-MISSING PO1 9"]),
        Case(
            rule: #"{ at: "CUR", maxUse: 2 }"#, changes: ["+CUR*SE*USD < REF"], findings: ["E-SEGMENT-MAXIMUM CUR 4"],
            beyond: ["+CUR*SE*USD < REF", "+CUR*SE*USD < REF"], left: ["E-SEGMENT-MAXIMUM CUR 5"]),
        Case(
            rule: #"{ allow: "N1/DTM", after: "N4", maxUse: 2 }"#, changes: ["+DTM*002*20261121 < PO1"],
            findings: ["E-SEGMENT-ORDER DTM 10"], beyond: ["+BIG*20261121*1 < PO1"],
            left: ["E-SEGMENT-FOREIGN BIG 10"]),
        Case(
            rule: #"{ allow: "BIG", after: "BEG" }"#, changes: ["+BIG*20261121*1 < CUR"],
            findings: ["E-SEGMENT-FOREIGN BIG 3"], beyond: ["+BIG*20261321*1 < CUR"],
            left: ["E-ELEMENT-DATE BIG01 3"]),
        Case(
            rule: #"{ within: "PO1", at: "PO101", maxLength: 22, when: "PO1[06=VN]" }"#,
            changes: ["PO1*1* := PO1*1234567890123456789012*10*EA*2.5**VN*A1"],
            findings: ["E-ELEMENT-LONG PO101 10"],
            beyond: ["PO1*1* := PO1*1234567890123456789012*10*EA*2.5**UP*A1"],
            left: ["E-ELEMENT-LONG PO101 10"]),
    ]

    @Test(arguments: cases)
    func `what the guide allows passes, and is a finding without it`(one: Case) throws {
        let draft = Draft(one.set, changes: one.changes)
        #expect(try Guided(one.set, [one.rule]).judge(draft).findings.map(\.summary) == [])
        #expect(try Guided(one.set, []).judge(draft).findings.map(\.summary) == one.findings)
    }

    @Test(arguments: cases)
    func `what goes beyond the guide does not pass`(one: Case) throws {
        let outcomes = try Guided(one.set, [one.rule]).judge(Draft(one.set, changes: one.beyond))
        #expect(outcomes.findings.map(\.summary) == one.left)
    }

    @Test func `a set with a segment let in becomes a document that holds it`() throws {
        let guided = try Guided("850", [#"{ allow: "BIG", after: "BEG" }"#])
        let outcomes = try guided.judge(Draft("850", changes: ["+BIG*20261121*INV7 < CUR"]))
        #expect(outcomes.documents.count == 1)
        #expect(outcomes.json.first?.contains("INV7") == true)
    }
}
