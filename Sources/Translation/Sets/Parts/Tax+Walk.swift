import Commerce

extension Tax {
    /// Walks the elements of TXI.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.decimal(2, &amount)
        segment.decimal(3, &percent)
        segment.text(4, &jurisdictionScheme)
        segment.text(5, &jurisdiction)
        segment.text(6, &exemption)
        segment.text(7, &relationship)
        segment.decimal(8, &basis)
        segment.text(9, &taxpayerNumber)
        segment.text(10, &assignedNumber)
    }
}

extension TaxRegistration {
    /// Walks the elements of TAX.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &number)
        segment.pairs(2...11, &locations)
        segment.text(12, &exemption)
    }
}
