import Commerce
import X12

extension Demographics {
    /// Walks the elements of DMG.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &dateFormat)
        segment.text(2, &birthDate)
        segment.text(3, &gender)
        segment.text(4, &maritalStatus)
        segment.text(6, &citizenship)
        segment.text(7, &country)
    }
}
