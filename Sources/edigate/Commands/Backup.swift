import Gateway
import Ledger

/// `edigate backup`: a copy of the ledger while it is worked.
enum Backup: Command {
    static let name = "backup"
    static let summary = "copy the ledger and its archive while a gateway works"
    static let options: [Option] = []
    static let help = """
        usage: edigate backup FILE [--root DIR]

        Copies the ledger as it stands at one moment into FILE, which must not exist, and the archived files it names
        into FILE-archive. A gateway may work on meanwhile. `edigate restore FILE` goes on from it.

        example: edigate backup /backup/edigate-2026-11-30.sqlite --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count == 1, let file = arguments.operands.first else {
            throw .usage("names one FILE to write")
        }
        let root = GatewayRoot(path: arguments.root)
        let files = try LedgerFile.withGateway(arguments) { ledger throws(GatewayError) in
            try root.backup(ledger, to: file)
        }
        if arguments.isJSON {
            var json = OutcomeJSON()
            json.beginRecord("backup")
            json.text("file", file)
            json.number("archived", files)
            Terminal.write(json.endRecord())
        }
        Terminal.tell("\(file) is a copy of the ledger" + (files > 0 ? ", \(files) archived files beside it" : ""))
        return .done
    }
}
