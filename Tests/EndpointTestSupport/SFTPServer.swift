import Foundation

/// A real OpenSSH server on a port of its own, which lets one key into one folder.
package final class SFTPServer {
    private static let daemon = "/usr/sbin/sshd"
    package static let isAvailable = [daemon, "/usr/bin/sftp", "/usr/bin/ssh-keygen"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Holds the keys; the folder `inbox` in it is what the client sees as its own.
    package let folder: String
    package let port: Int
    private let life = Pipe()
    /// Kept open, and read: else the daemon would wait for that, or end.
    private let said: FileHandle

    struct Failure: Error { var reason: String }

    package init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "edigate-sftp-\(UUID().uuidString)")
        folder = url.path
        try FileManager.default.createDirectory(atPath: "\(folder)/inbox", withIntermediateDirectories: true)
        for name in ["host", "client", "stranger"] {
            try Self.call("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(name)"])
        }
        try FileManager.default.copyItem(atPath: "\(folder)/client.pub", toPath: "\(folder)/authorized")
        // As root the daemon wants its folder; as anybody else it lets in who started it.
        if getuid() == 0 {
            try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        }
        port = try Self.freePort()
        let settings = """
            ListenAddress 127.0.0.1:\(port)
            HostKey \(folder)/host
            AuthorizedKeysFile \(folder)/authorized
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            Subsystem sftp internal-sftp
            ForceCommand internal-sftp -d \(folder)/inbox
            """
        try Data(settings.utf8).write(to: URL(filePath: "\(folder)/settings"))
        let errors = Pipe()
        let process = Process()
        // The daemon closes what it inherits, by which Foundation takes it for ended: a shell stands in between, and
        // ends it as soon as nobody holds the other end of its input any more, however the tests end.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "\(Self.daemon) -D -e -f \(folder)/settings < /dev/null & read line; kill -9 $!",
        ]
        process.standardError = errors
        process.standardInput = life
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("Server listening on") {
            let more = errors.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure(reason: "sshd does not start: \(said)") }
            said += String(decoding: more, as: UTF8.self)
        }
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        self.said = errors.fileHandleForReading
        let key = try String(contentsOfFile: "\(folder)/host.pub", encoding: .utf8)
        try Data("[127.0.0.1]:\(port) \(key)".utf8).write(to: URL(filePath: "\(folder)/known"))
        let other = try String(contentsOfFile: "\(folder)/stranger.pub", encoding: .utf8)
        try Data("[127.0.0.1]:\(port) \(other)".utf8).write(to: URL(filePath: "\(folder)/known-otherwise"))
    }

    deinit {
        try? life.fileHandleForWriting.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func call(_ path: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        ended.wait()
        guard process.terminationStatus == 0 else { throw Failure(reason: "\(path) failed") }
    }

    /// A port that nobody has: the system chooses one, and it is let go.
    private static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 ? getsockname(socket, $0, &size) : -1
            }
        }
        guard result == 0 else { throw Failure(reason: "there is no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

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
