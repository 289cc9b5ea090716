import Exchange
import InterchangeTestSupport
import Testing
import X12

/// The facts about X12 that implementations most often get wrong, nine to fifteen.
@Suite struct FactsNineToFifteen {
    @Test func `nine: AK404 holds at most 99 characters of a bad value`() throws {
        let outcomes = try Outcomes.of(
            Draft("850").replacing("REF", with: "REF*DP*" + String(repeating: "7", count: 150)))
        #expect(outcomes.acknowledgments.contains("AK4*2*127*5*" + String(repeating: "7", count: 99)))
    }

    @Test(arguments: [
        ("BEG*00**PO1001**20261101", "AK4*2*92*1"), ("BEG*00*SA*PO1>001**20261101", "AK4*3*324*3"),
        ("BEG*00*SA*PO1001**2026\u{1}101", "AK4*5*373*6"),
    ])
    func `nine: AK404 is left out for an absent element and for a value that cannot be carried`(
        heading: String, line: String
    ) throws {
        #expect(try Outcomes.of(Draft("850").replacing("BEG", with: heading)).acknowledgments.contains(line))
    }

    @Test func `ten: AK304 is 8 above AK4 and stands alone in its AK3, and AK502 is 5 whenever there is an AK3`() throws
    {
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261301*EXTRA*1*2*3*4*5*6*7*8", "ZZZ*1", "PO1**1*EA"]])
        let segments = try Outcomes.of(draft).acknowledgments.map {
            $0.split(separator: "*", omittingEmptySubsequences: false)
        }
        for (index, segment) in segments.enumerated() where segment[0] == "AK3" {
            #expect(segment.count == 5)
            #expect((segment[4] == "8") == (segments[index + 1][0] == "AK4"))
        }
        #expect(segments.filter { $0[0] == "AK3" }.map { $0[4] } == ["8", "1"])
        #expect(segments.first { $0[0] == "AK5" } == ["AK5", "R", "5"])
        let coded = try Outcomes.of(Draft("850", [["BEG*00*SA*PO1001**20261101", "REF*QQQ*1", "PO1**1*EA"]]))
        #expect(coded.acknowledgments.contains("AK5*E*5"))
    }

    @Test func `eleven: in 004010 the codes 19 to 22, which mean security, are never sent`() throws {
        for (code, cause) in FindingCauses.wire {
            let lines = try Outcomes.of(cause, options: FindingCauses.options).acknowledgments.map {
                $0.split(separator: "*").map(String.init)
            }
            let codes = lines.flatMap { line in
                line.first == "AK5" ? Array(line.dropFirst(2)) : line.first == "AK9" ? Array(line.dropFirst(5)) : []
            }
            #expect(Set(codes).isDisjoint(with: ["19", "20", "21", "22"]), "\(code)")
        }
    }

    @Test func `twelve: a group of a version there is none of is refused in the 997 by its version`() throws {
        let outcomes = try Outcomes.of(Draft("850", [Body.order], version: "003040"))
        #expect(outcomes.groups.map(\.verdict.letter) == ["R"])
        #expect(outcomes.acknowledgments.last == "AK9*R*1*1*0*2")
    }

    @Test(arguments: [
        ("00200", ["N-ISA-VERSION"]), ("00305", ["N-ISA-VERSION"]), ("00501", ["N-ISA-VERSION"]),
        ("00801", ["N-ISA-VERSION"]),
        ("0040", ["R-ISA-WIDTH", "W-ISA-VERSION"]), ("10401", ["W-ISA-VERSION"]), ("00999", ["W-ISA-VERSION"]),
        ("00100", ["W-ISA-VERSION"]),
    ])
    func `twelve: an envelope of another version is no fault, one of no version is`(version: String, names: [String])
        throws
    {
        var draft = Draft("850")
        draft.segments[0] = draft.segments[0].replacing("U*00401", with: "U*\(version)")
        #expect(try Outcomes.of(draft).names() == names)
    }

