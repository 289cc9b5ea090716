public import Commerce
import X12

// MARK: - Elements of the open segment

extension SetReader {
    @inline(__always)
    public mutating func text(_ element: Int, _ value: inout Text) {
        if let (start, end) = range(of: element) { read(element, start, end, &value) }
    }

    private mutating func read(_ element: Int, _ start: Int, _ end: Int, _ value: inout Text) {
        if openIsOdd, !Self.isPlain(window, delimiters, start, end) { return }
        coded |= 1 &<< UInt64(truncatingIfNeeded: element)
        value = text(start, end)
    }

    public mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        guard let (start, end) = range(of: element) else { return }
        // A repeated composite has no one value: it is kept whole.
        if openIsOdd, firstByte(delimiters.repetition, start, end) != nil { return }
        guard let part = self.component(component, start, end) else { return }
        if let known = components.firstIndex(where: { $0.element == element }) {
            components[known].coded |= 1 << UInt64(component)
        } else {
            components.append((element, 1 << UInt64(component)))
        }
        value = text(part.0, part.1)
    }

    @inline(__always)
    public mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        if let (start, end) = range(of: element) { read(element, start, end, &value) }
    }

    private mutating func read(_ element: Int, _ start: Int, _ end: Int, _ value: inout Decimal?) {
        var isCanonical = false
        guard let number = window.withBytes(start, end, { Decimal($0, isCanonical: &isCanonical) }) else { return }
        value = number
        note(element, start, end, isCanonical)
    }

    public mutating func amount(_ element: Int, _ value: inout Decimal?) {
        guard let (start, end) = range(of: element) else { return }
        var isCanonical = false
        guard
            let number = window.withBytes(
                start, end, { Decimal($0, impliedScale: 2, isCanonical: &isCanonical) })
        else { return }
        value = number
        note(element, start, end, isCanonical)
    }

    public mutating func integer(_ element: Int, _ value: inout Int?) {
        guard let (start, end) = range(of: element), end - start <= 18 else { return }
        var number = 0
        for position in start..<end {
            let digit = window.byte(position) &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            number = number * 10 + Int(digit)
        }
        value = number
        note(element, start, end, end - start == 1 || window.byte(start) != UInt8(ascii: "0"))
    }

    @inline(__always)
    public mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        if let (start, end) = range(of: element) { read(element, start, end, &value) }
    }

    private mutating func read(_ element: Int, _ start: Int, _ end: Int, _ value: inout CalendarDate?) {
        guard let date = window.withBytes(start, end, { CalendarDate(digits: $0) }) else { return }
        value = date
        note(element, start, end, true)
    }

    public mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        guard let (start, end) = range(of: element), let time = window.withBytes(start, end, { TimeOfDay($0) }) else {
            return
        }
        value = time
        note(element, start, end, true)
    }

    public mutating func pairs(_ elements: ClosedRange<Int>, _ values: inout List<ItemIdentifier>) {
        let first = elements.lowerBound
        // A pair left out keeps its place as an empty one, so that those behind it keep theirs.
        var last = min(openCount, elements.upperBound)
        while last >= first, range(of: last) == nil { last &-= 1 }
        guard last >= first else { return }
        var count = (last &- first) / 2 &+ 1
        if openIsOdd { count = countOfPlainPairs(count, first, last) }
        values.makeRoom(for: count)
        values.addBlanks(count) { number, pair in
            let mark = openMark &+ first &- 1 &+ number &* 2
            let middle = window.mark(mark &+ 1)
            pair.scheme = text(window.mark(mark) &+ 1, middle)
            if first &+ number &* 2 < last { pair.value = text(middle &+ 1, window.mark(mark &+ 2)) }
        }
        coded |= ((1 &<< UInt64(truncatingIfNeeded: count &* 2)) &- 1) &<< UInt64(truncatingIfNeeded: first)
    }

    /// How many of so many pairs come before one that holds a component or repetition separator.
    @inline(never)
    private func countOfPlainPairs(_ count: Int, _ first: Int, _ last: Int) -> Int {
        for element in first...last {
            let (start, end) = range(of: element) ?? (0, 0)
            if !Self.isPlain(window, delimiters, start, end) { return (element &- first) / 2 }
        }
        return count
    }

    /// Where an element of the open segment lies; `nil` when it is empty or absent.
    @inline(__always)
    func range(of element: Int) -> (Int, Int)? {
        guard element > 0, element <= openCount else { return nil }
        let start = window.mark(openMark &+ element &- 1) &+ 1
        let end = window.mark(openMark &+ element)
        return start < end ? (start, end) : nil
    }

    /// Takes an element as coded; one spelt otherwise than we would write it leaves its spelling behind.
    @inline(__always)
    private mutating func note(_ element: Int, _ start: Int, _ end: Int, _ isCanonical: Bool) {
        coded |= 1 &<< UInt64(truncatingIfNeeded: element)
        if !isCanonical { keepSpelling(element, start, end) }
    }

    mutating func keepSpelling(_ element: Int, _ start: Int, _ end: Int) {
        var extra = ExtraElement()
        extra.element = element
        extra.value = text(start, end)
        extra.raw = true
        spelling.append(extra)
    }

    /// Whether a value holds no component or repetition separator.
    @inline(never)
    private static func isPlain(
        _ window: borrowing SetWindow, _ delimiters: Delimiters, _ start: Int, _ end: Int
    ) -> Bool {
        for position in start..<end {
            let byte = window.byte(position)
            if byte == delimiters.component || byte == delimiters.repetition { return false }
        }
        return true
    }

    @inline(__always)
    func text(_ start: Int, _ end: Int) -> Text {
        isLatin1 ? Self.latin1(window, start, end) : window.text(start, end)
    }

    /// The bytes as Latin-1; apart from the reader, which the call would copy.
    @inline(never)
    private static func latin1(_ window: borrowing SetWindow, _ start: Int, _ end: Int) -> Text {
        var text = ""
        for position in start..<max(start, end) { text.unicodeScalars.append(UnicodeScalar(window.byte(position))) }
        return Text(text)
    }

    func component(_ component: Int, _ start: Int, _ end: Int) -> (Int, Int)? {
        var from = start
        var number = 1
        while number < component {
            guard let separator = separator(from, end) else { return nil }
            from = separator + 1
            number += 1
        }
        let to = separator(from, end) ?? end
        return from < to ? (from, to) : nil
    }

    /// The first component separator in `start..<end`.
    private func separator(_ start: Int, _ end: Int) -> Int? { firstByte(delimiters.component, start, end) }

    /// The first place of a byte in `start..<end`.
    private func firstByte(_ byte: UInt8?, _ start: Int, _ end: Int) -> Int? {
        guard let byte else { return nil }
        return (start..<max(start, end)).first { window.byte($0) == byte }
    }

    /// What stands between the separators in `start..<end`.
    private func parts(_ separator: UInt8, _ start: Int, _ end: Int) -> [(Int, Int)] {
        var parts: [(Int, Int)] = []
        var from = start
        while let at = firstByte(separator, from, end) {
            parts.append((from, at))
            from = at + 1
        }
        return parts + [(from, end)]
    }
}

