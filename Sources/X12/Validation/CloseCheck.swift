extension Standard {
    /// Whether a closer look clears all doubts about a segment, which are such as ``SegmentGlance`` has.
    @inline(never)
    func clears(
        _ doubts: UInt64, about entry: SegmentIndex.Entry, segment: Int, bytes: borrowing Span<UInt8>,
        marks: borrowing Span<UInt32>, check: ElementCheck
    ) -> Bool {
        guard doubts & SegmentGlance.ofSegment == 0 else { return false }
        var left = doubts
        while left != 0 {
            let element = left.trailingZeroBitCount
            left &= left &- 1
            let start = Int(marks[Int(entry.firstMark) &+ element &- 1]) &+ 1
            let end = Int(marks[Int(entry.firstMark) &+ element])
            let rule = rules[Int(segmentRules[segment].firstElement) &+ element &- 1]
            guard stands(rule, check, bytes: bytes, start: start, end: end) else { return false }
        }
        return true
    }

    /// Whether a value that is not clean at a glance stands a closer look; one without component separators will do
    /// for a composite as its first component.
    private func stands(
        _ rule: ElementRule, _ check: ElementCheck, bytes: borrowing Span<UInt8>, start: Int, end: Int
    ) -> Bool {
        guard rule.type == .composite else { return check.fault(rule, bytes: bytes, start: start, end: end) == nil }
        let composite = composites[Int(rule.composite)]
        return composite.mandatory & ~0b10 == 0
            && check.fault(rules[composite.firstComponent], bytes: bytes, start: start, end: end) == nil
    }
}

// MARK: - One segment, every finding

extension SetValidator {
    /// Checks a segment element by element and reports every fault: where the fast pass found something, and where
    /// bytes want a closer look. Elements that `doubts` has no bit for are known to be without fault.
    @inline(never)
    mutating func checkClosely(
        _ entry: SegmentIndex.Entry, _ ordinal: Int, segment: Int, doubts: UInt64, bytes: borrowing Span<UInt8>,
        marks: borrowing Span<UInt32>, standard: Standard, check: ElementCheck
    ) {
        let first = findings.count
        let definition = standard.segments[segment]
        var present: UInt64 = 0
        var lastValue = 0
        for element in stride(from: 1, through: entry.elementCount, by: 1) {
            let start = Int(marks[Int(entry.firstMark) + element - 1]) + 1
            let end = Int(marks[Int(entry.firstMark) + element])
            guard start < end else { continue }
            lastValue = element
            if element > definition.elementCount { break }
            if doubts >> UInt64(element) & 1 == 0 {
                present |= 1 << UInt64(element)
                continue
            }
            let rule = standard.rules[Int(definition.rule.firstElement) + element - 1]
            if holdsNothing(rule, start: start, end: end, bytes: bytes) {
                report(.trailingSeparators, entry, ordinal, element: element, at: start)
                continue
            }
            present |= 1 << UInt64(element)
            checkRepetitions(
                rule, entry, ordinal, element: element, start: start, end: end, bytes: bytes, standard: standard,
                check: check)
        }
        if lastValue > definition.elementCount {
            checkSurplus(entry, ordinal, elements: definition.elementCount, bytes: bytes, marks: marks)
        } else if entry.elementCount > lastValue {
            report(.trailingSeparators, entry, ordinal, at: Int(marks[Int(entry.firstMark) + lastValue]))
        }
        for element in 1..<(definition.elementCount + 1) where definition.rule.mandatory & ~present & 1 << element != 0
        {
            report(
                .missingElement, entry, ordinal, element: element, at: place(of: element, entry, marks),
                item: standard.element(element, of: segment))
        }
        for note in definition.notes where note.mask.isBroken(by: present) {
            let (element, code) = Self.blame(note, present)
            report(
                code, entry, ordinal, element: element, at: place(of: element, entry, marks),
                item: standard.element(element, of: segment), detail: .note(note))
        }
        // Mostly they are in order, and large to move.
        if (first..<findings.count).dropFirst().contains(where: { findings[$0].comesBefore(findings[$0 - 1]) }) {
            findings[first...].sort { $0.comesBefore($1) }
        }
    }

    /// Whether an element is made of separators alone: X12.6 has what is empty absent, and mandatory components and notes
    /// speak of composites that are there.
    private func holdsNothing(_ rule: ElementRule, start: Int, end: Int, bytes: borrowing Span<UInt8>) -> Bool {
        for position in start..<end {
            let isComponent = rule.type == .composite && bytes[position] == delimiters.component
            if !isComponent, bytes[position] != delimiters.repetition { return false }
        }
        return true
    }

