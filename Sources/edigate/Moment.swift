import FoundationEssentials
import Gateway
import X12

/// The moment envelopes carry: now in UTC, or what `--at` says.
enum Moment {
    /// Milliseconds since 1970, UTC.
    static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Reads `--at`: `YYYY-MM-DDTHH:MM` (seconds and zone ignored), else the clock.
    static func envelope(_ text: String?) throws(CommandFailure) -> EnvelopeTime {
        guard let text else { return EnvelopeTime(milliseconds: now()) }
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Character(UnicodeScalar($0)) }
        guard digits.count >= 12, text.utf8.count >= 16 else {
            throw .usage("--at is a moment such as 2026-11-21T06:05, not \(text)")
        }
        return EnvelopeTime(date: String(digits[0..<8]), time: String(digits[8..<12]))
    }
}