    @Test(arguments: ["0", "1"])
    func `thirteen: ISA14 asks for a TA1 and for nothing else`(asked: String) throws {
        var draft = Draft("850")
        draft.segments[0] = draft.segments[0].replacing("*0*P*", with: "*\(asked)*P*")
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.interchanges.map(\.sendsInterchangeAcknowledgment) == [asked == "1"])
        #expect(outcomes.acknowledgments.first == "AK1*PO*1")
    }

    @Test(arguments: [("0", []), ("1", ["E-IEA-COUNT"])])
    func `thirteen: an interchange that holds only a TA1 has IEA01 zero and is not answered`(
        count: String, names: [String]
    ) throws {
        var draft = Draft("850")
        draft.segments = [
            draft.segments[0].replacing("*0*P*", with: "*1*P*"), "TA1*000000007*261120*0605*A*000",
            "IEA*\(count)*000000001",
        ]
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.names() == names)
        #expect(outcomes.interchanges.map(\.sendsInterchangeAcknowledgment) == [false])
        #expect(outcomes.interchanges.first?.answers.first?.controlNumber == "000000007")
    }

    @Test func `thirteen: a TA1 before a group is not counted in IEA01`() throws {
        let draft = Draft("850").inserting("TA1*000000007*261120*0605*A*000", before: "GS")
        let outcomes = try Outcomes.of(draft)
        #expect(outcomes.names() == [])
        #expect(outcomes.letters == "A")
    }

    @Test(arguments: [
        ("U*00401", "REF*DP*1^2", []), ("^*00401", "REF*DP*1^2", ["W-ISA-STANDARD"]),
        ("^*00402", "REF*DP*1^2", ["N-ISA-VERSION", "E-ELEMENT-REPETITION"]),
        ("^*00402", "REF*DP*12", ["N-ISA-VERSION"]),
    ])
    func `fourteen: ISA11 is U through 00401 and the repetition separator from 00402`(
        eleventh: String, reference: String, names: [String]
    ) throws {
        var draft = Draft("850").replacing("REF", with: reference)
        draft.segments[0] = draft.segments[0].replacing("U*00401", with: eleventh)
        #expect(try Outcomes.of(draft).names() == names)
    }

    @Test(arguments: [
        ("REF*DP", "REF*DP*", 30), ("PO1*1", "PO1*1*10*EA*2.5**VN*", 48),
    ])
    func `fourteen: in 004010 a reference has up to 30 characters and a product number up to 48`(
        start: String, segment: String, longest: Int
    ) throws {
        for (length, names) in [(longest, []), (longest + 1, ["E-ELEMENT-LONG"])] {
            let draft = Draft("850").replacing(start, with: segment + String(repeating: "7", count: length))
            #expect(try Outcomes.of(draft).names() == names)
        }
    }

    @Test(arguments: [("MSG*HANDLE WITH CARE", "A"), ("MTX**HANDLE WITH CARE", "R")])
    func `fourteen: in 004010 the text of an 850 stands in MSG`(text: String, letter: String) throws {
        let draft = Draft("850").inserting("N9*L1*1", before: "N1").inserting(text, before: "N1")
        #expect(try Outcomes.of(counted(draft, 2)).letters == letter)
    }

    @Test(arguments: [
        ("MAN*GM*00095212340045000016", []), ("MAN*AA*095212340045000016", []), ("MAN*GM*095212340045000016", []),
        ("MAN*GM*00095212340045000017", ["B-CHECK-DIGIT"]), ("MAN*AA*095212340045000017", ["B-CHECK-DIGIT"]),
        ("MAN*GM*0009521234004500001", ["B-CHECK-DIGIT"]), ("MAN*GM*0095212340045000016", ["B-CHECK-DIGIT"]),
        ("MAN*AA*95212340045000016", ["B-CHECK-DIGIT"]), ("MAN*CP*1", []),
    ])
    func `fifteen: MAN carries an SSCC of eighteen digits, led by 00 with GM`(mark: String, breaches: [String]) throws {
        let outcomes = try Outcomes.of(Draft("856").replacing("MAN", with: mark))
        #expect(outcomes.names() == [])
        #expect(outcomes.breaches == breaches)
    }

    @Test func `fifteen: the leading zeros of ST02 stand in AK202, and count against SE02`() throws {
        #expect(try Outcomes.of(Draft("850")).acknowledgments.contains("AK2*850*0001"))
        let outcomes = try Outcomes.of(Draft("850").replacing("SE", with: "SE*15*1"))
        #expect(outcomes.names() == ["E-SE-NUMBER"])
        #expect(outcomes.acknowledgments.contains("AK5*R*3"))
    }

    @Test(arguments: [
        (["LS*LDT", "LDT*AF*5*DA", "LE*LDT"], []), (["LS*LDT", "LDT*AF*5*DA"], ["E-SEGMENT-MISSING"]),
        (["LDT*AF*5*DA", "LE*LDT"], ["E-SEGMENT-MISSING"]),
    ])
    func `fifteen: LS and LE pair`(loop: [String], names: [String]) throws {
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261101", "PO1**1*EA"] + loop])
        #expect(try Outcomes.of(draft).names() == names)
    }

    @Test func `fifteen: the generated set keeps LS, LE and the leading zeros of its number`() throws {
        let body = ["BEG*00*SA*PO1001**20261101", "PO1**1*EA", "LS*LDT", "LDT*AF*5*DA", "LE*LDT"]
        let json = try Outcomes.of(Draft("850", [body])).documents.flatMap(\.json)
        let time = EnvelopeTime(date: "20261121", time: "0605")
        let (sent, failed) = Generation(.source, number: 1, time: time).write(json, [0..<json.count])
        #expect(failed.isEmpty)
        // The draft has a line a segment, and it goes back as it came.
        let text = String(decoding: sent.first?.bytes ?? [], as: UTF8.self).filter { $0 != "\n" }
        #expect(text.contains("ST*850*0001~" + body.joined(separator: "~") + "~SE*7*0001~"))
    }
}
