import FoundationEssentials
import Gateway
import Ledger
import Partners

/// `edigate doctor`: what keeps a gateway from working, and what to do about it.
enum Doctor: Command {
    static let name = "doctor"
    static let summary = "what is wrong with a root or the machine under it, and what to do"
    static let options: [Option] = [.value("--days")]
    static let help = """
        usage: edigate doctor [--root DIR] [--days 7]

        Looks at the folders of the root and their owners, the limits of inotify and open files, the clock, the disk,
        the ledger (whole file and chain of events), the profiles and drops of all partners, what is held or waits, and
        the senders of the last days that nobody knows. Changes nothing. Each line says what to do; with --quiet only
        those where something is to be done. Exit 1 when something is wrong.

        example: edigate doctor --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw .usage("takes no \(arguments.operands[0]); --root names the root")
        }
        let days = try arguments.number("--days", in: 1...3_650) ?? 7
        let root = GatewayRoot(path: arguments.root, partners: arguments.value("--partners"))
        let examination = Examination(of: root, at: Moment.now())
        var directory = PartnerDirectory()
        var faults: [ProfileFault] = []
        var symptoms: [Symptom] = []
        do throws(GatewayError) { (directory, faults) = try root.loadPartners() } catch {
            symptoms.append(Symptom("profiles", .wrong, "\(error)", "`edigate init \(root.path)` makes the folder"))
        }
        symptoms = examination.symptoms(directory, faults: faults) + symptoms
        symptoms += try ledger(examination, directory, days, arguments)
        for symptom in symptoms where symptom.weight != .well || !Terminal.isQuiet || arguments.isJSON {
            print(symptom, isJSON: arguments.isJSON)
        }
        let wrong = symptoms.count { $0.weight == .wrong }
        let warnings = symptoms.count { $0.weight == .warning }
        Terminal.tell(
            wrong + warnings == 0
                ? "all is well" : "\(wrong) wrong, \(warnings) to look at")
        return wrong == 0 ? .done : .negative
    }

    private static func ledger(
        _ examination: Examination, _ directory: PartnerDirectory, _ days: Int, _ arguments: Arguments
    ) throws(CommandFailure) -> [Symptom] {
        let path = GatewayRoot(path: arguments.root).ledger
        guard FileManager.default.fileExists(atPath: path) else {
            return [
                Symptom("ledger", .warning, "there is none yet", "`edigate run --root \(arguments.root)` makes it")
            ]
        }
        do throws(LedgerError) {
            let ledger = try Ledger.open(path: path, creating: false)
            defer { ledger.close() }
            return try examination.symptoms(of: ledger, directory, days: days)
        } catch {
            return [
                Symptom(
                    "ledger", .wrong, "\(path): \(error)",
                    "`edigate restore` the last `edigate backup`: it keeps this file")
            ]
        }
    }

    private static func print(_ symptom: Symptom, isJSON: Bool) {
        if isJSON {
            var json = OutcomeJSON()
            json.beginRecord("symptom")
            json.text("about", symptom.about)
            json.text("weight", symptom.weight.rawValue)
            json.text("finding", symptom.finding)
            if !symptom.remedy.isEmpty { json.text("remedy", symptom.remedy) }
            return Terminal.write(json.endRecord())
        }
        let style: Terminal.Style =
            switch symptom.weight {
            case .well: .green
            case .warning: .yellow
            case .wrong: .red
            }
        let lead = symptom.weight.rawValue + String(repeating: " ", count: 7 - symptom.weight.rawValue.count)
        Terminal.print("\(Terminal.styled(lead, style))  \(symptom.about): \(symptom.finding)")
        if !symptom.remedy.isEmpty { Terminal.print("         do  \(symptom.remedy)") }
    }
}
