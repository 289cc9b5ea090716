import Commerce
import X12

extension LeadTime {
    /// Walks the elements of LDT.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.decimal(2, &time)
        segment.text(3, &unit)
        segment.date(4, &date)
    }
}
