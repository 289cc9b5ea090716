import Commerce
import Testing

@Suite struct DateAndTimeTests {
    @Test(arguments: ["0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-11-21", "9999-12-31"])
    func `a date is written as it was read, in each form`(iso: String) throws {
        let date = try #require(CalendarDate(iso: Array(iso.utf8)))
        #expect(date.description == iso)
        let digits = iso.utf8.filter { $0 != UInt8(ascii: "-") }
        #expect(CalendarDate(digits: digits) == date)
        var bytes: [UInt8] = []
        date.appendDigits(to: &bytes)
        #expect(bytes == digits)
        bytes = []
        date.appendTwoDigitYear(to: &bytes)
        #expect(bytes == Array(digits.dropFirst(2)))
    }

    @Test(arguments: [
        "", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "2023-02-29", "1900-02-29", "0000-01-01",
        "2026-1-01",
        "2026/01/01", "20260101", "2026-01-011", "-026-01-01", "2026-01-0A",
    ])
    func `a day that does not exist is no date`(iso: String) {
        #expect(CalendarDate(iso: Array(iso.utf8)) == nil)
        #expect(CalendarDate(digits: iso.utf8.filter { $0 != UInt8(ascii: "-") }) == nil || iso == "20260101")
    }

    @Test(arguments: [
        ("700101", 1970, 1970), ("691231", 1970, 2069), ("000229", 1970, 2000), ("260101", 2026, 2026),
        ("250101", 2026, 2125),
    ])
    func `a year of two digits falls in the hundred years given`(digits: String, first: Int, year: Int) {
        #expect(CalendarDate(twoDigitYear: Array(digits.utf8), firstYear: first)?.year == year)
    }

    @Test func `days are counted across leap years and centuries`() throws {
        let epoch = try #require(CalendarDate(year: 1970, month: 1, day: 1))
        #expect(epoch.dayNumber == 0)
        #expect(CalendarDate(year: 2026, month: 11, day: 21)?.dayNumber == 20_778)
        var date = try #require(CalendarDate(year: 1, month: 1, day: 1))
        var count = 0
        while let next = date.adding(days: 1) {
            #expect(next.dayNumber == date.dayNumber + 1 && date < next)
            count += 1
            date = next
            if count % 400 == 0 { date = date.adding(days: 9_001) ?? date }
            if count > 200_000 { break }
        }
        #expect(CalendarDate(year: 9999, month: 12, day: 31)?.adding(days: 1) == nil)
        #expect(CalendarDate(year: 1, month: 1, day: 1)?.adding(days: -1) == nil)
        #expect(epoch.adding(days: .max) == nil)
    }

    @Test(arguments: [
        ("1405", "14:05"), ("140533", "14:05:33"), ("1405335", "14:05:33.5"), ("14053352", "14:05:33.52"),
        ("0000", "00:00"), ("23595900", "23:59:59.00"), ("0001020", "00:01:02.0"),
    ])
    func `a time keeps its precision in both forms`(digits: String, iso: String) throws {
        let time = try #require(TimeOfDay(Array(digits.utf8)))
        #expect(time == TimeOfDay(iso: Array(iso.utf8)))
        #expect(time.description == iso)
        var bytes: [UInt8] = []
        time.appendDigits(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == digits)
    }

    @Test(arguments: [
        "", "2400", "1260", "125960", "12", "123", "12345", "123456789", "12:0", "12:00:", "12:00:00.", "12:00:00.123",
        "12-00", "ab:cd", "12:00 00",
    ])
    func `anything else is no time`(text: String) {
        #expect(TimeOfDay(Array(text.utf8)) == nil)
        #expect(TimeOfDay(iso: Array(text.utf8)) == nil)
    }

    @Test func `14h05 and 14h05m00 differ and order by precision`() throws {
        let short = try #require(TimeOfDay(hour: 14, minute: 5, precision: .minutes))
        let long = try #require(TimeOfDay(hour: 14, minute: 5, precision: .seconds))
        #expect(short != long && short < long)
        #expect(TimeOfDay(hour: 14, minute: 5, second: 9, hundredth: 99, precision: .tenths)?.hundredth == 90)
    }
}