// MARK: - What was not visited

extension SetReader {
    /// Keeps what the walk left of a segment it visited.
    @inline(__always)
    mutating func closeSegment(_ entry: SegmentIndex.Entry, occurrence: Int) {
        let present = window.present(in: entry)
        if present == 0 || present & ~coded != 0 || !spelling.isEmpty || !components.isEmpty
            || entry.elementCount > SetWindow.mostElements
        {
            keepElements(entry, occurrence: occurrence)
        }
    }

    private mutating func keepElements(_ entry: SegmentIndex.Entry, occurrence: Int) {
        var extra = Extra()
        extra.elements = elements(of: entry).compactMap { left in
            let element = left.element ?? 0
            if let known = components.first(where: { $0.element == element }) {
                var parts = left
                if parts.components.isEmpty { parts.components = [parts.value] }
                parts.value = ""
                for index in parts.components.indices where known.coded >> UInt64(index + 1) & 1 == 1 {
                    parts.components[index] = ""
                }
                return parts.components.allSatisfy(\.isEmpty) ? nil : parts
            }
            return coded >> UInt64(element) & 1 == 1 ? nil : left
        }
        extra.elements.append(contentsOf: spelling)
        let hasValue = entry.elementCount > 0 && elements(of: entry).isEmpty == false
        spelling.removeAll(keepingCapacity: true)
        components.removeAll(keepingCapacity: true)
        if extra.elements.isEmpty, hasValue { return }
        extra.at = pathText
        extra.segment = Text(entry.id.description)
        extra.of = identity(of: entry, coded)
        extra.occurrence = occurrence
        extras.append(extra)
        if keepsPlaces { notePlaceOfOpenSegment() }
    }

