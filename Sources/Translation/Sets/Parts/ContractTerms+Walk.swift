import Commerce
import X12

extension ContractTerms {
    /// Walks the elements of CN1.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.decimal(2, &amount)
        segment.decimal(3, &percent)
        segment.text(4, &number)
        segment.decimal(5, &discountPercent)
        segment.text(6, &version)
    }
}
