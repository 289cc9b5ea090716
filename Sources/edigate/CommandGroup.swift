import Commerce

/// A command that only gathers others, of which the word that follows names one.
protocol CommandGroup: Command {}

extension CommandGroup {
    static var options: [Option] { [] }

    /// Called where the word names none of them.
    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let names = subcommands.map { $0.name }
        let help = "see edigate \(name) --help"
        guard let word = arguments.operands.first else {
            throw .usage("names one of \(names.joined(separator: ", ")); \(help)")
        }
        throw .usage("there is no `\(name) \(word)`; \(names.nearest(to: word).map { "did you mean \($0)?" } ?? help)")
    }
}

extension Sequence where Element == any Command.Type {
    /// Each command with its summary, a line each.
    var listing: String {
        let width = map { $0.name.count }.max() ?? 0
        return map { command in
            "  " + command.name + String(repeating: " ", count: width - command.name.count + 2) + command.summary
        }.joined(separator: "\n")
    }
}
