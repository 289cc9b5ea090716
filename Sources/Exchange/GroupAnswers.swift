public import X12

/// The 997s that go back under one GS: an answer goes to where its group came from.
public struct GroupAnswers: Sendable {
    /// GS02 of the answer.
    public var sender: String
    /// GS03 of the answer.
    public var receiver: String
    /// The 997s, in the order of their groups.
    public var acknowledgments: [FunctionalAcknowledgment]

    /// Sorts the 997s of an interchange by the application codes their groups came with, turned round.
    ///
    /// - Parameters:
    ///   - groups: The judged groups.
    ///   - template: The envelope of the answers; its codes stand for groups that came with none that can be sent.
    /// - Returns: A value for each pair of codes, in the order of the first group of each.
    public static func addressed(_ groups: [GroupOutcome], in template: EnvelopeTemplate) -> [GroupAnswers] {
        var answers: [GroupAnswers] = []
        for group in groups {
            guard let acknowledgment = group.acknowledgment else { continue }
            let sender = code(group.header.receiver, template.delimiters) ?? template.applicationSender
            let receiver = code(group.header.sender, template.delimiters) ?? template.applicationReceiver
            if let known = answers.firstIndex(where: { $0.sender == sender && $0.receiver == receiver }) {
                answers[known].acknowledgments.append(acknowledgment)
            } else {
                answers.append(GroupAnswers(sender: sender, receiver: receiver, acknowledgments: [acknowledgment]))
            }
        }
        return answers
    }

    /// A code that can be sent back as it came: 2 to 15 printable characters that separate nothing.
    private static func code(_ text: String, _ delimiters: Delimiters) -> String? {
        let isSendable = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !delimiters.contains($0) }
        return (2...15).contains(text.utf8.count) && isSendable ? text : nil
    }
}
