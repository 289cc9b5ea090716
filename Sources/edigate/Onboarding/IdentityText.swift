import Partners
import X12

/// An identity as it is given on the command line: `QUALIFIER:ID` or `QUALIFIER:ID/GS`.
enum IdentityText {
    /// Reads one; without `/GS` the code of groups is the identifier.
    static func read(_ text: String) -> Result<Profile.Party, AnswerFault> {
        let slash = text.firstIndex(of: "/")
        let id = text[..<(slash ?? text.endIndex)]
        guard let colon = id.firstIndex(of: ":"), id[..<colon].count == 2, !id[id.index(after: colon)...].isEmpty else {
            return .failure(
                AnswerFault(
                    "an identity is QUALIFIER:ID or QUALIFIER:ID/GS, such as 01:123456789/ACME, not \(text)"))
        }
        let identifier = String(id[id.index(after: colon)...])
        let code = slash.map { String(text[text.index(after: $0)...]) } ?? identifier
        guard (1...15).contains(identifier.utf8.count) else {
            return .failure(AnswerFault("an ISA identifier has 1 to 15 characters, not \(identifier.utf8.count)"))
        }
        guard (2...15).contains(code.utf8.count) else {
            return .failure(AnswerFault("a GS code has 2 to 15 characters, not \(code.utf8.count): \(code)"))
        }
        return .success(
            Profile.Party(
                interchangeIDs: [PartyID(qualifier: String(id[..<colon]), id: identifier)], groupCodes: [code]))
    }

    /// The first identity of a side as it would be given.
    static func text(_ party: Profile.Party) -> String {
        guard let id = party.interchangeIDs.first else { return "" }
        return "\(id)" + (party.groupCodes.first.map { "/\($0)" } ?? "")
    }
}

extension Arguments {
    /// An identity given by an option; nil without it.
    func identity(_ option: String) throws(CommandFailure) -> Profile.Party? {
        guard let text = value(option) else { return nil }
        switch IdentityText.read(text) {
        case .success(let party): return party
        case .failure(let fault): throw .usage("\(option): \(fault.reason)")
        }
    }
}
