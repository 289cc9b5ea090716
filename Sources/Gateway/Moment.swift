import Commerce
public import X12

/// A moment in the words of envelopes and folders, UTC.
struct Moment {
    let date: CalendarDate?
    let minutes: Int
    let seconds: Int

    /// Takes milliseconds since 1970 UTC.
    init(milliseconds: Int64) {
        let perDay: Int64 = 86_400_000
        var day = milliseconds / perDay
        var rest = milliseconds % perDay
        if rest < 0 {
            rest += perDay
            day -= 1
        }
        date = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int(day))
        minutes = Int(rest / 60_000)
        seconds = Int(rest / 1_000 % 60)
    }

    /// CCYY-MM-DDTHH:MM:SSZ.
    var second: String {
        func two(_ number: Int) -> String { InterchangeWriter.filled(number, 2) }
        return "\(day)T\(two(minutes / 60)):\(two(minutes % 60)):\(two(seconds))Z"
    }

    /// CCYY-MM-DDTHH:MM:SS.sssZ.
    func millisecond(of milliseconds: Int64) -> String {
        let rest = Int(((milliseconds % 1_000) + 1_000) % 1_000)
        return "\(second.dropLast()).\(InterchangeWriter.filled(rest, 3))Z"
    }

    /// CCYY-MM-DD.
    var day: String { date?.description ?? "0000-00-00" }
}

extension EnvelopeTime {
    /// Writes a moment, given in milliseconds since 1970 UTC, as ISA and GS want it; the first of 1970 for one outside
    /// the years 1 to 9999.
    public init(milliseconds: Int64) {
        let moment = Moment(milliseconds: milliseconds)
        let time =
            InterchangeWriter.filled(moment.minutes / 60, 2) + InterchangeWriter.filled(moment.minutes % 60, 2)
        self.init(date: moment.date?.digits ?? "19700101", time: time)
    }
}
