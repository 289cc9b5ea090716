import Commerce
import X12

extension SaleConditions {
    /// Walks the elements of IT8.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &code)
        segment.text(2, &action)
        segment.amount(3, &amount)
        segment.text(4, &account)
        segment.date(5, &date)
        segment.text(6, &agency)
        segment.text(7, &substitution)
        segment.pairs(8...27, &identifiers)
    }
}
