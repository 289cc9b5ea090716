import FoundationEssentials
import X12

/// The moment envelopes carry: now in UTC, or what `--at` says.
enum Moment {
    /// Milliseconds since 1970, UTC.
    static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Reads `--at`: `YYYY-MM-DDTHH:MM` (seconds and zone ignored), else the clock.
    static func envelope(_ text: String?) throws(CommandFailure) -> EnvelopeTime {
        guard let text else { return envelope(now()) }
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Character(UnicodeScalar($0)) }
        guard digits.count >= 12, text.utf8.count >= 16 else {
            throw .usage("--at is a moment such as 2026-11-21T06:05, not \(text)")
        }
        return EnvelopeTime(date: String(digits[0..<8]), time: String(digits[8..<12]))
    }

    static func envelope(_ milliseconds: Int64) -> EnvelopeTime {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        func digits(_ value: Int?, _ width: Int) -> String { InterchangeWriter.filled(value ?? 0, width) }
        return EnvelopeTime(
            date: digits(parts.year, 4) + digits(parts.month, 2) + digits(parts.day, 2),
            time: digits(parts.hour, 2) + digits(parts.minute, 2))
    }
}
