import CLinux
import Glibc

/// Tells the service manager how the watch is: one datagram each to the socket that `NOTIFY_SOCKET` names
/// (sd_notify(3)); nothing where there is none.
struct ServiceNotice {
    private let socketPath: String?
    /// Half the time after which the manager takes the watch for dead when it hears nothing; nil when it does not mind.
    let heartbeat: Duration?
    private let socket: OpenFile?

    /// Takes the socket and the time from the environment.
    init() {
        let path = getenv("NOTIFY_SOCKET").map { String(cString: $0) } ?? ""
        socketPath = path.hasPrefix("/") || path.hasPrefix("@") ? path : nil
        let descriptor = socketPath == nil ? -1 : Glibc.socket(AF_UNIX, Self.kind, 0)
        socket = descriptor >= 0 ? OpenFile(descriptor) : nil
        let isForUs = getenv("WATCHDOG_PID").map { String(cString: $0) == String(getpid()) } ?? true
        let microseconds = getenv("WATCHDOG_USEC").flatMap { Int64(String(cString: $0)) } ?? 0
        heartbeat = isForUs && microseconds > 0 ? .microseconds(microseconds / 2) : nil
    }

    private static let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)

    /// Says that drops are watched.
    func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

    /// Says what is being done.
    func status(_ status: String) { send("STATUS=\(status)") }

    /// Says that the profiles are read again; ``ready(_:)`` ends it.
    func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)")
    }

    /// Says that the watch lives.
    func alive() { send("WATCHDOG=1") }

    /// Says that the watch ends.
    func stopping() { send("STOPPING=1") }

    private func send(_ text: String) {
        guard let socket, let socketPath else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketPath.utf8)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard name.count < room else { return }
        // An abstract socket's name begins with a zero byte, written as @.
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(text.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(socket.descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, size)
            }
        }
    }
}
