import Foundation
import Testing

/// `edigate explain`, as its user meets it.
@Suite struct ExplainTests {
    @Test(arguments: [
        ("E-ELEMENT-DATE", "AK304 8, AK403 8"), ("e-element-date", "E-ELEMENT-DATE"),
        ("AK304=8", "elements of the segment"),
        ("723 7", "not in the list"), ("TA105 025", "ISA13 was there before"), ("IK403:I10", "no use for the element"),
        ("AK905*19", "from 005010: another group"), ("718", "SE01 does not count"),
        ("E-ISA AK501=E", "errors were noted"), ("L-SIDES-SWAPPED", "its own outbound envelope"),
    ])
    func `a code is explained however it is written`(call: String, words: String) throws {
        let result = try CommandLineTool.run(["explain"] + call.split(separator: " ").map(String.init))
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(result.output.contains(words))
        let json = try CommandLineTool.run(["explain", "--json", call])
        for line in json.output.split(separator: "\n") {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }

    @Test(arguments: [
        ("E-ELEMENT-DATA", "did you mean E-ELEMENT-DATE?"), ("AK304=9", "has no code 9; it has 1, 2, 3"),
        ("ELEMENT", "E-ELEMENT-MISSING"), ("no/such/file.edi", "there is no file no/such/file.edi"),
        ("Samples/bad/bad-date.x12", "holds no 997, 999 or TA1"),
    ])
    func `what is no code is told with what comes near`(call: String, words: String) throws {
        let result = try CommandLineTool.run(["explain", call])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(words))
    }

    private static let refusal = "Samples/acknowledgments/997-refuses-invoice.x12"
    private static let sent = "Samples/network/brightwater-clinics/out"

    @Test func `a 997 is explained against what was sent, to the very element`() throws {
        let result = try CommandLineTool.run(["explain", Self.refusal, "--sent", Self.sent])
        #expect(result.status == 1)
        let expected = [
            "R  group IN 64  the group was refused", "0 of 1 sets accepted", "R  810 0001  the set was refused",
            "REF, segment 5: the segment is used too often (5)", "   5 | REF*VN*LD-26-55107~", "IT1, segment 25",
            "IT103: the code is not in the list the partner goes by (7), element 355, value \"YD\"",
            "  25 | IT1*5*37.5*YD*1.64**IN*BW-STK3*VN*LK14977~", "     |            ^^", "do   send a code agreed on",
            "sent in Samples/network/brightwater-clinics/out/810-4500178263.x12, interchange 000001893",
        ]
        for line in expected { #expect(result.output.contains(line), "\(line) in \(result.output)") }
        #expect(!result.output.contains("!"))
    }

    @Test func `without what was sent a 997 is explained as far as it goes`() throws {
        let result = try CommandLineTool.run(["explain", Self.refusal])
        #expect(result.status == 1 && result.output.contains("IT103: the code is not in the list"))
        #expect(!result.output.contains("BW-STK3"))
    }

    @Test func `a TA1 is explained and matched`() throws {
        let file = "Samples/acknowledgments/ta1-accepts-invoice.x12"
        let result = try CommandLineTool.run(["explain", file, "--sent", Self.sent])
        #expect(result.status == 0)
        #expect(
            result.output.contains(
                "A  interchange 000001893 of 260311 0700  the envelope of the interchange was accepted"))
        #expect(result.output.contains("sent in Samples/network/brightwater-clinics/out/810-4500178263.x12"))
    }

    /// The refusal with something changed that does not agree with what was sent.
    @Test(arguments: [
        ("AK1*IN*64", "AK1*IN*65", "nothing that was sent matches: no group IN 65"),
        ("AK2*810*0001", "AK2*810*0002", "no set 810 0002 was sent in group 64"),
        ("AK3*REF*5*", "AK3*REF*99*", "810 0001 has 31 segments: no segment 99"),
        ("AK3*IT1*25*", "AK3*IT1*26*", "segment 26 is PID, not IT1"),
        ("*7*YD", "*7*YARDS", "the partner read \"YARDS\", and \"YD\" was sent"),
        ("AK4*3*355", "AK4*22*355", "IT1 has 9 elements: no element 22"),
        ("AK9*R*1*1*0", "AK9*R*2*2*0", "1 sets were sent, and the partner received 2"),
        ("AK5*R*5", "AK5*Z*5", "B-ACK-UNREADABLE"),
        ("*ZZ*BRIGHTWATER    ", "*ZZ*SOMEBODY       ", "this answer comes from ZZ:SOMEBODY"),
        ("SE*9", "SE*8", "this acknowledgment is itself refused (E-SE-COUNT"),
    ])
    func `what does not agree with what was sent is told`(part: String, other: String, words: String) throws {
        let text = try String(contentsOf: CommandLineTool.root.appending(path: Self.refusal), encoding: .utf8)
        let given = Data(text.replacing(part, with: other).utf8)
        let result = try CommandLineTool.run(["explain", "-", "--sent", Self.sent], input: given)
        #expect(result.status == 1)
        #expect(result.output.contains(words), "\(result.output)")
        let json = try CommandLineTool.run(["explain", "-", "--json", "--sent", Self.sent], input: given)
        #expect(json.status == 1)
        for line in json.output.split(separator: "\n") {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }

    @Test func `the answer that we would write ourselves is explained`() throws {
        let ours = try CommandLineTool.run(["ack", "--kind", "999", "Samples/bad/bad-date.x12"])
        let result = try CommandLineTool.run(
            ["explain", "-", "--sent", "Samples/bad/bad-date.x12"], input: Data(ours.output.utf8))
        #expect(result.status == 1)
        #expect(result.output.contains("999 0001") && result.output.contains("BEG05: the value is not a date (8)"))
        #expect(result.output.contains("^^^^^^^^"))
    }

    @Test func `an acknowledgment cut off anywhere is explained as far as it goes`() throws {
        let text = try String(contentsOf: CommandLineTool.root.appending(path: Self.refusal), encoding: .utf8)
        for at in text.indices where text[at...].hasPrefix("*") && text[..<at].count % 5 == 0 {
            let result = try CommandLineTool.run(["explain", "-", "--sent", Self.sent], input: Data(text[..<at].utf8))
            #expect((0...3).contains(result.status))
        }
    }
}
