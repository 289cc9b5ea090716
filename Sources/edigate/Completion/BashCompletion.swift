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
            \(choices)
                    --partner) COMPREPLY=($(compgen -W "$(edigate completion partners "${folder[@]}" 2>/dev/null)" -- "$cur")); return ;;
                    \(CommandTree.valued.joined(separator: " | "))) COMPREPLY=($(compgen -f -- "$cur")); return ;;
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

    private static var choices: String {
        CommandTree.choices.map {
            "        \($0.name)) COMPREPLY=($(compgen -W '\($0.choices.joined(separator: " "))' -- \"$cur\")); return ;;"
        }
        .joined(separator: "\n")
    }
}
