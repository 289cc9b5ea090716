import Commerce
import X12

extension Party {
    /// Walks the elements of N1.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &role)
        segment.text(2, &name)
        segment.text(3, &identifier.scheme)
        segment.text(4, &identifier.value)
        segment.text(5, &relationship)
        segment.text(6, &relatedRole)
    }
}

extension Party {
    /// Walks the loop N1.
    mutating func code(_ set: inout some SetCoding) {
        codeNameAndAddress(&set)
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PER", &contacts) { $0.codeElements(&$1) }
    }

    /// Walks the loop N1 of an order's line, where each party may have its own quantity.
    mutating func codeOnLine(_ set: inout some SetCoding) {
        codeNameAndAddress(&set)
        set.each("QTY", &quantities) { $0.codeElements(&$1) }
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PER", &contacts) { $0.codeElements(&$1) }
    }

    private mutating func codeNameAndAddress(_ set: inout some SetCoding) {
        set.segment("N1") { codeElements(&$0) }
        set.segment("N2") { s in
            s.text(1, &additionalName)
            s.text(2, &additionalName2)
        }
        address.code(&set)
        set.each("DMG", &demographics) { $0.codeElements(&$1) }
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.each("PKG", &packagingInstructions) { $0.codeElements(&$1) }
    }
}
