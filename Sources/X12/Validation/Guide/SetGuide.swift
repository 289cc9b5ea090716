/// A guide boiled down for one set in one version: the structure as relaxed, and the rules by node.
public struct SetGuide: Sendable {
    /// The standard's structure with what the guide relaxes in it: segments made optional, raised maxima, segments let in.
    public private(set) var structure: SetStructure
    /// The rules that cannot be kept in this version, since it has no such place, with the reason.
    public private(set) var faults: [(rule: GuideRule, fault: GuideFault)] = []

    let standard: Standard
    let policy: SeverityPolicy
    private(set) var rules: [CompiledRule] = []
    /// Indices in ``rules`` of those that relax an element, by node.
    private(set) var relaxations: [Int: [Int]] = [:]
    /// Of each exception of the policy the path, where it has one that this set has.
    private(set) var exceptionPaths: [CompiledPath?] = []

    /// A rule with its places found.
    struct CompiledRule: Sendable {
        var rule: GuideRule
        /// Its index among the rules of the set.
        var index: Int
        var within: CompiledPath?
        var at: CompiledPath
        /// The other places of a relation.
        var others: [CompiledPath] = []
        var when: [(path: CompiledPath, isNegated: Bool)] = []
    }

    /// Boils rules down; what the set does not have goes to ``faults``.
    init(_ rules: [GuideRule], policy: SeverityPolicy, standard: Standard, structure: SetStructure) {
        self.structure = structure
        self.standard = standard
        self.policy = policy
        // Structure first, so that rules can speak of segments that the guide lets in.
        let relaxing = rules.filter { if case .extra = $0.demand { true } else { false } }
        for rule in relaxing + rules {
            do throws(GuideFault) { try relax(rule) } catch { faults.append((rule, error)) }
        }
        for rule in rules {
            if case .extra = rule.demand { continue }
            do throws(GuideFault) { try add(rule) } catch {
                if !faults.contains(where: { $0.rule.origin == rule.origin && $0.fault == error }) {
                    faults.append((rule, error))
                }
            }
        }
        let compiler = PathCompiler(standard: standard, structure: self.structure)
        exceptionPaths = policy.exceptions.map { exception in
            guard let path = exception.path else { return nil }
            do throws(GuideFault) { return try compiler.compile(path) } catch { return nil }
        }
    }

    private mutating func add(_ rule: GuideRule) throws(GuideFault) {
        let compiler = PathCompiler(standard: standard, structure: structure)
        var compiled = CompiledRule(
            rule: rule, index: rules.count, at: try compiler.compile(rule.at, within: rule.within))
        if let within = rule.within { compiled.within = try compiler.compile(within) }
        for path in rule.demand.others {
            compiled.others.append(try compiler.compile(path, within: rule.within))
        }
        for condition in rule.when {
            compiled.when.append((try compiler.compile(condition.path, within: rule.within), condition.isNegated))
        }
        try check(compiled)
        if compiled.relaxesElements {
            for node in compiled.at.targets { relaxations[node, default: []].append(rules.count) }
        }
        rules.append(compiled)
    }

    /// Refuses what can mean nothing.
    private func check(_ rule: CompiledRule) throws(GuideFault) {
        let at = rule.rule.at
        switch rule.rule.demand {
        case .codes, .moreCodes, .length, .pattern, .unique:
            guard at.element > 0 else {
                throw GuideFault("\(at) is no element", "name one, such as \(at.steps.last?.id ?? "REF")02")
            }
        case .sum, .count, .ascending, .equal, .different:
            let paths = rule.rule.demand.others + (rule.rule.demand.isCount ? [] : [at])
            for path in paths where path.element == 0 {
                throw GuideFault("\(path) is no element", "name one, such as \(path.steps.last?.id ?? "REF")02")
            }
        case .uses:
            guard at.element == 0 else {
                throw GuideFault("\(at) is an element", "count segments or loops, such as \(at.steps[0].id)")
            }
        case .use, .extra, .anyOf, .onlyOneOf, .allOrNone: break
        }
        if rule.at.isSelf, at.element == 0, rule.rule.demand.isAboutUse {
            throw GuideFault("\(at) opens the loop of `within`, so it is always there", "take `within` away")
        }
        if at.isAnywhere, at.steps.count == 1, at.element == 0, rule.rule.demand.isAboutUse,
            !rule.rule.demand.isNotUsed
        {
            throw GuideFault("\(at) does not say in which loop", "write the loop, such as N1/\(at.steps[0].id)")
        }
    }
}

// MARK: - Structure

