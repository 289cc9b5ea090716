import Commerce

/// An option of a command.
struct Option {
    var name: String
    /// Whether a value follows.
    var takesValue: Bool
    /// The values there are, where they are few; for completion.
    var choices: [String] = []

    static func flag(_ name: String) -> Option { Option(name: name, takesValue: false) }
    static func value(_ name: String, _ choices: [String] = []) -> Option {
        Option(name: name, takesValue: true, choices: choices)
    }
}

/// The words behind a command, sorted into options and operands.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]
    private var lists: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// The options of every command.
    static let global: [Option] = [
        .flag("--json"), .value("--root"), .value("--partners"), .flag("--quiet"),
        .value("--color", ["auto", "always", "never"]),
    ]

    init(_ words: [String], for command: any Command.Type) throws(CommandFailure) {
        let known = Self.global + command.options
        var index = 0
        var onlyOperands = false
        while index < words.count {
            let word = words[index]
            index += 1
            if onlyOperands || word == "-" || !word.hasPrefix("-") {
                operands.append(word)
                continue
            }
            if word == "--" {
                onlyOperands = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let option = known.first(where: { $0.name == parts[0] }) else {
                let near = known.map(\.name).nearest(to: parts[0]).map { "; did you mean \($0)?" } ?? "; see --help"
                throw .usage("there is no option \(parts[0])\(near)")
            }
            if !option.takesValue {
                guard parts.count == 1 else { throw .usage("\(option.name) takes no value") }
                flags.insert(option.name)
            } else if parts.count == 2 {
                values[option.name] = parts[1]
                lists[option.name, default: []].append(parts[1])
            } else if index < words.count {
                values[option.name] = words[index]
                lists[option.name, default: []].append(words[index])
                index += 1
            } else {
                throw .usage("\(option.name) needs a value")
            }
        }
        switch values["--color"] ?? "auto" {
        case "auto": break
        case "always": Terminal.colors = true
        case "never": Terminal.colors = false
        default: throw .usage("--color is auto, always or never")
        }
        Terminal.isQuiet = flags.contains("--quiet")
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func value(_ option: String) -> String? { values[option] }

    /// The values of an option that may be given several times, in order.
    func values(_ option: String) -> [String] { lists[option] ?? [] }

    /// A whole number in a range.
    func number(_ option: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
        guard let text = values[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage("\(option) is a number from \(range.lowerBound) to \(range.upperBound), not \(text)")
        }
        return number
    }

    var isJSON: Bool { flags.contains("--json") }

    /// The gateway root: `--root`, or the working directory.
    var root: String { values["--root"] ?? "." }

    /// Where the partners are, when they are in play: stateless commands use them only when asked to.
    var partnersFolder: String? {
        values["--partners"] ?? values["--root"].map { $0 + "/TradingPartners" }
    }

    /// At least one operand.
    func inputs(_ what: String) throws(CommandFailure) -> [String] {
        guard !operands.isEmpty else { throw .usage("names no \(what); `-` is standard input") }
        return operands
    }
}
