import Foundation

/// A watch on a root, run with the shim, that tells by `NOTIFY_SOCKET` when it is ready and when it has nothing to do.
final class Watching {
    private let process = Process()
    private let errors: URL
    private let socket: Int32
    private let address: String

    /// Starts a watch.
    init(_ root: String, _ orders: [String: String] = [:]) throws {
        address = FileManager.default.temporaryDirectory.appending(path: "edigate-\(UUID().uuidString.prefix(13))").path
        socket = try Self.listen(address)
        errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        var environment = ProcessInfo.processInfo.environment
        environment.merge(try Program.shimmed(root)) { $1 }
        environment["NOTIFY_SOCKET"] = address
        process.environment = environment.merging(orders) { $1 }
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["watch", "--quiet", "--root", root]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(socket)
        for path in [address, errors.path] { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func listen(_ path: String) throws -> Int32 {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Program.Failure(reason: "\(path) is too long for a socket")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Program.Failure(reason: "no socket: \(String(cString: strerror(errno)))") }
        return socket
    }

    /// What it said last on standard error.
    var said: String { String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self) }

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
        throw Program.Failure(reason: "the watch did not come so far within a minute: \(said)")
    }

    /// Asks it to end; gives its exit status, nil when a signal ended it.
    func stop() -> Int32? {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
