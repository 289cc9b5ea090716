import Commerce
import X12

/// Makes rules of one line of a guide: one for each demand on its place.
struct RuleReader {
    private let entry: GuideDescription.RuleEntry
    private let file: GuideFile
    private let jsonPath: String
    private(set) var faults: [ProfileFault] = []

    private var within: GuidePath?
    private var conditions: [GuideRule.Presence] = []
    private var severity: Severity?

    init(_ entry: GuideDescription.RuleEntry, file: GuideFile, jsonPath: String) {
        self.entry = entry
        self.file = file
        self.jsonPath = jsonPath
    }

    /// The rules; what is wrong with them is in ``faults``.
    mutating func rules() -> [GuideRule] {
        if !entry.within.isEmpty { within = path(entry.within, "within") }
        readConditions()
        readSeverity()
        let rules = demands() + relations()
        if rules.isEmpty, faults.isEmpty {
            report(
                "", entry.at.isEmpty ? "the rule has no place" : "nothing is demanded of \(entry.at)",
                "write such as { at: \"REF[01=IA]\", use: \"required\" }")
        }
        return faults.isEmpty ? rules : []
    }

    // MARK: - Parts

    private mutating func report(_ member: String, _ message: String, _ remedy: String) {
        faults.append(file.fault(member.isEmpty ? jsonPath : "\(jsonPath).\(member)", message, remedy))
    }

    private mutating func path(_ text: Text, _ member: String) -> GuidePath? {
        do throws(GuideFault) {
            return try GuidePath(text.string)
        } catch {
            report(member, error.message, error.remedy)
            return nil
        }
    }

    private mutating func paths(_ texts: [Text], _ member: String) -> [GuidePath] {
        var paths: [GuidePath] = []
        for (index, text) in texts.enumerated() {
            if let path = path(text, "\(member)[\(index)]") { paths.append(path) }
        }
        if texts.count == 1 { report(member, "one place alone", "name two or more") }
        return paths.count == texts.count && paths.count > 1 ? paths : []
    }

    /// `N1[01=VN] and no REF[01=IA]`.
    private mutating func readConditions() {
        guard !entry.when.isEmpty else { return }
        for one in entry.when.string.split(separator: " and ", omittingEmptySubsequences: false) {
            let isNegated = one.hasPrefix("no ")
            let text = isNegated ? one.dropFirst(3) : one
            if let path = path(Text(String(text)), "when") {
                conditions.append(GuideRule.Presence(path, isNegated: isNegated))
            }
        }
        // Without `within` the condition is asked of the whole set, which is hardly what is meant here.
        if within == nil, !entry.at.isEmpty, let at = try? GuidePath(entry.at.string), at.steps.count > 1,
            let loop = at.steps.first
        {
            for condition in conditions where condition.path.steps.count > 1 && condition.path.steps.first == loop {
                report(
                    "when", "\(condition.path) is asked of the whole set, not of the same \(loop) loop",
                    "write within: \"\(loop)\", and both paths from there on")
            }
        }
    }

    private mutating func readSeverity() {
        guard !entry.severity.isEmpty else { return }
        severity = Severity(name: entry.severity.string)
        guard severity == nil else { return }
        let all = Severity.allCases.map(\.name)
        report(
            "severity", "expected \(all.choice), found \(quoted(entry.severity.string))",
            all.nearest(to: entry.severity.string).map { "did you mean \"\($0)\"?" } ?? "write one of these words")
    }

    private func rule(_ at: GuidePath, _ demand: GuideRule.Demand, _ statement: String) -> GuideRule {
        var statement = statement
        if let within { statement += " in each \(within)" }
        if !conditions.isEmpty {
            statement +=
                " when " + conditions.map { $0.isNegated ? "no \($0.path)" : "\($0.path)" }.joined(separator: " and ")
                + (conditions.count == 1 && conditions[0].isNegated ? "" : " is sent")
        }
        let origin = RuleOrigin(
            file: file.text.path, line: file.places.place(of: jsonPath).line, statement: statement,
            because: entry.because.string)
        return GuideRule(
            origin: origin, within: within, at: at, when: conditions, demand: demand, severity: severity)
    }

