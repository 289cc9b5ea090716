import Commerce

extension QualifiedDate {
    /// Walks the elements of DTM.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.date(2, &date)
        segment.time(3, &time)
        segment.text(4, &timeZone)
        segment.text(5, &periodFormat)
        segment.text(6, &period)
    }
}
