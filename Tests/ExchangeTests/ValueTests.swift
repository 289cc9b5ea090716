import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What may stand in an element, type by type.
@Suite struct ValueTests {
    private func findings(_ draft: Draft, _ place: String) throws -> [String] {
        try Outcomes.of(draft).sets.flatMap(\.findings).filter { $0.place == place }.map(\.code.entry.name)
    }

    @Test(
        arguments: [
            ("1", nil), ("-1", nil), ("0", nil), ("1.5", nil), (".5", nil), ("5.", nil), ("-.5", nil),
            ("000000000000001", nil),
            ("-123456789012.345", nil), ("1E5", nil), ("1.5E-3", nil), ("1E12", nil), ("0001.50", nil),
            ("+1", "E-ELEMENT-NUMBER"), ("1,5", "E-ELEMENT-NUMBER"), ("1.5.1", "E-ELEMENT-NUMBER"),
            ("1-", "E-ELEMENT-NUMBER"), ("-", "E-ELEMENT-NUMBER"), (".", "E-ELEMENT-NUMBER"),
            ("-.", "E-ELEMENT-NUMBER"),
            ("1E", "E-ELEMENT-NUMBER"), ("E5", "E-ELEMENT-NUMBER"), ("1E-", "E-ELEMENT-NUMBER"),
            ("1E123", "E-ELEMENT-NUMBER"),
            ("1e5", "E-ELEMENT-NUMBER"), ("--1", "E-ELEMENT-NUMBER"), ("1 ", "E-ELEMENT-NUMBER"),
            ("TEN", "E-ELEMENT-NUMBER"),
            ("0x10", "E-ELEMENT-NUMBER"), ("1234567890123456", "E-ELEMENT-LONG"),
            ("1234567890123456789012345678901234567890", "E-ELEMENT-LONG"),
        ] as [(String, String?)])
    func `a decimal has digits, a sign before, one point, an exponent`(value: String, name: String?) throws {
        let draft = Draft("850").replacing("PO1*1", with: "PO1*1*\(value)*EA").removing("CTT")
        #expect(try findings(counted(draft, -1), "PO102") == (name.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("2", nil), ("-2", nil), ("000002", nil), ("0000002", "E-ELEMENT-LONG"), ("2.0", "E-ELEMENT-NUMBER"),
            ("+2", "E-ELEMENT-NUMBER"), ("2E0", "E-ELEMENT-NUMBER"), ("-", "E-ELEMENT-NUMBER"),
            ("B", "E-ELEMENT-NUMBER"),
        ] as [(String, String?)])
    func `an integer has digits and a sign before`(value: String, name: String?) throws {
        #expect(try findings(Draft("850").replacing("CTT", with: "CTT*\(value)"), "CTT01") == (name.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("5000", nil, "50.00"), ("-5000", nil, "-50.00"), ("5", nil, "0.05"), ("0", nil, "0.00"),
            ("123456789012345", nil, "1234567890123.45"), ("1234567890123456", "E-ELEMENT-LONG", ""),
            ("50.00", "E-ELEMENT-NUMBER", ""),
        ] as [(String, String?, String)])
    func `an amount has two decimals that are not written`(value: String, name: String?, amount: String) throws {
        let outcomes = try Outcomes.of(Draft("810").replacing("TDS", with: "TDS*\(value)"))
        #expect(outcomes.names() == (name.map { [$0] } ?? []))
        if name == nil { #expect(outcomes.json.first?.contains("\"\(amount)\"") == true) }
    }

    @Test(
        arguments: [
            ("20261120", nil), ("20240229", nil), ("20000229", nil), ("20261231", nil), ("20260101", nil),
            ("20260229", "E-ELEMENT-DATE"), ("19000229", "E-ELEMENT-DATE"), ("21000229", "E-ELEMENT-DATE"),
            ("20260431", "E-ELEMENT-DATE"), ("20260631", "E-ELEMENT-DATE"), ("20260931", "E-ELEMENT-DATE"),
            ("20261131", "E-ELEMENT-DATE"), ("20261301", "E-ELEMENT-DATE"), ("20260001", "E-ELEMENT-DATE"),
            ("20260100", "E-ELEMENT-DATE"), ("20260132", "E-ELEMENT-DATE"), ("2026112O", "E-ELEMENT-DATE"),
            ("2026-1-1", "E-ELEMENT-DATE"), ("        ", "E-ELEMENT-DATE"), ("261120", "E-ELEMENT-SHORT"),
            ("202611201", "E-ELEMENT-LONG"), ("20260731", nil), ("20260831", nil), ("20261031", nil),
        ] as [(String, String?)])
    func `a date is a day of the calendar as CCYYMMDD`(value: String, name: String?) throws {
        let draft = Draft("850").replacing("DTM", with: "DTM*002*\(value)")
        #expect(try findings(draft, "DTM02") == (name.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("0000", nil), ("2359", nil), ("235959", nil), ("2359599", nil), ("23595999", nil),
            ("2400", "E-ELEMENT-TIME"),
            ("2360", "E-ELEMENT-TIME"), ("235960", "E-ELEMENT-TIME"), ("23595", "E-ELEMENT-TIME"),
            ("12:0", "E-ELEMENT-TIME"),
            ("12000X", "E-ELEMENT-TIME"), ("120000X", "E-ELEMENT-TIME"), ("120", "E-ELEMENT-SHORT"),
            ("120000000", "E-ELEMENT-LONG"),
        ] as [(String, String?)])
    func `a time is HHMM, with seconds, with hundredths`(value: String, name: String?) throws {
        let draft = Draft("850").replacing("DTM", with: "DTM*002*20261120*\(value)")
        #expect(try findings(draft, "DTM03") == (name.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("DP", nil), ("VN", nil), ("QQQ", "W-ELEMENT-CODE"), ("dp", "W-ELEMENT-CODE"), ("D", "E-ELEMENT-SHORT"),
            ("DEPT", "E-ELEMENT-LONG"), ("D ", "W-ELEMENT-CODE"), ("D\u{1}", "E-ELEMENT-CONTROL"),
            ("\u{7F}\u{7F}", "E-ELEMENT-CONTROL"),
        ] as [(String, String?)])
    func `a code stands in its list`(value: String, name: String?) throws {
        let draft = Draft("850").replacing("REF", with: "REF*\(value)*12")
        #expect(try findings(draft, "REF01") == (name.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("12", nil), ("A b-c/d.e,f'g\"h!&()+:;?=%@[]_{}\\|<#$`^", nil), ("12 ", "N-ELEMENT-BLANKS"),
            (" 12", "N-ELEMENT-BLANKS"), ("MÜLLER", "W-ELEMENT-CHARACTER"), ("1\t2", "E-ELEMENT-CONTROL"),
            ("1\u{0}2", "E-ELEMENT-CONTROL"), ("1\u{7F}2", "E-ELEMENT-CONTROL"), ("1>2", "E-ELEMENT-COMPONENT"),
            (String(repeating: "7", count: 55), nil), (String(repeating: "7", count: 56), "E-ELEMENT-LONG"),
        ] as [(String, String?)])
    func `text has printable characters up to its length`(value: String, name: String?) throws {
        let draft = Draft("850").replacing("N3", with: "N3*\(value)")
        #expect(try findings(draft, "N301") == (name.map { [$0] } ?? []))
    }

    @Test func `a mandatory text of blanks is missing`() throws {
        #expect(
            try findings(Draft("850").replacing("BEG", with: "BEG*00*SA*   **20261101"), "BEG03") == [
                "E-ELEMENT-MISSING"
            ])
    }

    @Test func `a 3 holds at most 99 AK4, and the set is rejected all the same`() throws {
        let many = "SLN*" + Array(repeating: "1>", count: 28).joined(separator: "*")
        let body = ["BEG*00*SA*PO1001**20261101", "PO1**1*EA", many]
        let outcomes = try Outcomes.of(Draft("850", [body]))
        let notes = outcomes.acknowledgments.filter { $0.hasPrefix("AK4") }
        #expect(notes.count > 20 && notes.count <= 99)
        #expect(outcomes.letters == "R")
    }
}