    /// Checks what ST or SE have behind their two numbers: ST03 from 004030 on, and nothing else.
    @inline(never)
    mutating func checkEnvelope(
        _ entry: SegmentIndex.Entry, _ ordinal: Int, segment: Int, bytes: borrowing Span<UInt8>,
        marks: borrowing Span<UInt32>, standard: Standard, check: ElementCheck
    ) {
        let rule = standard.segmentRules[segment]
        let last = Int(rule.elementCount)
        if last > 2 {
            let start = Int(marks[Int(entry.firstMark) + 2]) + 1
            let end = Int(marks[Int(entry.firstMark) + 3])
            if start < end {
                checkRepetitions(
                    standard.rules[Int(rule.firstElement) + 2], entry, ordinal, element: 3, start: start, end: end,
                    bytes: bytes, standard: standard, check: check)
                if entry.elementCount == 3 { return }
            }
        }
        checkSurplus(entry, ordinal, elements: last, bytes: bytes, marks: marks)
    }

    /// Checks each repetition of an element; where the interchange has no repetition separator there is one.
    private mutating func checkRepetitions(
        _ rule: ElementRule, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int, start: Int, end: Int,
        bytes: borrowing Span<UInt8>, standard: Standard, check: ElementCheck
    ) {
        var from = start
        var repetition = 1
        while from <= end {
            var to = from
            while to < end, bytes[to] != delimiters.repetition { to += 1 }
            let isLast = to == end
            if repetition > Int(rule.repeats) {
                report(
                    .repetitionInElement, entry, ordinal, element: element, repetition: repetition, at: from,
                    value: Self.copy(bytes, from, to), item: standard.elements[Int(rule.definition)],
                    detail: .maximum(Int(rule.repeats)))
                return
            }
            if from < to {
                checkValue(
                    rule, entry, ordinal, element: element, repetition: isLast && repetition == 1 ? 0 : repetition,
                    start: from, end: to, bytes: bytes, standard: standard, check: check)
            } else if isLast, repetition > 1 {
                report(.trailingSeparators, entry, ordinal, element: element, repetition: repetition, at: from)
            }
            repetition += 1
            from = to + 1
        }
    }

    /// Checks one value: its characters, then what its type and list ask for.
    private mutating func checkValue(
        _ rule: ElementRule, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int, repetition: Int, start: Int,
        end: Int, bytes: borrowing Span<UInt8>, standard: Standard, check: ElementCheck
    ) {
        if rule.type == .composite {
            return checkComposite(
                standard.composites[Int(rule.composite)], entry, ordinal, element: element, repetition: repetition,
                start: start, end: end, bytes: bytes, standard: standard, check: check)
        }
        checkSimple(
            rule, entry, ordinal, element: element, component: 0, repetition: repetition, start: start, end: end,
            bytes: bytes, standard: standard, check: check)
    }

    /// Checks a simple element or a component.
    private mutating func checkSimple(
        _ rule: ElementRule, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int, component: Int,
        repetition: Int, start: Int, end: Int, bytes: borrowing Span<UInt8>, standard: Standard, check: ElementCheck
    ) {
        if let code = oddByte(bytes, start, end) {
            report(
                code, entry, ordinal, element: element, component: component, repetition: repetition, at: start,
                value: Self.copy(bytes, start, end), item: standard.elements[Int(rule.definition)])
            if code != .nonASCII { return }
        }
        if let code = check.fault(rule, bytes: bytes, start: start, end: end) {
            reportValue(
                code, entry, ordinal, element: element, component: component, repetition: repetition, start, end,
                bytes, standard.elements[Int(rule.definition)])
        }
    }

    /// Reports the first element beyond those a segment has; one cause, one finding.
    mutating func checkSurplus(
        _ entry: SegmentIndex.Entry, _ ordinal: Int, elements: Int, bytes: borrowing Span<UInt8>,
        marks: borrowing Span<UInt32>
    ) {
        for element in stride(from: elements + 1, through: entry.elementCount, by: 1) {
            let start = Int(marks[Int(entry.firstMark) + element - 1]) + 1
            let end = Int(marks[Int(entry.firstMark) + element])
            guard start < end else { continue }
            report(
                .extraElement, entry, ordinal, element: element, at: start, value: Self.copy(bytes, start, end),
                detail: .maximum(elements))
            return
        }
        report(.trailingSeparators, entry, ordinal, at: Int(marks[Int(entry.firstMark) + elements]))
    }

