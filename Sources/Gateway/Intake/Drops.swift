/// A file that lies ready.
struct WaitingFile: Equatable {
    /// The owner of the drop; empty for a file of outbound/.
    var partner: String
    /// Relative to the root.
    var folder: String
    var name: String
    /// Nanoseconds since 1970 UTC.
    var modified: Int64
    /// In bytes, when it was looked at.
    var size: Int
}

/// Looks into the drops of all partners and into outbound/.
struct Drops {
    let root: Folder

    /// Name endings under which programs write a file that is not complete yet.
    static let unfinished = [".tmp", ".part", ".filepart", ".partial"]

    /// Whether the name says that the file is not for us, or not yet.
    static func isPassedOver(_ name: String) -> Bool {
        let lower = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~") || unfinished.contains { lower.hasSuffix($0) }
    }

    /// The files of all drops, oldest first, then by name; and what lies there that is no plain file.
    func waiting() throws(GatewayError) -> (files: [WaitingFile], ignored: [RunReport.Ignored]) {
        var files: [WaitingFile] = []
        var ignored: [RunReport.Ignored] = []
        for partner in try root.folder("drop").names().names where !partner.hasPrefix(".") {
            list(GatewayRoot.drop(partner, "in"), of: partner, &files, &ignored)
        }
        files.sort { ($0.modified, $0.name, $0.partner) < ($1.modified, $1.name, $1.partner) }
        return (files, ignored)
    }

    /// The JSON files of outbound/, oldest first, then by name.
    func outbound() -> (files: [WaitingFile], ignored: [RunReport.Ignored]) {
        var files: [WaitingFile] = []
        var ignored: [RunReport.Ignored] = []
        list("outbound", of: "", &files, &ignored)
        for file in files where !file.name.lowercased().hasSuffix(".json") {
            ignored.append(
                RunReport.Ignored(path: "outbound/\(file.name)", reason: "expected a name that ends with .json"))
        }
        files.removeAll { !$0.name.lowercased().hasSuffix(".json") }
        files.sort { ($0.modified, $0.name) < ($1.modified, $1.name) }
        return (files, ignored)
    }

    /// One folder that cannot be read must not keep the others from being worked.
    private func list(
        _ path: String, of partner: String, _ files: inout [WaitingFile], _ ignored: inout [RunReport.Ignored]
    ) {
        do throws(GatewayError) {
            let folder = try root.folder(path)
            let (names, unreadable) = try folder.names()
            if unreadable > 0 {
                ignored.append(
                    RunReport.Ignored(path: path, reason: "\(unreadable) names are not UTF-8: give them other names"))
            }
            for name in names where !Drops.isPassedOver(name) {
                guard let status = folder.status(name) else { continue }
                if status.kind == .file {
                    files.append(
                        WaitingFile(
                            partner: partner, folder: path, name: name, modified: status.modified, size: status.size))
                } else {
                    let found =
                        switch status.kind {
                        case .link: "a symbolic link"
                        case .folder: "a folder"
                        default: "a pipe, socket or device"
                        }
                    ignored.append(
                        RunReport.Ignored(path: "\(path)/\(name)", reason: "expected a plain file, found \(found)"))
                }
            }
        } catch {
            ignored.append(RunReport.Ignored(path: path, reason: error.reason))
        }
    }
}
