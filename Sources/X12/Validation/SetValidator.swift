/// Validates transaction sets, one at a time, and tells which place in the structure each segment has.
///
/// Reused from set to set: arrays keep their capacity, nothing is allocated for a clean set.
public struct SetValidator {
    /// The findings of the last set, in order of segment and element.
    public internal(set) var findings: [Finding] = []
    /// For each segment of the last set the index of its node in the structure, or ``noNode``.
    public private(set) var places: [UInt16] = []
    /// The place of a segment that has none.
    public static let noNode: UInt16 = 0xFFFF

    private var walk = SetWalk()
    private var context = Context()
    /// LS01 of the bounded loops that are open, innermost last; see the file of their checks.
    var boundedLoops: [Range<Int>?] = []

    /// Makes a validator.
    public init() {}

    /// What stays the same while one set is validated.
    private struct Context {
        var set = ""
        var version = ""
        var policy = SeverityPolicy()
        var positions = FilePositions()
        var delimiters = Delimiters()
    }

    /// Validates a set.
    ///
    /// - Parameters:
    ///   - bytes: The window.
    ///   - index: Its index.
    ///   - range: The entries of the set, from ST to SE; a set without SE ends at its last segment.
    ///   - standard: The version of the group.
    ///   - structure: The structure of the set.
    ///   - delimiters: Those of the interchange.
    ///   - policy: The severities.
    ///   - positions: Turns positions in the window into offsets in the file.
    /// - Complexity: O(bytes of the set).
    public mutating func validate(
        bytes: borrowing [UInt8], index: borrowing SegmentIndex, range: Range<Int>, standard: Standard,
        structure: SetStructure, delimiters: Delimiters, policy: SeverityPolicy, positions: FilePositions
    ) {
        findings.removeAll(keepingCapacity: true)
        context = Context(
            set: structure.set, version: standard.version, policy: policy, positions: positions,
            delimiters: delimiters)
        boundedLoops.removeAll(keepingCapacity: true)
        walk.begin(structure)
        var places = takePlaces(range.count)
        var placed = places.mutableSpan
        let check = ElementCheck(codes: standard.codes)
        let glance = SegmentGlance(bytes, index, range, standard)
        let bytes = bytes.span
        let marks = index.marks.span
        let entries = index.entries.span
        let odd = index.oddEntries.span
        let segmentRuleList = standard.segmentRules
        let segmentRules = segmentRuleList.span
        let nodes = structure.nodes.span
        var nextOdd = Self.firstOdd(odd, from: range.lowerBound)
        for position in range {
            let entry = entries[position]
            let ordinal = position &- range.lowerBound &+ 1
            var segment = -1
            let slot = structure.slot(of: entry.id)
            if slot >= 0 {
                var node = 0
                if ordinal > 1 {
                    let step = structure.step(from: walk.current, slot: slot)
                    if step & SetStructure.passesMandatory == 0 {
                        node = Int(step)
                        if walk.enter(node, nodes[node]) == .aboveMaximum {
                            tooMany(node, nodes[node], entry, ordinal)
                        }
                    } else {
                        node = resynchronise(
                            position, slot: slot, entries: entries, range: range, structure: structure)
                    }
                }
                if node >= 0 {
                    placed[ordinal &- 1] = UInt16(truncatingIfNeeded: node)
                    segment = nodes[node].segment
                } else {
                    segment = standard.segmentIndex(of: entry.id) ?? -1
                }
            } else {
                segment = misfit(entry, ordinal, bytes, marks, standard)
            }
            let isOdd = nextOdd < odd.count && Int(odd[nextOdd]) == position
            if isOdd { nextOdd &+= 1 }
            if segment < 0 { continue }
            if entry.id == "ST" || entry.id == "SE" {
                // The two numbers are the envelope's business; ST03 and what is said too much are not.
                if entry.elementCount > 2 {
                    checkEnvelope(
                        entry, ordinal, segment: segment, bytes: bytes, marks: marks, standard: standard, check: check)
                }
                continue
            }
            if entry.id == "LS" || entry.id == "LE" {
                followBoundedLoop(
                    entry, ordinal, segment: segment, bytes: bytes, marks: marks, standard: standard, check: check)
            }
            var doubts = UInt64.max
            if !isOdd, entry.elementCount <= Int(segmentRules[segment].elementCount) {
                doubts = glance.doubts(about: entry, as: segment)
                if doubts == 0
                    || standard.clears(doubts, about: entry, segment: segment, bytes: bytes, marks: marks, check: check)
                {
                    continue
                }
            }
            checkClosely(
                entry, ordinal, segment: segment, doubts: doubts, bytes: bytes, marks: marks, standard: standard,
                check: check)
        }
        self.places = places
    }

