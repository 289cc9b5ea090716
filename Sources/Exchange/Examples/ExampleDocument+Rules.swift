import Commerce
import Partners
import X12

// Making a document keep the rules of a guide, one after the other.
extension ExampleDocument {
    /// Changes what breaks rules. Rules can undo each other, so that it is done over until nothing changes.
    mutating func keep(_ rules: [GuideRule]) {
        for _ in 0..<8 {
            let before = text
            for rule in rules { keep(rule) }
            count()
            if text == before { return }
        }
    }

    /// Brings counts and sums up to date, and nothing else.
    mutating func keepTotals(_ rules: [GuideRule]) {
        count()
        for rule in rules {
            switch rule.demand {
            case .sum, .count: keep(rule)
            default: break
            }
        }
    }

    private mutating func keep(_ rule: GuideRule) {
        let occurrences: [Int?] = rule.within.map { matches($0).map { Optional($0) } } ?? [nil]
        // From the back: what is put in or taken out moves only what was done.
        for within in occurrences.reversed() where applies(rule, within) { keep(rule, within) }
    }

    private func applies(_ rule: GuideRule, _ within: Int?) -> Bool {
        rule.when.allSatisfy { isSent($0.path, within) != $0.isNegated }
    }

    private func isSent(_ path: GuidePath, _ within: Int?) -> Bool {
        let found = matches(path, within: within)
        return path.element == 0 ? !found.isEmpty : found.contains { !value($0, path).isEmpty }
    }

    private func value(_ segment: Int, _ path: GuidePath) -> String {
        part(value(segment, path.element), path.component)
    }

    private mutating func keep(_ rule: GuideRule, _ within: Int?) {
        switch rule.demand {
        case .use(.required): demand(rule.at, within)
        case .use(.notUsed): forbid(rule.at, within)
        case .uses(let minimum, let maximum): bound(rule.at, within, minimum ?? 0, maximum)
        case .codes(let codes):
            let codes = codes.map { String(decoding: $0, as: UTF8.self) }
            change(rule.at, within) { value in codes.contains(value) ? nil : codes.first }
        case .pattern(let pattern):
            change(rule.at, within) { value in pattern.isMatch(value) ? nil : pattern.sample(minimum: 1) }
        case .length(let minimum, let maximum):
            change(rule.at, within) { value in
                let length = value.utf8.count
                guard length < minimum ?? 0 || length > maximum ?? .max else { return nil }
                return ExampleSegment.text(minimum ?? 1, maximum ?? max(minimum ?? 1, 20))
            }
        case .count(let equals):
            let count = matches(rule.at, within: within).count
            for segment in matches(equals, within: within).prefix(1) { write(segment, equals, String(count)) }
        case .sum(let equals, _):
            let values = matches(rule.at, within: within).compactMap { Decimal(Array(value($0, rule.at).utf8).span) }
            let sum = values.reduce(Decimal(0)) { $0.adding($1) ?? $0 }
            for segment in matches(equals, within: within).prefix(1) { write(segment, equals, sum.description) }
        case .unique:
            for (index, segment) in matches(rule.at, within: within).enumerated() where rule.at.element > 0 {
                let value = value(segment, rule.at)
                if matches(rule.at, within: within).contains(where: { $0 < segment && self.value($0, rule.at) == value }
                ) {
                    write(segment, rule.at, String(index + 1))
                }
            }
        case .anyOf(let others):
            let paths = [rule.at] + others
            if !paths.contains(where: { isSent($0, within) }) { demand(rule.at, within) }
        case .allOrNone(let others):
            let paths = [rule.at] + others
            if paths.contains(where: { isSent($0, within) }) { for path in paths { demand(path, within) } }
        case .onlyOneOf(let others):
            let sent = ([rule.at] + others).filter { isSent($0, within) }
            for path in sent.dropFirst() { forbid(path, within) }
        case .equal(let others):
            guard let first = matches(rule.at, within: within).first else { return }
            let value = value(first, rule.at)
            for path in others { change(path, within) { $0 == value ? nil : value } }
        case .different(let others):
            let first = matches(rule.at, within: within).first.map { value($0, rule.at) }
            for (index, path) in others.enumerated() {
                change(path, within) { $0 == first ? "\($0)\(index + 2)" : nil }
            }
        case .ascending(let others):
            var last = matches(rule.at, within: within).first.map { value($0, rule.at) } ?? ""
            for path in others {
                let floor = last
                change(path, within) { $0 < floor && $0.utf8.count == floor.utf8.count ? floor : nil }
                last = matches(path, within: within).first.map { value($0, path) } ?? last
            }
        case .use(.optional), .moreCodes, .extra: break
        }
    }

    // MARK: - Single demands

    /// Sees to it that a place is sent, in each occurrence of the loop around it.
    private mutating func demand(_ path: GuidePath, _ within: Int?) {
        guard let last = path.steps.last else { return }
        if path.element > 0 {
            for segment in matches(path, within: within).reversed() where value(segment, path).isEmpty {
                write(segment, path, sample(segment, path.element))
            }
            return
        }
        for parent in parents(of: path, within).reversed() {
            let isThere = matches(path, within: within).contains { under(parent, $0) || $0 == parent }
            if !isThere { add(last, under: parent) }
        }
    }

    /// The openers in whose occurrences a path's last step stands.
    private func parents(of path: GuidePath, _ within: Int?) -> [Int] {
        guard path.steps.count > 1 else { return [within ?? -1] }
        return segments.indices.filter { segment in
            path.prefixes(segment) { matches($0, within: within) }
        }
    }

