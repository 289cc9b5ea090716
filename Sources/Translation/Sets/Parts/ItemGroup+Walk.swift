import Commerce
import X12

extension ItemGroup {
    /// Walks the elements of LIN.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &number)
        segment.pairs(2...31, &identifiers)
    }
}
