import Gateway
import Partners

/// The partners in a folder: `<id>/profile.json5` and `_base/<name>.json5`.
struct PartnerFolder {
    let directory: PartnerDirectory

    /// Loads every profile. Those with faults are told and out of use; they stop no other partner.
    ///
    /// - Throws: When the folder is missing.
    init(_ folder: String) throws(CommandFailure) {
        let (directory, faults) = try Self.load(folder)
        Self.complain(faults)
        self.directory = directory
    }

    /// The faults of one partner's own files.
    static func faults(_ faults: [ProfileFault], of id: String) -> [ProfileFault] {
        faults.filter { "/\($0.path)".contains("/\(id)/") }
    }

    /// Tells the faults, and that what has them is out of use.
    static func complain(_ faults: [ProfileFault]) {
        guard !faults.isEmpty else { return }
        for fault in faults { Terminal.complain(fault.description) }
        Terminal.complain("profiles with faults are out of use until mended")
    }

    static func load(_ folder: String) throws(CommandFailure) -> (PartnerDirectory, [ProfileFault]) {
        do throws(GatewayError) {
            return try GatewayRoot(path: folder, partners: folder).loadPartners()
        } catch {
            throw .environment("\(folder): \(error); `edigate init` makes a root with a partners folder")
        }
    }
}
