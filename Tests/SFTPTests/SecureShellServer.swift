import EndpointTestSupport
import Foundation
import Glibc
import ProgramTestSupport

/// An OpenSSH server that lets one key into a chroot with internal-sftp, as partners' servers do.
final class SecureShellServer {
    /// The account under which the partner comes; Debian has it, with no shell and no home.
    static let user = "nobody"
    private let daemon: SecureShellDaemon
    var port: Int { daemon.port }
    var key: String { daemon.key }

    /// Why the tests cannot run here; nil when they can.
    static let obstacle: String? = {
        if getuid() != 0 { return "sshd can only chroot when started by root" }
        if let program = SecureShellDaemon.missing { return "there is no \(program)" }
        if !FileManager.default.isExecutableFile(atPath: "/usr/bin/lftp") { return "there is no lftp" }
        if (try? Child.run("/usr/bin/python3", ["-c", "import paramiko"]).status) != 0 {
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

    /// Starts a server whose clients see `chroot` as their root; keys and settings go into `place`.
    init(chroot: String, place: String) throws {
        daemon = try SecureShellDaemon(
            place: place,
            settings: """
                AllowUsers \(Self.user)
                ForceCommand internal-sftp
                ChrootDirectory \(chroot)
                """)
    }
}
