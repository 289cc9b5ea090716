/// Names a day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct CalendarDate: Sendable, Hashable {
    // Year, month and day in one number that orders as they do: 23, 4 and 5 bits.
    private var packed: Int32

    /// Makes a date; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CalendarDate.days(inMonth: month, year: year)
        else { return nil }
        packed = Int32(truncatingIfNeeded: year &<< 9 | month &<< 5 | day)
    }

    /// Reads eight digits, CCYYMMDD; nil for anything else.
    public init?(digits bytes: Span<UInt8>) {
        guard bytes.count == 8, let year = bytes.number(at: 0, digits: 4), let month = bytes.number(at: 4, digits: 2),
            let day = bytes.number(at: 6, digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads six digits, YYMMDD, as a year of the hundred that begin with `firstYear`; nil for anything else.
    public init?(twoDigitYear bytes: Span<UInt8>, firstYear: Int) {
        guard bytes.count == 6, (1...9900).contains(firstYear), let short = bytes.number(at: 0, digits: 2),
            let month = bytes.number(at: 2, digits: 2), let day = bytes.number(at: 4, digits: 2)
        else { return nil }
        let year = firstYear &- firstYear % 100 &+ short
        self.init(year: year < firstYear ? year &+ 100 : year, month: month, day: day)
    }

    /// Reads ISO 8601's extended form, CCYY-MM-DD; nil for anything else.
    public init?(iso bytes: Span<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = bytes.number(at: 0, digits: 4), let month = bytes.number(at: 5, digits: 2),
            let day = bytes.number(at: 8, digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, 1...9999.
    public var year: Int { Int(packed &>> 9) }

    /// The month, 1...12.
    public var month: Int { Int(packed &>> 5 & 15) }

    /// The day of the month, 1...31.
    public var day: Int { Int(packed & 31) }

    /// Gives the number of days of a month 1...12, 0 for another.
    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }
}

// MARK: - Writing

extension CalendarDate: CustomStringConvertible {
    /// Appends CCYYMMDD.
    public func appendDigits(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: 8) { unsafe writeDigits(unchecked: $0) }
    }

    /// Writes CCYYMMDD to memory of 8 bytes and gives their number.
    @unsafe
    public func writeDigits(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe target.write(year, digits: 4, at: 0)
        unsafe target.write(month, digits: 2, at: 4)
        unsafe target.write(day, digits: 2, at: 6)
        return 8
    }

    /// Appends YYMMDD.
    public func appendTwoDigitYear(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: 6) { target in
            unsafe target.write(year % 100, digits: 2, at: 0)
            unsafe target.write(month, digits: 2, at: 2)
            unsafe target.write(day, digits: 2, at: 4)
            return 6
        }
    }

    /// Appends CCYY-MM-DD.
    public func append(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: 10) { unsafe write(unchecked: $0) }
    }

    /// Writes CCYY-MM-DD to memory of 10 bytes and gives their number.
    func write(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe target.write(year, digits: 4, at: 0)
        unsafe target[4] = UInt8(ascii: "-")
        unsafe target.write(month, digits: 2, at: 5)
        unsafe target[7] = UInt8(ascii: "-")
        unsafe target.write(day, digits: 2, at: 8)
        return 10
    }

    /// The date as CCYY-MM-DD.
    public var description: String {
        unsafe String(unsafeUninitializedCapacity: 10) { room in
            unsafe room.baseAddress.map { unsafe write(unchecked: $0) } ?? 0
        }
    }

    /// The date as CCYYMMDD.
    public var digits: String {
        unsafe String(unsafeUninitializedCapacity: 8) { room in
            unsafe room.baseAddress.map { unsafe writeDigits(unchecked: $0) } ?? 0
        }
    }
}

// MARK: - Counting days

extension CalendarDate: Comparable {
    /// Orders by time.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.packed < right.packed }

    /// The days since 1970-01-01, negative before.
    public var dayNumber: Int {
        // Years that begin in March put the leap day last.
        let shifted = month > 2 ? year : year &- 1
        let monthFromMarch = (month &+ 9) % 12
        let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
        return 365 &* shifted &+ shifted / 4 &- shifted / 100 &+ shifted / 400 &+ dayOfYear &- 719_468
    }

    /// Gives the date that many days later, or earlier when negative; nil outside the years 1...9999.
    public func adding(days: Int) -> CalendarDate? {
        guard (-3_700_000...3_700_000).contains(days) else { return nil }
        let number = dayNumber &+ days &+ 719_468
        guard number >= 0 else { return nil }
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
        return CalendarDate(
            year: yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1)
    }
}

// MARK: - Digits

extension Span<UInt8> {
    /// Reads `digits` decimal digits; nil when one is not, or the span ends before.
    func number(at start: Int, digits: Int) -> Int? {
        guard start >= 0, digits >= 0, start &+ digits <= count else { return nil }
        var value = 0
        for at in start..<start &+ digits {
            let digit = self[at] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Writes the last `digits` digits of a number that is not negative.
    func write(_ value: Int, digits: Int, at start: Int) {
        var rest = value
        var at = start &+ digits &- 1
        while at >= start {
            unsafe self[at] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
            rest /= 10
            at &-= 1
        }
    }
}
