import CVector
import Commerce

#if canImport(Glibc)
    import Glibc
#endif

/// The command line.
@main
struct Edigate {
    static func main() {
        // A reader that goes away ends the program by EPIPE, not by a signal in the middle of a write.
        signal(SIGPIPE, SIG_IGN)
        guard edigate_processor_suffices() != 0 else {
            Terminal.complain("edigate: this processor is older than x86-64-v2, for which the program was built")
            exit(ExitCode.environment.rawValue)
        }
        var words = Array(CommandLine.arguments.dropFirst())
        // `help COMMAND` is `COMMAND --help`.
        if words.first == "help", words.count > 1 { words = words.dropFirst() + ["--help"] }
        guard let name = words.first, name != "--help", name != "help", name != "-h" else {
            Terminal.print(overview)
            Terminal.flush()
            exit(words.isEmpty ? ExitCode.usage.rawValue : ExitCode.done.rawValue)
        }
        words.removeFirst()
        guard var command = commands.first(where: { $0.name == name }) else {
            let hint = commands.map { $0.name }.nearest(to: name).map { "; did you mean \($0)?" } ?? ";"
            Terminal.complain("edigate: there is no command \(name)\(hint) `edigate help` lists them")
            exit(ExitCode.usage.rawValue)
        }
        var title = command.name
        while let word = words.first, let inner = command.subcommands.first(where: { $0.name == word }) {
            command = inner
            title += " \(word)"
            words.removeFirst()
        }
        if words.contains("--help") || words.contains("-h") {
            Terminal.print(command.help)
            Terminal.flush()
            exit(ExitCode.done.rawValue)
        }
        exit(run(command, words, title: title).rawValue)
    }

    /// Runs a command and tells why it failed, if it did.
    private static func run(_ command: any Command.Type, _ words: [String], title: String) -> ExitCode {
        let result = Result { () throws(CommandFailure) -> ExitCode in
            try command.run(Arguments(words, for: command))
        }
        Terminal.flush()
        switch result {
        case .success(let code): return code
        case .failure(let failure):
            Terminal.complain("edigate \(title): \(failure.message)")
            return failure.code
        }
    }

    static var commands: [any Command.Type] {
        [
            Demo.self,
            Init.self,
            Run.self,
            WatchCommand.self,
            Status.self,
            Translate.self,
            Generate.self,
            Validate.self,
            Ack.self,
            Inspect.self,
            Show.self,
            Schema.self,
            Explain.self,
            Route.self,
            Partner.self,
            CrosswalkCommand.self,
            Acks.self,
            Orders.self,
            Quarantine.self,
            ReplayCommand.self,
            TraceCommand.self,
            Numbers.self,
            AuditCommand.self,
            Backup.self,
            Restore.self,
            PurgeCommand.self,
            Doctor.self,
            Completion.self,
        ]
    }

    private static var overview: String {
        """
        edigate: an X12 EDI gateway for supplier networks

        usage: edigate COMMAND [ARGUMENTS]

        \(commands.listing)

        Everywhere: --json, --root DIR, --partners DIR, --quiet, --color auto|always|never; `-` is standard input.
        `edigate COMMAND --help` shows each command with an example.
        Exit status: 0 done, 1 rejected or negative, 2 usage, 3 environment.
        """
    }
}

/// The exit statuses that scripts rely on.
enum ExitCode: Int32 {
    /// Done.
    case done = 0
    /// A business outcome is negative: something was rejected.
    case negative = 1
    /// The command was called wrongly.
    case usage = 2
    /// The environment failed: files, ledger, configuration.
    case environment = 3
}

/// Why a command could not do its work.
struct CommandFailure: Error {
    var code: ExitCode
    var message: String

    static func usage(_ message: String) -> CommandFailure { CommandFailure(code: .usage, message: message) }
    static func environment(_ message: String) -> CommandFailure {
        CommandFailure(code: .environment, message: message)
    }
}

/// One command of the command line.
protocol Command {
    static var name: String { get }
    /// What it does, in a line.
    static var summary: String { get }
    /// How it is called, with an example.
    static var help: String { get }
    /// Its own options; the global ones are known.
    static var options: [Option] { get }
    /// The commands under it, named by the word that follows.
    static var subcommands: [any Command.Type] { get }
    /// The words of which it takes one first, where these are no commands of their own.
    static var words: [String] { get }
    /// Whether it takes a partner's id first.
    static var takesPartner: Bool { get }
    /// Does it.
    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode
}

extension Command {
    static var subcommands: [any Command.Type] { [] }
    static var words: [String] { [] }
    static var takesPartner: Bool { false }
}