    // MARK: - Demands on one place

    private mutating func demands() -> [GuideRule] {
        var rules: [GuideRule] = []
        if !entry.allow.isEmpty {
            rules += allowance()
        } else if !entry.after.isEmpty {
            report("after", "`after` without `allow`", "name the segment to let in by `allow`")
        }
        guard !entry.at.isEmpty else {
            if hasDemand, entry.allow.isEmpty {
                report("at", "the rule has no place", "write such as at: \"REF[01=IA]02\"")
            }
            return rules
        }
        guard let at = path(entry.at, "at") else { return rules }
        if !entry.use.isEmpty {
            if let use = GuideRule.Use(rawValue: entry.use.string) {
                let words: [GuideRule.Use: String] = [
                    .required: "is required", .optional: "may be left out", .notUsed: "is not used",
                ]
                rules.append(rule(at, .use(use), "\(at) \(words[use] ?? "")"))
            } else {
                let all = GuideRule.Use.allCases.map(\.rawValue)
                report(
                    "use", "expected \(all.choice), found \(quoted(entry.use.string))",
                    all.nearest(to: entry.use.string).map { "did you mean \"\($0)\"?" } ?? "write one of these words")
            }
        }
        rules += codeRules(at)
        if entry.minLength != nil || entry.maxLength != nil,
            let (minimum, maximum) = bounds(entry.minLength, entry.maxLength, "Length", 1)
        {
            rules.append(
                rule(at, .length(minimum: minimum, maximum: maximum), "\(at) has \(range(minimum, maximum)) characters")
            )
        }
        if !entry.pattern.isEmpty {
            do throws(GuideFault) {
                rules.append(
                    rule(at, .pattern(try GuidePattern(entry.pattern.string)), "\(at) matches \(entry.pattern)"))
            } catch {
                report("pattern", error.message, error.remedy)
            }
        }
        if entry.minUse != nil || entry.maxUse != nil,
            let (minimum, maximum) = bounds(entry.minUse, entry.maxUse, "Use", 0)
        {
            rules.append(
                rule(
                    at, .uses(minimum: minimum, maximum: maximum),
                    "\(at) stands \(range(minimum, maximum))" + ((maximum ?? minimum) == 1 ? " time" : " times")))
        }
        return rules
    }

    private var hasDemand: Bool {
        !entry.use.isEmpty || !entry.codes.isEmpty || !entry.moreCodes.isEmpty || !entry.pattern.isEmpty
            || entry.minLength != nil || entry.maxLength != nil || entry.minUse != nil || entry.maxUse != nil
    }

    private mutating func codeRules(_ at: GuidePath) -> [GuideRule] {
        guard entry.codes.isEmpty || entry.moreCodes.isEmpty else {
            report("moreCodes", "`codes` is the whole list already", "write one of the two")
            return []
        }
        let codes = entry.codes.map { Array($0.string.utf8) }
        let more = entry.moreCodes.map { Array($0.string.utf8) }
        if (codes + more).contains([]) { report("codes", "a code is empty", "take it out") }
        let list = (entry.codes + entry.moreCodes).prefix(12).map(\.string).joined(separator: ", ")
        if !codes.isEmpty { return [rule(at, .codes(codes), "\(at) is one of \(list)")] }
        return more.isEmpty ? [] : [rule(at, .moreCodes(more), "\(at) may be \(list) too")]
    }

    private mutating func allowance() -> [GuideRule] {
        guard let place = path(entry.allow, "allow"), let after = path(entry.after, "after") else { return [] }
        guard after.steps.count == 1, after.element == 0, place.element == 0, let sibling = after.steps.first?.id,
            entry.minUse == nil, entry.at.isEmpty, conditions.isEmpty
        else {
            report(
                "allow", "`allow` lets a segment in behind another of the same loop",
                "write such as { allow: \"PO1/AMT\", after: \"PID\", maxUse: 5 }")
            return []
        }
        let maximum = entry.maxUse ?? 1
        guard maximum >= 1 else {
            report("maxUse", "expected a number from 1, found \(maximum)", "write how often it may stand")
            return []
        }
        return [rule(place, .extra(after: sibling, maximum: maximum), "\(place) may stand behind \(sibling)")]
    }

