import Commerce
public import Partners

extension BusinessCalendar {
    /// The moment by which a term ends, in milliseconds since 1970 UTC.
    ///
    /// Working time begins at the next opening when it starts outside working hours; a number of working days ends at
    /// the same hour of the last of them. A calendar whose every day for ten years is off counts time on the wall.
    ///
    /// - Parameters:
    ///   - term: How long it may take.
    ///   - start: When the clock starts, in milliseconds since 1970 UTC.
    /// - Returns: The deadline, never before the start.
    public func deadline(_ term: Term, after start: Int64) -> Int64 {
        let minute: Int64 = 60_000
        switch term.unit {
        case .minutes: return start &+ Int64(term.count) * minute
        case .hours: return start &+ Int64(term.count) * 60 * minute
        case .days: return start &+ Int64(term.count) * 24 * 60 * minute
        case .businessHours: return working(minutes: term.count * 60, after: start)
        case .businessDays: return working(days: term.count, after: start)
        }
    }

    private static let day: Int64 = 86_400_000
    /// Ten years: longer than any term that a partner keeps.
    private static let mostDays = 3_653

    /// Whether a day, counted from 1970-01-01, is worked on.
    func isWorkday(_ day: Int64) -> Bool {
        // 1970-01-01 was a Thursday, the fourth day from Monday.
        let weekday = Weekday.allCases[Int(((day + 3) % 7 + 7) % 7)]
        guard workdays.contains(weekday) else { return false }
        guard let date = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int(clamping: day)) else {
            return true
        }
        return !holidays.contains(date)
    }

    /// The day and the milliseconds into it on the partner's clock.
    private func local(_ moment: Int64) -> (day: Int64, rest: Int64) {
        let shifted = moment &+ Int64(offset(at: moment)) * 60_000
        var day = shifted / Self.day
        var rest = shifted % Self.day
        if rest < 0 {
            rest += Self.day
            day -= 1
        }
        return (day, rest)
    }

    /// Where the clock is put back, the first of the two moments that it shows twice.
    private func moment(_ day: Int64, _ rest: Int64) -> Int64 {
        let shown = day &* Self.day &+ rest
        let summer = Int64(offset + 60) * 60_000
        return offset(at: shown &- summer) == offset ? shown &- Int64(offset) * 60_000 : shown &- summer
    }

    /// The first working moment at or after a moment: day and milliseconds into it.
    private func opening(after start: Int64) -> (day: Int64, rest: Int64)? {
        var (day, rest) = local(start)
        let opens = Int64(opens) * 60_000
        let closes = Int64(closes) * 60_000
        if isWorkday(day), rest < closes { return (day, max(rest, opens)) }
        for _ in 0..<Self.mostDays {
            day += 1
            if isWorkday(day) {
                rest = opens
                return (day, rest)
            }
        }
        return nil
    }

    private func working(minutes: Int, after start: Int64) -> Int64 {
        var left = Int64(minutes) * 60_000
        guard var (day, rest) = opening(after: start) else { return start &+ left }
        let opens = Int64(opens) * 60_000
        let closes = Int64(closes) * 60_000
        for _ in 0..<Self.mostDays * 2 {
            let room = isWorkday(day) ? closes - rest : 0
            if left <= room { return moment(day, rest + left) }
            left -= room
            day += 1
            rest = opens
        }
        return start &+ Int64(minutes) * 60_000
    }

    private func working(days: Int, after start: Int64) -> Int64 {
        guard var (day, rest) = opening(after: start) else { return start &+ Int64(days) * Self.day }
        var left = days
        for _ in 0..<Self.mostDays * 4 where left > 0 {
            day += 1
            if isWorkday(day) { left -= 1 }
        }
        rest = min(rest, Int64(closes) * 60_000)
        return moment(day, rest)
    }
}
