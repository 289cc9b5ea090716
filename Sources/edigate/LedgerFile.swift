import Commerce
import FoundationEssentials
import Gateway
import Ledger

/// The ledger of a root, opened for commands that ask or mend.
enum LedgerFile {
    /// Runs a body on the ledger of `--root`; a ledger that fails ends the command.
    static func with<R>(
        _ arguments: Arguments, _ body: (Ledger) throws(LedgerError) -> R
    ) throws(CommandFailure) -> R {
        let path = GatewayRoot(path: arguments.root).ledger
        // Asked before anything is opened: a ledger must not appear where there is no root.
        guard FileManager.default.fileExists(atPath: path) else {
            throw .environment(
                "\(arguments.root) has no ledger; --root names a gateway root, `edigate run` makes its ledger")
        }
        do throws(LedgerError) {
            let ledger = try Ledger.open(path: path, creating: false)
            defer { ledger.close() }
            return try body(ledger)
        } catch {
            throw .environment("\(path): \(error)")
        }
    }
}

extension LedgerFile {
    /// Makes the ledger of `--root` where no run has made it yet.
    static func make(_ arguments: Arguments) throws(CommandFailure) {
        let path = GatewayRoot(path: arguments.root).ledger
        guard FileManager.default.fileExists(atPath: arguments.root + "/work") else {
            throw .environment("\(arguments.root) is no gateway root; `edigate init ROOT` makes one, --root names it")
        }
        do throws(LedgerError) { try Ledger.open(path: path).close() } catch { throw .environment("\(path): \(error)") }
    }

    /// Runs a body on the ledger of `--root` that also reads or writes the root.
    static func withGateway<R>(
        _ arguments: Arguments, _ body: (Ledger) throws(GatewayError) -> R
    ) throws(CommandFailure) -> R {
        let result = try with(arguments) { ledger throws(LedgerError) in
            Result { () throws(GatewayError) in try body(ledger) }
        }
        do throws(GatewayError) { return try result.get() } catch { throw .environment("\(error)") }
    }
}

/// Moments as operators read them: UTC, to the second.
enum Clock {
    /// `2026-03-10 09:30:00`.
    static func text(_ milliseconds: Int64) -> String {
        let moment = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
    }

    /// `2026-03-10T09:30:00Z`, as machines read it.
    static func iso(_ milliseconds: Int64) -> String {
        text(milliseconds).replacing(" ", with: "T") + "Z"
    }

    /// The milliseconds of a day.
    static let dayLength: Int64 = 86_400_000

    /// The first moment of a day such as `2026-11-01`, UTC; nil for anything else.
    static func day(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard let date = CalendarDate(iso: bytes.span) else { return nil }
        return Int64(date.dayNumber) * 86_400_000
    }
}