    private mutating func checkComposite(
        _ composite: CompositeDefinition, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int, repetition: Int,
        start: Int, end: Int, bytes: borrowing Span<UInt8>, standard: Standard, check: ElementCheck
    ) {
        var present: UInt64 = 0
        var component = 1
        var from = start
        while from <= end {
            var to = from
            while to < end, bytes[to] != delimiters.component { to += 1 }
            if from < to {
                if component > composite.componentCount {
                    report(
                        .extraComponent, entry, ordinal, element: element, component: component, repetition: repetition,
                        at: from,
                        value: Self.copy(bytes, from, to), detail: .maximum(composite.componentCount))
                    break
                }
                present |= 1 << UInt64(component)
                checkSimple(
                    standard.rules[composite.firstComponent + component - 1], entry, ordinal, element: element,
                    component: component, repetition: repetition, start: from, end: to, bytes: bytes,
                    standard: standard, check: check)
            }
            component = min(component + 1, 64)
            from = to + 1
        }
        if end > start, bytes[end - 1] == delimiters.component {
            report(.trailingSeparators, entry, ordinal, element: element, repetition: repetition, at: end - 1)
        }
        for component in 1..<(composite.componentCount + 1) where composite.mandatory & ~present & 1 << component != 0 {
            report(
                .missingElement, entry, ordinal, element: element, component: component, repetition: repetition,
                at: end,
                item: standard.elements[Int(standard.rules[composite.firstComponent + component - 1].definition)])
        }
        for note in composite.notes where note.mask.isBroken(by: present) {
            let (component, code) = Self.blame(note, present)
            report(
                code, entry, ordinal, element: element, component: component, repetition: repetition, at: end,
                item: standard.elements[Int(standard.rules[composite.firstComponent + component - 1].definition)],
                detail: .note(note))
        }
    }

    private mutating func reportValue(
        _ code: FindingCode, _ entry: SegmentIndex.Entry, _ ordinal: Int, element: Int, component: Int,
        repetition: Int, _ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>, _ item: ElementDefinition
    ) {
        let detail: Finding.Detail
        switch code {
        case .tooLong, .tooShort:
            detail = .length(end - start, minimum: item.minimum, maximum: item.maximum)
        case .date: detail = .reason(Self.dateFault(bytes, start, end))
        default: detail = .none
        }
        report(
            code, entry, ordinal, element: element, component: component, repetition: repetition, at: start,
            value: Self.copy(bytes, start, end), item: item, detail: detail)
    }

    /// The place to report for a broken note, and the finding: the missing element (of an R note the first of its
    /// list, of an E note the second that is there).
    private static func blame(_ note: SyntaxNote, _ present: UInt64) -> (Int, FindingCode) {
        func isPresent(_ position: UInt8) -> Bool { present >> UInt64(position) & 1 == 1 }
        if note.kind == .exclusive {
            let found = note.positions.filter(isPresent)
            return (
                Int(found.count > 1 ? found[1] : note.positions[0]), note.isUncertain ? .uncertainExclusion : .exclusion
            )
        }
        let missing = note.positions.first { !isPresent($0) } ?? note.positions[0]
        return (Int(missing), note.isUncertain ? .uncertainCondition : .condition)
    }

    /// Where an element stands or would stand.
    private func place(of element: Int, _ entry: SegmentIndex.Entry, _ marks: borrowing Span<UInt32>) -> Int {
        Int(marks[Int(entry.firstMark) + min(element - 1, entry.elementCount)])
    }

    /// The first byte that may not stand in a simple element or component: a separator, a control character, a byte
    /// above 127.
    private func oddByte(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> FindingCode? {
        var isASCII = true
        for position in start..<end {
            let byte = bytes[position]
            if byte == delimiters.component {
                return .componentInElement
            } else if byte < 0x20 || byte == 0x7F {
                return .controlCharacter
            } else if byte > 0x7F {
                isASCII = false
            }
        }
        return isASCII ? nil : .nonASCII
    }

    private static func copy(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
        bytes.copy(start, min(end, start + Finding.longestValue))
    }

    private static func dateFault(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> String {
        let value = ElementCheck.digits(bytes, start, end)
        guard value >= 0 else { return "holds other characters than digits; expected CCYYMMDD" }
        let month = value / 100 % 100
        guard month >= 1, month <= 12 else { return "has no month \(month); expected CCYYMMDD" }
        return "has no day \(value % 100) in month \(month); expected CCYYMMDD"
    }
}

extension Finding {
    /// Whether this is about an earlier place of the segment than another.
    fileprivate func comesBefore(_ other: borrowing Finding) -> Bool {
        (element, repetition, component) < (other.element, other.repetition, other.component)
    }
}
