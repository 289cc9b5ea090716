/// The commands as completion needs them, read off the command table.
struct CommandTree {
    /// A command, named as it is typed.
    struct Node {
        /// `edigate`, `edigate partner`, `edigate partner new`.
        var path: String
        var summary: String
        /// The words that may follow: commands under it, or those that it takes first.
        var words: [(word: String, summary: String)]
        var options: [Option]
        /// Whether a partner's id comes first.
        var takesPartner: Bool
    }

    /// All of them, the program itself first.
    static var nodes: [Node] {
        let top = Node(
            path: "edigate", summary: "",
            words: Edigate.commands.map { ($0.name, $0.summary) } + [("help", "all commands")],
            options: [], takesPartner: false)
        return [top] + Edigate.commands.flatMap { nodes($0, under: "edigate") }
    }

    private static func nodes(_ command: any Command.Type, under parent: String) -> [Node] {
        let path = "\(parent) \(command.name)"
        let words = command.subcommands.map { ($0.name, $0.summary) } + command.words.map { ($0, "") }
        let own = Node(
            path: path, summary: command.summary, words: words, options: command.options + Arguments.global,
            takesPartner: command.takesPartner)
        return [own] + command.subcommands.flatMap { nodes($0, under: path) }
    }

    /// The options with few values, and these; an option of several commands has the choices of them all.
    static var choices: [(name: String, choices: [String])] {
        var choices: [String: Set<String>] = [:]
        for option in nodes.flatMap(\.options) where !option.choices.isEmpty {
            choices[option.name, default: []].formUnion(option.choices)
        }
        return choices.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// The options that take a value which is no partner's id.
    static var valued: [String] {
        Set(nodes.flatMap(\.options).filter { $0.takesValue && $0.name != "--partner" }.map(\.name)).sorted()
    }
}
