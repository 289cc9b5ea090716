import Commerce
import X12

extension AllowanceCharge {
    /// Walks the elements of SAC.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &indicator)
        segment.text(2, &code)
        segment.text(3, &agency)
        segment.text(4, &agencyCode)
        segment.amount(5, &amount)
        segment.text(6, &percentBasis)
        segment.decimal(7, &percent)
        segment.decimal(8, &rate)
        segment.text(9, &quantity.unit)
        segment.decimal(10, &quantity.value)
        segment.decimal(11, &upperQuantity)
        segment.text(12, &handling)
        segment.text(13, &reference)
        segment.text(14, &option)
        segment.text(15, &description)
        segment.text(16, &language)
    }
}

extension AllowanceCharge {
    /// Walks the loop SAC of an order, an acknowledgment or a ship notice.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("SAC") { codeElements(&$0) }
        set.segment("CUR") { currency.codeElements(&$0) }
    }

    /// Walks the loop SAC of an invoice.
    mutating func code810(_ set: inout some SetCoding) {
        set.segment("SAC") { codeElements(&$0) }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
    }
}
