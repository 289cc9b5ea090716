import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// What we write as an answer, our own validator takes without a finding, and our reader reads back as what we meant.
@Suite struct AnswerRoundTripTests {
    /// The answers of an interchange as the interchange that goes back.
    static func interchange(_ outcomes: Outcomes) -> [UInt8]? {
        let answers = GroupAnswers.addressed(outcomes.groups, in: AcknowledgmentFixture.template)
        guard !answers.isEmpty else { return nil }
        let time = EnvelopeTime(date: "20261121", time: "0605")
        var writer = InterchangeWriter(
            GroupAnswers.envelope(of: answers, in: AcknowledgmentFixture.template), number: 7, time: time)
        for (ordinal, answer) in answers.enumerated() { answer.write(to: &writer, number: 7 + ordinal) }
        return writer.finish()
    }

    /// Checks one file both ways.
    private func check(_ bytes: [UInt8], _ kind: AcknowledgmentKind, _ name: String) throws {
        let sent = try AcknowledgmentFixture.outcomes(bytes, kind)
        guard let answer = Self.interchange(sent) else { return }
        let read = try Outcomes.of(answer)
        // Codes go back as they came, so those that are in no list are in none here either.
        let names = read.names().filter { $0 != "W-ELEMENT-CODE" && $0 != "N-ELEMENT-BLANKS" && $0 != "N-ISA-VERSION" }
        // AK202 is ST02 as received, because the sender looks for it: one of fewer than four characters stays so.
        if sent.sets.contains(where: { (1...3).contains($0.envelope.controlNumber.utf8.count) }) {
            #expect(names == ["E-ELEMENT-SHORT"], "\(name)")
            return
        }
        #expect(names == [], "\(name)")
        #expect(read.sets.allSatisfy { $0.verdict.isAccepted }, "\(name)")
        let answered = sent.groups.filter { $0.acknowledgment != nil }.sorted { $0.ordinal < $1.ordinal }
        let answers = read.sets.compactMap(\.answer)
        try #require(answers.count == answered.count, "\(name)")
        #expect(read.breaches.allSatisfy { $0 == "B-ACK-NEGATIVE" }, "\(name): \(read.breaches)")
        #expect(answers.allSatisfy { $0.kind == kind })
        let verdicts = answers.map { "\($0.functionalCode) \($0.letter) \($0.accepted ?? -1)/\($0.received ?? -1)" }
        let meant = answered.map { group in
            "\(group.header.code) \(group.verdict.letter) \(group.accepted)/\(group.received)"
        }
        if answered.allSatisfy({ $0.header.code.utf8.count == 2 }) { #expect(verdicts.sorted() == meant.sorted()) }
        let sets = sent.sets.filter { set in answered.contains { $0.ordinal == set.group } }
        guard answered.count == 1 else { return }
        let noted = answers[0].sets
        #expect(noted.map(\.letter) == sets.map(\.verdict.letter), "\(name)")
        for (note, set) in zip(noted, sets) where set.verdict != .accepted {
            let faults = set.findings.filter { $0.severity > .note && $0.code.entry.ack.segment != nil }
            #expect(
                note.notes.flatMap { one in one.elements.map { [one.position ?? 0, $0.element ?? 0] } }
                    == faults.filter { $0.element > 0 }.map { [$0.segmentIndex, $0.element] }
                    || faults.count > FunctionalAcknowledgment.maximumElementNotes, "\(name)")
            #expect(
                note.notes.filter { $0.elements.isEmpty }.map { $0.position }
                    == faults.filter { $0.element == 0 }.map { $0.segmentIndex }, "\(name)")
        }
    }

    @Test(arguments: AcknowledgmentFixture.cases, AcknowledgmentKind.allCases)
    func `the answer to a fixture is accepted and read back as it was meant`(
        fixture: AcknowledgmentFixture.Case, kind: AcknowledgmentKind
    ) throws {
        try check(fixture.bytes(), kind, fixture.name)
    }

    private static let corpus = Repository.files(in: "../shared/corpus", suffix: ".edi")

    @Test(.enabled(if: !corpus.isEmpty), arguments: AcknowledgmentKind.allCases)
    func `the answer to a file of the wild is accepted and read back as it was meant`(kind: AcknowledgmentKind) throws {
        for file in Self.corpus {
            try check([UInt8](try Data(contentsOf: file)), kind, file.lastPathComponent)
        }
    }
}
