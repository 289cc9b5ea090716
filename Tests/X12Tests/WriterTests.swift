import InterchangeTestSupport
import Testing

@testable import X12

@Suite struct SegmentWriterTests {
    private func written(_ body: (inout SegmentWriter) -> Void) -> String {
        var writer = SegmentWriter(delimiters: Delimiters())
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (["DP", "12"], "REF*DP*12~"), (["", "12"], "REF**12~"), (["DP", "", ""], "REF*DP~"), ([], "REF~"),
        (["", ""], "REF~"),
        (["A", "", "", "B", ""], "REF*A***B~"),
    ])
    func `empty elements keep their place, but not at the end`(elements: [String], segment: String) {
        let result = written {
            $0.begin("REF")
            for element in elements { $0.element(element) }
            $0.end()
        }
        #expect(result == segment)
    }

    @Test(arguments: [
        (["EA", "1"], "MEA*X*EA>1~"), (["", "1"], "MEA*X*>1~"), (["EA", "", ""], "MEA*X*EA~"), (["", ""], "MEA*X~"),
        ([], "MEA*X~"),
    ])
    func `empty components keep their place, but not at the end`(components: [String], segment: String) {
        let result = written {
            $0.begin("MEA")
            $0.element("X")
            $0.composite(components)
            $0.end()
        }
        #expect(result == segment)
    }

    @Test func `segments are counted and end with terminator and suffix`() {
        var writer = SegmentWriter(
            delimiters: Delimiters(element: 0x7C, segment: 0x27, component: 0x3A), suffix: [0x0D, 0x0A])
        writer.segment("N1", "ST", "A")
        writer.segment("N3")
        writer.append(Array("N4|TOWN'".utf8), count: 1)
        #expect(writer.segmentCount == 3)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "N1|ST|A'\r\nN3'\r\nN4|TOWN'")
    }
}

@Suite struct InterchangeWriterTests {
    private func template(_ sender: String = "SENDER", version: String = "00401") -> EnvelopeTemplate {
        var template = EnvelopeTemplate(
            sender: PartyID(qualifier: "1", id: sender), receiver: PartyID(qualifier: "ZZ", id: "RECEIVER"),
            applicationSender: "US", applicationReceiver: "THEM")
        template.interchangeVersion = version
        return template
    }

    private let time = EnvelopeTime(date: "20261121", time: "0605")

    @Test(arguments: [
        ("SENDER", 1), ("", 1), ("A SENDER WHOSE NAME IS TOO LONG", 999_999_999), ("SÖNDER", 42),
    ])
    func `an ISA has 106 bytes, whatever stands in it`(sender: String, number: Int) {
        var writer = InterchangeWriter(template(sender), number: number, time: time)
        let bytes = writer.finish()
        #expect(bytes[105] == UInt8(ascii: "~"))
        #expect(bytes[106..<109].elementsEqual("IEA".utf8))
        let separators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
        let found = (0..<106).filter { bytes[$0] == UInt8(ascii: "*") }
        #expect(found == separators)
    }

    @Test func `groups and sets are counted, and control numbers repeated`() {
        var writer = InterchangeWriter(template(), number: 42, time: time)
        writer.beginGroup(code: "PO", number: 7)
        writer.set("850", number: "0001", segments: Array("BEG*00~PO1~".utf8), count: 2)
        writer.set("850", number: "0002", segments: [], count: 0)
        writer.beginGroup(code: "IN", number: 8)
        let lines = String(decoding: writer.finish(), as: UTF8.self).split(separator: "~").map(String.init)
        #expect(
            lines == [
                "ISA*00*          *00*          *01*SENDER         *ZZ*RECEIVER       *261121*0605*U*00401*000000042*0*P*>",
                "GS*PO*US*THEM*20261121*0605*7*X*004010", "ST*850*0001", "BEG*00", "PO1", "SE*4*0001", "ST*850*0002",
                "SE*2*0002", "GE*2*7", "GS*IN*US*THEM*20261121*0605*8*X*004010", "GE*0*8", "IEA*2*000000042",
            ])
    }

    @Test func `an interchange of nothing but a TA1 has no groups`() {
        var writer = InterchangeWriter(template(), number: 42, time: time)
        writer.acknowledgment(
            InterchangeAcknowledgment(
                header: InterchangeHeader(
                    elements: Array(repeating: [], count: 16), delimiters: Delimiters(), offset: 0, repairs: [],
                    wideTerminator: nil), findings: []))
        #expect(
            String(decoding: writer.finish(), as: UTF8.self).hasSuffix(
                "~TA1*000000000*000000*0000*A*000~IEA*0*000000042~"))
    }

    @Test(arguments: [(0, 4, "0000"), (7, 4, "0007"), (12345, 4, "12345"), (999_999_999, 9, "999999999")])
    func `numbers are filled with zeros and never cut`(number: Int, width: Int, text: String) {
        #expect(InterchangeWriter.filled(number, width) == text)
    }

    @Test func `ISA11 carries the repetition separator where there is one`() {
        var template = template(version: "00501")
        template.delimiters.repetition = UInt8(ascii: "^")
        template.delimiters.component = UInt8(ascii: ":")
        var writer = InterchangeWriter(template, number: 42, time: time)
        let bytes = writer.finish()
        #expect(bytes[82] == UInt8(ascii: "^"))
        #expect(bytes[104] == UInt8(ascii: ":"))
    }
}

@Suite struct VerdictTests {
    private func finding(_ severity: Severity) -> Finding { Finding(.setCount, severity: severity, offset: 0) }

    @Test(
        arguments: [
            ([], "A"), ([.note], "A"), ([.note, .warning], "E"), ([.error, .note], "R"), ([.warning, .error], "R"),
        ] as [([Severity], String)])
    func `an error rejects, a warning is an accepted error, a note is nothing`(severities: [Severity], letter: String) {
        #expect(Verdict(of: severities.map(finding)).letter == letter)
    }

    @Test(
        arguments: [
            (nil, 0, 0, 0, "A"), (nil, 2, 2, 2, "A"), (nil, 2, 2, 1, "E"), (nil, 2, 2, 0, "E"), (nil, 2, 1, 1, "P"),
            (nil, 2, 1, 0, "P"), (nil, 2, 0, 0, "R"), (.note, 2, 2, 2, "A"), (.warning, 2, 2, 2, "E"),
            (.warning, 2, 1, 1, "P"), (.warning, 0, 0, 0, "E"), (.error, 2, 2, 2, "R"), (.error, 2, 1, 1, "R"),
            (.error, 0, 0, 0, "R"),
        ] as [(Severity?, Int, Int, Int, String)])
    func `a group's verdict follows from its own faults and its sets`(
        own: Severity?, received: Int, accepted: Int, clean: Int, letter: String
    ) {
        let findings = own.map { [finding($0)] } ?? []
        #expect(Verdict(group: findings, received: received, accepted: accepted, clean: clean).letter == letter)
    }
}
