public import Commerce
import X12

// MARK: - Elements

extension SetWriter {
    @inline(__always)
    public mutating func text(_ element: Int, _ value: inout Text) {
        putCounted(element, value)
    }

    @inline(__always)
    private mutating func putCounted(_ element: Int, _ value: Text) {
        guard !value.isEmpty else { return }
        valueCount &+= 1
        put(element, value)
    }

    @inline(never)
    mutating func put(_ element: Int, _ value: Text) {
        if looksAtValues, isPutAsLookedAt(element, value) { return }
        let room = value.words == nil ? value.count : 16
        unsafe put(element, room: room) { unsafe value.write(unchecked: UnsafeMutableRawPointer($0)) }
    }

    /// Looks at a text before it is written; true when that was all there was to do.
    @inline(never)
    private mutating func isPutAsLookedAt(_ element: Int, _ value: Text) -> Bool {
        if isLatin1 {
            putLatin1(element, value)
        } else if !forbidden.areAbsent(from: value) {
            reportForbidden(element)
        }
        return isLatin1
    }

    /// Puts a text whose characters beyond ASCII go out as Latin-1; what is not UTF-8 goes out as it is.
    private mutating func putLatin1(_ element: Int, _ value: Text) {
        let bytes = value.withBytes { span in span.indices.map { span[$0] } }
        if forbidden.contains(anyOf: bytes) { reportForbidden(element) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return put(element, bytes) }
        put(element, text.unicodeScalars.map { UInt8(truncatingIfNeeded: min($0.value, 0xFF)) })
    }

    public mutating func text(_ element: Int, component: Int, _ value: inout Text) {
        guard !value.isEmpty else { return }
        valueCount &+= 1
        var parts = writtenElement(element).split(separator: delimiters.component, omittingEmptySubsequences: false)
            .map(Array.init)
        noteInnerSeparators(max(component - parts.count, 0))
        while parts.count < component { parts.append([]) }
        parts[component - 1] = value.withBytes { span in span.indices.map { span[$0] } }
        if forbidden.contains(anyOf: parts[component - 1]) { reportForbidden(element) }
        put(element, Array(parts.joined(separator: [delimiters.component])))
    }

    @inline(__always)
    public mutating func decimal(_ element: Int, _ value: inout Decimal?) {
        if let number = value { putCounted(element, number) }
    }

    @inline(never)
    private mutating func putCounted(_ element: Int, _ number: Decimal) {
        valueCount &+= 1
        put(element, number)
    }

    mutating func put(_ element: Int, _ number: Decimal) {
        unsafe put(element, room: Decimal.maximumLength) { unsafe number.write(unchecked: $0) }
    }

    public mutating func amount(_ element: Int, _ value: inout Decimal?) {
        guard let number = value else { return }
        valueCount &+= 1
        var digits: [UInt8] = []
        let isExact = number.appendImplied(scale: 2, to: &digits)
        put(element, digits)
        if !isExact {
            faults.append(
                WriteFault(
                    place: place(element),
                    reason: "\(number) has more than the two decimals that N2 carries; round it to cents"))
        }
    }

    public mutating func integer(_ element: Int, _ value: inout Int?) {
        if let number = value { putCounted(element, Decimal(number)) }
    }

    @inline(__always)
    public mutating func date(_ element: Int, _ value: inout CalendarDate?) {
        if let date = value { put(element, date) }
    }

    @inline(never)
    private mutating func put(_ element: Int, _ date: CalendarDate) {
        valueCount &+= 1
        unsafe put(element, room: 8) { unsafe date.writeDigits(unchecked: $0) }
    }

    public mutating func time(_ element: Int, _ value: inout TimeOfDay?) {
        guard let time = value else { return }
        valueCount &+= 1
        unsafe put(element, room: 8) { unsafe time.writeDigits(unchecked: $0) }
    }

    public mutating func pairs(_ elements: ClosedRange<Int>, _ identifiers: inout List<ItemIdentifier>) {
        let pairs = identifiers.slots.span
        var element = elements.lowerBound
        for index in 0..<identifiers.count {
            guard element < elements.upperBound else {
                reportTooManyPairs(elements)
                return
            }
            putCounted(element, pairs[index].scheme)
            putCounted(element &+ 1, pairs[index].value)
            element &+= 2
        }
    }

    /// Writes a value of at most `room` bytes, one or more, as an element: behind those before it, which is the order in
    /// which walks mostly come.
    @unsafe
    @inline(__always)
    private mutating func put(_ element: Int, room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        guard element > 0, element < elementEnds.count else { return }
        if lastElement == 0 { open() }
        if element <= lastElement {
            var bytes = ByteBuffer(capacity: room)
            unsafe bytes.append(room: room, write)
            replace(element, with: bytes.bytes)
            return
        }
        if lastElement &+ 1 < element { passOver(before: element) }
        let separator = delimiters.element
        unsafe output.append(room: room &+ 1) { target in
            unsafe target.pointee = separator
            return unsafe write(target + 1) &+ 1
        }
        lastElement = element
        elementEnds[element] = Int32(truncatingIfNeeded: output.count)
    }

    /// Writes the separators of the elements that are left out before one.
    @inline(never)
    private mutating func passOver(before element: Int) {
        while lastElement &+ 1 < element {
            output.append(delimiters.element)
            lastElement &+= 1
            elementEnds[lastElement] = Int32(truncatingIfNeeded: output.count)
        }
    }

    /// Writes a value as an element; none is written when it is empty, unless to take the place of another.
    mutating func put(_ element: Int, _ bytes: [UInt8]) {
        if bytes.isEmpty, element > lastElement { return }
        unsafe put(element, room: bytes.count) { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { unsafe target.update(from: base, count: source.count) }
            }
            return bytes.count
        }
    }

    /// Writes a value in the place of an element that others stand behind.
    private mutating func replace(_ element: Int, with bytes: [UInt8]) {
        let start = elementStart(element)
        let end = elementEnds[element]
        let behind = output[Int(end)..<output.count]
        output.count = start
        output.append(bytes)
        let shift = Int32(truncatingIfNeeded: output.count) &- end
        output.append(behind)
        for other in element...lastElement { elementEnds[other] &+= shift }
        // Empty elements at the end have no separators.
        while lastElement > 0, elementStart(lastElement) == Int(elementEnds[lastElement]) {
            output.count -= 1
            lastElement -= 1
        }
        if lastElement == 0 { output.count = segmentStart }
    }

    /// Reports a value that holds a delimiter: it would be read as something else.
    mutating func reportForbidden(_ element: Int) {
        faults.append(
            WriteFault(
                place: place(element),
                reason:
                    "the value holds a delimiter of this interchange or a control character; take it out, or agree on "
                    + "other delimiters with the partner"))
    }

    /// Reports that there are more pairs than elements for them.
    mutating func reportTooManyPairs(_ elements: ClosedRange<Int>) {
        faults.append(
            WriteFault(
                place: place(elements.upperBound),
                reason: "more identifiers than the segment has room for; leave some out"))
    }

    private func place(_ element: Int) -> String {
        let loops = path.map { "\($0.id)[\($0.ordinal)]" }.joined(separator: "/")
        let reference = "\(openSegment)\(element < 10 ? "0" : "")\(element)"
        return loops.isEmpty ? reference : loops + " " + reference
    }
}
