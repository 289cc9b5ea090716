import CLinux
import Glibc

/// A program that is run to its end, or to the end of its time.
struct ChildProcess {
    /// The program and its arguments; a program without a slash is looked for in PATH.
    var words: [String]
    /// Variables beside those that the gateway has itself.
    var environment: [String: String] = [:]
    /// What it reads from standard input.
    var input: MemoryFile
    /// What it finds as descriptor 3.
    var other: MemoryFile?
    /// In seconds.
    var timeout: Int
    /// Whether the work is to be broken off.
    var isStopped: @Sendable () -> Bool = { false }

    /// How a program ended.
    struct Ending {
        /// Its exit status; nil when a signal ended it, or it could not be started.
        var status: Int32?
        /// Why it has no exit status.
        var reason = ""
        /// The end of what it wrote to standard error, and to standard output where that is empty.
        var words = ""
    }

    /// Of what a program says, the end is kept.
    private static let mostWords = 4_096
    /// How long a program that is asked to end may take for it, in milliseconds.
    private static let grace = 1_000

    /// The system's words for an error number, which the property `words` would hide.
    private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

    func run() -> Ending {
        guard let errors = Self.pipe(), let output = Self.pipe() else {
            return Ending(reason: "cannot make a pipe: \(Self.reason(errno))")
        }
        var child: pid_t = 0
        let result = start(&child, output: output.end, errors: errors.end)
        // Held open here, the end of what the child says would never be seen.
        close(output.end)
        close(errors.end)
        guard result == 0 else { return Ending(reason: "\(words[0]) cannot be started: \(Self.reason(result))") }
        return watch(child, output.start, errors.start)
    }

    /// A pipe to read from: its start, and the end that a child gets.
    private static func pipe() -> (start: OpenFile, end: Int32)? {
        var ends: [Int32] = [-1, -1]
        return pipe2(&ends, O_CLOEXEC) == 0 ? (OpenFile(ends[0]), ends[1]) : nil
    }

    // MARK: - Starting

    private func start(_ child: inout pid_t, output: Int32, errors: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.file.descriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        if let other { posix_spawn_file_actions_adddup2(&actions, other.file.descriptor, 3) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what it starts ends with it; and signals as any program expects them.
        var all = sigset_t()
        sigemptyset(&all)
        posix_spawnattr_setsigmask(&attributes, &all)
        for signal in [SIGPIPE, SIGTERM, SIGINT, SIGHUP] { sigaddset(&all, signal) }
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = words.map { strdup($0) } + [nil]
        let variables =
            Self.inherited(without: environment).map { strdup($0) } + environment.map { strdup("\($0)=\($1)") }
            + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        return posix_spawnp(&child, words[0], &actions, &attributes, arguments, variables)
    }

    /// The gateway's own variables, but those that the child gets anew.
    private static func inherited(without names: [String: String]) -> [String] {
        var found: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if names[String(text.prefix { $0 != "=" })] == nil { found.append(text) }
            next += 1
        }
        return found
    }

    // MARK: - Watching

    private func watch(_ child: pid_t, _ output: OpenFile, _ errors: OpenFile) -> Ending {
        var spoken = (output: Tail(Self.mostWords), errors: Tail(Self.mostWords))
        let end = edigate_pidfd_open(child)
        let pidfd = end >= 0 ? OpenFile(end) : nil
        let begun = Self.milliseconds()
        var asked: Int64?
        var reason = ""
        var waits = [
            pollfd(fd: output.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pidfd?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            // Without a pidfd the child is asked for from time to time.
            poll(&waits, nfds_t(waits.count), pidfd == nil ? 10 : 100)
            if waits[0].revents != 0, !spoken.output.read(output.descriptor) { waits[0].fd = -1 }
            if waits[1].revents != 0, !spoken.errors.read(errors.descriptor) { waits[1].fd = -1 }
            var status: Int32 = 0
            if waitpid(child, &status, WNOHANG) == child {
                // What it started may hold the pipes open: only what lies ready is read.
                for (pipe, isOutput) in [(output.descriptor, true), (errors.descriptor, false)] {
                    var ready = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
                    while poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 {
                        guard isOutput ? spoken.output.read(pipe) : spoken.errors.read(pipe) else { break }
                    }
                }
                let said = spoken.errors.text.isEmpty ? spoken.output.text : spoken.errors.text
                // WIFEXITED and WEXITSTATUS are macros.
                if status & 0x7F == 0, reason.isEmpty {
                    return Ending(status: status >> 8 & 0xFF, words: said)
                }
                return Ending(
                    reason: reason.isEmpty ? "ended by signal \(status & 0x7F)" : reason, words: said)
            }
            let now = Self.milliseconds()
            if let asked {
                if now - asked > Self.grace { kill(-child, SIGKILL) }
            } else if isStopped() || now - begun > Int64(timeout) * 1_000 {
                reason = isStopped() ? "broken off: the gateway ends" : "not done after \(timeout) s: ended"
                asked = now
                kill(-child, SIGTERM)
            }
        }
    }

    private static func milliseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}

/// The end of what somebody says.
struct Tail {
    private var bytes: [UInt8] = []
    private let most: Int

    init(_ most: Int) { self.most = most }

    /// Reads what lies ready; false when there will be no more.
    mutating func read(_ descriptor: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 * 1_024)
        let count = retried { Glibc.read(descriptor, &buffer, buffer.count) }
        guard count > 0 else { return false }
        append(buffer[..<count])
        return true
    }

    mutating func append(_ more: ArraySlice<UInt8>) {
        bytes += more.suffix(most)
        if bytes.count > most { bytes.removeFirst(bytes.count - most) }
    }

    var text: String { Self.words(String(decoding: bytes, as: UTF8.self), longest: most) }

    /// A text without blanks around it, on one line; what cannot be printed is shown as a blank.
    static func words(_ text: String, longest: Int) -> String {
        let shown = text.unicodeScalars.prefix(longest).map { scalar -> Character in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : Character(scalar)
        }
        guard let first = shown.firstIndex(where: { $0 != " " }), let last = shown.lastIndex(where: { $0 != " " })
        else { return "" }
        return String(shown[first...last])
    }
}
