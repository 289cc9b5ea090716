public import X12

/// What is known of a partner when its profile is begun.
public struct ProfileDraft: Sendable {
    /// The folder's name.
    public var id: String
    /// The name as people say it.
    public var name: String
    /// What the partner is to us.
    public var role: Profile.Role
    /// The kind of trade.
    public var template: ProfileTemplate
    /// The layers under it.
    public var extends: [String] = []
    /// Who sends and receives production data; nil leaves it to be filled in.
    public var production: Profile.Identities?
    /// Who sends and receives test data.
    public var test: Profile.Identities?
    /// GS08.
    public var version = "004010"
    /// Whether we ask for a TA1.
    public var asksForAcknowledgment = false
    /// The delimiters of what we send.
    public var delimiters = Delimiters()
    /// What follows each segment terminator.
    public var suffix = Profile.Suffix.lineFeed

    /// Begins a draft.
    public init(id: String, name: String, role: Profile.Role = .supplier, template: ProfileTemplate) {
        self.id = id
        self.name = name
        self.role = role
        self.template = template
    }

    /// The text of `profile.json5`.
    public func profileText() -> String {
        var lines = [
            "// \(Self.comment(name)): begun from the template \(template.rawValue), \(template.summary).",
            "// Every field and what it means: edigate partner explain \(id) FIELD, or the article Profile reference.",
            "{", "  schemaVersion: 1,", "  id: \(Self.quote(id)),", "  name: \(Self.quote(name)),",
            "  role: \(Self.quote(role.rawValue)),",
            "  stage: \"draft\", // only test data goes; `partner promote` brings it on",
        ]
        if !extends.isEmpty { lines.append("  extends: [\(extends.map(Self.quote).joined(separator: ", "))],") }
        lines.append("")
        lines += identityLines()
        let release = String(version.prefix(5))
        lines += [
            "",
            "  envelope: { isa12: \"\(release)\", isa14: \"\(asksForAcknowledgment ? 1 : 0)\", gs08: \(Self.quote(version)) },"
                + (asksForAcknowledgment ? " // we ask for a TA1" : ""),
            "  syntax: { \(syntax) },",
            "  ack: { functional: \"997\", ta1: \"onError\" },",
        ]
        if extends.isEmpty { lines += documentLines() }
        if !template.levels.isEmpty, documents.contains(where: { $0.set == "856" && $0.direction == .inbound }) {
            let paths = template.levels.map(Self.quote).joined(separator: ", ")
            lines += ["", "  hierarchy: [{ set: \"856\", paths: [\(paths)] }],"]
        }
        if !template.clocks.isEmpty {
            lines += ["", "  // h and d count on the wall, bh and bd at work."]
            lines += ["  clocks: {", "    acknowledgment: \"24h\","]
            lines += template.clocks.map { "    \($0.name): \"\($0.term)\"," } + ["  },"]
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    /// The text of `guide.json5`; nil when the template has no rules.
    public func guideText() -> String? {
        // What a customer is sent is for the customer to rule.
        guard !template.guide.isEmpty, role != .customer else { return nil }
        var lines = [
            "// What \(Self.comment(name)) is held to beyond the standard: a line a rule, see the article Writing a",
            "// companion guide. `edigate partner lint \(id)` tells rules that can never apply.", "{",
            "  schemaVersion: 1,", "  title: \(Self.quote("Guide for \(name)")),", "  sets: [",
        ]
        for (set, rules) in template.guide {
            lines.append("    { set: \"\(set)\", direction: \"in\", rules: [")
            lines += rules.map { "      \($0)," } + ["    ] },"]
        }
        return (lines + ["  ],", "}", ""]).joined(separator: "\n")
    }

    // MARK: - Parts

    /// A customer's documents go the other way.
    var documents: [(set: String, direction: Profile.Direction, remark: String)] {
        guard role == .customer else { return template.documents }
        let mirrored = ["850": "its orders", "855": "we confirm", "856": "we announce goods", "810": "we bill"]
        return template.documents.map { ($0.set, $0.direction.reversed, mirrored[$0.set] ?? "") }
    }

    private func documentLines() -> [String] {
        guard !documents.isEmpty else { return ["", "  // Without documents any set goes either way."] }
        return ["", "  documents: ["]
            + documents.map { entry in
                "    { set: \"\(entry.set)\", direction: \"\(entry.direction.rawValue)\" },"
                    + (entry.remark.isEmpty ? "" : " // \(entry.remark)")
            } + ["  ],"]
    }

    private func identityLines() -> [String] {
        var lines = ["  identities: {"]
        for (usage, identities) in [(Profile.Usage.production, production), (.test, test)] {
            guard let identities else { continue }
            lines += [
                "    \(usage.rawValue): {", "      partner: \(Self.side(identities.partner)),",
                "      us: \(Self.side(identities.us)),", "    },",
            ]
        }
        if production == nil { lines.append("    // production: { partner: { isa: [{ qualifier, id }], gs }, us: … }") }
        return lines + ["  },"]
    }

    private var syntax: String {
        var parts = [
            "element: \(Self.mark(delimiters.element))", "component: \(Self.mark(delimiters.component))",
            "segment: \(Self.mark(delimiters.segment))",
        ]
        if let repetition = delimiters.repetition { parts.append("repetition: \(Self.mark(repetition))") }
        return (parts + ["suffix: \(Self.quote(suffix.rawValue))"]).joined(separator: ", ")
    }

    private static func side(_ party: Profile.Party) -> String {
        let ids = party.interchangeIDs.map { "{ qualifier: \(quote($0.qualifier)), id: \(quote($0.id)) }" }
        return "{ isa: [\(ids.joined(separator: ", "))], gs: [\(party.groupCodes.map(quote).joined(separator: ", "))] }"
    }

    /// A delimiter as a string, one that cannot be seen as an escape.
    static func mark(_ byte: UInt8) -> String {
        guard byte < 0x20 || byte >= 0x7F else { return quote(String(decoding: [byte], as: UTF8.self)) }
        let hex = String(byte, radix: 16)
        return "\"\\u" + String(repeating: "0", count: 4 - hex.count) + hex + "\""
    }

    /// A text as a string of JSON5.
    static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted += "\\"
                quoted.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A text that can stand in a comment of one line.
    static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0 }))
    }
}
