import Commerce

extension BusinessCalendar {
    /// Tells when a partner puts its clock forward by an hour.
    public enum SummerTime: String, Sendable, CaseIterable {
        /// Never.
        case none
        /// From the second Sunday of March to the first of November, at 2 on its clock: the United States (Energy Policy
        /// Act of 2005, section 110) and Canada.
        case northAmerica = "north-america"
        /// From the last Sunday of March to the last of October, at 1 UTC: the European Union (directive 2000/84/EC), the
        /// United Kingdom, Switzerland and Norway.
        case europe
    }

    /// How many minutes the partner's clock is ahead of UTC at a moment, given in milliseconds since 1970 UTC.
    public func offset(at moment: Int64) -> Int {
        guard summerTime != .none else { return offset }
        let minute = Int(clamping: moment / 60_000)
        let standard = minute.addingReportingOverflow(offset).partialValue
        let day = standard / 1_440 - (standard % 1_440 < 0 ? 1 : 0)
        guard let year = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: day)?.year,
            let summer = summer(of: year)
        else { return offset }
        return summer.contains(minute) ? offset + 60 : offset
    }

    /// The minutes since 1970 UTC in which the clock is put forward.
    private func summer(of year: Int) -> Range<Int>? {
        switch summerTime {
        case .none: return nil
        case .northAmerica:
            guard let first = Self.sunday(from: 8, of: 3, year), let last = Self.sunday(from: 1, of: 11, year) else {
                return nil
            }
            // At 2 of summer it is 1 of winter.
            return first * 1_440 + 120 - offset..<last * 1_440 + 60 - offset
        case .europe:
            guard let first = Self.sunday(from: 25, of: 3, year), let last = Self.sunday(from: 25, of: 10, year) else {
                return nil
            }
            return first * 1_440 + 60..<last * 1_440 + 60
        }
    }

    /// The number of the first Sunday from a day of a month on.
    private static func sunday(from day: Int, of month: Int, _ year: Int) -> Int? {
        guard let number = CalendarDate(year: year, month: month, day: day)?.dayNumber else { return nil }
        // 1970-01-04 was a Sunday.
        return number + (7 - ((number - 3) % 7 + 7) % 7) % 7
    }
}
