/// Completion for fish.
enum FishCompletion {
    static func script() -> String {
        let nodes = CommandTree.nodes
        let paths = nodes.dropFirst().map { "'\($0.path)'" }.joined(separator: " ")
        var lines = [
            "# fish completion for edigate, made from its command table: edigate completion fish | source",
            "function __edigate_at",
            "    set -l at edigate",
            "    for word in (commandline -opc)[2..-1]",
            "        contains -- \"$at $word\" \(paths); and set at \"$at $word\"",
            "    end",
            "    test \"$at\" = \"$argv\"",
            "end",
        ]
        for node in nodes {
            let condition = "-n \"__edigate_at \(node.path)\""
            for (word, summary) in node.words {
                let about = summary.isEmpty ? "" : " -d '\(escaped(summary))'"
                lines.append("complete -c edigate -f \(condition) -a '\(word)'\(about)")
            }
            if node.takesPartner {
                lines.append("complete -c edigate \(condition) -a '(edigate completion partners 2>/dev/null)'")
            }
            for option in node.options {
                var line = "complete -c edigate \(condition) -l \(option.name.dropFirst(2))"
                if !option.choices.isEmpty {
                    line += " -x -a '\(option.choices.joined(separator: " "))'"
                } else if option.name == "--partner" {
                    line += " -x -a '(edigate completion partners 2>/dev/null)'"
                } else if option.takesValue {
                    line += " -r"
                }
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }
}
