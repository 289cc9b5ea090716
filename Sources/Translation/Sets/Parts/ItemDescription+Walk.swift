import Commerce
import X12

extension ItemDescription {
    /// Walks the elements of PID.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &characteristic)
        segment.text(3, &agency)
        segment.text(4, &code)
        segment.text(5, &text)
        segment.text(6, &position)
        segment.text(7, &source)
        segment.text(8, &response)
        segment.text(9, &language)
    }
}

extension ItemDescription {
    /// Walks the loop PID of a line.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("PID") { codeElements(&$0) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
    }
}
