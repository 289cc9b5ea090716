import Foundation
import Glibc
import ProgramTestSupport

/// A program by which partners send files.
enum Client: String, CaseIterable {
    case openSSH = "OpenSSH sftp"
    case lftp
    case paramiko

    /// What it does to one server.
    struct Session {
        let client: Client
        let port: Int
        let key: String

        /// Does some steps in one session; gives what it said when it ended badly.
        @discardableResult
        func run(_ steps: [Step]) throws -> String? {
            let (program, arguments, input) = command(steps)
            let ending = try Child.run(program, arguments, input: Data(input.utf8))
            return ending.status == 0 ? nil : "\(client.rawValue): \(ending.output)\(ending.errors)"
        }

        /// Sends a file slowly and is killed when some of it has arrived at `path`.
        func dieSending(_ local: String, as remote: String, arrivingAt path: String) throws {
            let (program, arguments, input) = command([.put(local, remote)], isSlow: true)
            let sending = try Child(program, arguments, input: .data(Data(input.utf8)))
            var info = stat()
            while sending.isRunning, stat(path, &info) != 0 || info.st_size == 0 { usleep(2_000) }
            sending.signal(SIGKILL)
            _ = try sending.end()
        }

        private func command(_ steps: [Step], isSlow: Bool = false) -> (String, [String], String) {
            let host = "127.0.0.1"
            let options = [
                "-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null", "-oLogLevel=ERROR", "-oBatchMode=yes",
            ]
            switch client {
            case .openSSH:
                let lines = steps.map(\.openSSH).joined(separator: "\n")
                let speed = isSlow ? ["-l", "800", "-B", "4096", "-R", "1"] : []
                return (
                    "/usr/bin/sftp",
                    ["-b", "-", "-q", "-P", String(port), "-i", key] + options + speed
                        + ["\(SecureShellServer.user)@\(host)"], lines + "\n"
                )
            case .lftp:
                let connect =
                    "ssh -a -x -p \(port) -i \(key) -l \(SecureShellServer.user) " + options.joined(separator: " ")
                var lines = [
                    "set sftp:connect-program \"\(connect)\"", "set net:max-retries 2", "set cmd:fail-exit yes",
                    "set sftp:auto-confirm yes", "set net:reconnect-interval-base 1",
                ]
                if isSlow { lines.append("set net:limit-rate 0:100000") }
                lines.append("open sftp://\(SecureShellServer.user):x@\(host):\(port)")
                return (
                    "/usr/bin/lftp", ["--norc", "-c", (lines + steps.map(\.lftp)).joined(separator: "; ")], ""
                )
            case .paramiko:
                let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "client.py").path
                let lines = steps.map(\.paramiko).joined(separator: "\n")
                return (
                    "/usr/bin/python3",
                    [script, host, String(port), SecureShellServer.user, key] + (isSlow ? ["slow"] : []), lines + "\n"
                )
            }
        }
    }

    /// One thing that a client does. Names are local paths without blanks, and paths on the server.
    enum Step {
        case put(String, String)
        /// Sends a file whose beginning is there already.
        case resume(String, String)
        case rename(String, String)
        /// Sets mode and times by name, when it is still there.
        case touch(String)
        case remove(String)
        /// Sends all files of a folder.
        case putAll(String, String)

        var openSSH: String {
            switch self {
            case .put(let local, let remote): "put \(local) \(remote)"
            case .resume(let local, let remote): "put -a \(local) \(remote)"
            case .rename(let old, let new): "rename \(old) \(new)"
            // A line that begins with a hyphen may fail.
            case .touch(let remote): "-chmod 640 \(remote)"
            case .remove(let remote): "-rm \(remote)"
            case .putAll(let local, let remote): "put \(local)/* \(remote)/"
            }
        }

        var lftp: String {
            switch self {
            case .put(let local, let remote): "put \(local) -o \(remote)"
            case .resume(let local, let remote): "put -c \(local) -o \(remote)"
            case .rename(let old, let new): "mv \(old) \(new)"
            case .touch(let remote): "set cmd:fail-exit no; chmod 640 \(remote); set cmd:fail-exit yes"
            case .remove(let remote): "set cmd:fail-exit no; rm \(remote); set cmd:fail-exit yes"
            case .putAll(let local, let remote): "mirror -R --parallel=3 --no-perms \(local) \(remote)"
            }
        }

        var paramiko: String {
            switch self {
            case .put(let local, let remote): "put \(local) \(remote)"
            case .resume(let local, let remote): "resume \(local) \(remote)"
            case .rename(let old, let new): "rename \(old) \(new)"
            case .touch(let remote): "touch \(remote)"
            case .remove(let remote): "remove \(remote)"
            case .putAll(let local, let remote): "putall \(local) \(remote)"
            }
        }
    }
}
