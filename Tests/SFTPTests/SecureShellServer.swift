import Foundation
import Glibc

/// An OpenSSH server on a free port of the loopback, which lets one key into a chroot with internal-sftp, as partners'
/// servers do.
final class SecureShellServer {
    let port: Int
    /// The account under which the partner comes; Debian has it, with no shell and no home.
    static let user = "nobody"
    let key: String
    private let process: Process
    private let identifier: Int32

    /// Why the tests cannot run here; nil when they can.
    static let obstacle: String? = {
        if getuid() != 0 { return "sshd can only chroot when started by root" }
        for program in ["/usr/sbin/sshd", "/usr/bin/sftp", "/usr/bin/ssh-keygen", "/usr/bin/lftp"]
        where !FileManager.default.isExecutableFile(atPath: program) { return "there is no \(program)" }
        if (try? Shell.run("/usr/bin/python3", ["-c", "import paramiko"]).status) != 0 {
            return "there is no python3-paramiko"
        }
        return folder == nil ? "no folder is root's alone, as a chroot must be" : nil
    }()

    /// A folder whose whole path belongs to root, which sshd demands of a chroot; /tmp is not.
    static let folder: String? = ["/run", "/var/lib", "/opt", "/root"].first { path in
        var parts = ""
        return path.split(separator: "/").allSatisfy { part in
            parts += "/\(part)"
            var info = stat()
            return stat(parts, &info) == 0 && info.st_uid == 0 && info.st_mode & 0o022 == 0
        }
    }

    /// Starts a server whose clients see `chroot` as their root; keys and configuration go into `place`.
    init(chroot: String, place: String) throws {
        key = "\(place)/key"
        for name in ["key", "host"] {
            try Shell.need("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(place)/\(name)"])
        }
        try FileManager.default.copyItem(atPath: "\(key).pub", toPath: "\(place)/authorized")
        // sshd separates its privileges in this folder, which the service makes elsewhere.
        mkdir("/run/sshd", 0o755)
        var started: (Process, Int)?
        // Another program may take the port between its choice and its use.
        for _ in 1...5 where started == nil {
            let port = try Self.freePort()
            let configuration = """
                Port \(port)
                ListenAddress 127.0.0.1
                HostKey \(place)/host
                PidFile \(place)/pid
                AuthorizedKeysFile \(place)/authorized
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                AllowUsers \(Self.user)
                Subsystem sftp internal-sftp
                ForceCommand internal-sftp
                ChrootDirectory \(chroot)
                MaxStartups 200
                LogLevel ERROR

                """
            try Data(configuration.utf8).write(to: URL(filePath: "\(place)/sshd_config"))
            let process = Process()
            // Between the two a shell: sshd closes every descriptor it was given, by which Foundation would take it for
            // ended, and wait for it for ever.
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = [
                "-c", "/usr/sbin/sshd -D -e -f \"$0\"; true", "\(place)/sshd_config",
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            if Self.answers(port, while: process) { started = (process, port) }
        }
        guard let (process, port) = started else { throw Shell.Failure(reason: "sshd does not start") }
        self.process = process
        self.port = port
        let text = try String(contentsOfFile: "\(place)/pid", encoding: .utf8)
        guard let identifier = Int32(text.split(separator: "\n").first ?? "") else {
            throw Shell.Failure(reason: "sshd tells no process id")
        }
        self.identifier = identifier
    }

    deinit {
        // Not by a signal that may be ignored or blocked: that is inherited.
        kill(identifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return address
    }

    private static func withAddress<R>(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
        var address = address(port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
        }
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        guard withAddress(0, { bind(descriptor, $0, $1) }) == 0 else { throw Shell.Failure(reason: "no free port") }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    /// Whether something listens on the port before the process ends.
    private static func answers(_ port: Int, while process: Process) -> Bool {
        while process.isRunning {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            if withAddress(port, { connect(descriptor, $0, $1) }) == 0 { return true }
            usleep(2_000)
        }
        return false
    }
}
