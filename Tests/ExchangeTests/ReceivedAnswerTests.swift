import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What partners say in 997 and TA1 about what we sent.
@Suite struct ReceivedAnswerTests {
    private func answer(_ lines: [String]) throws -> (ReceivedGroupAnswer, [Finding]) {
        let outcomes = try Outcomes.of(Draft("997", [lines]))
        return (try #require(outcomes.sets.first?.answer), outcomes.sets.flatMap(\.businessFindings))
    }

    @Test func `a 997 is read to the last code`() throws {
        let (answer, findings) = try answer([
            "AK1*IN*0042", "AK2*810*0001", "AK5*A", "AK2*810*0002", "AK3*IT1*12*IT1*8", "AK4*4*212*6*2,50",
            "AK4*9>2*234*5", "AK3*TDS*20**3", "AK5*R*5*4", "AK2*810*0003", "AK5*E", "AK9*P*3*3*2*5",
        ])
        #expect(answer.kind == .functional && answer.controlNumber == "0001")
        #expect(answer.functionalCode == "IN" && answer.groupControlNumber == "0042" && answer.version.isEmpty)
        #expect(answer.verdict == .partiallyAccepted && answer.codes == ["5"])
        #expect(answer.claimed == 3 && answer.received == 3 && answer.accepted == 2)
        #expect(answer.sets.map(\.controlNumber) == ["0001", "0002", "0003"])
        #expect(answer.sets.map(\.verdict) == [.accepted, .rejected, .acceptedWithErrors])
        #expect(answer.sets.map(\.segmentIndex) == [3, 5, 11])
        #expect(answer.sets[1].codes == ["5", "4"])
        let notes = answer.sets[1].notes
        #expect(notes.map(\.segment) == ["IT1", "TDS"] && notes.map(\.position) == [12, 20])
        #expect(notes.map(\.loop) == ["IT1", ""] && notes.map(\.code) == ["8", "3"])
        #expect(notes[0].elements.map(\.element) == [4, 9] && notes[0].elements.map(\.component) == [nil, 2])
        #expect(notes[0].elements.map(\.number) == ["212", "234"] && notes[0].elements.map(\.code) == ["6", "5"])
        #expect(notes[0].elements.map(\.value) == ["2,50", nil])
        #expect(!answer.isClean)
        #expect(findings.map(\.code) == [.negativeAcknowledgment])
        #expect(findings.first?.message.contains("group IN 0042: 810 0002 is answered R") == true)
    }

    @Test func `a 997 without AK2 is a clean answer to a group`() throws {
        let (answer, findings) = try answer(["AK1*PO*7", "AK9*A*2*2*2"])
        #expect(answer.isClean && answer.sets.isEmpty && answer.received == 2)
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        (["AK2*850*0001", "AK5*A", "AK9*A*1*1*0"], "AK904"), (["AK2*850*0001", "AK5*R*5", "AK9*A*1*1*1"], "AK904"),
        (["AK2*850*0001", "AK5*A", "AK9*P*2*2*2"], "AK904"), (["AK2*850*0001", "AK5*A*5", "AK9*A*1*1*1"], "AK501"),
        (["AK2*850*0001", "AK5*A", "AK2*850*0002", "AK5*A", "AK9*A*1*1*1"], "AK903"),
        (["AK2*850*0001", "AK5*A", "AK2*850*0002", "AK5*A", "AK9*P*2*2*1"], "AK904"),
        (["AK2*850*0001", "AK3*BEG*2**5", "AK5*A", "AK9*A*1*1*1"], "AK501"),
    ])
    func `an acknowledgment that contradicts itself is told`(lines: [String], place: String) throws {
        let (_, findings) = try answer(["AK1*PO*1"] + lines)
        let found = findings.filter { $0.code == .answerContradiction }
        #expect(found.map(\.place) == [place])
        #expect(found.allSatisfy { $0.severity == .warning && !$0.message.isEmpty })
    }

    @Test(arguments: [
        (["AK2*850*0001", "AK5*R*5", "AK9*R*1*1*0"]), (["AK2*850*0001", "AK5*A", "AK9*R*2*2*0*4"]),
        (["AK2*850*0007", "AK5*R*5", "AK9*P*9*9*8"]), (["AK2*850*0001", "AK5*E", "AK9*E*1*1*1"]),
        (["AK2*850*0001", "AK5*M", "AK9*R*1*1*0"]),
    ])
    func `an acknowledgment that agrees with itself is taken as it is`(lines: [String]) throws {
        let (_, findings) = try answer(["AK1*PO*1"] + lines)
        #expect(findings.map(\.code) == [.negativeAcknowledgment])
    }

