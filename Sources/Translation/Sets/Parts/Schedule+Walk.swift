import Commerce
import X12

extension Schedule {
    /// Walks the elements of SCH.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.decimal(1, &quantity.value)
        segment.text(2, &quantity.unit)
        segment.text(3, &partyRole)
        segment.text(4, &partyName)
        segment.text(5, &dateQualifier)
        segment.date(6, &date)
        segment.time(7, &time)
        segment.text(8, &secondDateQualifier)
        segment.date(9, &secondDate)
        segment.time(10, &secondTime)
        segment.text(11, &requestReference)
        segment.text(12, &assignedNumber)
    }
}

extension Schedule {
    /// Walks the loop SCH.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("SCH") { codeElements(&$0) }
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }
}
