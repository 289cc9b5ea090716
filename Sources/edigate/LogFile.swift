import Gateway
import Glibc
import Synchronization

/// The log of what a gateway does, a line of JSON for each thing: on standard error, or behind the others in a file.
///
/// A file that was renamed or taken away, as logrotate does, is made anew with the next line.
final class LogFile: Sendable {
    private struct State {
        var descriptor: Int32
        var isFailing = false
    }

    /// Nil for standard error.
    private let path: String?
    private let state: Mutex<State>

    /// What `--log` and `--log-file` say; nil where the log is text.
    static func asked(by arguments: Arguments) throws(CommandFailure) -> LogFile? {
        let path = arguments.value("--log-file")
        switch arguments.value("--log") ?? "text" {
        case "json":
            if path == nil { Terminal.isLog = true }
            return try LogFile(path)
        case "text":
            guard path == nil else { throw .usage("--log-file is for --log json") }
            return nil
        case let other: throw .usage("--log is text or json, not \(other)")
        }
    }

    /// The options that it reads.
    static let options: [Option] = [.value("--log", ["text", "json"]), .value("--log-file")]

    /// What it does, for the help of a command.
    static let help = """
        --log json tells on standard error, or with --log-file FILE in that file, what happens, a line of JSON for each
        thing: taken, archived, judged, acknowledged, recorded, tried, placed, failed, dead, held, alert and so on, with
        the time, the partner, control numbers and ids, and nothing of what stands in documents. `correlation` is one for
        all that comes of a file, from its taking to the last delivery; `edigate trace CORRELATION` tells the rest.
        """

    private init(_ path: String?) throws(CommandFailure) {
        self.path = path
        let descriptor = path.map { Self.open($0) } ?? STDERR_FILENO
        guard descriptor >= 0 else {
            let reason = errno == EINVAL || errno == ENXIO ? "it is no plain file" : String(cString: strerror(errno))
            throw .environment("\(path ?? ""): \(reason)")
        }
        state = Mutex(State(descriptor: descriptor))
    }

    deinit { state.withLock { if path != nil { _ = close($0.descriptor) } } }

    /// A pipe without a reader would keep the gateway waiting: only plain files are written to.
    private static func open(_ path: String) -> Int32 {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o640)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return descriptor }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            errno = EINVAL
            return -1
        }
        return descriptor
    }

    /// Writes a line in one call, so that no other comes between. That it cannot be written stops no work: it is told
    /// once on standard error.
    func write(_ event: LogEvent) {
        let line = event.line()
        state.withLock { state in
            if let path, !Self.isOpen(path, state.descriptor) {
                let descriptor = Self.open(path)
                if descriptor >= 0 {
                    close(state.descriptor)
                    state.descriptor = descriptor
                }
            }
            let count = line.withUnsafeBytes { Glibc.write(state.descriptor, $0.baseAddress, $0.count) }
            let isFailing = count != line.count
            if isFailing, !state.isFailing, let path {
                Terminal.complain("\(path): \(String(cString: strerror(errno))): lines of the log are lost")
            }
            state.isFailing = isFailing
        }
    }

    /// Whether a descriptor is that of the file that has the name now.
    private static func isOpen(_ path: String, _ descriptor: Int32) -> Bool {
        var (named, opened) = (stat(), stat())
        return stat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
            && named.st_dev == opened.st_dev
    }
}
