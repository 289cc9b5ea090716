public import Commerce

/// Says when a partner is at work: which days, from when until when, and which days are off.
public struct BusinessCalendar: Sendable, Hashable {
    /// Is a day of the week.
    public enum Weekday: String, Sendable, CaseIterable {
        case monday = "mon"
        case tuesday = "tue"
        case wednesday = "wed"
        case thursday = "thu"
        case friday = "fri"
        case saturday = "sat"
        case sunday = "sun"
    }

    /// How many minutes the partner's clock is ahead of UTC, summer time aside, -840 to 840.
    public var offset = 0
    /// When it is put forward by an hour.
    public var summerTime = SummerTime.none
    /// The days it works on.
    public var workdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    /// When it begins, in minutes after midnight on its clock.
    public var opens = 8 * 60
    /// When it ends, in minutes after midnight on its clock, later than ``opens`` and at most 1440.
    public var closes = 17 * 60
    /// The days off.
    public var holidays: Set<CalendarDate> = []

    /// Makes the calendar of the base layer: Monday to Friday, 8 to 17 UTC, no holidays.
    public init() {}
}
