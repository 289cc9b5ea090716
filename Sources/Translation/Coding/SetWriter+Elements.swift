public import Commerce
import X12

// MARK: - Elements

extension SetWriter {
    public mutating func text(_ element: Int, _ value: inout Text) {
        guard !value.isEmpty else { return }
        var isClean = true
        unsafe value.withUnsafeBytes { bytes in
            for index in 0..<bytes.count where unsafe isForbidden[Int(bytes[index])] { isClean = false }
            put(element) { unsafe $0.append(contentsOf: bytes) }
        }
        if !isClean { reportForbidden(element) }
    }

    public mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        guard !value.isEmpty else { return }
        let before = lastElement >= element ? Array(values[Int(slots[element].start)..<Int(slots[element].end)]) : []
        var parts = before.split(separator: delimiters.component, omittingEmptySubsequences: false).map(Array.init)
        while parts.count < component { parts.append([]) }
        unsafe value.withUnsafeBytes { unsafe parts[component - 1] = Array($0) }
        if parts[component - 1].contains(where: { isForbidden[Int($0)] }) { reportForbidden(element) }
        let joined = Array(parts.joined(separator: [delimiters.component]))
        put(element) { $0.append(contentsOf: joined) }
        slots[element].isComposite = true
    }

    public mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        guard let number = value else { return }
        put(element) { number.append(to: &$0) }
    }

    public mutating func amount(_ element: Int, _ value: inout Decimal?) {
        guard let number = value else { return }
        var isExact = true
        put(element) { isExact = number.appendImplied(scale: 2, to: &$0) }
        if !isExact {
            faults.append(
                WriteFault(place: place(element), reason: "\(number) has more than the two decimals that N2 carries"))
        }
    }

    public mutating func integer(_ element: Int, _ value: inout Int?) {
        guard let number = value else { return }
        put(element) { $0.append(contentsOf: String(number).utf8) }
    }

    public mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        guard let date = value else { return }
        put(element) { date.appendDigits(to: &$0) }
    }

    public mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        guard let time = value else { return }
        put(element) { time.appendDigits(to: &$0) }
    }

    public mutating func pairs(_ elements: ClosedRange<Int>, _ identifiers: inout [ItemIdentifier]) {
        var element = elements.lowerBound
        for index in identifiers.indices {
            guard element < elements.upperBound else {
                faults.append(
                    WriteFault(
                        place: place(elements.upperBound), reason: "more identifiers than the segment has room for"))
                return
            }
            text(element, &identifiers[index].scheme)
            text(element + 1, &identifiers[index].value)
            element += 2
        }
    }

    /// Puts a value in the slot of an element.
    @inline(__always)
    mutating func put(_ element: Int, _ write: (inout [UInt8]) -> Void) {
        guard element > 0, element < slots.count else { return }
        let start = values.count
        write(&values)
        while lastElement < element {
            lastElement &+= 1
            slots[lastElement] = Slot()
        }
        slots[element] = Slot(start: Int32(start), end: Int32(values.count))
    }

    /// Reports a value that holds a delimiter: it would be read as something else.
    mutating func reportForbidden(_ element: Int) {
        faults.append(
            WriteFault(
                place: place(element),
                reason: "the value holds a delimiter of this interchange or a control character"))
    }

    private func place(_ element: Int) -> String {
        let loops = path.map { "\($0.id)[\($0.ordinal)]" }.joined(separator: "/")
        let reference = "\(openSegment)\(element < 10 ? "0" : "")\(element)"
        return loops.isEmpty ? reference : loops + " " + reference
    }
}
