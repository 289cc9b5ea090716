import Commerce
import X12

/// Makes a profile of what its layers say, or says what is wrong with it.
struct ProfileCheck {
    let source: LayeredProfile
    private(set) var faults: [ProfileFault] = []

    init(_ source: LayeredProfile) { self.source = source }

    /// The profile of the folder; nil when ``faults`` has an entry.
    mutating func profile(folder: String) -> Profile? {
        let description = source.description
        checkID(description.id.string, folder: folder)
        if description.name.isEmpty { report("$.name", "there is no name", "write the partner's name") }
        let role = word(description.role, Profile.Role.self, "$.role")
        let stage = word(description.stage, Profile.Stage.self, "$.stage")
        var profile = Profile(
            id: folder, name: description.name.string, role: role ?? .supplier, stage: stage ?? .draft)
        profile.layers = source.names
        readEnvelope(description, into: &profile)
        readAcknowledgments(description.ack, into: &profile)
        profile.severities = severities(description.severities, profile.groupVersion)
        profile.documents = documents(description.documents)
        profile.clocks = clocks(description.clocks)
        profile.nestings = nestings(description.hierarchy)
        profile.qualifiers = qualifiers(description.qualifiers, profile.groupVersion)
        profile.writing = writing(description.writing)
        profile.duplicates = duplicates(description.duplicates)
        profile.drop = drop(description.drop, role: role)
        profile.crosswalkTerms = crosswalks(description.crosswalks)
        if description.retention != nil { profile.retention = days(description.retention, "$.retention", most: 36_500) }
        profile.delivery = delivery(description.delivery)
        profile.priorities = priorities(description.priority)
        profile.production = identities(description.identities.production, .production, profile.delimiters)
        profile.test = identities(description.identities.test, .test, profile.delimiters)
        if role != nil, stage != nil { checkStage(profile) }
        readVersion(description.version, into: &profile)
        readSuspension(description.suspended, into: &profile)
        profile.contacts = contacts(description.contacts)
        return faults.isEmpty ? profile : nil
    }

    mutating func report(_ jsonPath: String, _ message: String, _ remedy: String) {
        if let fault = source.fault(jsonPath, message, remedy) { faults.append(fault) }
    }

    /// The word written, or a fault that names those there are.
    mutating func word<W: ProfileWord>(_ text: Text, _ type: W.Type, _ jsonPath: String) -> W? {
        if let word = W(rawValue: text.string) { return word }
        let all = W.allCases.map(\.rawValue)
        let remedy =
            all.nearest(to: text.string).map { "did you mean \"\($0)\"?" } ?? "write one of these words"
        report(jsonPath, "expected \(all.choice), found \(quoted(text.string))", remedy)
        return nil
    }

    // MARK: - Members

    private mutating func contacts(_ entries: [ProfileDescription.ContactEntry]) -> [Profile.Contact] {
        entries.enumerated().map { index, entry in
            let path = "$.contacts[\(index)]"
            if entry.role.isEmpty {
                report("\(path).role", "a contact for nothing", "write what it is asked about, such as \"EDI\"")
            }
            if entry.email.isEmpty, entry.phone.isEmpty {
                report(path, "a contact that cannot be reached", "write email or phone")
            }
            if !entry.email.isEmpty, !entry.email.string.contains("@") {
                report(
                    "\(path).email", "expected an address, found \(quoted(entry.email.string))",
                    "write such as edi@example.com")
            }
            return Profile.Contact(
                role: entry.role.string, name: entry.name.string, email: entry.email.string, phone: entry.phone.string)
        }
    }

    /// A suspension lies over the stage, so that the stage is there again when it ends.
    private mutating func readSuspension(_ written: ProfileDescription.Suspended, into profile: inout Profile) {
        if written.because.isEmpty {
            guard !written.since.isEmpty || !written.by.isEmpty else { return }
            return report("$.suspended.because", "a suspension without a reason", "say why, or take it away")
        }
        profile.suspension = Profile.Suspension(
            because: written.because.string, since: written.since.string, by: written.by.string,
            from: profile.stage)
        profile.stage = .suspended
    }

    private mutating func readVersion(_ version: Int?, into profile: inout Profile) {
        guard let version else { return }
        guard (0...Profile.greatestVersion).contains(version) else {
            return report(
                "$.version", "expected 0 to \(Profile.greatestVersion), found \(version)",
                "leave it to `edigate partner promote`, which counts it")
        }
        profile.version = version
    }

