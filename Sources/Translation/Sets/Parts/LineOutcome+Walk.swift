import Commerce
import X12

extension LineOutcome {
    /// Walks the elements of ACK.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &status)
        segment.decimal(2, &quantity.value)
        segment.text(3, &quantity.unit)
        segment.text(4, &dateQualifier)
        segment.date(5, &date)
        segment.text(6, &requestReference)
        segment.pairs(7...26, &identifiers)
        segment.text(27, &agency)
        segment.text(28, &source)
        segment.text(29, &industryCode)
    }
}

extension LineOutcome {
    /// Walks the loop ACK.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("ACK") { codeElements(&$0) }
        set.each("DTM", &dates) { $0.codeElements(&$1) }
    }
}
