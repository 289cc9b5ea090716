import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What we answer is X12, whatever was sent.
@Suite struct AnswerTests {
    /// The 997 of an interchange in delimiters of its own, answered in ours.
    private func answered(_ bytes: [UInt8]) throws -> (lines: [String], count: Int) {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes)) { _, _ in
            var rules = Rules()
            rules.answerTemplate = EnvelopeTemplate(
                sender: PartyID(qualifier: "ZZ", id: "US"), receiver: PartyID(qualifier: "ZZ", id: "THEM"),
                applicationSender: "US", applicationReceiver: "THEM")
            return rules
        }
        try exchange.run(outcomes)
        return (outcomes.acknowledgments, outcomes.groups.first?.acknowledgment?.segmentCount ?? 0)
    }

    /// An 850 with `!` and `'` as delimiters, so that ours can stand in its values.
    private func foreign(_ part: String, _ other: String) -> [UInt8] {
        let text = String(
            decoding: Draft("850").bytes(Delimiters(element: 0x21, segment: 0x27, component: 0x3A), newline: ""),
            as: UTF8.self)
        return Array(text.replacing(part, with: other).utf8)
    }

    @Test(arguments: [
        ("850!0001", "850!00*1", "AK2*850*00?1"), ("850!0001", "850!0~1>", "AK2*850*0?1?"),
        ("850!0001", "8~0!0001", "AK2*8?0*0001"), ("1!X!004010", "1~*!X!004010", "AK1*PO*1"),
        ("GS!PO", "GS!P*", "AK1*P?*1"), ("850!0001", "850!00\u{C4}", "AK2*850*00??"),
    ])
    func `delimiters of the answer in a control number do not break it up`(part: String, other: String, line: String)
        throws
    {
        let (lines, count) = try answered(foreign(part, other))
        #expect(lines.contains(line))
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.hasPrefix("AK") })
    }

    @Test(arguments: [
        ("REFERENCE*1", "AK3*REF*4**1"), ("X*1", "AK3*X?*4**1"), ("*1", "AK3*??*4**1"), ("R~F!1", "AK3*R?F*4**1"),
    ])
    func `an identifier that is none is named by what was sent`(segment: String, line: String) throws {
        let draft = Draft("850").replacing("REF", with: segment.replacing("!", with: "*"))
        let bytes = segment.contains("~") ? foreign("REF!DP!12", segment) : draft.bytes()
        let (lines, count) = try answered(bytes)
        #expect(lines.contains(line))
        #expect(lines.count == count)
    }

    @Test func `a bad value that holds delimiters of the answer is not copied`() throws {
        let (lines, _) = try answered(foreign("20261101", "2026~101"))
        #expect(lines.contains("AK4*5*373*8"))
    }

    @Test func `an answer swaps sender and receiver, and keeps usage and delimiters`() throws {
        let delimiters = Delimiters(element: 0x21, segment: 0x27, component: 0x3A)
        let outcomes = try Outcomes.of(Draft("850").bytes(delimiters))
        let survey = try #require(outcomes.interchanges.first?.survey)
        let header = try #require(survey.header)
        let template = EnvelopeTemplate(answering: header, group: survey.firstGroup)
        #expect(template.sender == header.receiver && template.receiver == header.sender)
        #expect(template.applicationSender == "RECEIVER" && template.applicationReceiver == "SENDER")
        #expect(template.usage == "P" && template.delimiters == delimiters)
    }

    @Test(arguments: ["850", "856"])
    func `a 997 we write is one we take`(set: String) throws {
        for broken in [
            Draft(set), Draft(set).replacing("SE", with: "SE*9*0009"), Draft(set).removing("N1"),
            Draft(set).replacing("REF", with: "REF*QQQ*>"),
        ] {
            let outcomes = try Outcomes.of(broken)
            let survey = try #require(outcomes.interchanges.first?.survey)
            let header = try #require(survey.header)
            let answer = try #require(outcomes.groups.first?.acknowledgment)
            var writer = InterchangeWriter(
                EnvelopeTemplate(answering: header, group: survey.firstGroup), number: 7,
                time: EnvelopeTime(date: "20261121", time: "0605"))
            writer.beginGroup(code: "FA", number: 7)
            writer.set("997", number: "0001", segments: answer.segments, count: answer.segmentCount)
            let read = try Outcomes.of(writer.finish())
            #expect(read.names() == [])
            #expect(read.letters == "A")
            #expect(read.acknowledgments.isEmpty)
        }
    }
}
