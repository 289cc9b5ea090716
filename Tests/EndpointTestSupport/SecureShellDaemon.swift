import Foundation
import Glibc
import ProgramTestSupport

/// A real OpenSSH server on a free port of the loopback, with keys of its own; it ends with the test, however that ends.
package final class SecureShellDaemon {
    private static let program = "/usr/sbin/sshd"
    /// The first of the programs that are missing here; nil when it can be started.
    package static let missing: String? = [program, "/usr/bin/sftp", "/usr/bin/ssh-keygen"].first {
        !FileManager.default.isExecutableFile(atPath: $0)
    }

    package let port: Int
    /// The private key with which a client comes in; the one of the host lies beside it as `host`.
    package let key: String
    private let process: Child

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - place: A folder for its keys and settings.
    ///   - settings: Lines of `sshd_config` beside the common ones.
    /// - Throws: `Child.Failure` when no port is free, a key cannot be made, or the daemon ends.
    package init(place: String, settings: String) throws {
        key = "\(place)/client"
        for name in ["client", "host"] { try Self.makeKey("\(place)/\(name)") }
        try FileManager.default.copyItem(atPath: "\(key).pub", toPath: "\(place)/authorized")
        // As root the daemon wants this folder; as anybody else it lets in who started it.
        if getuid() == 0 { mkdir("/run/sshd", 0o755) }
        var started: (Child, Int)?
        // Another program may take the port between its choice and its use.
        for _ in 1...5 where started == nil {
            let port = try Self.freePort()
            let common = """
                ListenAddress 127.0.0.1:\(port)
                HostKey \(place)/host
                AuthorizedKeysFile \(place)/authorized
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                MaxStartups 200
                Subsystem sftp internal-sftp

                """
            try Data((common + settings).utf8).write(to: URL(filePath: "\(place)/sshd_config"))
            let child = try Self.start("\(place)/sshd_config")
            if Self.listens(child) { started = (child, port) }
        }
        guard let (process, port) = started else { throw Child.Failure("sshd does not start") }
        (self.process, self.port) = (process, port)
    }

    package static func makeKey(_ path: String) throws {
        let made = try Child.run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path])
        guard made.status == 0 else { throw Child.Failure("ssh-keygen: \(made.errors)") }
    }

    /// The daemon below a shell, which ends with it, and ends it as soon as nobody holds the shell's input any more.
    private static func start(_ settings: String) throws -> Child {
        let script = """
            exec 3<&0
            "$0" -D -e -f "$1" </dev/null 3<&- & daemon=$!
            { read line <&3; kill -9 $daemon; } 2>/dev/null &
            wait $daemon
            """
        return try Child("/bin/sh", ["-c", script, program, settings], input: .life)
    }

    /// Waits until the daemon says that it listens; false when it ends instead.
    private static func listens(_ child: Child) -> Bool {
        while child.isRunning {
            if child.errors.kept.contains("Server listening on") { return true }
            usleep(2_000)
        }
        return false
    }

    /// A port that nobody has: the system chooses one, and it is let go.
    private static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
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
        guard result == 0 else { throw Child.Failure("there is no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
