import Commerce

extension Mark {
    /// Walks the elements of MAN.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.text(2, &value)
        segment.text(3, &lastValue)
        segment.text(4, &otherQualifier)
        segment.text(5, &otherValue)
        segment.text(6, &otherLastValue)
    }
}
