/// Completion for bash.
enum BashCompletion {
    static func script() -> String {
        let nodes = CommandTree.nodes
        let paths = nodes.dropFirst().map { "'\($0.path)'" }.joined(separator: " | ")
        let words = nodes.map { node in
            "        '\(node.path)') words='\(node.words.map(\.word).joined(separator: " "))'"
                + " options='\((node.options.map(\.name) + ["--help"]).joined(separator: " "))'"
                + (node.takesPartner ? " partner=1" : "") + " ;;"
        }
        return """
            # bash completion for edigate, made from its command table: source <(edigate completion bash)
            _edigate() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
                local at=edigate words='' options='' partner='' folder=() operands=0 i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$at ${COMP_WORDS[i]}" in
                        \(paths)) at="$at ${COMP_WORDS[i]}" ;;
                        *) [[ ${COMP_WORDS[i]} == -* || ${COMP_WORDS[i-1]} == --* ]] || operands=$((operands + 1)) ;;
                    esac
                    case ${COMP_WORDS[i]} in
                        --root | --partners) folder=("${COMP_WORDS[i]}" "${COMP_WORDS[i+1]}") ;;
                    esac
                done
                case "$prev" in
            \(choices(nodes))
                    --partner) COMPREPLY=($(compgen -W "$(edigate completion partners "${folder[@]}" 2>/dev/null)" -- "$cur")); return ;;
                    \(valued(nodes))) COMPREPLY=($(compgen -f -- "$cur")); return ;;
                esac
                case "$at" in
            \(words.joined(separator: "\n"))
                esac
                if [[ $cur == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$cur"))
                elif [[ -n $words && $operands == 0 ]]; then
                    COMPREPLY=($(compgen -W "$words" -- "$cur"))
                elif [[ -n $partner && $operands == 0 ]]; then
                    COMPREPLY=($(compgen -W "$(edigate completion partners "${folder[@]}" 2>/dev/null)" -- "$cur"))
                else
                    COMPREPLY=($(compgen -f -- "$cur"))
                fi
            }
            complete -o filenames -F _edigate edigate

            """
    }

    private static func choices(_ nodes: [CommandTree.Node]) -> String {
        var seen: Set<String> = []
        return nodes.flatMap(\.options).filter { !$0.choices.isEmpty && seen.insert($0.name).inserted }.map { option in
            // An option of several commands has the choices of them all.
            let all = nodes.flatMap(\.options).filter { $0.name == option.name }.flatMap(\.choices)
            return
                "        \(option.name)) COMPREPLY=($(compgen -W '\(all.sorted().uniqued.joined(separator: " "))' -- \"$cur\")); return ;;"
        }.joined(separator: "\n")
    }

    private static func valued(_ nodes: [CommandTree.Node]) -> String {
        nodes.flatMap(\.options).filter { $0.takesValue && $0.name != "--partner" }.map(\.name).sorted().uniqued
            .joined(separator: " | ")
    }
}

extension [String] {
    /// Each once, of a sorted list.
    var uniqued: [String] { reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}