extension SetGuide {
    /// Relaxes the structure where a rule allows more than the standard.
    private mutating func relax(_ rule: GuideRule) throws(GuideFault) {
        let compiler = PathCompiler(standard: standard, structure: structure)
        switch rule.demand {
        case .use(.optional) where rule.at.element == 0:
            let targets = try compiler.compile(rule.at, within: rule.within).targets
            // One that the standard does not demand is named to take back what the guide of a layer demands.
            guard targets.contains(where: { structure.nodes[$0].isMandatory }) else { return }
            guard rule.when.isEmpty, rule.isUnconditional else {
                throw GuideFault(
                    "\(rule.at) would be optional under a condition only",
                    "leave the condition out: a segment is optional at its place or it is not")
            }
            structure = structure.changing { for node in targets { $0[node].isMandatory = false } }
        case .uses(_, let maximum?):
            let targets = try compiler.compile(rule.at, within: rule.within).targets
            structure = structure.changing { nodes in
                for node in targets where nodes[node].maximum > 0 {
                    nodes[node].maximum = max(nodes[node].maximum, maximum)
                }
            }
        case .extra(let after, let maximum):
            guard let id = rule.at.steps.last?.id, let segment = standard.segmentIndex(of: id) else {
                throw GuideFault(
                    "\(standard.version) has no segment \(rule.at.steps.last?.id ?? "")",
                    "let it pass by severities: E-SEGMENT-UNKNOWN as note")
            }
            var place = GuidePath(steps: rule.at.steps.dropLast() + [GuidePath.Step(id: after)])
            if place.steps.count == 1, let within = rule.within { place = GuidePath(steps: within.steps + place.steps) }
            guard let node = try compiler.compile(place).targets.first else { return }
            structure = structure.inserting(
                SetStructure.Node(
                    id: id, segment: segment, isMandatory: false, maximum: maximum, isLoop: false,
                    parent: structure.nodes[node].parent, end: 0), behind: node)
        default: break
        }
    }
}

extension SetStructure {
    /// The structure with its nodes changed in place.
    func changing(_ change: (inout [Node]) -> Void) -> SetStructure {
        var nodes = nodes
        change(&nodes)
        return SetStructure(set: set, functionalCode: functionalCode, title: title, nodes: nodes)
    }

    /// The structure with another segment behind a node, in the same loop.
    func inserting(_ node: Node, behind sibling: Int) -> SetStructure {
        changing { nodes in
            let position = nodes[sibling].end
            var around = node.parent
            while around >= 0 {
                // An ending at the very place belongs to the loops that the new one stands in.
                if nodes[around].end == position { nodes[around].end += 1 }
                around = nodes[around].parent
            }
            for index in nodes.indices {
                if nodes[index].parent >= position { nodes[index].parent += 1 }
                if nodes[index].end > position { nodes[index].end += isAround(index, node.parent, position) ? 0 : 1 }
            }
            var node = node
            node.end = position + 1
            nodes.insert(node, at: position)
        }
    }

    /// Whether a loop around `parent` ended at `position`, and was moved already.
    private func isAround(_ index: Int, _ parent: Int, _ position: Int) -> Bool {
        guard nodes[index].end == position else { return false }
        var around = parent
        while around >= 0 {
            if around == index { return true }
            around = nodes[around].parent
        }
        return false
    }
}

// MARK: - Questions

extension GuideRule.Demand {
    /// The other places that a relation speaks of.
    var others: [GuidePath] {
        switch self {
        case .sum(let path, _), .count(let path): [path]
        case .equal(let paths), .different(let paths), .ascending(let paths), .anyOf(let paths),
            .onlyOneOf(let paths), .allOrNone(let paths):
            paths
        default: []
        }
    }

    var isCount: Bool { if case .count = self { true } else { false } }

    var isAboutUse: Bool {
        switch self {
        case .use, .uses: true
        default: false
        }
    }

    var isNotUsed: Bool { if case .use(.notUsed) = self { true } else { false } }
}

extension GuideRule {
    /// Whether none of its steps has a condition.
    var isUnconditional: Bool {
        at.steps.allSatisfy(\.conditions.isEmpty) && within?.steps.allSatisfy(\.conditions.isEmpty) ?? true
    }
}

extension SetGuide.CompiledRule {
    /// Whether findings of the standard on an element may be excused by it.
    var relaxesElements: Bool {
        guard at.element > 0 else { return false }
        switch rule.demand {
        case .use(.optional), .codes, .moreCodes, .length: return true
        default: return false
        }
    }
}
