import Exchange
import Ledger

/// Names what belongs to one file, from its taking to the last delivery: it follows from the name that the file had in
/// work/, which outlives a crash and stands in the ledger.
///
/// It is the moment of the taking in base 16 and eight digits of a hash of that name: `19cd6e5a1c0-5f3a9b21`. A file that a
/// person had worked anew never lay in work/: its is `arrival-17`, after its row.
struct Correlation: Equatable {
    let text: String

    init(_ arrival: Ledger.Recorded<Ledger.Arrival>) {
        if let name = arrival.workName, let claimed = ClaimedFile(workName: name) {
            text = String(claimed.claimedAt, radix: 16) + "-" + SHA256.digest(of: Array(name.utf8)).hex.prefix(8)
        } else {
            text = "\(Self.row)\(arrival.id)"
        }
    }

    private static let row = "arrival-"

    /// Finds the file that a text names in this way; nil when there is none.
    static func arrival(
        _ text: String, in ledger: Ledger
    ) throws(LedgerError) -> Ledger.Recorded<Ledger.Arrival>? {
        if text.hasPrefix(row) {
            guard let id = Int(text.dropFirst(row.count)), let arrival = try ledger.arrival(id) else { return nil }
            return Correlation(arrival).text == text ? arrival : nil
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 8, let time = Int64(parts[0], radix: 16) else { return nil }
        return try ledger.arrivals(claimedAt: time).first { Correlation($0).text == text }
    }
}
