import Partners
import X12

/// Texts and envelopes that the tests share.
enum Sample {
    /// The profiles of a directory by folder name.
    static func texts(_ texts: [String: String]) -> [String: ProfileText] {
        Dictionary(
            uniqueKeysWithValues: texts.map { name, text in
                (name, ProfileText(path: "\(name)/profile.json5", bytes: Array(text.utf8)))
            })
    }

    /// Loads profiles over bases, whose paths are `_base/NAME.json5`.
    static func load(_ profiles: [String: String], bases: [String: String] = [:]) -> (PartnerDirectory, [ProfileFault])
    {
        let bases = bases.map { ($0, ProfileText(path: "_base/\($0).json5", bytes: Array($1.utf8))) }
        return PartnerDirectory.load(profiles: texts(profiles), bases: Dictionary(uniqueKeysWithValues: bases))
    }

    /// A sound profile of the partner `acme`, an entry a line, with lines put in place of those of the same key.
    static func acme(_ changes: [String: String?] = [:], id: String = "acme") -> String {
        var lines: [(key: String, value: String)] = [
            ("schemaVersion", "1"),
            ("id", "\"\(id)\""),
            ("name", "\"Acme\""),
            ("role", "\"supplier\""),
            ("stage", "\"production\""),
            (
                "identities",
                "{ production: \(sides(partner: "01:123456789/ACME")), test: \(sides(partner: "01:123456789T/ACMET")) }"
            ),
        ]
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let index = lines.firstIndex(where: { $0.key == key }) {
                if let value { lines[index].value = value } else { lines.remove(at: index) }
            } else if let value {
                lines.append((key, value))
            }
        }
        return "{\n" + lines.map { "  \($0.key): \($0.value),\n" }.joined() + "}\n"
    }

    /// Both sides of a usage: identities as `QUALIFIER:ID/CODE`.
    static func sides(partner: String, us: String = "ZZ:HUB/HUB") -> String {
        "{ partner: \(side(partner)), us: \(side(us)) }"
    }

    private static func side(_ text: String) -> String {
        let parts = text.split { $0 == ":" || $0 == "/" }.map(String.init)
        return "{ isa: [{ qualifier: \"\(parts[0])\", id: \"\(parts[1])\" }], gs: [\"\(parts[2])\"] }"
    }

    /// The headers of an interchange, as the reader finds them.
    static func header(_ sender: String, _ receiver: String, usage: String = "P") throws -> InterchangeHeader {
        let from = sender.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let to = receiver.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var template = EnvelopeTemplate(
            sender: PartyID(qualifier: "ZZ", id: from[1]), receiver: PartyID(qualifier: "ZZ", id: to[1]),
            applicationSender: "AA", applicationReceiver: "BB")
        // Set after, so that a qualifier of one character stays as it is.
        template.sender.qualifier = from[0]
        template.receiver.qualifier = to[0]
        template.usage = usage
        var writer = InterchangeWriter(template, number: 1, time: EnvelopeTime(date: "20260309", time: "0840"))
        var reader = InterchangeReader(MemorySource(writer.finish()))
        guard let header = try reader.next()?.header else { throw NoHeader() }
        return header
    }

    struct NoHeader: Error {}

    static func group(_ sender: String, _ receiver: String) -> GroupHeader {
        var group = GroupHeader()
        group.code = "PR"
        group.sender = sender
        group.receiver = receiver
        return group
    }
}

extension Route {
    /// The route in a few words: `in acme`, `out acme`, or the name of the refusal and the partner it names.
    var summary: String {
        switch self {
        case .inbound(let profile): "in \(profile.id)"
        case .outbound(let profile): "out \(profile.id)"
        case .refused(let code, let partner, _, _): "\(code.entry.name) \(partner?.id ?? "-")"
        }
    }

    /// The explanation and the remedy of a refusal.
    var words: String {
        guard case .refused(_, _, let explanation, let remedy) = self else { return "" }
        return explanation + "\n" + remedy
    }
}
