// MARK: - Rules across elements

extension GuideCheck {
    /// Checks a rule that compares several places.
    mutating func checkRelation(_ rule: SetGuide.CompiledRule) {
        switch rule.rule.demand {
        case .sum(_, let tolerance): checkSum(rule, tolerance)
        case .count: checkCount(rule)
        case .unique: checkUnique(rule)
        case .equal, .different, .ascending: compare(rule)
        case .anyOf, .onlyOneOf, .allOrNone: checkPresence(rule)
        default: break
        }
    }

    private mutating func checkSum(_ rule: SetGuide.CompiledRule, _ tolerance: GuideNumber) {
        guard let other = rule.others.first else { return }
        var sums: [Int32: GuideNumber?] = [:]
        for match in set.matches(rule.at) {
            for (range, _) in set.values(Int(match.segment), rule.at.element, rule.at.component) {
                let before: GuideNumber? = sums[match.within] ?? .zero
                // A value that is no number is the standard's business, and the sum then cannot be told.
                let sum = number(range, rule.at.item).flatMap { before?.adding($0) }
                sums.updateValue(sum, forKey: match.within)
            }
        }
        let totals = firsts(other)
        for within in occurrences(rule) {
            guard let segment = totals[within], let sum = sums[within] ?? .zero else { continue }
            let range = set.value(segment, other.element, other.component)
            guard let total = number(range, other.item), sum.differs(from: total, by: tolerance) == true else {
                continue
            }
            report(
                .guideRule, rule, segment, element: other.element, component: other.component, value: range,
                item: other.item, reason: "is not the sum of \(phrase(rule.at)), which is \(sum)",
                advice: "make both agree")
        }
    }

    private mutating func checkCount(_ rule: SetGuide.CompiledRule) {
        guard let other = rule.others.first else { return }
        var counts: [Int32: Int] = [:]
        for match in set.matches(rule.at)
        where rule.at.element == 0 || !set.value(Int(match.segment), rule.at.element, rule.at.component).isEmpty {
            counts[match.within, default: 0] += 1
        }
        let totals = firsts(other)
        for within in occurrences(rule) {
            guard let segment = totals[within] else { continue }
            let range = set.value(segment, other.element, other.component)
            let count = counts[within, default: 0]
            guard let total = number(range, other.item), let found = GuideNumber(String(count).utf8),
                total.differs(from: found, by: .zero) == true
            else { continue }
            report(
                .guideRule, rule, segment, element: other.element, component: other.component, value: range,
                item: other.item, reason: "does not count \(phrase(rule.at)), which is sent \(times(count))",
                advice: "make both agree")
        }
    }

    private mutating func checkUnique(_ rule: SetGuide.CompiledRule) {
        var seen: [Int32: [[UInt8]: Int]] = [:]
        for match in set.matches(rule.at) where applies(rule, in: match.within) {
            let segment = Int(match.segment)
            for (range, _) in set.values(segment, rule.at.element, rule.at.component) {
                let value = Array(set.bytes[range])
                if let before = seen[match.within, default: [:]][value] {
                    report(
                        .guideRule, rule, segment, element: rule.at.element, component: rule.at.component,
                        value: range, item: rule.at.item, reason: "stands in segment \(before + 1) already",
                        advice: "give each its own")
                } else {
                    seen[match.within, default: [:]][value] = segment
                }
            }
        }
    }

    /// Compares each place with the one before it, where both are sent.
    private mutating func compare(_ rule: SetGuide.CompiledRule) {
        let paths = [rule.at] + rule.others
        let firsts = paths.map { self.firsts($0) }
        for within in occurrences(rule) {
            var before: (range: Range<Int>, index: Int)?
            for (index, path) in paths.enumerated() {
                guard let segment = firsts[index][within] else { continue }
                let range = set.value(segment, path.element, path.component)
                defer { before = (range, index) }
                guard let earlier = before,
                    let fault = fault(rule, earlier.range, paths[earlier.index].item, range, path.item)
                else { continue }
                let value = String(decoding: set.bytes[earlier.range].prefix(40), as: UTF8.self)
                report(
                    .guideRule, rule, segment, element: path.element, component: path.component, value: range,
                    item: path.item, reason: "\(fault) \(phrase(paths[earlier.index])), which is \(value)",
                    advice: "correct one of them")
            }
        }
    }

