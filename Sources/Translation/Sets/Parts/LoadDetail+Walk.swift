import Commerce
import X12

extension LoadDetail {
    /// Walks the elements of CLD.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.integer(1, &loads)
        segment.decimal(2, &unitsPerLoad)
        segment.text(3, &packaging)
        segment.decimal(4, &size.value)
        segment.text(5, &size.unit)
    }

    /// Walks the loop CLD.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("CLD") { codeElements(&$0) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }
}
