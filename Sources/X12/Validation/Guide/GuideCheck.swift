/// Holds a validated set against a guide: excuses what the guide relaxes, adds what it restricts, weighs by loop.
struct GuideCheck {
    let guide: SetGuide
    let set: SetOccurrences
    let positions: FilePositions
    let version: String
    var findings: [Finding] = []
    private var toldOfRule = 0
    private var conditions: [Int: [[Int32: Int]]] = [:]

    /// More findings of one rule in one set than this are not listed: the last says so.
    static let mostFindings = 200

    init(_ guide: SetGuide, _ set: SetOccurrences, positions: FilePositions) {
        self.guide = guide
        self.set = set
        self.positions = positions
        version = guide.standard.version
    }

    /// Takes the findings of the standard and gives those of standard and guide, in order of segment and element.
    mutating func run(_ standard: [Finding]) -> [Finding] {
        for finding in standard where !isExcused(finding) { findings.append(finding) }
        if guide.policy.hasPaths { for index in findings.indices { weigh(&findings[index], base: nil) } }
        let kept = findings.count
        for rule in guide.rules {
            toldOfRule = 0
            check(rule)
        }
        guard findings.count > kept else { return findings }
        dropRepeated(from: kept)
        // Findings of one segment must stand together: they become one AK3.
        let order = findings.indices.sorted { one, other in
            let (a, b) = (findings[one], findings[other])
            return (a.segmentIndex, a.element, a.component, one) < (b.segmentIndex, b.element, b.component, other)
        }
        return order.map { findings[$0] }
    }

    /// One cause, one finding: where the standard found the same place at fault, the guide need not say it again.
    private mutating func dropRepeated(from kept: Int) {
        func place(_ finding: Finding) -> [Int] {
            [finding.segmentIndex, Int(finding.segment.packed), finding.element, finding.component]
        }
        let told = Set(findings[..<kept].filter { $0.severity > .note }.map(place))
        let added = findings[kept...].filter { !told.contains(place($0)) }
        findings.replaceSubrange(kept..., with: added)
    }
}

extension SetGuide {
    /// Holds the set validated last against the guide.
    ///
    /// - Parameters:
    ///   - validator: Has validated the set by ``structure``.
    ///   - bytes: The window.
    ///   - index: Its index.
    ///   - range: The entries of the set, from ST to SE.
    ///   - delimiters: Those of the interchange.
    ///   - positions: Turns positions in the window into offsets in the file.
    /// - Returns: The findings of standard and guide, without those of the standard that the guide excuses.
    /// - Complexity: O(segments × rules about them).
    public func findings(
        behind validator: SetValidator, bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>,
        delimiters: Delimiters, positions: FilePositions
    ) -> [Finding] {
        let set = SetOccurrences(
            bytes: bytes, index: index, range: range, places: validator.places, structure: structure,
            delimiters: delimiters)
        var check = GuideCheck(self, set, positions: positions)
        return check.run(validator.findings)
    }
}

// MARK: - Reporting

extension GuideCheck {
    /// Adds a finding of a rule on a segment; of a missing one, `segment` is that met instead and `id` what is missing.
    mutating func report(
        _ code: FindingCode, _ rule: SetGuide.CompiledRule, _ segment: Int, id: SegmentID? = nil, element: Int = 0,
        component: Int = 0, value: Range<Int>? = nil, item: ElementDefinition? = nil, reason: String,
        advice: String? = nil
    ) {
        toldOfRule += 1
        guard toldOfRule <= Self.mostFindings, segment < set.count else { return }
        let entry = set.entries[set.first + segment]
        var finding = Finding(
            code, severity: .note, segment: id ?? entry.id, segmentIndex: segment + 1, element: element,
            component: component, offset: positions.offset(of: value?.lowerBound ?? set.position(segment, element)),
            value: value.map { Array(set.bytes[$0].prefix(Finding.longestValue)) }, item: item,
            detail: .reason(
                toldOfRule < Self.mostFindings
                    ? reason : reason + "; the rule is broken more often in this set, which is not listed"),
            version: version)
        finding.origin = rule.rule.origin
        finding.trigger = trigger(of: rule, for: segment)
        finding.advice = advice
        weigh(&finding, base: rule.rule.severity)
        findings.append(finding)
    }

    /// Gives a finding the severity of the policy, exceptions by loop included.
    func weigh(_ finding: inout Finding, base: Severity?) {
        finding.severity = guide.policy.severity(
            of: finding, set: guide.structure.set, base: base,
            isAt: { index in
                guard guide.exceptionPaths.indices.contains(index), let path = guide.exceptionPaths[index] else {
                    return false
                }
                return stands(finding, at: path)
            })
    }

    /// Whether a finding is about what a path names, or about something in it.
    private func stands(_ finding: Finding, at path: CompiledPath) -> Bool {
        if path.element > 0, path.element != finding.element { return false }
        if path.component > 0, path.component != finding.component { return false }
        let segment = finding.segmentIndex - 1
        guard segment >= 0, segment < set.count else { return false }
        let isAbsent = set.entries[set.first + segment].id != finding.segment || finding.code.isAboutAbsence
        if isAbsent, finding.element == 0 {
            return set.wouldMatch(absent: finding.segment, behind: Int32(segment - 1), path)
        }
        return set.match(Int32(segment), path) != nil
    }
}

