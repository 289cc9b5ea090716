import Commerce
import X12

extension Attachment {
    /// Walks the elements of PWK.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &transmission)
        segment.integer(3, &copies)
        segment.text(4, &role)
        segment.text(5, &identifierScheme)
        segment.text(6, &identifier)
        segment.text(7, &description)
    }
}
