/// A path boiled down to the nodes of one set's structure.
struct CompiledPath: Sendable {
    struct Step: Sendable {
        var nodes: [Int]
        /// Whether it goes down the HL tree, any number of levels.
        var isHierarchy: Bool
        var conditions: [GuidePath.Condition]
    }

    var steps: [Step]
    var element: Int
    var component: Int
    var isAnywhere: Bool
    /// How many of the steps are those of the rule's `within`.
    var withinSteps: Int
    /// Whether it names the very segment that opens the `within` loop.
    var isSelf = false
    /// The data element, where the path names one.
    var item: ElementDefinition?

    /// The nodes of the last step.
    var targets: [Int] { steps.last?.nodes ?? [] }
}

/// Finds paths in a set's structure, or says why there is none.
struct PathCompiler {
    let standard: Standard
    let structure: SetStructure

    /// Boils a path down.
    ///
    /// - Throws: ``GuideFault`` when the set has no such place.
    func compile(_ path: GuidePath, within: GuidePath? = nil) throws(GuideFault) -> CompiledPath {
        var compiled = CompiledPath(
            steps: [], element: path.element, component: path.component, isAnywhere: path.isAnywhere, withinSteps: 0)
        if let within {
            guard within.element == 0, !path.isAnywhere else {
                throw GuideFault("\(within) and \(path) do not go together", "let `within` name a loop, such as N1")
            }
            compiled.isAnywhere = within.isAnywhere
            for step in within.steps { try add(step, to: &compiled, path: within, mustOpenLoop: true) }
            compiled.withinSteps = compiled.steps.count
        }
        for (index, step) in path.steps.enumerated() {
            let isLast = index == path.steps.count - 1
            if within != nil, path.steps.count == 1, isOpener(step.id, of: compiled),
                nodes(of: step.id, below: compiled).isEmpty, let last = compiled.steps.indices.last
            {
                try check(step, at: compiled.steps[last].nodes)
                compiled.steps[last].conditions += step.conditions
                compiled.isSelf = true
            } else {
                try add(step, to: &compiled, path: path, mustOpenLoop: !isLast)
            }
        }
        if path.element > 0 { compiled.item = try item(path, at: compiled.targets) }
        return compiled
    }

    private func isOpener(_ id: SegmentID, of path: CompiledPath) -> Bool {
        path.targets.contains { structure.nodes[$0].id == id }
    }

    private func nodes(of id: SegmentID, below path: CompiledPath) -> [Int] {
        structure.nodes.indices.filter { index in
            let node = structure.nodes[index]
            guard node.id == id else { return false }
            guard let last = path.steps.last else { return path.isAnywhere || node.parent < 0 }
            // The levels of an HL tree stand side by side in the structure and beneath each other in the data.
            return last.nodes.contains(node.parent) || last.isHierarchy && id == "HL" && last.nodes.contains(index)
        }
    }

    private func add(
        _ step: GuidePath.Step, to path: inout CompiledPath, path written: GuidePath, mustOpenLoop: Bool
    ) throws(GuideFault) {
        let found = nodes(of: step.id, below: path)
        guard !found.isEmpty else { throw missing(step.id, path, written) }
        let loops = found.filter { structure.nodes[$0].isLoop }
        if mustOpenLoop, loops.isEmpty {
            throw GuideFault(
                "\(step.id) opens no loop there in the \(structure.set)",
                "name \(step.id) at the end of a path, or the loop it stands in")
        }
        try check(step, at: found)
        path.steps.append(
            CompiledPath.Step(
                nodes: mustOpenLoop ? loops : found, isHierarchy: step.id == "HL" && !loops.isEmpty,
                conditions: step.conditions))
    }

    /// Conditions must be about elements that the segment has.
    private func check(_ step: GuidePath.Step, at nodes: [Int]) throws(GuideFault) {
        for condition in step.conditions {
            _ = try element(condition.element, condition.component, step.id, nodes)
        }
    }

    private func item(_ path: GuidePath, at nodes: [Int]) throws(GuideFault) -> ElementDefinition? {
        try element(path.element, path.component, path.steps.last?.id ?? SegmentID(packed: 0), nodes)
    }

    private func element(_ element: Int, _ component: Int, _ id: SegmentID, _ nodes: [Int]) throws(GuideFault)
        -> ElementDefinition?
    {
        guard let segment = nodes.first.map({ structure.nodes[$0].segment }) else { return nil }
        guard let item = standard.element(element, of: segment) else {
            throw GuideFault(
                "\(id) has \(standard.segments[segment].elementCount) elements in \(standard.version), and no \(element)",
                "write one it has")
        }
        guard component > 0 else { return item }
        guard let inner = standard.component(component, of: element, in: segment) else {
            throw GuideFault(
                "element \(element) of \(id) has no component \(component) in \(standard.version)",
                "leave the component out, or write one it has")
        }
        return inner
    }

    /// Says that there is no such place, and where the segment does stand.
    private func missing(_ id: SegmentID, _ path: CompiledPath, _ written: GuidePath) -> GuideFault {
        let around = path.steps.last.map { structure.nodes[$0.nodes[0]].id.description }
        let message =
            around.map { "the \(structure.set) has no \(id) in the \($0) loop" }
            ?? "the \(structure.set) has no \(id) outside its loops"
        let places = structure.nodes.indices.filter { structure.nodes[$0].id == id }.map(text)
        if places.isEmpty {
            let near = Set(structure.nodes.map(\.id.description))
            return GuideFault(
                "the \(structure.set) has no \(id) in \(standard.version)",
                "write one of its segments" + (near.contains("REF") ? ", such as REF" : "")
                    + (standard.segmentIndex(of: id) == nil ? "" : ", or let it in by `allow`"))
        }
        return GuideFault("\(message) (\(written))", "it stands at \(places.prefix(4).joined(separator: ", "))")
    }

    /// The path of a node without conditions.
    private func text(_ node: Int) -> String {
        var ids: [String] = []
        var at = node
        while at >= 0 {
            ids.insert(structure.nodes[at].id.description, at: 0)
            at = structure.nodes[at].parent
        }
        return ids.joined(separator: "/")
    }
}
