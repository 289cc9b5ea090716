import Partners
import X12

/// `edigate partner list`: every partner, and every fault of a profile.
enum PartnerList: Command {
    static let name = "list"
    static let summary = "every partner with its identities and sets, and every fault in a profile"
    static let options: [Option] = []
    static let help = """
        usage: edigate partner list [--root DIR | --partners DIR]

        Shows every partner with its role, stage, identities and sets, and every fault in a profile with its place. A
        profile with a fault is out of use until mended; the exit status is then 3.

        example: edigate partner list --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        try Partner.expect(0, of: arguments)
        let (directory, faults) = try PartnerFolder.load(Partner.folder(arguments))
        list(directory, isJSON: arguments.isJSON)
        PartnerFolder.complain(faults)
        return faults.isEmpty ? .done : .environment
    }

    private static func list(_ directory: PartnerDirectory, isJSON: Bool) {
        if isJSON {
            for profile in directory.profiles { Terminal.write(PartnerShow.record(profile)) }
            return
        }
        var table = Table(["partner", "name", "role", "stage", "identity", "sets"])
        for profile in directory.profiles {
            let identities = profile.production ?? profile.test
            table.add([
                profile.id, profile.name, profile.role.rawValue, profile.stage.rawValue,
                identities?.partner.interchangeIDs.map(\.description).joined(separator: " ") ?? "none",
                Partner.sets(profile),
            ])
        }
        table.print()
    }
}
