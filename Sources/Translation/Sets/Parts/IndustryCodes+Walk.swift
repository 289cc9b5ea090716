import Commerce
import X12

extension IndustryCodes {
    /// Walks the elements of LM.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &agency)
        segment.text(2, &source)
    }

    /// Walks the loop LM.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("LM") { codeElements(&$0) }
        set.each("LQ", &codes) { $0.codeElements(&$1) }
    }
}

extension IndustryCode {
    /// Walks the elements of LQ.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &list)
        segment.text(2, &code)
    }
}
