import FoundationEssentials
import Gateway

/// `edigate demo`: the main job on the samples.
enum Demo: Command {
    static let name = "demo"
    static let summary = "the main job on the samples, in a fresh temporary root"
    static let options: [Option] = [.value("--samples")]
    static let help = """
        usage: edigate demo [--samples DIR]

        Makes a gateway root in a temporary folder, drops the sample network's files into it, works it, and prints what
        became of each; then where to look. --samples is the project's folder, where it is not found by itself.

        example: edigate demo
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let project = try Self.project(arguments.value("--samples"))
        let files = FileManager.default
        let root = files.temporaryDirectory.appendingPathComponent("edigate-demo-\(UUID().uuidString.prefix(8))").path
        try Init.make(root, partners: project + "/TradingPartners")
        do {
            for partner in try files.contentsOfDirectory(atPath: project + "/Samples/network").sorted() {
                let folder = "\(project)/Samples/network/\(partner)/in"
                for name in (try? files.contentsOfDirectory(atPath: folder))?.sorted() ?? [] {
                    try files.copyItem(atPath: "\(folder)/\(name)", toPath: "\(root)/drop/\(partner)/in/\(name)")
                }
            }
            // Two that go wrong: one whose set is refused, one that is not for us at all.
            for name in ["bad-date.x12", "receiver-not-us.x12"] {
                try files.copyItem(
                    atPath: "\(project)/Samples/bad/\(name)", toPath: "\(root)/drop/brightwater-clinics/in/\(name)")
            }
            for name in try files.contentsOfDirectory(atPath: project + "/Samples/canonical").sorted() {
                try files.copyItem(
                    atPath: "\(project)/Samples/canonical/\(name)", toPath: "\(root)/outbound/\(name)")
            }
        } catch {
            throw .environment("cannot lay out the demo: \(error)")
        }
        let (report, _) = try Run.work(root)
        RunTable.print(report)
        for failure in report.failures { Terminal.complain("not delivered: \(failure)") }
        Terminal.print(
            """

            \(Terminal.styled("where to look", .bold))
              \(root)/canonical     documents for the ERP, a file each
              \(root)/drop          what partners see: ack/ and out/ of each
              \(root)/quarantine    what a person must look at, with the reason
              \(root)/ledger.sqlite what happened, and the bytes it happened to
            again:    edigate run --root \(root)        (finds nothing to do)
            findings: edigate validate --root \(root) \(project)/Samples/bad
            """)
        return report.failures.isEmpty ? .done : .environment
    }

    /// The folder that holds Samples and TradingPartners: the one given, the working directory, or one above the
    /// program.
    private static func project(_ given: String?) throws(CommandFailure) -> String {
        let files = FileManager.default
        var candidates = [given ?? files.currentDirectoryPath]
        if given == nil {
            var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            while folder.path != "/", candidates.count < 8 {
                candidates.append(folder.path)
                folder.deleteLastPathComponent()
            }
        }
        guard let found = candidates.first(where: { files.fileExists(atPath: $0 + "/Samples/network") }) else {
            throw .environment("there are no samples under \(candidates[0]); --samples names the project's folder")
        }
        return found
    }
}
