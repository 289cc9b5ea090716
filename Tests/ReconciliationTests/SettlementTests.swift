import Reconciliation
import Testing
import X12

/// What an answer comes to for the sets it is about.
@Suite struct SettlementTests {
    private static let group = SentGroup(
        id: 1, functionalCode: "PO", controlNumber: "7",
        sets: [
            SentGroup.Sent(id: 10, set: "850", controlNumber: "0001"),
            SentGroup.Sent(id: 11, set: "850", controlNumber: "0002"),
        ])

    /// An answer: AK901, and AK201, AK202 and AK501 of its AK2 loops.
    private static func answer(_ letter: String, _ sets: [(String, String, String)] = []) -> ReceivedGroupAnswer {
        var answer = ReceivedGroupAnswer(kind: .functional)
        answer.functionalCode = "PO"
        answer.groupControlNumber = "7"
        answer.letter = letter
        for (index, set) in sets.enumerated() {
            var one = ReceivedSetAnswer()
            (one.set, one.controlNumber, one.letter) = set
            one.segmentIndex = index * 2 + 3
            answer.sets.append(one)
        }
        return answer
    }

    @Test(arguments: [
        ("A", [], "accepted accepted"), ("E", [], "accepted-with-errors accepted-with-errors"),
        ("R", [], "rejected rejected"), ("X", [], "rejected rejected"),
        ("P", [], "partially-accepted partially-accepted"), ("", [], ""), ("?", [], ""),
        ("P", [("850", "0001", "A"), ("850", "0002", "R")], "accepted rejected"),
        ("P", [("850", "0002", "R")], "partially-accepted rejected"),
        ("A", [("850", "1", "E")], "accepted-with-errors accepted"),
        // A group refused as a whole takes its sets with it.
        ("R", [("850", "0001", "A"), ("850", "0002", "R")], "rejected rejected"),
        // No AK9: each set speaks for itself.
        ("", [("850", "0001", "A")], "accepted"),
        // Named twice: the refusal counts.
        ("P", [("850", "0001", "R"), ("850", "0001", "A")], "rejected partially-accepted"),
    ])
    func `sets are settled`(letter: String, sets: [(String, String, String)], states: String) {
        let settled = GroupSettlement(Self.group, Self.answer(letter, sets))
        #expect(settled.sets.map(\.state.rawValue).joined(separator: " ") == states)
        #expect(settled.sets.allSatisfy { $0.effect == .settled })
        #expect(settled.strangers.isEmpty)
    }

    @Test func `a set that was not sent is a stranger`() {
        let settled = GroupSettlement(Self.group, Self.answer("P", [("810", "0001", "R"), ("850", "0009", "R")]))
        #expect(settled.strangers.map(\.controlNumber) == ["0001", "0009"])
        #expect(settled.sets.map(\.state) == [.partiallyAccepted, .partiallyAccepted])
    }

    @Test(arguments: [
        (AnswerState.waiting, AnswerState.rejected, AnswerEffect.settled), (.accepted, .accepted, .confirmed),
        (.accepted, .acceptedWithErrors, .confirmed), (.accepted, .rejected, .contradicted),
        (.rejected, .accepted, .contradicted), (.rejected, .rejected, .confirmed),
        (.partiallyAccepted, .rejected, .settled), (.partiallyAccepted, .partiallyAccepted, .confirmed),
        (.accepted, .partiallyAccepted, .confirmed), (.notExpected, .accepted, .settled),
    ])
    func `one more answer`(known: AnswerState, answer: AnswerState, effect: AnswerEffect) {
        #expect(AnswerEffect(of: answer, on: known) == effect)
    }

    @Test func `a TA1 that refuses takes all sets with it, one that accepts settles none`() {
        var answer = ReceivedInterchangeAnswer(
            controlNumber: "000000007", date: "260310", time: "0930", letter: "R", noteCode: "024")
        #expect(Settlement.of(answer, on: [Self.group]).map(\.state) == [.rejected, .rejected])
        answer.letter = "A"
        #expect(Settlement.of(answer, on: [Self.group]).isEmpty)
    }

    @Test func `of two groups of one number the one that waits is meant, else the later`() {
        var answered = Self.group
        for index in answered.sets.indices { answered.sets[index].state = .accepted }
        var later = answered
        later.id = 2
        #expect(SentGroup.meant(among: [Self.group, later])?.id == 1)
        #expect(SentGroup.meant(among: [answered, later])?.id == 2)
        #expect(SentGroup.meant(among: []) == nil)
        #expect(Self.group.isNamed(by: "PO", "007") && !Self.group.isNamed(by: "IN", "7"))
    }
}
