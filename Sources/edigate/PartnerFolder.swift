import Gateway
import Partners

/// The partners in a folder: `<id>/profile.json5` and `_base/<name>.json5`.
struct PartnerFolder {
    let directory: PartnerDirectory

    /// Loads every profile.
    ///
    /// - Throws: When the folder is missing or a profile has faults; all of them are told.
    init(_ folder: String) throws(CommandFailure) {
        let (directory, faults) = try Self.load(folder)
        guard faults.isEmpty else {
            throw .environment(
                "\(faults.count) fault(s) in partner profiles\n"
                    + faults.map { "  \($0.description)" }.joined(separator: "\n"))
        }
        self.directory = directory
    }

    static func load(_ folder: String) throws(CommandFailure) -> (PartnerDirectory, [ProfileFault]) {
        do throws(GatewayError) {
            return try GatewayRoot(path: folder, partners: folder).loadPartners()
        } catch {
            throw .environment("\(folder): \(error); `edigate init` makes a root with a partners folder")
        }
    }
}
