/// The checks of one value against its rule, by X12.6: length, characters, code list, calendar, clock.
struct ElementCheck {
    let codes: CodeTables

    /// A value of at most eight bytes as a word, its first byte lowest.
    private static func packed(_ bytes: borrowing Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        let shift = UInt64(truncatingIfNeeded: 64 &- length &* 8) & 63
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        return (word &<< shift) &>> shift
    }

    /// The fault of the value at `start..<end`, which is not empty, or `nil`. The window must be readable for eight bytes beyond `end`.
    @inline(never)
    func fault(_ rule: ElementRule, bytes: borrowing Span<UInt8>, start: Int, end: Int) -> FindingCode? {
        let length = end &- start
        switch rule.type {
        case .text, .binary:
            if length > Int(rule.maximum) { return .tooLong }
            if length < Int(rule.minimum) { return .tooShort }
            if bytes[start] == 0x20 || bytes[end &- 1] == 0x20 {
                return rule.isMandatory && Self.isBlank(bytes, start, end) ? .missingElement : .blanks
            }
            return nil
        case .code:
            if length > Int(rule.maximum) { return .tooLong }
            if length < Int(rule.minimum) { return .tooShort }
            guard rule.codeTable >= 0, length <= CodeTables.longestCode else { return nil }
            return codes.contains(Self.packed(bytes, start, length), in: Int(rule.codeTable)) ? nil : .code
        case .integer, .decimal:
            return Self.numberFault(rule, bytes: bytes, start: start, end: end)
        case .date:
            if length != Int(rule.maximum) { return length < Int(rule.maximum) ? .tooShort : .tooLong }
            return Self.isDate(bytes, start, end) ? nil : .date
        case .time:
            if length > Int(rule.maximum) { return .tooLong }
            if length < Int(rule.minimum) { return .tooShort }
            return Self.isTime(bytes, start, end) ? nil : .time
        case .composite:
            return nil
        }
    }

    /// X12.6: sign and decimal point do not count towards the length of a number, nor does an exponent.
    @inline(__always)
    private static func numberFault(_ rule: ElementRule, bytes: borrowing Span<UInt8>, start: Int, end: Int)
        -> FindingCode?
    {
        var position = start
        if bytes[position] == UInt8(ascii: "-") { position &+= 1 }
        var digits = 0
        var hasPoint = false
        while position < end {
            let byte = bytes[position]
            if isDigit(byte) {
                digits &+= 1
            } else if byte == UInt8(ascii: "."), rule.type == .decimal, !hasPoint {
                hasPoint = true
            } else if byte == UInt8(ascii: "E"), rule.type == .decimal, digits > 0 {
                guard isExponent(bytes, position &+ 1, end) else { return .number }
                break
            } else {
                return .number
            }
            position &+= 1
        }
        if digits == 0 { return .number }
        if digits > Int(rule.maximum) { return .tooLong }
        return digits < Int(rule.minimum) ? .tooShort : nil
    }

    private static func isExponent(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var position = start
        if position < end, bytes[position] == UInt8(ascii: "-") { position += 1 }
        guard position < end, end - position <= 2 else { return false }
        while position < end {
            guard isDigit(bytes[position]) else { return false }
            position += 1
        }
        return true
    }

    static func isBlank(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for position in start..<end where bytes[position] != 0x20 { return false }
        return true
    }

    /// The number of up to nine digits at `start..<end`, or -1.
    @inline(__always)
    static func digits(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard end > start, end &- start <= 9 else { return -1 }
        var value = 0
        var position = start
        while position < end {
            let byte = bytes[position]
            guard isDigit(byte) else { return -1 }
            value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
            position &+= 1
        }
        return value
    }

    /// Whether `start..<end` is CCYYMMDD or YYMMDD and a day of the calendar.
    @inline(__always)
    static func isDate(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let value = digits(bytes, start, end)
        guard value >= 0, end &- start == 8 || end &- start == 6 else { return false }
        let day = value % 100
        let month = value / 100 % 100
        guard day >= 1, month >= 1, month <= 12, end &- start == 6 || value >= 10_000 else { return false }
        if day <= 28 { return true }
        if month == 2 {
            let year = value / 10_000
            // A two-digit year 00 is taken for 2000, a leap year.
            return day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0 || end &- start == 6)
        }
        return day <= 30 || day == 31 && (0b1010_1101_0101_0 &>> month) & 1 == 1
    }

    /// Whether `start..<end` is HHMM, HHMMSS, HHMMSSD or HHMMSSDD on a 24-hour clock.
    static func isTime(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard length == 4 || length >= 6 && length <= 8 else { return false }
        let hourAndMinute = digits(bytes, start, start + 4)
        guard hourAndMinute >= 0, hourAndMinute / 100 <= 23, hourAndMinute % 100 <= 59 else { return false }
        guard length > 4 else { return true }
        let seconds = digits(bytes, start + 4, start + 6)
        return seconds >= 0 && seconds <= 59 && (length == 6 || digits(bytes, start + 6, end) >= 0)
    }
}
