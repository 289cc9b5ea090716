// MARK: - Segments and loops

extension GuideCheck {
    /// Checks one rule.
    mutating func check(_ rule: SetGuide.CompiledRule) {
        switch rule.rule.demand {
        case .use(let use):
            if rule.at.element > 0 { checkElementUse(rule, use) } else { checkSegmentUse(rule, use) }
        case .uses(let minimum, let maximum): checkUses(rule, minimum ?? 0, maximum)
        case .codes(let codes):
            let list = codes.map { String(decoding: $0, as: UTF8.self) }
            eachValue(rule) { check, segment, range in
                guard !codes.contains(where: { $0.elementsEqual(check.set.bytes[range]) }) else { return }
                check.report(
                    .guideCode, rule, segment, element: rule.at.element, component: rule.at.component, value: range,
                    item: rule.at.item,
                    reason: (list.count == 1 ? "is not " : "is none of ") + list.prefix(12).joined(separator: ", "),
                    advice: list.count == 1 ? "send \(list[0])" : "send \(list.prefix(12).joined(separator: ", or "))")
            }
        case .length(let minimum, let maximum): checkLength(rule, minimum, maximum)
        case .pattern(let pattern):
            eachValue(rule) { check, segment, range in
                guard !pattern.matches(check.set.bytes, range) else { return }
                check.report(
                    .guidePattern, rule, segment, element: rule.at.element, component: rule.at.component,
                    value: range, item: rule.at.item, reason: "does not match \(pattern)")
            }
        case .moreCodes, .extra: break
        default: checkRelation(rule)
        }
    }

    private mutating func checkSegmentUse(_ rule: SetGuide.CompiledRule, _ use: GuideRule.Use) {
        switch use {
        case .optional: break
        case .required: checkUses(rule, 1, nil)
        case .notUsed:
            for match in set.matches(rule.at) where applies(rule, in: match.within) {
                report(
                    rule.when.isEmpty ? .guideNotUsed : .guideConditionNotUsed, rule, Int(match.segment),
                    reason: "\(words(rule.at)) is sent, and the guide has no use for it\(because(rule))",
                    advice: "leave it out")
            }
        }
    }

    /// Counts the segments or loops in each occurrence of the loop around them.
    private mutating func checkUses(_ rule: SetGuide.CompiledRule, _ minimum: Int, _ maximum: Int?) {
        let matches = set.matches(rule.at)
        var counts: [Int32: Int] = [:]
        let isLoop = rule.at.targets.contains { set.nodes[$0].isLoop }
        for match in matches {
            let count = counts[match.parent, default: 0] + 1
            counts[match.parent] = count
            // Told once, at the first that is too many.
            if let maximum, count == maximum + 1, applies(rule, in: match.within) {
                report(
                    isLoop ? .guideLoopMaximum : .guideMaximum, rule, Int(match.segment),
                    reason: "\(words(rule.at)) stands here more often than the \(times(maximum)) the guide allows",
                    advice: "send at most \(maximum)")
            }
        }
        guard minimum > 0 else { return }
        let isCondition = !rule.when.isEmpty
        let lacking = parents(rule).filter { counts[$0.segment, default: 0] < minimum }
        guard !lacking.isEmpty, !set.isMisplaced(rule.at) else { return }
        for parent in lacking {
            guard applies(rule, in: parent.within), let target = target(rule.at, in: parent.segment) else { continue }
            let found = counts[parent.segment, default: 0]
            let code: FindingCode =
                isCondition
                ? .guideCondition
                : minimum == 1 ? .guideRequired : isLoop ? .guideLoopMinimum : .guideMinimum
            let place = rule.at.steps.count > 1 ? " in this \(around(rule.at, parent.segment))" : ""
            report(
                code, rule, set.met(insteadOf: target, in: parent.segment), id: set.nodes[target].id,
                reason: found == 0
                    ? "there is no \(words(rule.at))\(place)\(because(rule))"
                    : "\(words(rule.at)) stands \(times(found))\(place), and the guide asks for \(minimum)",
                advice: "send \(skeleton(rule.at))")
        }
    }

    /// The occurrences in each of which the last step of a path is counted.
    private func parents(_ rule: SetGuide.CompiledRule) -> [SetOccurrences.Match] {
        var path = rule.at
        path.steps.removeLast()
        path.element = 0
        guard !path.steps.isEmpty else { return [SetOccurrences.Match(within: -1, parent: -1, segment: -1)] }
        return set.matches(path).map { match in
            // All of the path's steps may be those of `within`.
            var match = match
            if path.withinSteps == path.steps.count { match.within = match.segment }
            return match
        }
    }

    /// The node where a missing segment would stand in an occurrence.
    private func target(_ path: CompiledPath, in parent: Int32) -> Int? {
        guard parent >= 0 else { return path.targets.first }
        let loop = Int(set.places[Int(parent)])
        return path.targets.first { set.nodes[$0].parent == loop } ?? path.targets.first
    }
}

// MARK: - Elements