extension FindingCode {
    /// Whether it is about a segment that is not there, so that its place is that of another.
    var isAboutAbsence: Bool {
        switch self {
        case .missingSegment, .guideRequired, .guideMinimum, .guideLoopMinimum, .guideCondition: true
        default: false
        }
    }
}

// MARK: - Relaxation

extension GuideCheck {
    /// Whether a rule of the guide allows what the standard does not.
    private mutating func isExcused(_ finding: Finding) -> Bool {
        let segment = finding.segmentIndex - 1
        guard finding.element > 0, segment >= 0, segment < set.count, let rules = relaxations(at: segment) else {
            return false
        }
        for index in rules {
            let rule = guide.rules[index]
            guard rule.at.element == finding.element, rule.at.component == finding.component,
                excuses(finding, rule, segment), let match = set.match(Int32(segment), rule.at)
            else { continue }
            if applies(rule, in: match.within) { return true }
        }
        return false
    }

    private func relaxations(at segment: Int) -> [Int]? {
        guard !guide.relaxations.isEmpty else { return nil }
        return guide.relaxations[Int(set.places[segment])]
    }

    private func excuses(_ finding: Finding, _ rule: SetGuide.CompiledRule, _ segment: Int) -> Bool {
        var range = set.value(segment, finding.element, finding.component)
        if finding.repetition > 0 {
            let own = set.values(segment, finding.element, finding.component)
            range = own.first { $0.repetition == finding.repetition }?.range ?? range
        }
        switch (rule.rule.demand, finding.code) {
        case (.use(.optional), .missingElement), (.use(.optional), .condition),
            (.use(.optional), .uncertainCondition):
            return true
        case (.codes(let codes), .code), (.codes(let codes), .tooLong), (.codes(let codes), .tooShort),
            (.moreCodes(let codes), .code), (.moreCodes(let codes), .tooLong), (.moreCodes(let codes), .tooShort):
            return codes.contains { $0.elementsEqual(set.bytes[range]) }
        case (.length(_, let maximum?), .tooLong):
            return length(range, finding.item) <= maximum
        case (.length(let minimum?, _), .tooShort):
            // A shorter date is one only if it is a day.
            if finding.item?.type == .date { return range.count >= minimum && isDate(range) }
            return length(range, finding.item) >= minimum
        default: return false
        }
    }

    /// The length that the standard counts: of a number its digits.
    func length(_ range: Range<Int>, _ item: ElementDefinition?) -> Int {
        guard item?.type == .decimal || item?.type == .integer else { return range.count }
        var digits = 0
        for byte in set.bytes[range] {
            if byte == UInt8(ascii: "E") { break }
            if isDigit(byte) { digits += 1 }
        }
        return digits
    }

    private func isDate(_ range: Range<Int>) -> Bool {
        ElementCheck.isDate(set.bytes.span, range.lowerBound, range.upperBound)
    }
}

// MARK: - Conditions

extension GuideCheck {
    /// Whether the rule's conditions hold in an occurrence of its `within`; -1 for the whole set.
    mutating func applies(_ rule: SetGuide.CompiledRule, in within: Int32) -> Bool {
        guard !rule.when.isEmpty else { return true }
        // Found once a rule and set: a rule within lines is asked for each of them.
        let known = conditions[rule.index] ?? rule.when.map { firsts($0.path) }
        conditions[rule.index] = known
        return zip(rule.when, known).allSatisfy { ($1[within] != nil) != $0.isNegated }
    }

    /// What made a rule apply: of its first positive condition the place nearest before a segment, else the first.
    private func trigger(of rule: SetGuide.CompiledRule, for segment: Int) -> RuleTrigger? {
        guard let known = conditions[rule.index],
            let (condition, places) = zip(rule.when, known).first(where: { !$0.0.isNegated }),
            let place = places.values.filter({ $0 <= segment }).max() ?? places.values.min(), place < set.count
        else { return nil }
        return RuleTrigger(
            segment: set.entries[set.first + place].id, segmentIndex: place + 1, element: condition.path.element,
            component: condition.path.component)
    }

    /// For each occurrence of a rule's `within` the first segment that a path names and whose element is sent.
    func firsts(_ path: CompiledPath) -> [Int32: Int] {
        var firsts: [Int32: Int] = [:]
        for match in set.matches(path) where firsts[match.within] == nil {
            let segment = Int(match.segment)
            guard path.element == 0 || !set.value(segment, path.element, path.component).isEmpty else { continue }
            firsts[match.within] = segment
        }
        return firsts
    }

    /// The occurrences in each of which a rule applies by itself: those of its `within`, or the set.
    mutating func occurrences(_ rule: SetGuide.CompiledRule) -> [Int32] {
        let all = rule.within.map { set.matches($0).map(\.segment) } ?? [-1]
        return rule.when.isEmpty ? all : all.filter { applies(rule, in: $0) }
    }
}
