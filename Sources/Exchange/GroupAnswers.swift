public import X12

/// The 997s or 999s that go back under one GS: an answer goes to where its group came from, in its own version.
public struct GroupAnswers: Sendable {
    /// GS02 of the answer.
    public var sender: String
    /// GS03 of the answer.
    public var receiver: String
    /// The set, and GS08 of the answer.
    public var form: AcknowledgmentForm
    /// The 997s or 999s, in the order of their groups.
    public var acknowledgments: [FunctionalAcknowledgment]

    /// Sorts the answers to an interchange by their form, and by the application codes their groups came with, turned
    /// round.
    ///
    /// - Parameters:
    ///   - groups: The judged groups.
    ///   - template: The envelope of the answers; its codes stand for groups that came with none that can be sent.
    /// - Returns: A value for each form and pair of codes, in the order of the first group of each.
    public static func addressed(_ groups: [GroupOutcome], in template: EnvelopeTemplate) -> [GroupAnswers] {
        var answers: [GroupAnswers] = []
        for group in groups {
            guard let acknowledgment = group.acknowledgment else { continue }
            let sender = code(group.header.receiver, template.delimiters) ?? template.applicationSender
            let receiver = code(group.header.sender, template.delimiters) ?? template.applicationReceiver
            let form = acknowledgment.form
            let known = answers.firstIndex { $0.sender == sender && $0.receiver == receiver && $0.form == form }
            if let known {
                answers[known].acknowledgments.append(acknowledgment)
            } else {
                answers.append(
                    GroupAnswers(sender: sender, receiver: receiver, form: form, acknowledgments: [acknowledgment]))
            }
        }
        return answers
    }

    /// The envelope that carries these answers: that of the template, of a later release where an answer's version asks
    /// for one.
    public static func envelope(of answers: [GroupAnswers], in template: EnvelopeTemplate) -> EnvelopeTemplate {
        answers.reduce(template) { $0.carrying($1.form.version) }
    }

    /// Writes these answers as one functional group.
    public func write(to writer: inout InterchangeWriter, number: Int) {
        writer.beginGroup(code: "FA", number: number, from: sender, to: receiver, version: form.version)
        for (index, acknowledgment) in acknowledgments.enumerated() {
            writer.set(
                form.kind.rawValue, number: InterchangeWriter.filled(index + 1, 4), convention: form.convention,
                segments: acknowledgment.segments, count: acknowledgment.segmentCount)
        }
    }

    /// A code that can be sent back as it came: 2 to 15 printable characters that separate nothing.
    private static func code(_ text: String, _ delimiters: Delimiters) -> String? {
        let isSendable = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !delimiters.contains($0) }
        return (2...15).contains(text.utf8.count) && isSendable ? text : nil
    }
}
