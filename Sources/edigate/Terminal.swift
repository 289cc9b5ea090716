import Gateway
import Glibc
import Synchronization

/// Standard output and standard error.
enum Terminal {
    private struct State {
        var buffer: [UInt8] = []
        var colors: Bool?
        var isQuiet = false
        var isBroken = false
        /// Whether standard error is a log of JSON lines.
        var isLog = false
        /// Whether the last line of standard error is one that tells how far the work is.
        var hasStatus = false
    }

    private static let state = Mutex(State())

    /// Whether output is coloured; unset, a terminal is.
    static var colors: Bool {
        get { state.withLock { $0.colors ?? (isatty(STDOUT_FILENO) == 1) } }
        set { state.withLock { $0.colors = newValue } }
    }

    /// Whether messages that are no errors are left out.
    static var isQuiet: Bool {
        get { state.withLock { $0.isQuiet } }
        set { state.withLock { $0.isQuiet = newValue } }
    }

    /// Whether standard error is a log of JSON lines: then messages are such lines, too.
    static var isLog: Bool {
        get { state.withLock { $0.isLog } }
        set { state.withLock { $0.isLog = newValue } }
    }

    /// Writes a line to standard output.
    static func print(_ line: String) {
        write(Array((line + "\n").utf8))
    }

    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) {
        state.withLock {
            $0.buffer.append(contentsOf: bytes)
            if $0.buffer.count > 64 * 1024 { drain(&$0) }
        }
    }

    /// Writes what is buffered.
    static func flush() { state.withLock { drain(&$0) } }

    private static func drain(_ state: inout State) {
        var offset = 0
        while offset < state.buffer.count, !state.isBroken {
            let count = unsafe state.buffer.withUnsafeBytes { raw in
                unsafe Glibc.write(STDOUT_FILENO, raw.baseAddress.map { unsafe $0 + offset }, raw.count - offset)
            }
            if count > 0 {
                offset += count
            } else if errno != EINTR {
                state.isBroken = true
            }
        }
        state.buffer.removeAll(keepingCapacity: true)
        if state.isBroken { exit(errno == EPIPE ? ExitCode.done.rawValue : ExitCode.environment.rawValue) }
    }

    /// Writes an error to standard error.
    static func complain(_ line: String) { write(line, .error) }

    private static func write(_ line: String, _ level: LogEvent.Level) {
        state.withLock { state in
            if state.isLog {
                var event = LogEvent(.message, at: Moment.now(), level)
                event.reason = line
                return writeError(String(decoding: event.line(), as: UTF8.self))
            }
            writeError((state.hasStatus ? "\r\u{1B}[K" : "") + line + "\n")
            state.hasStatus = false
        }
    }

    /// Writes a line to standard error that the next one takes the place of; an empty one takes it away.
    static func status(_ line: String) {
        state.withLock { state in
            if state.isLog { return }
            if state.hasStatus || !line.isEmpty { writeError("\r\u{1B}[K" + line) }
            state.hasStatus = !line.isEmpty
        }
    }

    private static func writeError(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Writes a message to standard error, unless asked to be quiet.
    static func tell(_ line: String) {
        if !isQuiet { write(line, .info) }
    }

    /// A style of text.
    enum Style: String {
        case red = "31"
        case yellow = "33"
        case green = "32"
        case bold = "1"
        case faint = "2"
    }

    /// Text in a style, where output is coloured.
    static func styled(_ text: String, _ style: Style) -> String {
        colors ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