    private mutating func checkID(_ id: String, folder: String) {
        guard id != folder else { return }
        report(
            "$.id", "expected the name of the folder, \(quoted(folder)), found \(quoted(id))",
            "write id: \(quoted(folder)), or rename the folder")
    }

    private mutating func checkStage(_ profile: Profile) {
        guard profile.role != .van else { return }
        let usage: Profile.Usage
        switch profile.stage {
        case .pilot, .production: usage = .production
        case .test: usage = .test
        case .draft, .suspended: return
        }
        guard profile.identities(for: usage) == nil, source.description.identities[usage] == nil else { return }
        report(
            "$.identities.\(usage.rawValue)",
            "a partner in stage \(quoted(profile.stage.rawValue)) needs identities for \(usage.rawValue) data",
            "add identities.\(usage.rawValue), or write stage: \"draft\"")
    }

    private mutating func readAcknowledgments(
        _ ack: ProfileDescription.Acknowledgments, into profile: inout Profile
    ) {
        if let functional = word(ack.functional, Profile.FunctionalAcknowledgment.self, "$.ack.functional") {
            profile.functionalAcknowledgment = functional
        }
        if !ack.version.isEmpty { readAcknowledgmentVersion(ack.version.string, into: &profile) }
        if let copies = ack.copyValues { profile.copiesValues = copies }
        for (index, entry) in ack.mask.enumerated() {
            let name = entry.string
            let isNumber = (1...4).contains(name.utf8.count) && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let standard = Standard.version(profile.groupVersion)
            if isNumber || !name.contains("-") && standard?.hasPlace(name) ?? true {
                profile.maskedElements.append(name)
            } else {
                report(
                    "$.ack.mask[\(index)]", "there is no element \(quoted(name)) in \(profile.groupVersion)",
                    "write a reference such as \"REF02\", a segment such as \"N1\" or an element's number such as \"67\""
                )
            }
        }
        if let ta1 = word(ack.ta1, Profile.TA1Policy.self, "$.ack.ta1") { profile.interchangeAcknowledgment = ta1 }
    }

    private mutating func readAcknowledgmentVersion(_ version: String, into profile: inout Profile) {
        let is999 = profile.functionalAcknowledgment == .set999
        let isKnown = Standard.version(version) != nil && version.utf8.count <= 12
        if isKnown, !is999 || version >= "005010" {
            profile.acknowledgmentVersion = version
        } else {
            report(
                "$.ack.version",
                isKnown
                    ? "there is no 999 in \(quoted(version))" : "\(quoted(version)) is no version that we can write",
                is999 ? "write 005010 or later, or leave it out" : "write a version such as \"004010\", or leave it out"
            )
        }
    }

    private mutating func documents(_ entries: [ProfileDescription.DocumentEntry]) -> [Profile.Document] {
        var documents: [Profile.Document] = []
        for (index, entry) in entries.enumerated() {
            let path = "$.documents[\(index)]"
            let direction = word(entry.direction, Profile.Direction.self, "\(path).direction")
            guard isSet(entry.set.string, "\(path).set"), let direction else { continue }
            documents.append(Profile.Document(set: entry.set.string, direction: direction))
        }
        return documents
    }

    private mutating func nestings(_ entries: [ProfileDescription.HierarchyEntry]) -> [String: LevelNesting] {
        var nestings: [String: LevelNesting] = [:]
        for (index, entry) in entries.enumerated() {
            let path = "$.hierarchy[\(index)]"
            guard isSet(entry.set.string, "\(path).set") else { continue }
            guard let nesting = LevelNesting(paths: entry.paths.map(\.string)) else {
                report(
                    "\(path).paths", "expected paths of HL levels from the root",
                    "write paths such as [\"SOTPI\", \"SOPI\"], or [\"S>O>P>I\"] where a level has two letters")
                continue
            }
            if nestings.updateValue(nesting, forKey: entry.set.string) != nil {
                report("\(path).set", "the set \(entry.set) stands twice", "write all its paths in one entry")
            }
        }
        return nestings
    }