    private mutating func bounds(_ minimum: Int?, _ maximum: Int?, _ name: String, _ least: Int) -> (Int?, Int?)? {
        for (member, value) in [("min\(name)", minimum), ("max\(name)", maximum)] {
            if let value, !(least...1_000_000).contains(value) {
                report(member, "expected a number from \(least), found \(value)", "write a sensible number")
                return nil
            }
        }
        if let minimum, let maximum, minimum > maximum {
            report(
                "max\(name)", "max\(name) \(maximum) is less than min\(name) \(minimum)", "write the larger one here")
            return nil
        }
        return (minimum, maximum)
    }

    private func range(_ minimum: Int?, _ maximum: Int?) -> String {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?): minimum == maximum ? "\(minimum)" : "\(minimum) to \(maximum)"
        case (let minimum?, nil): "at least \(minimum)"
        case (nil, let maximum?): "at most \(maximum)"
        case (nil, nil): "any number of"
        }
    }

    // MARK: - Relations

    private mutating func relations() -> [GuideRule] {
        var rules: [GuideRule] = []
        if !entry.sum.isEmpty, let sum = path(entry.sum, "sum"), let equals = equals() {
            var tolerance = GuideNumber.zero
            if !entry.tolerance.isEmpty {
                if let number = GuideNumber(entry.tolerance.string.utf8), !entry.tolerance.string.hasPrefix("-") {
                    tolerance = number
                } else {
                    report("tolerance", "expected a number, found \(quoted(entry.tolerance.string))", "write \"0.01\"")
                }
            }
            rules.append(rule(sum, .sum(equals: equals, tolerance: tolerance), "the sum of \(sum) is \(equals)"))
        }
        if !entry.count.isEmpty, let count = path(entry.count, "count"), let equals = equals() {
            rules.append(rule(count, .count(equals: equals), "\(equals) counts \(count)"))
        }
        if entry.sum.isEmpty, entry.count.isEmpty, !entry.equals.isEmpty {
            report("equals", "`equals` without `sum` or `count`", "write equal: [\"A\", \"B\"] to compare two places")
        }
        if !entry.unique.isEmpty, let unique = path(entry.unique, "unique") {
            rules.append(rule(unique, .unique, "\(unique) is unique"))
        }
        func add(
            _ texts: [Text], _ member: String, _ words: String, _ demand: ([GuidePath]) -> GuideRule.Demand,
            _ reader: inout RuleReader
        ) {
            guard !texts.isEmpty else { return }
            let paths = reader.paths(texts, member)
            guard let first = paths.first else { return }
            let list = paths.map(\.description).joined(separator: ", ")
            rules.append(reader.rule(first, demand(Array(paths.dropFirst())), "\(words) \(list)"))
        }
        add(entry.equal, "equal", "these are the same:", { .equal($0) }, &self)
        add(entry.different, "different", "these differ:", { .different($0) }, &self)
        add(entry.ascending, "ascending", "none of these is less than the one before:", { .ascending($0) }, &self)
        add(entry.anyOf, "anyOf", "at least one of these is sent:", { .anyOf($0) }, &self)
        add(entry.onlyOneOf, "onlyOneOf", "at most one of these is sent:", { .onlyOneOf($0) }, &self)
        add(entry.allOrNone, "allOrNone", "all of these are sent, or none:", { .allOrNone($0) }, &self)
        return rules
    }

    private mutating func equals() -> GuidePath? {
        guard !entry.equals.isEmpty else {
            report("equals", "there is nothing to compare with", "write such as equals: \"CTT02\"")
            return nil
        }
        return path(entry.equals, "equals")
    }
}
