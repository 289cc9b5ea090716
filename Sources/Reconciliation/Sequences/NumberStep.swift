/// Says how a received control number follows on the last one.
public enum NumberStep: Sendable, Equatable {
    /// It is the first, the next, or the first after the greatest.
    case next
    /// Numbers between were not received.
    case gap(missing: Int)
    /// It is less than the last, but not by much: it comes late.
    case late
    /// It fell back: the sender's series began anew.
    case reset

    /// More than this below the last is no latecomer.
    public static let window = 100
    /// The greatest control number.
    public static let greatest = 999_999_999

    /// Tells how a number follows.
    ///
    /// - Parameters:
    ///   - number: The number, from 0.
    ///   - last: The greatest in the series so far; nil when there is none.
    public init(_ number: Int, after last: Int?) {
        guard let last else {
            self = .next
            return
        }
        if number > last {
            self = number - last == 1 ? .next : .gap(missing: number - last - 1)
            // Before the series began anew, a number near the greatest is a latecomer.
            if number > Self.greatest - Self.window, last < Self.window { self = .late }
        } else if last > Self.greatest - Self.window, number < Self.window {
            self = last - Self.greatest + number == 1 ? .next : .gap(missing: Self.greatest - last + number - 1)
        } else {
            self = last - number <= Self.window ? .late : .reset
        }
    }

    /// The last number of the series once this one is in it.
    public func last(_ number: Int, after last: Int?) -> Int {
        self == .late ? last ?? number : number
    }
}