    mutating func isSet(_ set: String, _ jsonPath: String) -> Bool {
        let isNumber = set.utf8.count == 3 && set.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if !isNumber {
            report(jsonPath, "expected a set's three digits, found \(quoted(set))", "write a set such as \"850\"")
        }
        return isNumber
    }

    // MARK: - Severities

    private mutating func severities(
        _ entries: [ProfileDescription.SeverityEntry], _ groupVersion: String
    ) -> [Profile.SeverityRule] {
        var rules: [Profile.SeverityRule] = []
        let standard = Standard.version(groupVersion)
        for (index, entry) in entries.enumerated() {
            let path = "$.severities[\(index)]"
            let before = faults.count
            checkName(entry.check.string, "\(path).check")
            let severity = severity(entry.severity.string, "\(path).severity")
            if !entry.set.isEmpty { _ = isSet(entry.set.string, "\(path).set") }
            if let standard, !entry.element.isEmpty, !standard.hasPlace(entry.element.string) {
                report(
                    "\(path).element",
                    "\(standard.version) has no segment or element \(quoted(entry.element.string))",
                    "write a segment such as \"REF\", or an element such as \"REF01\" or \"REF04-2\"")
            }
            let place = guidePath(entry, standard, path)
            let direction =
                entry.direction.isEmpty ? nil : word(entry.direction, Profile.Direction.self, "\(path).direction")
            guard faults.count == before, let severity,
                let exception = SeverityPolicy.Exception(
                    check: entry.check.string, set: entry.set.isEmpty ? nil : entry.set.string,
                    place: entry.element.isEmpty ? nil : entry.element.string, path: place, severity: severity)
            else { continue }
            rules.append(Profile.SeverityRule(exception, direction: direction))
        }
        return rules
    }

    /// The loop by qualifier that an entry is about, which the set it names must have.
    private mutating func guidePath(
        _ entry: ProfileDescription.SeverityEntry, _ standard: Standard?, _ path: String
    ) -> GuidePath? {
        guard !entry.at.isEmpty else { return nil }
        do throws(GuideFault) {
            let place = try GuidePath(entry.at.string)
            guard !entry.set.isEmpty, entry.element.isEmpty else {
                report("\(path).at", "`at` names a place in one set", "write the set too, and no `element`")
                return nil
            }
            if let standard { try standard.check(place, in: entry.set.string) }
            return place
        } catch {
            report("\(path).at", error.message, error.remedy)
            return nil
        }
    }

    private mutating func checkName(_ name: String, _ jsonPath: String) {
        guard FindingCode.named(name).isEmpty else { return }
        let near = FindingCode.allCases.map(\.entry.name).nearest(to: name)
        report(
            jsonPath, "no finding has the name \(quoted(name))",
            near.map { "did you mean \"\($0)\"?" }
                ?? "write the name of a finding, such as \"E-ELEMENT-DATE\", or of a family, such as \"E-ELEMENT-*\"")
    }

    private mutating func severity(_ name: String, _ jsonPath: String) -> Severity? {
        if let severity = Severity(name: name) { return severity }
        let all = Severity.allCases.map(\.name)
        report(
            jsonPath, "expected \(all.choice), found \(quoted(name))",
            all.nearest(to: name).map { "did you mean \"\($0)\"?" } ?? "write one of these words")
        return nil
    }
}

extension ProfileDescription.Usages {
    subscript(usage: Profile.Usage) -> ProfileDescription.Sides? {
        switch usage {
        case .production: production
        case .test: test
        }
    }
}

extension Standard {
    /// Says whether a reference such as `REF`, `REF01` or `REF04-2` names a segment, element or component here.
    func hasPlace(_ reference: String) -> Bool {
        if segmentIndex(of: exactly(reference)) != nil { return true }
        let parts = reference.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, first.utf8.count > 2,
            let position = Int(first.suffix(2)),
            let segment = segmentIndex(of: exactly(String(first.dropLast(2)))),
            element(position, of: segment) != nil
        else { return false }
        guard parts.count == 2 else { return true }
        return Int(parts[1]).map { component($0, of: position, in: segment) != nil } ?? false
    }

    /// An identifier takes four bytes of a text, so that a longer text would pass for its beginning.
    private func exactly(_ id: String) -> SegmentID {
        id.utf8.count <= 3 ? SegmentID(id) : SegmentID(packed: 0)
    }
}
