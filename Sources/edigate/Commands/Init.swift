import FoundationEssentials
import Gateway
import Partners

/// `edigate init`: makes a gateway root.
enum Init: Command {
    static let name = "init"
    static let summary = "make a gateway root"
    static let options: [Option] = []
    static let help = """
        usage: edigate init ROOT [--partners DIR]

        Makes the folders of a gateway root, with drop folders for each partner there is a profile for; --partners
        copies profiles from a folder first. Nothing that is there is overwritten: run it again after adding a partner.

        example: edigate init /srv/edigate --partners TradingPartners
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count == 1 else { throw .usage("names one ROOT to make") }
        let path = arguments.operands[0]
        try make(path, partners: arguments.value("--partners"))
        let (directory, faults) = try PartnerFolder.load(path + "/TradingPartners")
        PartnerFolder.complain(faults)
        let names = directory.profiles.map(\.id).joined(separator: ", ")
        Terminal.tell(
            names.isEmpty
                ? "\(path) has no partners yet: add \(path)/TradingPartners/<id>/profile.json5, then init again"
                : "\(path) is ready for \(names); `edigate run --root \(path)` works it")
        return .done
    }

    /// Makes a root, its partners copied from a folder where one is given.
    static func make(_ path: String, partners: String?) throws(CommandFailure) {
        do throws(GatewayError) {
            _ = try GatewayRoot.create(at: path)
        } catch {
            throw .environment("\(error)")
        }
        guard let partners else { return }
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: partners) else {
            throw .environment("there is no partners folder \(partners)")
        }
        for name in names where !files.fileExists(atPath: "\(path)/TradingPartners/\(name)") {
            do {
                try files.copyItem(atPath: "\(partners)/\(name)", toPath: "\(path)/TradingPartners/\(name)")
            } catch {
                throw .environment("cannot copy \(partners)/\(name): \(error)")
            }
        }
        do throws(GatewayError) {
            _ = try GatewayRoot.create(at: path)
        } catch {
            throw .environment("\(error)")
        }
    }
}
