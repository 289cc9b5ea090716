import Commerce

extension Contact {
    /// Walks the elements of PER.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &function)
        segment.text(2, &name)
        segment.pairs(3...8, &numbers)
        segment.text(9, &inquiryReference)
    }
}
