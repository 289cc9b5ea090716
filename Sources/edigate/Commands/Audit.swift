import Gateway
import Ledger

/// `edigate audit`: proof that the ledger holds what was recorded.
enum AuditCommand: Command {
    static let name = "audit"
    static let summary = "prove that the ledger and its archive are as they were recorded"
    static let words = ["verify"]
    static let options: [Option] = [.value("--head")]
    static let help = """
        usage: edigate audit verify [--head HASH] [--root DIR]

        Computes the hash of every event and every archived payload anew and checks the ledger's file. Prints the hash
        of the last event: keep it elsewhere, and --head proves later that no event up to it was changed or cut off.
        Payloads that were purged are proven by the event that says so. Exit 1 when anything is not as it was recorded.

        example: edigate audit verify --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands == ["verify"] else { throw .usage("`verify` is what it does; see audit --help") }
        let root = GatewayRoot(path: arguments.root)
        let head = arguments.value("--head")?.lowercased()
        let (audit, isKnown) = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) -> (Audit, Bool) in
            let audit = try Audit.verify(root, ledger)
            guard let head else { return (audit, true) }
            do throws(LedgerError) { return (audit, try ledger.hasEvent(hash: head)) } catch {
                throw GatewayError(error)
            }
        }
        var faults = audit.faults
        if let head, !isKnown { faults.append("no event has the hash \(head): events were changed or cut off") }
        if arguments.isJSON {
            var json = OutcomeJSON()
            json.beginRecord("audit")
            json.number("events", audit.events)
            json.text("head", audit.head)
            json.number("payloads", audit.payloads)
            json.number("bytes", audit.bytes)
            json.number("purged", audit.purged)
            json.list("faults", faults)
            Terminal.write(json.endRecord())
        } else {
            Terminal.print("\(audit.events) events in an unbroken chain, the last is \(audit.head)")
            Terminal.print(
                "\(audit.payloads) payloads, \(audit.bytes) bytes, have their hash; \(audit.purged) were purged by policy"
            )
            for fault in faults { Terminal.complain("not as recorded: \(fault)") }
        }
        return faults.isEmpty ? .done : .negative
    }
}
