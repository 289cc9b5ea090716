import FoundationEssentials
import Gateway
import Ledger
import Partners

/// One partner's files opened to be changed, which one command does at a time.
struct PartnerEditing {
    let root: GatewayRoot
    let id: String
    private let lock: PartnerLock

    /// Takes the partner's lock, and ends first what a promotion whose process died has left.
    init(_ id: String, _ arguments: Arguments) throws(CommandFailure) {
        self.id = id
        root = GatewayRoot(path: arguments.root, partners: Partner.folder(arguments))
        do throws(GatewayError) { lock = try PartnerLock(root, partner: id) } catch {
            throw .environment("\(error)")
        }
        guard Self.hasLedger(arguments) else { return }
        let mended = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            try Promotion(root: root, ledger: ledger, partner: id, time: Moment.now()).mend()
        }
        if let mended { Terminal.complain(mended.description) }
    }

    /// Whether the partners are those of a root that has a ledger.
    static func hasLedger(_ arguments: Arguments) -> Bool {
        arguments.value("--partners") == nil
            && FileManager.default.fileExists(atPath: GatewayRoot(path: arguments.root).ledger)
    }

    /// Puts the profile in its place.
    func place(_ profile: [UInt8]) throws(CommandFailure) {
        do throws(GatewayError) { try root.placeProfile(profile, of: id) } catch { throw .environment("\(error)") }
    }
}
