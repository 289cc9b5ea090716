import CLinux
package import Foundation
import Glibc

/// A program that a test runs.
///
/// Foundation's `Process` is not used: it takes a child for alive as long as anything holds a socket that the child was
/// given, which another child started at the same moment may do, and a wait for it has been seen to last for ever. Here
/// a child gets its three files and nothing else of the test's, no signal is blocked or ignored in it, the system itself
/// tells when it ends, and no wait is without end.
package final class Child {
    /// Where a child's words go.
    package enum Words {
        /// Kept in memory until it has ended.
        case kept
        /// Read by the test while it works.
        case read
        case dropped
        /// Where the test's own go.
        case shown
    }

    /// What a child reads.
    package enum Input {
        case data(Data)
        /// Nothing, until the test lets go of it or ends, however it ends.
        case life
    }

    /// How a child ended.
    package struct Ending {
        /// The exit status; nil when a signal ended it.
        package var status: Int32?
        /// What it wrote, where that was kept, and what of it was not read yet.
        package var output = ""
        package var errors = ""
    }

    package struct Failure: Error, CustomStringConvertible {
        package var description: String

        package init(_ description: String) { self.description = description }
    }

    /// How long a child may take, in seconds, before the test that waits for it gives up and ends it.
    package static let patience = 600

    package let identifier: pid_t
    /// What it says, to be read where that was asked for.
    package let output: ChildWords
    package let errors: ChildWords
    private let name: String
    private let process: Descriptor
    private var life: Descriptor?
    private var ending: Int32?

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path; without a slash it is looked for in PATH.
    ///   - arguments: The words behind it.
    ///   - environment: Variables beside those of the test, or in place of them.
    ///   - folder: Where it works, if not where the test does.
    ///   - input: What it reads from its standard input.
    ///   - output: Where its standard output goes.
    ///   - errors: Where its standard error goes.
    /// - Throws: ``Failure`` when it cannot be started.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        input: Input = .data(Data()), output: Words = .kept, errors: Words = .kept
    ) throws {
        // What a child is to find in another folder is told by paths from there: a shell goes there first.
        let words =
            folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0, program] + arguments }
            ?? [program] + arguments
        name = words.joined(separator: " ")
        let (given, life) = try Self.given(input)
        let said = try ChildWords.opened(output, like: STDOUT_FILENO)
        let wrong = try ChildWords.opened(errors, like: STDERR_FILENO)
        (self.output, self.errors, self.life) = (said.words, wrong.words, life)
        identifier = try Self.start(words, environment, [given, said.end, wrong.end])
        process = try Descriptor(edigate_pidfd_open(identifier), "a file for a process")
    }

    deinit {
        guard ending == nil else { return }
        signal(SIGKILL)
        var status: Int32 = 0
        waitpid(identifier, &status, 0)
    }

    /// Whether it has not ended yet.
    package var isRunning: Bool { ending == nil && !wait(milliseconds: 0) }

    /// Sends it a signal; nothing when it has ended.
    package func signal(_ number: Int32) {
        if ending == nil { kill(identifier, number) }
    }

    /// Lets go of its input, by which a program of ``Input/life`` knows that it is to end.
    package func release() { life = nil }

    /// Waits for its end.
    ///
    /// - Throws: ``Failure`` when it takes longer than ``patience``; it is killed then.
    package func end() throws -> Ending {
        guard wait(milliseconds: Self.patience * 1_000) else {
            signal(SIGKILL)
            _ = wait(milliseconds: -1)
            throw Failure("not done after \(Self.patience) s: \(name)\n\(output.rest())\(errors.rest())")
        }
        // WIFEXITED and WEXITSTATUS are macros.
        let status = ending.flatMap { $0 & 0x7F == 0 ? $0 >> 8 & 0xFF : nil }
        return Ending(status: status, output: output.rest(), errors: errors.rest())
    }

    /// Runs a program to its end.
    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        input: Data = Data()
    ) throws -> Ending {
        try Child(program, arguments, environment: environment, folder: folder, input: .data(input)).end()
    }

    /// Waits so long for its end, for ever when less than 0; whether it has ended.
    private func wait(milliseconds: Int) -> Bool {
        guard ending == nil else { return true }
        var ended = pollfd(fd: process.number, events: Int16(POLLIN), revents: 0)
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        // A signal of the test's own ends a poll early.
        while poll(&ended, 1, Int32(milliseconds)) < 0, milliseconds < 0 || ContinuousClock.now < end {}
        var status: Int32 = 0
        guard waitpid(identifier, &status, ended.revents == 0 ? WNOHANG : 0) == identifier else { return false }
        ending = status
        return true
    }

    // MARK: - Starting

    private static func given(_ input: Input) throws -> (Descriptor, life: Descriptor?) {
        switch input {
        case .life:
            let pipe = try Descriptor.pipe()
            return (pipe.start, pipe.end)
        case .data(let data):
            let file = try Descriptor.inMemory()
            var rest = data[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(file.number, $0.baseAddress, $0.count) }
                guard count > 0 else { throw Failure("the input cannot be written") }
                rest.removeFirst(count)
            }
            lseek(file.number, 0, SEEK_SET)
            return (file, nil)
        }
    }

    private static func start(
        _ words: [String], _ environment: [String: String], _ files: [Descriptor]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in files.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file.number, Int32(number))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGPIPE, SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let arguments = words.map { strdup($0) } + [nil]
        let entries = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in arguments + entries { free(pointer) } }
        var child: pid_t = 0
        let result = posix_spawnp(&child, words[0], &actions, &attributes, arguments, entries)
        guard result == 0 else { throw Failure("\(words[0]) cannot be started: \(String(cString: strerror(result)))") }
        return child
    }
}