extension GuideCheck {
    private mutating func checkElementUse(_ rule: SetGuide.CompiledRule, _ use: GuideRule.Use) {
        guard use != .optional else { return }
        let (element, component) = (rule.at.element, rule.at.component)
        for match in set.matches(rule.at) where applies(rule, in: match.within) {
            let segment = Int(match.segment)
            let range = set.value(segment, element, component)
            if range.isEmpty, use == .required {
                // A component is required of a composite that is sent.
                if component > 0, set.value(segment, element).isEmpty { continue }
                report(
                    rule.when.isEmpty ? .guideRequired : .guideCondition, rule, segment, element: element,
                    component: component, item: rule.at.item,
                    reason: "is not sent, and the guide requires it\(because(rule))",
                    advice: "send \(reference(rule.at))")
            } else if !range.isEmpty, use == .notUsed {
                report(
                    rule.when.isEmpty ? .guideNotUsed : .guideConditionNotUsed, rule, segment, element: element,
                    component: component, value: range, item: rule.at.item,
                    reason: "is sent, and the guide has no use for it\(because(rule))",
                    advice: "leave the element empty")
            }
        }
    }

    private mutating func checkLength(_ rule: SetGuide.CompiledRule, _ minimum: Int?, _ maximum: Int?) {
        let allowed =
            switch (minimum, maximum) {
            case (let minimum?, let maximum?) where minimum == maximum: "\(minimum)"
            case (let minimum?, let maximum?): "\(minimum) to \(maximum)"
            case (let minimum?, nil): "at least \(minimum)"
            default: "at most \(maximum ?? 0)"
            }
        eachValue(rule) { check, segment, range in
            let length = check.length(range, rule.at.item)
            let isLong = maximum.map { length > $0 } ?? false
            guard isLong || minimum.map({ length < $0 }) ?? false else { return }
            check.report(
                isLong ? .guideLong : .guideShort, rule, segment, element: rule.at.element,
                component: rule.at.component, value: range, item: rule.at.item,
                reason: "\(length) characters, where the guide allows \(allowed)")
        }
    }

    /// Calls `body` with each value that is sent where a rule says, repetition by repetition.
    private mutating func eachValue(
        _ rule: SetGuide.CompiledRule, _ body: (inout GuideCheck, Int, Range<Int>) -> Void
    ) {
        for match in set.matches(rule.at) where applies(rule, in: match.within) {
            for (range, repetition) in set.values(Int(match.segment), rule.at.element, rule.at.component) {
                let before = findings.count
                body(&self, Int(match.segment), range)
                if findings.count > before { findings[before].repetition = repetition }
            }
        }
    }
}

// MARK: - Words

extension GuideCheck {
    /// The last step in words: `REF with REF01 IA`.
    func words(_ path: CompiledPath) -> String {
        guard let step = path.steps.last, let node = step.nodes.first else { return "" }
        let id = set.nodes[node].id
        let conditions = step.conditions.map { condition in
            let number = condition.element < 10 ? "0\(condition.element)" : "\(condition.element)"
            let place = "\(id)\(number)" + (condition.component > 0 ? "-\(condition.component)" : "")
            let values = condition.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " or ")
            if values.isEmpty { return condition.isNegated ? "no \(place)" : "a \(place)" }
            return condition.isNegated ? "\(place) not \(values)" : "\(place) \(values)"
        }
        return conditions.isEmpty ? id.description : "\(id) with \(conditions.joined(separator: " and "))"
    }

    /// The loop around, in words, by the values that tell it apart: `N1 loop with N101 ST (segment 9)`.
    private func around(_ path: CompiledPath, _ parent: Int32) -> String {
        var above = path
        above.steps.removeLast()
        let id = above.targets.first.map { set.nodes[$0].id.description } ?? ""
        let phrase = words(above)
        return id + " loop" + phrase.dropFirst(id.count) + (parent >= 0 ? " (segment \(parent + 1))" : "")
    }

    /// What to send: `REF*IA`, as far as the conditions tell.
    private func skeleton(_ path: CompiledPath) -> String {
        guard let step = path.steps.last, let node = step.nodes.first else { return "it" }
        var elements: [String] = []
        for condition in step.conditions where !condition.isNegated && condition.component == 0 {
            while elements.count < condition.element { elements.append("") }
            elements[condition.element - 1] = condition.values.first.map { String(decoding: $0, as: UTF8.self) } ?? "…"
        }
        return ([set.nodes[node].id.description] + elements).joined(separator: "*") + (elements.isEmpty ? "" : "*…")
    }

    func because(_ rule: SetGuide.CompiledRule) -> String {
        guard !rule.when.isEmpty else { return "" }
        let conditions = rule.when.map { "\($0.isNegated ? "no " : "")\(phrase($0.path)) is sent" }
        return ", since \(conditions.joined(separator: " and "))"
    }

    /// What a path names, in words; of an element its reference and what tells its segment apart.
    func phrase(_ path: CompiledPath) -> String {
        guard path.element > 0 else { return words(path) }
        guard let step = path.steps.last else { return "" }
        return step.conditions.isEmpty || path.isSelf ? reference(path) : "\(reference(path)) of \(words(path))"
    }

    /// An element's reference, such as `REF02`.
    private func reference(_ path: CompiledPath) -> String {
        guard let node = path.targets.first else { return "it" }
        let number = path.element < 10 ? "0\(path.element)" : "\(path.element)"
        return "\(set.nodes[node].id)\(number)" + (path.component > 0 ? "-\(path.component)" : "")
    }

    func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
