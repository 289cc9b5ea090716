/// Completion for zsh.
enum ZshCompletion {
    static func script() -> String {
        let nodes = CommandTree.nodes
        let paths = nodes.dropFirst().map { "'\($0.path)'" }.joined(separator: " | ")
        let cases = nodes.map { node in
            var lines = ["        '\(node.path)')"]
            lines.append("            names=(\(node.words.map { quoted($0.word, $0.summary) }.joined(separator: " ")))")
            lines.append("            options=(\((node.options.map(\.name) + ["--help"]).joined(separator: " ")))")
            if node.takesPartner { lines.append("            partner=1") }
            return (lines + ["            ;;"]).joined(separator: "\n")
        }
        return """
            #compdef edigate
            # zsh completion for edigate, made from its command table: source <(edigate completion zsh)
            _edigate() {
                local at=edigate partner='' word last='' operands=0 i
                local -a names options folder
                for ((i = 2; i < CURRENT; i++)); do
                    word=${words[i]}
                    case "$at $word" in
                        \(paths)) at="$at $word" ;;
                        *) [[ $word == -* || $last == --* ]] || operands=$((operands + 1)) ;;
                    esac
                    case $word in
                        --root | --partners) folder=("$word" "${words[i+1]}") ;;
                    esac
                    last=$word
                done
                case "${words[CURRENT-1]}" in
            \(choices)
                    --partner) compadd -- ${(f)"$(edigate completion partners $folder 2>/dev/null)"}; return ;;
                    \(CommandTree.valued.joined(separator: " | "))) _files; return ;;
                esac
                case "$at" in
            \(cases.joined(separator: "\n"))
                esac
                if [[ ${words[CURRENT]} == -* ]]; then
                    compadd -- $options
                elif (( ${#names} && ! operands )); then
                    _describe command names
                elif [[ -n $partner ]] && (( ! operands )); then
                    compadd -- ${(f)"$(edigate completion partners $folder 2>/dev/null)"}
                else
                    _files
                fi
            }
            if (( $+functions[compdef] )); then compdef _edigate edigate; fi

            """
    }

    private static func quoted(_ word: String, _ summary: String) -> String {
        let text = summary.isEmpty ? word : "\(word):\(summary)"
        return "'\(text.replacing("'", with: "'\\''"))'"
    }

    private static var choices: String {
        CommandTree.choices.map { "        \($0.name)) compadd -- \($0.choices.joined(separator: " ")); return ;;" }
            .joined(separator: "\n")
    }
}
