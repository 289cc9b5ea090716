import Commerce

extension PaymentTerms {
    /// Walks the elements of ITD.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &basis)
        segment.decimal(3, &discountPercent)
        segment.date(4, &discountDueDate)
        segment.integer(5, &discountDays)
        segment.date(6, &netDueDate)
        segment.integer(7, &netDays)
        segment.amount(8, &discountAmount)
        segment.date(9, &deferredDueDate)
        segment.amount(10, &deferredAmount)
        segment.decimal(11, &payablePercent)
        segment.text(12, &description)
        segment.integer(13, &dayOfMonth)
        segment.text(14, &paymentMethod)
        segment.decimal(15, &percent)
    }
}