    @Test(arguments: [
        (["AK2*850*0001", "AK5*Z", "AK9*A*1*1*1"], "AK5", "AK501"),
        (["AK2*850*0001", "AK5*P", "AK9*P*2*2*1"], "AK5", "AK501"),
        (["AK2*850*0001", "AK5*A", "AK9*Q*1*1*1"], "AK9", "AK901"),
    ])
    func `a verdict that cannot be read is told and held`(lines: [String], segment: String, place: String) throws {
        let outcomes = try Outcomes.of(Draft("997", [["AK1*PO*1"] + lines]))
        let found = outcomes.sets.flatMap(\.businessFindings).filter { $0.code == .answerUnreadable }
        #expect(found.map(\.place) == [place])
        #expect(found.map(\.severity) == [.error])
        #expect(outcomes.sets.map(\.isUntranslatable) == [true])
    }

    @Test func `what is missing in a rejected 997 is read around, for a person`() throws {
        let lines = ["AK2*850*0001", "AK3*BEG*X**8", "AK4*X*373*8*2026>", "AK2*850*0002", "CTX*?", "IK4*1"]
        let outcomes = try Outcomes.of(Draft("997", [lines]))
        #expect(outcomes.letters == "R")
        #expect(outcomes.sets.flatMap(\.businessFindings).isEmpty)
        let answer = try #require(outcomes.sets.first?.answer)
        #expect(answer.groupControlNumber.isEmpty && answer.verdict == nil)
        #expect(answer.sets.map(\.controlNumber) == ["0001", "0002"])
        #expect(answer.sets.map(\.verdict) == [nil, nil])
        #expect(answer.sets[0].notes.first?.position == nil && answer.sets[0].notes.first?.segment == "BEG")
        #expect(answer.sets[1].notes.first?.elements.first?.element == 1)
    }

    @Test func `a rejected 997 has no answer to act on`() throws {
        let bytes = Draft("997", [["AK1*PO*1", "AK9*A*1*1*1"]]).replacing("SE", with: "SE*9*0001").bytes()
        #expect(try Outcomes.of(bytes).sets.map { $0.answer == nil } == [true])
    }

    @Test func `ten thousand notes are kept, in order`() throws {
        let notes = (1...10_000).flatMap { ["AK3*PO1*\($0)**8", "AK4*2*330*6*X\($0)"] }
        let (answer, _) = try answer(["AK1*PO*1", "AK2*850*0001"] + notes + ["AK5*R*5", "AK9*R*1*1*0"])
        #expect(answer.sets[0].notes.map(\.position) == (1...10_000).map { $0 })
        #expect(answer.sets[0].notes[9_999].elements.first?.value == "X10000")
        #expect(answer.omitted == 0)
    }
}

/// What partners say in TA1.
@Suite struct ReceivedInterchangeAnswerTests {
    private func outcomes(_ answers: [String]) throws -> Outcomes {
        var draft = Draft("850")
        draft.segments = [draft.segments[0]] + answers + ["IEA*0*000000001"]
        return try Outcomes.of(draft)
    }

    @Test func `a TA1 that refuses is told without refusing the interchange it came in`() throws {
        let outcomes = try outcomes(["TA1*000000007*261120*0605*R*025"])
        let interchange = try #require(outcomes.interchanges.first)
        #expect(interchange.verdict == .accepted && interchange.findings.isEmpty)
        #expect(
            interchange.answers.map(\.controlNumber) == ["000000007"] && interchange.answers.map(\.noteCode) == ["025"])
        #expect(interchange.answers.map(\.verdict) == [.rejected])
        #expect(interchange.businessFindings.map(\.code) == [.negativeAcknowledgment])
        #expect(interchange.businessFindings.map(\.severity) == [.error])
        #expect(!interchange.sendsInterchangeAcknowledgment)
    }

    @Test func `every TA1 of an interchange is read`() throws {
        let answers = try outcomes([
            "TA1*000000007*261120*0605*A*000", "TA1*000000008*261120*0606*E*022", "TA1*000000009*261120*0607*R*006",
        ])
        let interchange = try #require(answers.interchanges.first)
        #expect(interchange.answers.map(\.verdict) == [.accepted, .acceptedWithErrors, .rejected])
        #expect(interchange.businessFindings.map(\.severity) == [.warning, .error])
    }

    @Test(arguments: [
        ("TA1*7*261120*0605*A*000", [FindingCode.answerUnreadable]),
        ("TA1*000000007*261120*0605*X*000", [.answerUnreadable]),
        ("TA1*000000007*261120*0605*A*025", [.answerContradiction]),
        ("TA1*000000007*261120*0605*R*000", [.answerContradiction, .negativeAcknowledgment]),
        ("TA1*000000007*261120*0605*R*099", [.answerCode, .negativeAcknowledgment]),
        ("TA1*000000007*261120*0605*A*0", [.answerCode]),
        ("TA1", [.answerUnreadable, .answerCode, .answerUnreadable]),
    ])
    func `a TA1 that makes no sense is told`(segment: String, codes: [FindingCode]) throws {
        let interchange = try #require(try outcomes([segment]).interchanges.first)
        #expect(interchange.businessFindings.map(\.code) == codes)
        #expect(interchange.verdict == .accepted)
    }
}
