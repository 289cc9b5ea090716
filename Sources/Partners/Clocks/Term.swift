/// Is how long something may take: time on the wall, or time at work.
public struct Term: Sendable, Hashable {
    /// Tells what is counted.
    public enum Unit: String, Sendable, CaseIterable {
        /// Minutes, whatever the hour.
        case minutes = "m"
        /// Hours, whatever the hour.
        case hours = "h"
        /// Days of 24 hours, whatever the day.
        case days = "d"
        /// Hours of the working day.
        case businessHours = "bh"
        /// Working days.
        case businessDays = "bd"
    }

    /// How many, 1 to 9999.
    public var count: Int
    /// Of what.
    public var unit: Unit

    /// Makes a term; the count is held within 1 to 9999.
    public init(_ count: Int, _ unit: Unit) {
        self.count = min(max(count, 1), 9_999)
        self.unit = unit
    }

    /// Reads a term such as `24h`, `30m`, `8bh` or `2bd`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...4).contains(digits.count), let count = Int(String(decoding: digits, as: UTF8.self)), count > 0,
            let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
        else { return nil }
        self.init(count, unit)
    }
}

extension Term: CustomStringConvertible {
    /// The term as it is written, such as `24h`.
    public var description: String { "\(count)\(unit.rawValue)" }
}
