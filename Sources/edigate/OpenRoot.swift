import FoundationEssentials
import Gateway
import Ledger
import Partners

/// A root opened to be worked, its lock held.
struct OpenRoot {
    let root: GatewayRoot
    let gateway: Gateway
    /// Whether every profile is in use.
    let isWhole: Bool

    /// Opens the root at a path, and tells what is wrong with its profiles; what happens is told to a log, if there is one.
    init(_ path: String, _ log: LogFile? = nil) throws(CommandFailure) {
        root = GatewayRoot(path: path)
        // Asked before anything is opened: a ledger must not appear where there is no root.
        guard FileManager.default.fileExists(atPath: path + "/work") else {
            throw .environment("\(path) is no gateway root; `edigate init ROOT` makes one, --root names it")
        }
        do throws(GatewayError) {
            let (directory, faults) = try root.loadPartners()
            PartnerFolder.complain(faults)
            isWhole = faults.isEmpty
            let ledger: Ledger
            do throws(LedgerError) { ledger = try Ledger.open(path: root.ledger) } catch {
                throw GatewayError(.ledger, reason: "\(error)")
            }
            gateway = try Gateway(
                root: root, partners: directory, ledger: ledger, settings: try root.loadSettings(), now: Moment.now,
                generate: OutboundDraft.make)
            if let log { gateway.log = { log.write($0) } }
        } catch {
            throw .environment("\(error)")
        }
    }
}
