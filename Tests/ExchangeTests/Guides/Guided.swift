import Exchange
import InterchangeTestSupport
import Partners
import Testing
import X12

/// Judges drafts by a partner's guide and severities, both as their files have them.
struct Guided {
    var profile: Profile

    struct Fault: Error, CustomStringConvertible { var description: String }

    /// A partner with rules for a set, a line each, and severities.
    init(_ set: String, _ rules: [String], severities: [String] = [], direction: String = "in", extra: String = "")
        throws
    {
        let lines = rules.map { "      \($0),\n" }.joined()
        let guide =
            "{\n  schemaVersion: 1,\n  sets: [\n    { set: \"\(set)\", direction: \"\(direction)\", rules: [\n\(lines)    ] },\n  ],\n}\n"
        let side = { (id: String) in "{ isa: [{ qualifier: \"ZZ\", id: \"\(id)\" }], gs: [\"\(id)\"] }" }
        let text = """
            { schemaVersion: 1, id: "acme", name: "Acme", role: "supplier", stage: "production",
              identities: { production: { partner: \(side("SENDER")), us: \(side("RECEIVER")) } },
              severities: [\(severities.joined(separator: ", "))], \(extra) }
            """
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(text.utf8))], bases: [:],
            guides: rules.isEmpty ? [:] : ["acme": ProfileText(path: "acme/guide.json5", bytes: Array(guide.utf8))])
        guard let profile = directory.profile("acme") else {
            throw Fault(description: faults.map(\.description).joined(separator: "\n"))
        }
        self.profile = profile
    }

    func judge(_ draft: Draft) throws -> Outcomes { try judge(draft.bytes()) }

    func judge(_ bytes: [UInt8]) throws -> Outcomes {
        let outcomes = Outcomes()
        var options = ExchangeOptions()
        options.judgesRejected = true
        var exchange = Exchange(MemorySource(bytes), options: options) { [profile] header, _ in
            Rules(profile, header: header)
        }
        try exchange.run(outcomes)
        return outcomes
    }
}

extension Draft {
    /// A draft of one set with changes: `BEG*…` replaces the first segment of that start, `-REF*DP` takes out, and
    /// `+REF*IA*1 < N1` puts in before.
    init(_ set: String, changes: [String]) {
        var draft = Draft(set)
        for change in changes {
            if change.hasPrefix("-") {
                draft = draft.removing(String(change.dropFirst()))
            } else if change.hasPrefix("+") {
                let parts = change.dropFirst().split(separator: " < ").map(String.init)
                draft = draft.inserting(parts[0], before: parts[1])
            } else {
                let parts = change.split(separator: " := ").map(String.init)
                draft = draft.replacing(parts[0], with: parts[1])
            }
        }
        // SE01 stays true, so that the change is the only fault.
        let count = draft.segments.count - 4
        self = draft.replacing("SE*", with: "SE*\(count)*0001")
    }
}

extension Finding {
    /// Code, place and segment.
    var summary: String { "\(code.entry.name) \(place) \(segmentIndex)" }
}

extension Outcomes {
    /// The AK3 and AK4 of all 997s.
    var faultSegments: [String] {
        var found: [String] = []
        for segment in acknowledgments where segment.hasPrefix("AK3") || segment.hasPrefix("AK4") {
            found.append(segment.replacing("\n", with: ""))
        }
        return found
    }
}
