import X12

/// Writes what was inferred as a profile and a guide, the evidence behind each line.
struct InferenceWriter {
    let id: String
    let name: String?
    let envelope: EnvelopeInference
    let parts: [SetInference]
    let relaxations: [Relaxation]
    let contradictions: [String]
    let left: [String]
    let without: Set<String>

    // MARK: - The profile

    func profileText() -> String {
        var lines = [
            "// Read out of samples: a draft. Each line says how much speaks for it; look at the contradictions first.",
            "// Whoever knows the partner's specification has the last word.",
        ]
        lines += comments("CONTRADICTION", contradictions) + comments("left out", left)
        lines += [
            "{", "  schemaVersion: 1,", "  id: \(quote(id)),",
            "  name: \(quote(name ?? id))," + (name == nil ? " // its name is in no envelope" : ""),
        ]
        lines += ["  role: \"\(role)\", // \(roleReason)", "  stage: \"draft\",", ""]
        lines += identityLines() + envelopeLines() + documentLines() + levelLines() + severityLines() + nameLines()
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private func comments(_ word: String, _ texts: [String]) -> [String] {
        let shown = texts.prefix(40).map { "// \(word): \(ProfileDraft.comment($0))" }
        return shown + (texts.count > 40 ? ["// \(word): \(texts.count - 40) more"] : [])
    }

    /// It sells when it sends what sellers send, or is sent orders.
    private var role: String { isCustomer ? "customer" : "supplier" }

    private var isCustomer: Bool {
        let sends = envelope.documents.filter { $0.document.direction == .inbound }.map(\.document.set)
        let takes = envelope.documents.filter { $0.document.direction == .outbound }.map(\.document.set)
        return !Set(["850", "860", "875", "940"]).isDisjoint(with: sends)
            || !Set(["855", "856", "810", "880"]).isDisjoint(with: takes)
    }

    private var roleReason: String {
        let sends = envelope.documents.filter { $0.document.direction == .inbound }.map(\.document.set)
        return sends.isEmpty ? "by what it is sent" : "it sends \(sends.joined(separator: ", "))"
    }

    private func identityLines() -> [String] {
        var lines = ["  identities: {"]
        for usage in Profile.Usage.allCases {
            guard let partner = envelope.partner(usage), let us = envelope.us(usage) else { continue }
            let count = envelope.count(usage)
            lines += [
                "    \(usage.rawValue): { // \(count) interchanges",
                "      partner: \(side(partner, envelope.codes[usage]?.partner)),",
                "      us: \(side(us, envelope.codes[usage]?.us)),", "    },",
            ]
        }
        return lines + ["  },"]
    }

    private func side(_ id: PartyID, _ codes: [String]?) -> String {
        // A group code is needed; interchanges of TA1s alone have none.
        let codes = codes.flatMap { $0.isEmpty ? nil : $0 } ?? [id.id.utf8.count > 1 ? id.id : id.id + id.id]
        return
            "{ isa: [{ qualifier: \(quote(id.qualifier)), id: \(quote(id.id)) }], gs: [\(codes.map(quote).joined(separator: ", "))] }"
    }

    private func envelopeLines() -> [String] {
        var delimiters = [
            "element: \(ProfileDraft.mark(envelope.delimiters.element))",
            "component: \(ProfileDraft.mark(envelope.delimiters.component))",
            "segment: \(ProfileDraft.mark(envelope.delimiters.segment))",
        ]
        if let repetition = envelope.delimiters.repetition, Int(envelope.interchangeVersion) ?? 0 >= 402 {
            delimiters.append("repetition: \(ProfileDraft.mark(repetition))")
        }
        delimiters.append("suffix: \(quote(envelope.suffix.rawValue))")
        let isClean =
            Set([envelope.delimiters.element, envelope.delimiters.component, envelope.delimiters.segment]).count == 3
            && envelope.delimiters.areUsable
        return [
            "", "  // What it sends it can read: we write the same. \(evidence("ISA12")), \(evidence("GS08"))",
            "  envelope: { isa12: \(quote(envelope.interchangeVersion)), isa14: \"0\", gs08: \(quote(envelope.groupVersion)) },",
            isClean
                ? "  syntax: { \(delimiters.joined(separator: ", ")) }, // \(evidence("delimiters"))"
                : "  // syntax: its delimiters (\(EnvelopeInference.show(envelope.delimiters))) cannot be written; ours are the usual ones",
            "  ack: { functional: \"\(envelope.functional.rawValue)\", ta1: \"\(envelope.asksForTA1 ? "requested" : "onError")\" }, // \(evidence("ISA14"))",
        ]
    }

    private func evidence(_ topic: String) -> String {
        guard let found = envelope.inferences.first(where: { $0.topic == topic }) else { return "no \(topic)" }
        return "\(topic) \(found.evidence.description)"
    }

    private func documentLines() -> [String] {
        guard !envelope.documents.isEmpty else { return [] }
        return ["", "  // Only what samples show: add what is exchanged besides.", "  documents: ["]
            + envelope.documents.map { entry in
                "    { set: \"\(entry.document.set)\", direction: \"\(entry.document.direction.rawValue)\" }, // \(entry.count) seen"
            } + ["  ],"]
    }

    private func levelLines() -> [String] {
        guard !envelope.levels.isEmpty, let total = envelope.levels.first?.total else { return [] }
        let seen = envelope.levels.map { "\($0.path) \($0.count)" }.joined(separator: ", ")
        let paths = envelope.levels.map { quote($0.path) }.joined(separator: ", ")
        let line = "hierarchy: [{ set: \"856\", paths: [\(paths)] }],"
        // A path that was never seen is refused then: a few notices do not say that there is no other.
        return [
            "",
            total < Evidence.some
                ? "  // \(line) // too few, of \(total): \(seen)" : "  \(line) // of \(total): \(seen)",
        ]
    }

    private func severityLines() -> [String] {
        guard !relaxations.isEmpty else { return [] }
        return ["", "  // What samples do and the standard forbids: take a line away to refuse it.", "  severities: ["]
            + relaxations.map { relaxation in
                let standard = Standard.version(envelope.groupVersion)
                let isPlace = standard?.hasPlace(relaxation.place) ?? false
                let element = isPlace ? ", element: \(quote(relaxation.place))" : ""
                return
                    "    { check: \"\(relaxation.code)\", set: \"\(relaxation.set)\"\(element), direction: \"\(relaxation.direction.rawValue)\", "
                    + "severity: \"warning\" }, // \(relaxation.evidence.description)"
            } + ["  ],"]
    }

    private func nameLines() -> [String] {
        guard !envelope.names.isEmpty else { return [] }
        let total = envelope.names.reduce(0) { $0 + $1.count }
        return [""]
            + envelope.names.map { "  // file names: \(ProfileDraft.comment($0.shape)) (\($0.count) of \(total))" }
    }

    // MARK: - The guide

    /// The guide; nil without documents. What one document alone says stands in it as a comment.
    func guideText() -> String? {
        let written = parts.map { ($0, $0.rules.filter { !without.contains($0.text) }) }
        guard !written.isEmpty else { return nil }
        var lines = [
            "// Read out of samples: a line a rule, with how much speaks for it. A few documents demand nothing (note),",
            "// from \(Evidence.some) on a breach warns, from \(Evidence.enough) on it refuses.", "{",
            "  schemaVersion: 1,", "  title: \(quote("Read out of samples of \(id)")),", "  sets: [",
        ]
        for (part, rules) in written {
            let isLive = rules.contains { $0.confidence > .single }
            let mark = isLive ? "" : "// "
            let isOther = String(envelope.groupVersion.prefix(6)) != part.version
            let versions = isOther ? ", versions: [\"\(part.version)\"]" : ""
            lines.append(
                "    \(mark){ set: \"\(part.set)\", direction: \"\(part.direction.rawValue)\"\(versions), rules: [")
            lines += part.habits.map { "      // habit: \($0.statement) (\($0.evidence.description))" }
            let used = part.used.map {
                "\($0.topic.split(separator: " ").last ?? "") \($0.evidence.count)/\($0.evidence.total)"
            }
            lines += Self.wrapped("      // used: ", used)
            lines += rules.map { "      \($0.line)" } + ["    \(mark)] },"]
        }
        return (lines + ["  ],", "}", ""]).joined(separator: "\n")
    }

    /// Words on comment lines of bearable length.
    private static func wrapped(_ lead: String, _ words: [String]) -> [String] {
        var lines: [String] = []
        var line = lead
        for word in words {
            if line.utf8.count + word.utf8.count > 112 {
                lines.append(line)
                line = lead
            }
            line += (line == lead ? "" : ", ") + word
        }
        return words.isEmpty ? [] : lines + [line]
    }

    private func quote(_ text: String) -> String { ProfileDraft.quote(text) }
}

extension EnvelopeInference {
    func partner(_ usage: Profile.Usage) -> PartyID? { choice.partner[usage] }
    func us(_ usage: Profile.Usage) -> PartyID? { choice.us[usage] }
    func count(_ usage: Profile.Usage) -> Int { choice.items.count { $0.usage == usage } }
}
