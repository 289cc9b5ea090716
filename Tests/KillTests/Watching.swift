import Foundation
import ProgramTestSupport

/// A watch on a root, run with the shim, that tells by `NOTIFY_SOCKET` when it is ready and when it has nothing to do.
final class Watching {
    private let process: Child
    private let socket: Int32
    private let address: String

    /// Starts a watch.
    init(_ root: String, _ orders: [String: String] = [:]) throws {
        address = FileManager.default.temporaryDirectory.appending(path: "edigate-\(UUID().uuidString.prefix(13))").path
        socket = try Self.listen(address)
        let environment = try Program.shimmed(root).merging(orders) { $1 }
        process = try Child(
            BuiltProgram.path, ["watch", "--quiet", "--root", root],
            environment: environment.merging(["NOTIFY_SOCKET": address]) { $1 }, output: .dropped)
    }

    deinit {
        close(socket)
        try? FileManager.default.removeItem(atPath: address)
    }

    private static func listen(_ path: String) throws -> Int32 {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Child.Failure("\(path) is too long for a socket")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Child.Failure("no socket: \(String(cString: strerror(errno)))") }
        return socket
    }

    /// What it said last on standard error.
    var said: String { process.errors.kept }

    /// Waits until it tells of a state in which something holds; false when it ended before.
    func wait(for word: String, until holds: () -> Bool = { true }) throws -> Bool {
        let patience = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < patience {
            var source = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            if poll(&source, 1, 20) > 0 {
                var bytes = [UInt8](repeating: 0, count: 4_096)
                let count = recv(socket, &bytes, bytes.count, 0)
                let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
                if text.contains(word), holds() { return true }
            } else if !process.isRunning {
                return false
            }
        }
        throw Child.Failure("the watch did not come so far within a minute: \(said)")
    }

    /// Asks it to end; gives its exit status, nil when a signal ended it.
    func stop() throws -> Int32? {
        process.signal(SIGTERM)
        return try process.end().status
    }
}