    private func under(_ parent: Int, _ segment: Int) -> Bool {
        var at = segments[segment].owner
        for _ in 0..<64 {
            if at == parent { return true }
            guard at >= 0 else { return false }
            at = segments[at].owner
        }
        return false
    }

    /// Adds a segment that meets a step's conditions, or changes one that is there so that it does: a line cannot be put
    /// in as a segment of its own.
    private mutating func add(_ step: GuidePath.Step, under parent: Int) {
        var given: [Int: String] = [:]
        for condition in step.conditions where !condition.isNegated && condition.component == 0 {
            if let value = condition.values.first { given[condition.element] = String(decoding: value, as: UTF8.self) }
        }
        let tellsApart = step.id == "HL" ? 3 : 1
        let isByContent = step.conditions.contains { $0.element != tellsApart }
        if isByContent,
            let other = segments.indices.first(where: { index in
                segments[index].id == step.id.description && (index == parent || under(parent, index))
            })
        {
            for (element, value) in given { set(other, element, to: value) }
            return
        }
        _ = insert(step.id, under: parent, with: given)
    }

    private mutating func forbid(_ path: GuidePath, _ within: Int?) {
        for segment in matches(path, within: within).reversed() {
            if path.element > 0 {
                write(segment, path, "")
            } else if let condition = path.steps.last?.conditions.first(where: { $0.isNegated && !$0.values.isEmpty }),
                let value = condition.values.first
            {
                set(segment, condition.element, to: String(decoding: value, as: UTF8.self))
            } else if segments[segment].id == "HL" {
                lift(segment)
            } else {
                remove(segment)
            }
        }
    }

    /// Takes a level out and gives what is below it to the level above.
    private mutating func lift(_ segment: Int) {
        let (own, above) = (value(segment, 1), value(segment, 2))
        var end = segment + 1
        while end < text.count, text[end][0] != "HL", segments[end].owner >= segment { end += 1 }
        for index in text.indices where text[index][0] == "HL" && value(index, 2) == own { set(index, 2, to: above) }
        cut(segment..<end)
    }

    private mutating func bound(_ path: GuidePath, _ within: Int?, _ minimum: Int, _ maximum: Int?) {
        guard let last = path.steps.last, path.element == 0 else { return }
        for parent in parents(of: path, within).reversed() {
            let found = matches(path, within: within).filter { segments[$0].owner == parent || under(parent, $0) }
            if let maximum { for segment in found.dropFirst(maximum).reversed() { remove(segment) } }
            for _ in found.count..<max(found.count, min(minimum, 20)) { add(last, under: parent) }
        }
    }

    /// Changes values that are sent.
    private mutating func change(_ path: GuidePath, _ within: Int?, _ other: (String) -> String?) {
        guard path.element > 0 else { return }
        for segment in matches(path, within: within) {
            let value = value(segment, path)
            if !value.isEmpty, let other = other(value) { write(segment, path, other) }
        }
    }

    private mutating func write(_ segment: Int, _ path: GuidePath, _ value: String) {
        guard path.component > 0 else { return set(segment, path.element, to: value) }
        var parts = self.value(segment, path.element).split(separator: ">", omittingEmptySubsequences: false).map(
            String.init)
        while parts.count < path.component { parts.append("") }
        parts[path.component - 1] = value
        set(segment, path.element, to: parts.joined(separator: ">"))
    }

    private func sample(_ segment: Int, _ element: Int) -> String {
        let places = standard.elements(ofSegment: structure.nodes[segments[segment].node].segment)
        guard places.indices.contains(element - 1) else { return "1" }
        return ExampleSegment.value(places[element - 1], at: element, standard: standard)
    }

    /// Brings the levels' numbers and the number of lines up to date, and identifiers of parties into the form of their
    /// scheme, as the standard wants them.
    private mutating func count() {
        numberLevels()
        identifyParties()
        let lines = ["850": "PO1", "855": "PO1", "856": "HL", "810": "IT1", "860": "POC"]
        guard let line = lines[structure.set], let total = text.firstIndex(where: { $0[0] == "CTT" }) else { return }
        let count = text.count { $0[0] == line }
        if value(total, 1) != String(count) { set(total, 1, to: String(count)) }
    }
}

extension ExampleDocument {
    /// HL01 counts up from 1; a level that was taken out leaves a gap.
    private mutating func numberLevels() {
        var numbers: [String: String] = [:]
        for index in text.indices where text[index][0] == "HL" { numbers[value(index, 1)] = String(numbers.count + 1) }
        guard numbers.contains(where: { $0.key != $0.value }) else { return }
        replace { segment in
            guard segment[0] == "HL" else { return }
            for element in 1...2 where segment.indices.contains(element) {
                segment[element] = numbers[segment[element]] ?? segment[element]
            }
        }
    }

    /// N104 has the form that N103 says: a guide that asks for a scheme asks for its numbers too.
    private mutating func identifyParties() {
        let samples = [
            "UL": "0012345000065", "1": "123456789", "9": "1234567890000", "11": "AB1234563", "21": "123456789",
        ]
        for index in text.indices where text[index][0] == "N1" {
            let held = value(index, 4)
            guard let sample = samples[value(index, 3)], !held.isEmpty, held.utf8.count != sample.utf8.count else {
                continue
            }
            set(index, 4, to: sample)
        }
    }
}

extension GuidePath {
    /// Whether a segment is named by the path without its last step.
    fileprivate func prefixes(_ segment: Int, _ matches: (GuidePath) -> [Int]) -> Bool {
        guard let prefix = dropLastStep() else { return false }
        return matches(prefix).contains(segment)
    }
}
