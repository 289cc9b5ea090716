import Synchronization

/// A trading partner's restrictions and relaxations of the standard, with the severities that go with them.
///
/// Boiled down once per set and version, and kept: the standard's own pass over a set stays as it is, and the guide's
/// own pass is made only over sets that it has rules for.
public final class CompanionGuide: Sendable {
    /// The rules for one set.
    public struct Part: Sendable {
        /// The set, such as `850`.
        public var set: String
        /// The versions it is for, such as `004010`; empty for all in which its places are found.
        public var versions: [String]
        /// The rules, in the order of the file; those of a layer before those of the partner.
        public var rules: [GuideRule]

        /// Makes a part.
        public init(set: String, versions: [String] = [], rules: [GuideRule]) {
            self.set = set
            self.versions = versions
            self.rules = rules
        }

        /// Whether it is for a release such as `004010`.
        func applies(to release: String) -> Bool { versions.isEmpty || versions.contains(release) }
    }

    /// The rules, by set.
    public let parts: [Part]
    /// How much each finding weighs.
    public let policy: SeverityPolicy

    private let compiled = Mutex<[String: SetGuide]>([:])

    /// Makes a guide.
    public init(parts: [Part], policy: SeverityPolicy = SeverityPolicy()) {
        self.parts = parts
        self.policy = policy
    }

    /// The rules for a set in a version; `nil` when there are none, and then nothing is to be done.
    ///
    /// - Complexity: O(rules) the first time, a look-up after that.
    public func rules(for set: String, in standard: Standard) -> SetGuide? {
        let rules = parts.filter { $0.set == set && $0.applies(to: standard.version) }.flatMap(\.rules)
        guard !rules.isEmpty || policy.hasPaths else { return nil }
        return compiled.withLock { compiled in
            let key = "\(standard.version) \(set)"
            if let known = compiled[key] { return known }
            guard let structure = standard.structure(of: set) else { return nil }
            let guide = SetGuide(rules, policy: policy, standard: standard, structure: structure)
            compiled[key] = guide
            return guide
        }
    }
}

extension Standard {
    /// Says what is wrong with a place in a set; a set that this version has no structure for is left alone.
    ///
    /// - Throws: ``GuideFault`` when the set has no such place.
    public func check(_ path: GuidePath, in set: String) throws(GuideFault) {
        guard let structure = structure(of: set) else { return }
        _ = try PathCompiler(standard: self, structure: structure).compile(path)
    }
}
