import Commerce
import X12

// How what we send is to look.
extension ProfileCheck {
    mutating func writing(_ written: ProfileDescription.WritingEntries) -> WritingPolicy {
        var policy = WritingPolicy()
        if let letters = word(written.letters, WritingPolicy.Letters.self, "$.writing.letters") {
            policy.letters = letters
        }
        if let characters = word(written.characters, WritingPolicy.Characters.self, "$.writing.characters") {
            policy.characters = characters
        }
        if let counts = word(written.counts, WritingPolicy.Counts.self, "$.writing.counts") { policy.counts = counts }
        if let hashTotal = word(written.hashTotal, WritingPolicy.HashTotal.self, "$.writing.hashTotal") {
            policy.hashTotal = hashTotal
        }
        for (index, entry) in written.replace.enumerated() {
            if entry.from.isEmpty {
                report(
                    "$.writing.replace[\(index)].from", "a replacement of nothing", "write what is to be replaced")
            }
            policy.replacements.append(WritingPolicy.Replacement(from: entry.from.string, to: entry.to.string))
        }
        readUnsendable(written.unsendable.string, into: &policy)
        for (index, qualifier) in written.identifiers.enumerated() {
            if qualifier.count == 2 {
                policy.identifiers.append(qualifier.string)
            } else {
                report(
                    "$.writing.identifiers[\(index)]",
                    "expected a qualifier of element 235, found \(quoted(qualifier.string))",
                    "write two characters such as \"UK\" or \"VN\"")
            }
        }
        return policy
    }

    /// `refuse`, or the character that is written instead.
    private mutating func readUnsendable(_ written: String, into policy: inout WritingPolicy) {
        if written == "refuse" { return }
        let scalars = Array(written.unicodeScalars)
        guard scalars.count == 1, (0x20..<0x7F).contains(scalars[0].value), policy.characters.has(scalars[0]) else {
            report(
                "$.writing.unsendable",
                "expected \"refuse\" or one character that can be sent, found \(quoted(written))",
                "write a character such as \" \" or \"-\", or \"refuse\"")
            return
        }
        policy.unsendable = written
    }
}

extension WritingPolicy.Letters: ProfileWord {}
extension WritingPolicy.Characters: ProfileWord {}
extension WritingPolicy.Counts: ProfileWord {}
extension WritingPolicy.HashTotal: ProfileWord {}
