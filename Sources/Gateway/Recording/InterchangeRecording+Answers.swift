import Exchange
import Ledger
import X12

// TA1, 997 and 999: their control numbers are drawn, and they are put into the outbox, in the interchange's transaction.
extension InterchangeRecording {
    /// Answers with a TA1, in an interchange of its own.
    func answer(
        _ judgement: InterchangeAcknowledgment, to id: Int, _ done: inout RecordedInterchange,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let template = interchange.rules.answerTemplate else { return }
        let number = try transaction.nextNumber(.interchange, of: template, for: "TA1 of interchange \(id)", at: time)
        var writer = InterchangeWriter(template, number: number, time: EnvelopeTime(milliseconds: time))
        writer.acknowledgment(judgement)
        try record(.interchange, number: number, bytes: writer.finish(), answering: id, &done, in: transaction)
    }

    /// Answers all groups with 997s or 999s in one interchange, a group for each pair of application codes they came with.
    func answerGroups(
        of id: Int, _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let template = interchange.rules.answerTemplate else { return }
        let answers = GroupAnswers.addressed(rows.groups.map(\.outcome), in: template)
        guard !answers.isEmpty else { return }
        let kind: Ledger.Acknowledgment.Kind =
            answers.contains { $0.form.kind == .implementation } ? .implementation : .functional
        let purpose = "\(kind.rawValue) of interchange \(id)"
        let number = try transaction.nextNumber(.interchange, of: template, for: purpose, at: time)
        var writer = InterchangeWriter(
            GroupAnswers.envelope(of: answers, in: template), number: number,
            time: EnvelopeTime(milliseconds: time))
        for answer in answers {
            let group = try transaction.nextNumber(.group, of: template, for: purpose, at: time)
            answer.write(to: &writer, number: group)
        }
        try record(kind, number: number, bytes: writer.finish(), answering: id, &done, in: transaction)
    }

    /// Puts the answers to an earlier interchange into the outbox once more, byte for byte.
    func answerAgain(_ earlier: Int, in transaction: borrowing Ledger.Transaction) throws(LedgerError) {
        // Of one whose bytes were taken away by policy there is nothing to send.
        for answer in try ledger.acknowledgments(ofInterchange: earlier) where !answer.bytes.isEmpty {
            try enqueue(answer.entry, id: answer.id, in: transaction)
        }
    }

    private func record(
        _ kind: Ledger.Acknowledgment.Kind, number: Int, bytes: [UInt8], answering id: Int,
        _ done: inout RecordedInterchange, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let answer = Ledger.Acknowledgment(
            interchangeID: id, kind: kind, controlNumber: InterchangeWriter.filled(number, 9), createdAt: time,
            bytes: bytes)
        try enqueue(answer, id: try transaction.insert(answer), in: transaction)
        done.acknowledgments += 1
    }

    private func enqueue(
        _ answer: Ledger.Acknowledgment, id: Int, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let file = DeliveryFile.acknowledgment(
            id, kind: answer.kind.rawValue, number: answer.controlNumber,
            answered: interchange.survey.header?.controlNumber ?? "", recipient: recipient, createdAt: time)
        try transaction.enqueue(file, by: recorder.rules.addresses)
    }
}

/// A series of control numbers.
enum NumberSeries: String { case interchange, group }

extension Ledger.Transaction {
    /// Draws the next number of a series between the two sides of an envelope.
    func nextNumber(
        _ series: NumberSeries, of template: EnvelopeTemplate, for purpose: String, at time: Int64
    ) throws(LedgerError) -> Int {
        try nextControlNumber(
            Ledger.NumberSeries(
                ourIdentity: template.sender.description, partnerIdentity: template.receiver.description,
                usage: template.usage, series: series.rawValue),
            for: purpose, at: time)
    }
}
