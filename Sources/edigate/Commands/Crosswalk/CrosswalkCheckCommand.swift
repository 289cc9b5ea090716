import Gateway
import Partners
import X12

/// `edigate crosswalk check`: what is wrong in the tables there are.
enum CrosswalkCheckCommand: Command {
    static let name = "check"
    static let summary = "what is wrong in the tables there are"
    static let options: [Option] = []
    static let help = """
        usage: edigate crosswalk check [ID] [--root DIR | --partners DIR]

        Tells the faults of every table, by file and line: two meanings of one value on one day, rows that stand twice,
        units that lead in a circle, schemes and units that the standard does not list, long numbers that a spreadsheet
        has shortened, days and factors that are none.

        Exit 1 when a table has an error: its partner is out of use until that is mended.

        example: edigate crosswalk check corvane-medical --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        try check(try CrosswalkCommand.partner(arguments), arguments)
    }

    private static func check(_ id: String?, _ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let root = CrosswalkCommand.root(arguments)
        let (directory, _) = try PartnerFolder.load(root.partners)
        var table = Table(["partner", "table", "rows", "errors", "warnings"])
        var code = ExitCode.done
        var count = 0
        for partner in try CrosswalkCommand.partners(id, root) {
            for name in CrosswalkTable.allCases {
                guard let file = try CrosswalkCommand.file(name, of: partner, root) else { continue }
                count += 1
                var reader = CrosswalkReader(name, path: file.path)
                let read = reader.read(file.bytes, standard: CrosswalkCommand.standard(of: partner, directory))
                if read == nil { code = .negative }
                let errors = reader.faults.count { $0.severity == .error }
                if arguments.isJSON {
                    for fault in reader.faults { Terminal.write(record(fault, partner, name)) }
                } else {
                    for fault in reader.faults { Terminal.print(fault.description) }
                    table.add([
                        partner, name.rawValue, read.map { String($0.rows.count) } ?? "–", String(errors),
                        String(reader.faults.count - errors),
                    ])
                }
            }
        }
        if count == 0 { Terminal.tell("there are no crosswalks; edigate crosswalk load brings one") }
        if count > 0, !arguments.isJSON { table.print() }
        return code
    }

    private static func record(_ fault: CrosswalkFault, _ partner: String, _ table: CrosswalkTable) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("fault")
        json.text("partner", partner)
        json.text("table", table.rawValue)
        json.text("file", fault.path)
        json.number("line", fault.line)
        json.text("severity", fault.severity.rawValue)
        json.text("message", fault.message)
        json.text("remedy", fault.remedy)
        return json.endRecord()
    }
}