    /// What identifies a segment among its like, of what the walk took from it: its first element, and of a line or
    /// party its item or identifier; of an HL its level among all.
    private func identity(of entry: SegmentIndex.Entry, _ mask: UInt64) -> Text {
        func coded(_ element: Int) -> Text {
            guard element <= entry.elementCount, mask >> UInt64(element) & 1 == 1 else { return "" }
            return text(
                window.mark(Int(entry.firstMark) + element - 1) + 1, window.mark(Int(entry.firstMark) + element))
        }
        if entry.id == "HL" { return Text("\(coded(3)) of \(hierarchyCount)") }
        var identity = coded(1)
        if let first = SetReader.firstIdentifier(entry.id) {
            for element in stride(from: min(entry.elementCount, 63), through: first, by: -1)
            where !coded(element).isEmpty {
                identity = Text("\(identity) \(coded(element))")
                break
            }
        }
        return identity
    }

    /// What identifies the open loop; empty for the set itself.
    private var loopIdentity: Text {
        guard let step = path.last, let opening = step.opening else { return "" }
        return identity(of: opening, step.coded)
    }

    /// From which element on a segment holds identifiers, for those that are told apart by them.
    static func firstIdentifier(_ id: SegmentID) -> Int? {
        switch id {
        case "PO1", "IT1": 7
        case "N1": 4
        case "SLN": 10
        default: nil
        }
    }

    /// The elements of a segment that hold something.
    private func elements(of entry: SegmentIndex.Entry) -> [ExtraElement] {
        (0..<entry.elementCount).compactMap { index in
            let start = window.mark(Int(entry.firstMark) + index) + 1
            let end = window.mark(Int(entry.firstMark) + index + 1)
            guard start < end else { return nil }
            var element = ExtraElement()
            element.element = index + 1
            if let repetition = delimiters.repetition, firstByte(repetition, start, end) != nil {
                element.repetitions = parts(repetition, start, end).map { from, to in
                    var one = ExtraRepetition()
                    if separator(from, to) != nil {
                        one.components = parts(delimiters.component, from, to).map { text($0, $1) }
                    } else {
                        one.value = text(from, to)
                    }
                    return one
                }
            } else if separator(start, end) != nil {
                element.components = parts(delimiters.component, start, end).map { text($0, $1) }
            } else {
                element.value = text(start, end)
            }
            return element
        }
    }

    /// Keeps the segments and loops of the open loop that were not visited, and an order other than the walk's.
    mutating func closeScope() {
        if fault != nil { return }
        for run in scope.firstRun..<runs.count {
            let range = Int(runs[run].first)..<Int(runs[run].end)
            guard runs[run].isDisordered || Int(runs[run].visited) < range.count else { continue }
            for child in range where !children[child].isVisited { keep(children[child]) }
            if runs[run].isDisordered { keepOrder(run, range) }
        }
    }

    private mutating func keep(_ child: Child) {
        var extra = Extra()
        let entry = window.entry(Int(child.first))
        extra.at = pathText
        extra.of = loopIdentity
        extra.segment = name(of: entry)
        extra.elements = elements(of: entry)
        for position in Int(child.first + 1)..<max(Int(child.end), Int(child.first) + 1) {
            var segment = ExtraSegment()
            segment.segment = name(of: window.entry(position))
            segment.elements = elements(of: window.entry(position))
            extra.following.append(segment)
        }
        extras.append(extra)
        if keepsPlaces { extraPlaces.append(Int(child.first)..<max(Int(child.end), Int(child.first) + 1)) }
    }

    /// The identifier as sent: that of an unknown segment may have any length.
    private func name(of entry: SegmentIndex.Entry) -> Text {
        text(Int(entry.start), window.mark(Int(entry.firstMark)))
    }

    private mutating func keepOrder(_ run: Int, _ range: Range<Int>) {
        // The writer brings first what the walk visited, in its order, then the extras.
        var next = runs[run].visited
        let turns = range.map { child -> Int32 in
            if children[child].isVisited { return children[child].turn }
            next += 1
            return next
        }
        guard turns != turns.sorted() else { return }
        var extra = Extra()
        extra.at = pathText
        extra.of = loopIdentity
        extra.segment = Text(runs[run].id.description)
        extra.order = turns.map { Text(String($0)) }
        extras.append(extra)
        if keepsPlaces { extraPlaces.append(range) }
    }

    var pathText: Text {
        Text(path.values.map { "\($0.id)[\($0.ordinal)]" }.joined(separator: "/"))
    }
}
