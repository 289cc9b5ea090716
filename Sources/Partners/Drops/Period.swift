/// Is a stretch of time on the wall, to the millisecond.
public struct Period: Sendable, Hashable, Comparable {
    /// How long, 0 to 100 days.
    public let milliseconds: Int64

    private static let longest: Int64 = 100 * 86_400_000
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Makes a period; it is held within 0 and 100 days.
    public init(milliseconds: Int64) { self.milliseconds = min(max(milliseconds, 0), Self.longest) }

    /// Reads a period such as `250ms`, `5s`, `30m`, `2h` or `1d`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        let name = String(text.dropFirst(digits.count))
        guard (1...6).contains(digits.count), let count = Int64(String(decoding: digits, as: UTF8.self)),
            let unit = Self.units.first(where: { $0.name == name }), count <= Self.longest / unit.milliseconds
        else { return nil }
        self.init(milliseconds: count * unit.milliseconds)
    }

    public static func < (one: Period, other: Period) -> Bool { one.milliseconds < other.milliseconds }
}

extension Period: CustomStringConvertible {
    /// The period as it is written, such as `30m`, in the largest unit that leaves no rest.
    public var description: String {
        let unit = Self.units.last { milliseconds >= $0.milliseconds && milliseconds % $0.milliseconds == 0 }
        guard let unit else { return "0s" }
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}
