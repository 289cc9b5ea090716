import Exchange
import InterchangeTestSupport
import Testing
import X12

/// Ways in which a document could be lost without a word, each found by somebody trying.
@Suite struct LostDocumentTests {
    private let good = String(decoding: Draft("850").bytes(newline: ""), as: UTF8.self)

    /// What a file becomes: documents, and the errors told about it.
    private func outcome(_ text: String) throws -> (documents: Int, errors: [String]) {
        let outcomes = try Outcomes.of(Array(text.utf8))
        let findings = outcomes.findings + outcomes.sets.flatMap(\.businessFindings)
        return (outcomes.documents.count, findings.filter { $0.severity == .error }.map(\.code.entry.name))
    }

    @Test func `segments whose ISA is damaged are an error beside a good interchange`() throws {
        let damaged = String(good.dropFirst())
        for text in [good + damaged, damaged + good] {
            let (documents, errors) = try outcome(text)
            #expect(documents == 1)
            #expect(errors == ["E-FILE"])
        }
    }

    @Test func `words around an interchange are a repair, not an error`() throws {
        let (documents, errors) = try outcome("see attached order\n\n" + good + "\nregards")
        #expect(documents == 1)
        #expect(errors.isEmpty)
    }

    @Test func `an ISA that was cut off does not swallow the interchange behind it`() throws {
        let (documents, errors) = try outcome(String(good.prefix(60)) + good)
        #expect(documents == 1)
        #expect(errors == ["E-ISA"])
    }

    @Test func `a sender whose unpadded name ends in ISA is no new interchange`() throws {
        let text = good.replacing("SENDER         ", with: "VISA").replacing("RECEIVER       ", with: "RECEIVER")
        let (documents, _) = try outcome(text)
        #expect(documents == 1)
    }

    @Test func `a document in a group of acknowledgments is refused aloud`() throws {
        let (documents, errors) = try outcome(good.replacing("GS*PO", with: "GS*FA"))
        #expect(documents == 0)
        #expect(errors == ["W-ST-GROUP"])
    }

    @Test(arguments: [
        ("AK5*R*5", "AK9*R*1*1*0"), ("AK5*A", "AK9*P*2*2*1"), ("AK5*E*5", "AK9*E*1*1*1"),
    ])
    func `a 997 that does not accept what we sent is not filed in silence`(set: String, group: String) throws {
        let text = Draft("997", [["AK1*PO*1", "AK2*850*0001", set, group]])
        let outcomes = try Outcomes.of(text)
        #expect(outcomes.sets.flatMap(\.businessFindings).map(\.code) == [.negativeAcknowledgment])
        #expect(outcomes.sets.map(\.isUntranslatable) == [true])
    }

    @Test func `a line break inside a value is refused where lines end behind terminators`() throws {
        let lines = String(decoding: Draft("850").bytes(newline: "\n"), as: UTF8.self)
        let (documents, errors) = try outcome(lines.replacing("LARKMOOR", with: "LARK\nMOOR"))
        #expect(documents == 0)
        #expect(errors == ["E-ELEMENT-CONTROL"])
    }

    @Test func `two groups of one number are told`() throws {
        let group = good.split(separator: "~").dropFirst().dropLast().joined(separator: "~") + "~"
        let twice = good.replacing(group, with: group + group).replacing("IEA*1", with: "IEA*2")
        let (documents, errors) = try outcome(twice)
        #expect(documents == 1)
        #expect(errors == ["E-GS-DUPLICATE"])
        let outcomes = try Outcomes.of(Array(twice.utf8))
        #expect(outcomes.groups.map(\.verdict) == [.accepted, .rejected])
        #expect(outcomes.groups[1].findings.map(\.code) == [.duplicateGroup])
    }

    @Test(arguments: [
        ("hello", "a document is a JSON object"), (#"[{"kind":"Invoice"}]"#, "a document is a JSON object"),
        ("", "a document is a JSON object"), (#"{"a":1}"#, "names no kind"),
        (#"{"kind":"Order"}"#, "no kind of document"),
    ])
    func `what is no document is refused by what it lacks`(text: String, reason: String) {
        let json = Array(text.utf8)
        let time = EnvelopeTime(date: "20261121", time: "0605")
        let (sent, failed) = Generation(.source, number: 1, time: time).write(json, [0..<json.count])
        #expect(sent.isEmpty)
        #expect(failed.first?.messages.first?.contains(reason) == true)
    }
}
