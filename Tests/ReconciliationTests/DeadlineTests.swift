import Commerce
import Partners
import Reconciliation
import Testing

/// Deadlines by the wall clock and by the partner's working time.
@Suite struct DeadlineTests {
    /// Milliseconds since 1970 UTC of a moment such as `2026-03-10 09:30`.
    static func moment(_ text: String) throws -> Int64 {
        let digits = Array(text.utf8.prefix(10))
        let parsed = CalendarDate(iso: digits.span)
        let date = try #require(parsed)
        let parts = text.suffix(5).split(separator: ":").compactMap { Int64($0) }
        return Int64(date.dayNumber) * 86_400_000 + (parts[0] * 60 + parts[1]) * 60_000
    }

    @Test(arguments: [
        // On the wall, weekends and holidays count.
        ("2026-03-10 09:30", "30m", "2026-03-10 10:00"), ("2026-03-13 16:00", "24h", "2026-03-14 16:00"),
        ("2026-03-13 16:00", "3d", "2026-03-16 16:00"),
        // At work: a Tuesday, within the day, over the night, over the weekend, over a holiday.
        ("2026-03-10 09:30", "2bh", "2026-03-10 11:30"), ("2026-03-10 16:30", "1bh", "2026-03-11 08:30"),
        ("2026-03-13 16:00", "2bh", "2026-03-16 09:00"), ("2026-04-02 16:00", "2bh", "2026-04-06 09:00"),
        // The clock starts at the opening: before work, after work, on a Saturday.
        ("2026-03-10 05:00", "1bh", "2026-03-10 09:00"), ("2026-03-10 23:00", "1bh", "2026-03-11 09:00"),
        ("2026-03-14 12:00", "1bh", "2026-03-16 09:00"),
        // Working days end at the hour they began.
        ("2026-03-10 09:30", "1bd", "2026-03-11 09:30"), ("2026-03-13 16:00", "1bd", "2026-03-16 16:00"),
        ("2026-04-02 16:00", "1bd", "2026-04-06 16:00"), ("2026-03-14 12:00", "2bd", "2026-03-18 08:00"),
        ("2026-03-10 09:30", "18bh", "2026-03-12 09:30"), ("2026-12-31 16:00", "1bd", "2027-01-01 16:00"),
    ])
    func `a term ends`(start: String, term: String, end: String) throws {
        var calendar = BusinessCalendar()
        calendar.holidays = [try #require(CalendarDate(year: 2026, month: 4, day: 3))]
        let deadline = calendar.deadline(try #require(Term(term)), after: try Self.moment(start))
        #expect(deadline == (try Self.moment(end)))
    }

    @Test func `working hours are those of the partner's clock`() throws {
        var calendar = BusinessCalendar()
        calendar.offset = -5 * 60
        // 17:30 UTC is 12:30 there; 22:30 UTC is past its closing.
        let noon = calendar.deadline(Term(1, .businessHours), after: try Self.moment("2026-03-10 17:30"))
        #expect(noon == (try Self.moment("2026-03-10 18:30")))
        let evening = calendar.deadline(Term(1, .businessHours), after: try Self.moment("2026-03-10 22:30"))
        #expect(evening == (try Self.moment("2026-03-11 14:00")))
    }

    @Test(arguments: [
        // The clock is put forward on 2026-03-08 at 2, and back on 2026-11-01 at 2.
        (BusinessCalendar.SummerTime.northAmerica, -300, "2026-03-08 06:59", -300),
        (.northAmerica, -300, "2026-03-08 07:00", -240), (.northAmerica, -300, "2026-11-01 05:59", -240),
        (.northAmerica, -300, "2026-11-01 06:00", -300), (.northAmerica, -480, "2026-03-08 09:59", -480),
        (.northAmerica, -480, "2026-03-08 10:00", -420), (.northAmerica, -300, "2025-12-31 23:30", -300),
        (.northAmerica, -300, "2027-03-14 07:00", -240), (.northAmerica, -300, "2026-07-01 00:00", -240),
        // On 2026-03-29 and 2026-10-25 at 1 UTC everywhere.
        (.europe, 60, "2026-03-29 00:59", 60), (.europe, 60, "2026-03-29 01:00", 120),
        (.europe, 60, "2026-10-25 00:59", 120), (.europe, 60, "2026-10-25 01:00", 60),
        (.europe, 120, "2026-03-29 01:00", 180), (.europe, 0, "2024-03-31 01:00", 60),
        (.none, -300, "2026-07-01 00:00", -300),
    ])
    func `a clock is put forward in summer`(
        summer: BusinessCalendar.SummerTime, offset: Int, at: String, ahead: Int
    ) throws {
        var calendar = BusinessCalendar()
        (calendar.offset, calendar.summerTime) = (offset, summer)
        #expect(calendar.offset(at: try Self.moment(at)) == ahead)
    }

    @Test(arguments: [
        // 8 to 17 in New York: from 12 UTC in summer, from 13 in winter; over the night in which it changes.
        ("2026-07-01 11:00", "1bh", "2026-07-01 13:00"), ("2026-01-14 11:00", "1bh", "2026-01-14 14:00"),
        ("2026-03-06 21:30", "1bh", "2026-03-09 12:30"), ("2026-10-30 20:30", "1bh", "2026-11-02 13:30"),
        ("2026-10-30 14:00", "1bd", "2026-11-02 15:00"),
    ])
    func `working hours go by the clock that is put forward`(start: String, term: String, end: String) throws {
        var calendar = BusinessCalendar()
        (calendar.offset, calendar.summerTime) = (-300, .northAmerica)
        let deadline = calendar.deadline(try #require(Term(term)), after: try Self.moment(start))
        #expect(deadline == (try Self.moment(end)))
    }

    @Test func `a deadline is never before its start, whatever the calendar`() throws {
        var never = BusinessCalendar()
        never.workdays = []
        var summer = BusinessCalendar()
        (summer.opens, summer.closes, summer.offset, summer.summerTime) = (0, 1_440, 840, .europe)
        for calendar in [BusinessCalendar(), never, summer] {
            for unit in Term.Unit.allCases {
                for start: Int64 in [0, -86_400_000 * 400, 1_773_135_000_000, 253_402_300_799_000] {
                    for count in [1, 7, 9_999] {
                        #expect(calendar.deadline(Term(count, unit), after: start) > start)
                    }
                }
            }
        }
    }

    @Test(arguments: ["", "h", "0h", "24", "24H", "-1h", "99999h", "1.5h", "2bd ", "٣h"])
    func `what is no term is none`(text: String) {
        #expect(Term(text) == nil)
    }
}
