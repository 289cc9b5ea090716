import Commerce
import X12

extension Address {
    /// Walks up to two N3 and the first N4.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("N3") { s in
            s.text(1, &line1)
            s.text(2, &line2)
        }
        set.segment("N3") { s in
            s.text(1, &line3)
            s.text(2, &line4)
        }
        set.segment("N4") { s in
            s.text(1, &city)
            s.text(2, &state)
            s.text(3, &postalCode)
            s.text(4, &country)
            s.text(5, &locationQualifier)
            s.text(6, &location)
        }
    }
}
