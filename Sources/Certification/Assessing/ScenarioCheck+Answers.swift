import Partners
import Reconciliation
import X12

// What the partner says about what we sent: 997, 999 and TA1.
extension ScenarioCheck {
    mutating func checkAnswers() {
        if scenario == .badEnvelope {
            checkRefusal()
            return
        }
        guard !conversation.sent.isEmpty else { return }
        if profile.functionalAcknowledgment != .nothing { checkGroupAnswers() }
        if scenario == .happyPath, profile.asksForAcknowledgment { checkInterchangeAnswers() }
        if scenario == .duplicate { checkSameAnswers() }
    }

    private mutating func checkGroupAnswers() {
        let kind = profile.functionalAcknowledgment.rawValue
        var missing: [String] = []
        var problems: [ReplyProblem] = []
        for (index, message) in conversation.sent.enumerated() {
            let group = SentGroup(
                id: index, functionalCode: message.functionalCode, controlNumber: String(message.number),
                sets: [SentGroup.Sent(id: 0, set: message.set, controlNumber: "0001")])
            let answers = replies.groupAnswers.filter { ReplySorting.answers($0.answer, message) }
            problems += answers.flatMap { answer in
                answer.problems.map { ReplyProblem("\(answer.file): \($0.text)", remedy: $0.remedy) }
            }
            let settled = answers.flatMap { answer in
                GroupSettlement(group, answer.answer).sets.map { (answer.file, $0) }
            }
            if settled.isEmpty { missing.append(message.fileName) }
            for (file, settlement) in settled where !settlement.state.isAcceptance {
                problems.append(
                    ReplyProblem(
                        "\(file): our \(message.set) (\(message.fileName)) is answered \(settlement.letter)"
                            + Self.notes(settlement),
                        remedy: "it keeps the guide that was agreed on: mend what reads it, or have the guide changed"))
            }
        }
        expectations.add(
            "997", "What we send is acknowledged (\(kind)) and accepted.",
            waitsFor: missing.isEmpty ? nil : "the \(kind) for \(missing.joined(separator: ", "))", problems: problems)
    }

    private static func notes(_ settlement: Settlement) -> String {
        let notes = settlement.notes.prefix(3).map { note in
            "\(note.segment) at segment \(note.position.map(String.init) ?? "?")"
                + (note.code.isEmpty ? "" : ", code \(note.code)")
        }
        return notes.isEmpty ? "" : ": " + notes.joined(separator: "; ")
    }

    private mutating func checkInterchangeAnswers() {
        let answered = replies.interchangeAnswers
        let missing = conversation.sent.filter { message in
            !answered.contains { Int($0.answer.controlNumber) == message.number }
        }
        expectations.add(
            "ta1", "Our interchanges ask for a TA1, and each gets one that accepts it.",
            waitsFor: missing.isEmpty ? nil : "the TA1 for \(missing.map(\.fileName).joined(separator: ", "))",
            problems: answered.filter { $0.answer.verdict != .accepted }.map {
                ReplyProblem(
                    "\($0.file): interchange \($0.answer.controlNumber) is answered \($0.answer.letter) with note "
                        + $0.answer.noteCode,
                    remedy: "its envelope is as agreed: mend what reads it")
            })
    }

    private mutating func checkSameAnswers() {
        guard let message = conversation.sent.first else { return }
        let groups = replies.groupAnswers.filter { ReplySorting.answers($0.answer, message) }
        let interchanges = replies.interchangeAnswers.filter { Int($0.answer.controlNumber) == message.number }
        let letters = Set(groups.map(\.answer.letter)).sorted()
        let notes = Set(interchanges.map { "\($0.answer.letter) \($0.answer.noteCode)" }).sorted()
        var problems: [ReplyProblem] = []
        func differ(_ what: String, _ values: [String]) {
            guard values.count > 1 else { return }
            problems.append(
                ReplyProblem(
                    "the same interchange came twice and is answered \(values.joined(separator: " and ")) by \(what)",
                    remedy: "answer a retransmission (same ISA13, same bytes) as it was answered before"))
        }
        differ(profile.functionalAcknowledgment.rawValue, letters)
        differ("TA1", notes)
        let isOpen = groups.isEmpty && interchanges.isEmpty
        guard profile.functionalAcknowledgment != .nothing || Expectations.answersInterchanges(profile) else { return }
        expectations.add(
            "same-answer", "Both copies get the same answer.", waitsFor: isOpen ? "an answer to both copies" : nil,
            problems: problems)
    }

    // MARK: - Damaged envelopes

    private mutating func checkRefusal() {
        if let message = conversation.sent.first { checkRefusal(of: message) }
        guard sets.isSent(byPartner: "850") else { return }
        // Theirs: our own judgement of it is what they would get.
        let refused = replies.interchanges.filter { !$0.isAccepted }
        expectations.add(
            "refused", "An interchange with a damaged envelope is refused by us with a TA1.",
            waitsFor: replies.interchanges.isEmpty ? "an 850 for \(subject) whose IEA02 is not ISA13" : nil,
            problems: refused.isEmpty
                ? replies.interchanges.map {
                    ReplyProblem(
                        "\($0.file): interchange \($0.controlNumber) has an envelope without fault",
                        remedy: "write another number into IEA02 than ISA13 has")
                } : [])
    }

    private mutating func checkRefusal(of message: TestMessage) {
        let judged = ReplyReader(profile).read(message.bytes, file: message.fileName).interchanges.first
        let right = judged?.noteCode ?? ""
        let answers = replies.interchangeAnswers.filter { Int($0.answer.controlNumber) == message.number }
        if Expectations.answersInterchanges(profile) {
            expectations.add(
                "ta1", "The damaged interchange is refused by a TA1 R with note \(right).",
                waitsFor: answers.isEmpty ? "the TA1 for \(message.fileName)" : nil,
                problems: answers.filter { $0.answer.verdict != .rejected || $0.answer.noteCode != right }.map {
                    ReplyProblem(
                        "\($0.file): it is answered \($0.answer.letter) with note \($0.answer.noteCode)",
                        remedy: "answer R with \(right): IEA02 is not ISA13")
                })
        }
        let accepted = replies.groupAnswers.filter {
            ReplySorting.answers($0.answer, message) && $0.answer.verdict != .rejected
        }
        expectations.add(
            "no-997", "No group of the damaged interchange is accepted.",
            waitsFor: hasReplies ? nil : "any answer to these scenarios",
            problems: accepted.map {
                ReplyProblem(
                    "\($0.file): its group \($0.answer.groupControlNumber) is answered \($0.answer.letter)",
                    remedy: "of an interchange that is refused no group is processed")
            })
    }
}