    /// What is wrong between two values, or `nil`.
    private func fault(
        _ rule: SetGuide.CompiledRule, _ one: Range<Int>, _ oneItem: ElementDefinition?, _ other: Range<Int>,
        _ otherItem: ElementDefinition?
    ) -> String? {
        let isNumeric = oneItem?.isNumber == true && otherItem?.isNumber == true
        var isEqual = set.bytes[one].elementsEqual(set.bytes[other])
        if isNumeric, let a = number(one, oneItem), let b = number(other, otherItem),
            let differ = a.differs(from: b, by: .zero)
        {
            isEqual = !differ
        }
        switch rule.rule.demand {
        case .equal: return isEqual ? nil : "is not the same as"
        case .different: return isEqual ? "is the same as" : nil
        default:
            guard let a = rank(one, oneItem), let b = rank(other, otherItem), b.isLess(than: a) == true else {
                return nil
            }
            return oneItem?.type == .date ? "is before" : "is less than"
        }
    }

    /// A number or date as something to be compared; two digits of a year are those of a century around 2000.
    private func rank(_ range: Range<Int>, _ item: ElementDefinition?) -> GuideNumber? {
        guard item?.type == .date, range.count == 6 else { return number(range, item) }
        let century: [UInt8] = set.bytes[range.lowerBound] < UInt8(ascii: "5") ? Array("20".utf8) : Array("19".utf8)
        return GuideNumber(century + Array(set.bytes[range]))
    }

    private func number(_ range: Range<Int>, _ item: ElementDefinition?) -> GuideNumber? {
        GuideNumber(set.bytes[range], implied: item?.type == .integer ? Int(item?.decimals ?? 0) : 0)
    }

    private mutating func checkPresence(_ rule: SetGuide.CompiledRule) {
        let paths = [rule.at] + rule.others
        let firsts = paths.map { self.firsts($0) }
        for within in occurrences(rule) {
            let sent = paths.indices.filter { firsts[$0][within] != nil }
            let unsent = paths.indices.filter { firsts[$0][within] == nil }
            let list = paths.map(phrase)
            switch rule.rule.demand {
            case .anyOf where sent.isEmpty:
                reportAbsent(
                    rule, paths[0], within, reason: "none of \(list.joined(separator: ", ")) is sent\(because(rule))",
                    advice: "send one of them")
            case .allOrNone where !sent.isEmpty && !unsent.isEmpty:
                reportAbsent(
                    rule, paths[unsent[0]], within,
                    reason: "\(list[unsent[0]]) is not sent, and \(list[sent[0]]) is: the guide asks for all or none",
                    advice: "send \(list[unsent[0]]) too, or leave \(list[sent[0]]) out")
            case .onlyOneOf where sent.count > 1:
                let path = paths[sent[1]]
                guard let segment = firsts[sent[1]][within] else { continue }
                report(
                    .guideConditionNotUsed, rule, segment, element: path.element, component: path.component,
                    value: path.element > 0 ? set.value(segment, path.element, path.component) : nil,
                    item: path.item, reason: "is sent beside \(list[sent[0]]); the guide allows one of them",
                    advice: "send one of them")
            default: break
            }
        }
    }

    /// Reports that what a path names is not sent in an occurrence: at its segment where only the element lacks.
    private mutating func reportAbsent(
        _ rule: SetGuide.CompiledRule, _ path: CompiledPath, _ within: Int32, reason: String, advice: String
    ) {
        let segment = set.matches(path).first { within < 0 || $0.within == within }
        if path.element > 0, let segment {
            report(
                .guideCondition, rule, Int(segment.segment), element: path.element, component: path.component,
                item: path.item, reason: reason, advice: advice)
        } else if let node = path.targets.first {
            report(
                .guideCondition, rule, set.met(insteadOf: node, in: within), id: set.nodes[node].id, reason: reason,
                advice: advice)
        }
    }
}

extension ElementDefinition {
    fileprivate var isNumber: Bool { type == .decimal || type == .integer }
}
