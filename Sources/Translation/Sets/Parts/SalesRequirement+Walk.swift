import Commerce

extension SalesRequirement {
    /// Walks the elements of CSH.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &code)
        segment.text(2, &action)
        segment.amount(3, &amount)
        segment.text(4, &account)
        segment.date(5, &date)
        segment.text(6, &agency)
        segment.text(7, &service)
        segment.text(8, &substitution)
        segment.decimal(9, &percent)
        segment.text(10, &percentQualifier)
    }
}
