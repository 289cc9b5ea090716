import Commerce

extension FreightTerms {
    /// Walks the elements of FOB.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &payment)
        segment.text(2, &locationQualifier)
        segment.text(3, &location)
        segment.text(4, &termsScheme)
        segment.text(5, &terms)
        segment.text(6, &titleLocationQualifier)
        segment.text(7, &titleLocation)
        segment.text(8, &riskOfLoss)
        segment.text(9, &riskDescription)
    }
}
