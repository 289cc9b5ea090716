import Commerce
import Gateway
import Partners
import X12

/// `edigate crosswalk load`: a new file in the place of a table.
enum CrosswalkLoad: Command {
    static let name = "load"
    static let summary = "check a file, show what it changes, and put it in the place of a table"
    static let options: [Option] = [.flag("--dry-run")]
    static let help = """
        usage: edigate crosswalk load ID TABLE FILE [--dry-run] [--root DIR | --partners DIR]

        Checks FILE and shows what it changes: rows that are new, that say something else, that are gone. Without errors
        it takes the place of TABLE of partner ID; what stood there is kept in crosswalks/history. Documents that wait for
        a row go on by `edigate quarantine requeue`. TABLE is \(CrosswalkTable.all).

        Exit 1 when the file has an error: the table stays as it was.

        example: edigate crosswalk load corvane-medical items items.csv --dry-run --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let words = arguments.operands
        guard words.count == 3 else { throw .usage("names a partner, a table and a file") }
        return try load(words[0], words[1], words[2], arguments)
    }

    private static func load(
        _ partner: String, _ name: String, _ path: String, _ arguments: Arguments
    ) throws(CommandFailure) -> ExitCode {
        guard let table = CrosswalkTable(rawValue: name) else {
            let near = CrosswalkTable.allCases.map(\.rawValue).nearest(to: name).map { "; did you mean \($0)?" } ?? ""
            throw .usage("there is no table \(name)\(near); a table is \(CrosswalkTable.all)")
        }
        let root = CrosswalkCommand.root(arguments)
        _ = try CrosswalkCommand.partners(partner, root)
        let (directory, _) = try PartnerFolder.load(root.partners)
        let standard = CrosswalkCommand.standard(of: partner, directory)
        let bytes = try InputFiles.read(InputFiles.Item(name: path, path: path))
        var reader = CrosswalkReader(table, path: path)
        let new = reader.read(bytes, standard: standard)
        for fault in reader.faults { Terminal.complain(fault.description) }
        guard let new else {
            Terminal.tell("\(partner) keeps the table it has: mend the errors, and load the file again")
            return .negative
        }
        let before = try CrosswalkCommand.file(table, of: partner, root)
        var old: Crosswalk?
        if let before {
            var reader = CrosswalkReader(table, path: before.path)
            old = reader.read(before.bytes, standard: standard)
        }
        let changes = CrosswalkChanges(from: old, to: new)
        tell(changes, of: new, partner, isJSON: arguments.isJSON)
        guard !arguments.has("--dry-run") else {
            Terminal.tell("a dry run: nothing was changed")
            return .done
        }
        guard before?.bytes != bytes else { return .done }
        do throws(GatewayError) {
            let lock = try PartnerLock(root, partner: partner)
            defer { withExtendedLifetime(lock) {} }
            try root.placeCrosswalk(
                bytes, as: table, of: partner,
                keeping: before.map { (CrosswalkReader.version(of: $0.bytes).string, $0.bytes) })
        } catch { throw .environment("\(error)") }
        return .done
    }

    private static func tell(_ changes: CrosswalkChanges, of table: Crosswalk, _ partner: String, isJSON: Bool) {
        guard !isJSON else {
            func write(_ change: String, _ row: CrosswalkRow, was: CrosswalkRow? = nil) {
                var json = OutcomeJSON()
                json.beginRecord(change)
                json.text("theirs", row.theirs.string)
                json.text("ours", row.ours.string)
                if let was { json.text("was", was.ours.string) }
                json.number("line", row.line)
                Terminal.write(json.endRecord())
            }
            for row in changes.added { write("added", row) }
            for change in changes.changed { write("changed", change.new, was: change.old) }
            for row in changes.removed { write("removed", row) }
            return
        }
        for row in changes.removed { Terminal.print("- \(row.summary)") }
        for change in changes.changed { Terminal.print("~ \(change.old.summary)  →  \(change.new.summary)") }
        for row in changes.added.prefix(20) { Terminal.print("+ \(row.summary)") }
        if changes.added.count > 20 { Terminal.print("+ and \(changes.added.count - 20) more") }
        Terminal.print(
            "\(partner) \(table.table.rawValue): \(table.rows.count) rows, \(changes.added.count) new, "
                + "\(changes.changed.count) changed, \(changes.removed.count) gone; version \(table.version)")
    }
}
