import Commerce
import X12

extension HazardNotice {
    /// Walks the elements of TD4.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &handling)
        segment.text(2, &classScheme)
        segment.text(3, &hazardClass)
        segment.text(4, &description)
        segment.text(5, &response)
    }
}
