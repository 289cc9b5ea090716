import Commerce

// How long answers may take.
extension ProfileCheck {
    mutating func clocks(_ written: ProfileDescription.ClockEntries) -> Clocks {
        var clocks = Clocks()
        clocks.calendar = calendar(written)
        clocks.acknowledgment = term(written.acknowledgment, "$.clocks.acknowledgment")
        clocks.orderAcknowledgment = term(written.orderAcknowledgment, "$.clocks.orderAcknowledgment")
        clocks.shipNotice = term(written.shipNotice, "$.clocks.shipNotice")
        clocks.invoice = term(written.invoice, "$.clocks.invoice")
        if written.held == "none" {
            report("$.clocks.held", "what is held needs a term", "write a term such as \"8bh\"")
        } else if let held = term(written.held, "$.clocks.held") {
            clocks.held = held
        }
        for (index, entry) in written.sets.enumerated() {
            guard isSet(entry.set.string, "$.clocks.sets[\(index)].set") else { continue }
            clocks.sets[entry.set.string] = .some(
                term(entry.acknowledgment, "$.clocks.sets[\(index)].acknowledgment"))
        }
        return clocks
    }

    /// A term; nil for `none`, and after a fault.
    private mutating func term(_ text: Text, _ jsonPath: String) -> Term? {
        if text == "none" { return nil }
        if let term = Term(text.string) { return term }
        report(
            jsonPath, "expected a term or \"none\", found \(quoted(text.string))",
            "write a number and m, h, d (on the wall) or bh, bd (at work), such as \"24h\" or \"2bd\"")
        return nil
    }

    private mutating func calendar(_ written: ProfileDescription.ClockEntries) -> BusinessCalendar {
        var calendar = BusinessCalendar()
        if let offset = Self.offset(written.utcOffset.string) {
            calendar.offset = offset
        } else {
            report(
                "$.clocks.utcOffset", "expected an offset from UTC, found \(quoted(written.utcOffset.string))",
                "write it as +HH:MM or -HH:MM, up to 14 hours, such as \"-05:00\"")
        }
        if let summer = word(written.summerTime, BusinessCalendar.SummerTime.self, "$.clocks.summerTime") {
            calendar.summerTime = summer
        }
        let hours = written.hours.string.split(separator: "-", omittingEmptySubsequences: false)
        if hours.count == 2, let opens = Self.minutes(hours[0]), let closes = Self.minutes(hours[1]), opens < closes {
            (calendar.opens, calendar.closes) = (opens, closes)
        } else {
            report(
                "$.clocks.hours", "expected working hours, found \(quoted(written.hours.string))",
                "write them as HH:MM-HH:MM, such as \"08:00-17:00\"")
        }
        calendar.workdays = []
        for (index, day) in written.workdays.enumerated() {
            if let weekday = word(day, BusinessCalendar.Weekday.self, "$.clocks.workdays[\(index)]") {
                calendar.workdays.insert(weekday)
            }
        }
        if written.workdays.isEmpty {
            report("$.clocks.workdays", "there is no working day", "name at least one, such as \"mon\"")
        }
        for (index, holiday) in written.holidays.enumerated() {
            if let date = holiday.withBytes({ CalendarDate(iso: $0) }) {
                calendar.holidays.insert(date)
            } else {
                report(
                    "$.clocks.holidays[\(index)]", "expected a date, found \(quoted(holiday.string))",
                    "write it as CCYY-MM-DD, such as \"2026-12-25\"")
            }
        }
        return calendar
    }

    /// `+HH:MM` or `-HH:MM` in minutes, at most 14 hours either way.
    private static func offset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", let minutes = minutes(text.dropFirst()),
            minutes <= 14 * 60
        else { return nil }
        return sign == "-" ? -minutes : minutes
    }

    /// `HH:MM` in minutes after midnight, 00:00 to 24:00.
    private static func minutes(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == 0x3A, let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2)),
            (0...59).contains(minute), (0...24).contains(hour), hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }
}

extension BusinessCalendar.Weekday: ProfileWord {}
extension BusinessCalendar.SummerTime: ProfileWord {}
