public import Partners

/// Looks at a gateway root and the machine under it for what keeps files from being worked.
public struct Examination {
    let root: GatewayRoot
    /// Now, in milliseconds since 1970 UTC.
    let time: Int64

    /// Prepares to look at a root; nothing is read or made.
    public init(of root: GatewayRoot, at time: Int64) {
        self.root = root
        self.time = time
    }

    /// Looks at everything but the ledger: folders, owners, limits, clock, disk, profiles, what deliveries need.
    ///
    /// - Parameters:
    ///   - partners: The partners as they loaded.
    ///   - faults: What was wrong with their profiles.
    /// - Returns: What was found.
    public func symptoms(_ partners: PartnerDirectory, faults: [ProfileFault]) -> [Symptom] {
        folders() + ownership() + limits(partners.profiles.count) + clock() + disk() + profiles(partners, faults)
            + endpoints(partners)
    }

    // MARK: - Profiles

    private func profiles(_ partners: PartnerDirectory, _ faults: [ProfileFault]) -> [Symptom] {
        var symptoms = faults.map {
            Symptom("profiles", .wrong, $0.description, "its partner is out of use until this is mended")
        }
        for id in partners.partnerIDs {
            var findings = root.lintDrop(of: id)
            findings += (partners.lint(id) ?? []).filter { $0.isError && $0.code != .fault }
            for finding in findings {
                let place = finding.file + (finding.line.map { ":\($0)" } ?? "")
                symptoms.append(
                    Symptom(
                        "partner \(id)", finding.isError ? .wrong : .warning,
                        "\(finding.code.rawValue) \(place): \(finding.message)", finding.remedy))
            }
        }
        for profile in partners.profiles {
            if let reason = profile.suspensionReason {
                symptoms.append(
                    Symptom("partner \(profile.id)", .warning, reason, "`edigate partner resume \(profile.id)` ends it")
                )
            }
        }
        if partners.partnerIDs.isEmpty {
            symptoms.append(
                Symptom(
                    "profiles", .warning, "there are no partners", "`edigate partner new` or `partner infer` makes one")
            )
        }
        symptoms += strangers(partners)
        let stages = Dictionary(grouping: partners.profiles, by: \.stage.rawValue).map { "\($0.value.count) \($0.key)" }
            .sorted()
        if symptoms.isEmpty { symptoms.append(Symptom("profiles", .well, stages.joined(separator: ", "))) }
        return symptoms
    }

    /// Drops that belong to no partner: what lies there is never worked.
    private func strangers(_ partners: PartnerDirectory) -> [Symptom] {
        guard let folder = try? Folder.open("\(root.path)/drop"), let names = try? folder.names() else {
            return []
        }
        return names.filter { !$0.hasPrefix(".") && !partners.partnerIDs.contains($0) }.map { name in
            Symptom(
                "drop/\(name)", .warning, "it belongs to no partner: what lies there is never worked",
                "add TradingPartners/\(name)/profile.json5, or take the folder away")
        }
    }
}
