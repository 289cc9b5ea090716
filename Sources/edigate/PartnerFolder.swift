import FoundationEssentials
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
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder) else {
            throw .environment("there is no partners folder \(folder); `edigate init` makes a root with one")
        }
        var profiles: [String: ProfileText] = [:]
        var bases: [String: ProfileText] = [:]
        for name in names where !name.hasPrefix(".") && !name.hasPrefix("_") {
            let path = "\(folder)/\(name)/profile.json5"
            if let bytes = files.contents(atPath: path) { profiles[name] = ProfileText(path: path, bytes: [UInt8](bytes)) }
        }
        for name in (try? files.contentsOfDirectory(atPath: folder + "/_base")) ?? [] where name.hasSuffix(".json5") {
            let path = "\(folder)/_base/\(name)"
            if let bytes = files.contents(atPath: path) {
                bases[String(name.dropLast(6))] = ProfileText(path: path, bytes: [UInt8](bytes))
            }
        }
        return PartnerDirectory.load(profiles: profiles, bases: bases)
    }
}
