import Commerce
import X12

extension AccountAssignment {
    /// Walks the elements of FA1.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &agency)
        segment.text(2, &code)
        segment.text(3, &indicator)
    }

    /// Walks the loop FA1.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("FA1") { codeElements(&$0) }
        set.each("FA2", &codes) { $0.codeElements(&$1) }
    }
}

extension AccountCode {
    /// Walks the elements of FA2.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &value)
    }
}