    /// Hands the findings of the last set over, which the validator then has no more: they are large to copy.
    public mutating func takeFindings() -> [Finding] {
        var findings: [Finding] = []
        swap(&findings, &self.findings)
        return findings
    }

    /// Takes the places to be filled in out of the validator, as many as the set has segments, none of them told yet.
    private mutating func takePlaces(_ count: Int) -> [UInt16] {
        var places: [UInt16] = []
        swap(&places, &self.places)
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(Self.noNode, count: count))
        return places
    }

    private static func firstOdd(_ odd: borrowing Span<UInt32>, from position: Int) -> Int {
        var low = 0
        var high = odd.count
        while low < high {
            let middle = (low + high) / 2
            if Int(odd[middle]) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Segments

extension SetValidator {
    @inline(never)
    private mutating func tooMany(
        _ node: Int, _ rule: SetStructure.Node, _ entry: SegmentIndex.Entry, _ ordinal: Int
    ) {
        report(
            rule.isLoop ? .loopRepeat : .segmentMaximum, entry, ordinal, at: Int(entry.start),
            detail: .maximum(rule.maximum))
    }

    /// Judges a segment that is not of this set and gives the index of its definition, or -1.
    @inline(never)
    private mutating func misfit(
        _ entry: SegmentIndex.Entry, _ ordinal: Int, _ bytes: borrowing Span<UInt8>, _ marks: borrowing Span<UInt32>,
        _ standard: Standard
    ) -> Int {
        let known = standard.segmentIndex(of: entry.id)
        let end = min(Int(marks[Int(entry.firstMark)]), Int(entry.start) + Finding.longestValue)
        report(
            known == nil ? .unknownSegment : .foreignSegment, entry, ordinal, at: Int(entry.start),
            value: bytes.copy(Int(entry.start), end))
        // Its elements are not judged: one cause, one finding.
        return -1
    }

    /// Reads the situation of a segment of this set that does not fit, and gives its node or -1.
    @inline(never)
    private mutating func resynchronise(
        _ position: Int, slot: Int, entries: borrowing Span<SegmentIndex.Entry>, range: Range<Int>,
        structure: SetStructure
    ) -> Int {
        let entry = entries[position]
        let ordinal = position - range.lowerBound + 1
        var next: [Int] = []
        var ahead = position + 1
        while ahead < range.upperBound, next.count < Resynchronisation.lookahead {
            next.append(structure.slot(of: entries[ahead].id))
            ahead += 1
        }
        let reading = Resynchronisation(structure: structure).read(walk, slot: slot, id: entry.id, next: next)
        let place: Int
        switch reading {
        case .stray:
            report(.unexpectedSegment, entry, ordinal, at: Int(entry.start))
            return -1
        case .misplaced:
            report(.segmentOrder, entry, ordinal, at: Int(entry.start))
            return -1
        case .outOfOrder(let node):
            report(.segmentOrder, entry, ordinal, at: Int(entry.start))
            place = node
        case .missing(let missing, let node):
            for absent in missing {
                var stand = entry
                stand.id = structure.nodes[absent].id
                report(.missingSegment, stand, ordinal, at: Int(entry.start))
                walk.excuse(absent, structure.nodes[absent])
                // The loop is taken as opened by its missing segment, so that what follows is counted in it.
                if structure.nodes[absent].isLoop { _ = walk.enter(absent, structure.nodes[absent]) }
            }
            place = node
        }
        if walk.enter(place, structure.nodes[place]) == .aboveMaximum {
            tooMany(place, structure.nodes[place], entry, ordinal)
        }
        return place
    }
}

// MARK: - Findings

extension SetValidator {
    /// Adds a finding on a segment or element, with the severity of the policy.
    mutating func report(
        _ code: FindingCode, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int = 0, component: Int = 0,
        repetition: Int = 0, at position: Int, value: [UInt8]? = nil, item: ElementDefinition? = nil,
        detail: Finding.Detail = .none
    ) {
        findings.append(
            Finding(
                code, severity: .note, segment: entry.id, segmentIndex: ordinal, element: element, component: component,
                offset: context.positions.offset(of: position), value: value, item: item, detail: detail,
                version: context.version))
        // In its place: a finding is large to copy.
        let last = findings.count - 1
        findings[last].repetition = repetition
        findings[last].severity = context.policy.severity(of: code, set: context.set, place: findings[last].place)
    }

    var delimiters: Delimiters { context.delimiters }
}
