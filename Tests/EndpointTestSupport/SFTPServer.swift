import Foundation

/// A real OpenSSH server on a port of its own, which lets one key into one folder.
package final class SFTPServer {
    package static let isAvailable = SecureShellDaemon.missing == nil

    /// Holds the keys; the folder `inbox` in it is what the client sees as its own.
    package let folder: String
    private let daemon: SecureShellDaemon
    package var port: Int { daemon.port }

    package init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "edigate-sftp-\(UUID().uuidString)")
        folder = url.path
        try FileManager.default.createDirectory(atPath: "\(folder)/inbox", withIntermediateDirectories: true)
        daemon = try SecureShellDaemon(
            place: folder,
            settings: """
                PermitRootLogin prohibit-password
                ForceCommand internal-sftp -d \(folder)/inbox
                """)
        try SecureShellDaemon.makeKey("\(folder)/stranger")
        for (name, file) in [("host", "known"), ("stranger", "known-otherwise")] {
            let key = try String(contentsOfFile: "\(folder)/\(name).pub", encoding: .utf8)
            try Data("[127.0.0.1]:\(daemon.port) \(key)".utf8).write(to: URL(filePath: "\(folder)/\(file)"))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A rule that delivers orders here.
    package func rule(_ more: String = "", knownHosts: String = "known", key: String = "client") -> String {
        """
        { to: 'sftp', host: '127.0.0.1', port: \(port), user: '\(NSUserName())', keyFile: '\(folder)/\(key)',
          knownHosts: '\(folder)/\(knownHosts)', file: '{number}.json', timeout: '20s' \(more) }
        """
    }

    /// What lies in the client's folder, by name; what is hidden too.
    package func files(_ sub: String = "") throws -> [String: String] {
        let path = "\(folder)/inbox\(sub)"
        var found: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            found[name] = (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? "a folder"
        }
        return found
    }
}
