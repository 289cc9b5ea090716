import Commerce
import X12

extension PriceChange {
    /// Walks the elements of PO3.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &reason)
        segment.date(2, &date)
        segment.text(3, &kind)
        segment.decimal(4, &amount)
        segment.text(5, &basis)
        segment.decimal(6, &quantity.value)
        segment.text(7, &quantity.unit)
        segment.text(8, &description)
    }
}
