import Commerce
import X12

// What the document kept beside its fields goes back beside what the walk wrote.
extension SetWriter {
    /// What identifies the open segment among its like: see `SetReader.identity`.
    var identity: Text {
        func written(_ element: Int) -> Text { Text(writtenElement(element).span) }
        if openSegment == "HL" { return Text("\(written(3)) of \(hierarchyCount)") }
        var identity = written(1)
        if let first = SetReader.firstIdentifier(openSegment) {
            for element in stride(from: lastElement, through: first, by: -1) where !written(element).isEmpty {
                identity = Text("\(identity) \(written(element))")
                break
            }
        }
        return identity
    }

    /// Whether an extra belongs to what stands in its place now; one that does not is refused, never put elsewhere.
    mutating func isOwn(_ extra: Extra, _ identity: Text) -> Bool {
        if extra.of.isEmpty || extra.of == identity { return true }
        // A number that came in another spelling.
        if identity.withBytes({ Self.isSameNumber($0, extra.of) }) { return true }
        // Numbers of an HL tree that was changed since mean nothing any more: it is numbered anew.
        if extra.segment == "HL", extra.elements.allSatisfy({ $0.raw == true }) { return false }
        faults.append(
            WriteFault(
                place: "\(pathText) \(extra.segment)",
                reason: "this extra belongs to \"\(extra.of)\", but \"\(identity)\" stands there now: "
                    + "move it along in `extras`, or remove it", extra: extra))
        return false
    }

    var pathText: Text { Text(path.map { "\($0.id)[\($0.ordinal)]" }.joined(separator: "/")) }

    /// The leftover elements of the segment being closed, if there are any.
    mutating func takeExtra() -> Extra? {
        extras.takeLeftover(
            at: pathText, segment: Text(openSegment.description), occurrence: writtenBefore(openSegment) + 1)
    }

    /// Puts leftover elements beside what the walk wrote. A spelling counts only while it still means the value.
    mutating func merge(_ elements: [ExtraElement]) {
        for extra in elements {
            guard let element = extra.element, element > 0, element < elementEnds.count else {
                faults.append(
                    WriteFault(
                        place: "\(pathText) \(openSegment)",
                        reason:
                            "an extra names element \(extra.element.map(String.init) ?? "nothing"), which there is not")
                )
                continue
            }
            let written = writtenElement(element)
            let isWritten = !written.isEmpty
            if extra.raw == true {
                if openSegment == "HL" && element <= 2 || Self.isSameNumber(written.span, extra.value) {
                    put(element, extra.value)
                }
            } else if !extra.repetitions.isEmpty {
                if !isWritten { put(element, repetitions: extra.repetitions) }
            } else if !extra.components.isEmpty {
                var parts =
                    isWritten
                    ? written.split(separator: delimiters.component, omittingEmptySubsequences: false).map(Array.init)
                    : []
                let before = max(parts.count, 1)
                for (index, component) in extra.components.enumerated() {
                    while parts.count <= index { parts.append([]) }
                    if !component.isEmpty { parts[index] = Array(component.string.utf8) }
                    if forbidden.contains(anyOf: parts[index]) { reportForbidden(element) }
                }
                noteInnerSeparators(parts.count - before)
                put(element, Array(parts.joined(separator: [delimiters.component])))
            } else if !isWritten, !extra.value.isEmpty {
                put(element, extra.value)
            }
        }
    }

    private mutating func put(_ element: Int, repetitions: [ExtraRepetition]) {
        guard let separator = delimiters.repetition else {
            faults.append(
                WriteFault(
                    place: "\(pathText) \(openSegment)",
                    reason: "element \(element) repeats, and the interchange has no repetition separator"))
            return
        }
        let parts = repetitions.map { one in
            (one.components.isEmpty ? [one.value] : one.components).map { Array($0.string.utf8) }
        }
        if forbidden.contains(anyOf: Array(parts.joined().joined())) { reportForbidden(element) }
        let joined = Array(
            parts.map { Array($0.joined(separator: [delimiters.component])) }.joined(separator: [separator]))
        noteInnerSeparators(forbidden.count(in: joined))
        put(element, joined)
    }

    private static func isSameNumber(_ written: Span<UInt8>, _ spelling: Text) -> Bool {
        guard let one = Decimal(written) else { return false }
        return spelling.withBytes { Decimal($0) }?.isEqualInValue(to: one) ?? false
    }
}
