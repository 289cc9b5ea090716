import X12

/// The guides of one partner: those of the layers its profile extends, and its own on top.
struct GuideStack {
    private let files: [GuideFile]
    private(set) var faults: [ProfileFault] = []

    init(_ files: [GuideFile]) { self.files = files }

    /// Gives a profile its guides; what is wrong with them in this profile's version is in ``faults``.
    mutating func apply(to profile: inout Profile) {
        profile.guideFiles = files.map(\.text.path)
        let parts = merged()
        check(parts, profile)
        guard faults.isEmpty else { return }
        profile.guideInbound = guide(parts, .inbound, profile)
        profile.guideOutbound = guide(parts, .outbound, profile)
    }

    private func guide(_ parts: [GuideFile.Part], _ direction: Profile.Direction, _ profile: Profile) -> CompanionGuide?
    {
        let parts = parts.filter { $0.direction == nil || $0.direction == direction }
        let policy = profile.policy(direction)
        guard !parts.isEmpty || policy.hasPaths else { return nil }
        return CompanionGuide(
            parts: parts.map { CompanionGuide.Part(set: $0.set, versions: $0.versions, rules: $0.rules.map(\.rule)) },
            policy: policy)
    }

    /// All parts in order; a rule of a later file about the same replaces that of an earlier one.
    private func merged() -> [GuideFile.Part] {
        var parts: [GuideFile.Part] = []
        for file in files {
            for part in file.parts {
                let keys = Set(part.rules.map(\.rule.key))
                for index in parts.indices where part.replaces(parts[index]) {
                    parts[index].rules.removeAll { keys.contains($0.rule.key) && $0.rule.origin.file != file.text.path }
                }
            }
            parts += file.parts
        }
        return parts.filter { !$0.rules.isEmpty }
    }

    /// Finds every place in the standard: of the versions that a part names, else of the one we send.
    private mutating func check(_ parts: [GuideFile.Part], _ profile: Profile) {
        for direction in Profile.Direction.allCases {
            guard let guide = guide(parts, direction, profile) else { continue }
            for part in parts where part.direction == nil || part.direction == direction {
                for version in part.versions.isEmpty ? [String(profile.groupVersion.prefix(6))] : part.versions {
                    guard let standard = Standard.version(version) else { continue }
                    guard standard.structure(of: part.set) != nil else {
                        reportSet(part, version)
                        continue
                    }
                    for (rule, fault) in guide.rules(for: part.set, in: standard)?.faults ?? [] { report(rule, fault) }
                }
            }
        }
    }

    private mutating func reportSet(_ part: GuideFile.Part, _ version: String) {
        guard let rule = part.rules.first, let file = file(of: rule.rule) else { return }
        let path = rule.jsonPath.split(separator: ".").prefix(2).joined(separator: ".") + ".set"
        add(
            file.fault(
                path, "there is no structure of the \(part.set) in \(version)",
                "name the versions it is for by `versions`, or take the entry away"))
    }

    private mutating func report(_ rule: GuideRule, _ fault: GuideFault) {
        guard let file = file(of: rule),
            let place = file.parts.flatMap(\.rules).first(where: { $0.rule.origin === rule.origin })?.jsonPath
        else { return }
        add(file.fault(place, fault.message, fault.remedy))
    }

    private func file(of rule: GuideRule) -> GuideFile? { files.first { $0.text.path == rule.origin.file } }

    private mutating func add(_ fault: ProfileFault) { if !faults.contains(fault) { faults.append(fault) } }
}

extension GuideFile.Part {
    /// Whether its rules go over those of an earlier part, since they apply wherever these do.
    fileprivate func replaces(_ other: GuideFile.Part) -> Bool {
        set == other.set && (direction == nil || direction == other.direction)
            && (versions.isEmpty || versions == other.versions)
    }
}
