import Partners

/// `edigate completion`: what a shell completes commands by.
enum Completion: Command {
    static let name = "completion"
    static let summary = "completion for bash, zsh or fish, made from the command table"
    static let options: [Option] = []
    static let words = ["bash", "zsh", "fish"]
    static let help = """
        usage: edigate completion bash|zsh|fish

        Prints a script that completes commands, options, choices and partners' ids. For bash put
        `source <(edigate completion bash)` into ~/.bashrc; for zsh the same with zsh into ~/.zshrc; for fish
        `edigate completion fish > ~/.config/fish/completions/edigate.fish`.

        example: edigate completion bash
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        switch arguments.operands {
        case ["bash"]: Terminal.write(Array(BashCompletion.script().utf8))
        case ["zsh"]: Terminal.write(Array(ZshCompletion.script().utf8))
        case ["fish"]: Terminal.write(Array(FishCompletion.script().utf8))
        // What the scripts ask for; a folder that is not there completes nothing.
        case ["partners"]:
            let directory = (try? PartnerFolder.load(Partner.folder(arguments)))?.0
            for id in directory?.partnerIDs ?? [] { Terminal.print(id) }
        default: throw .usage("names one of bash, zsh and fish")
        }
        return .done
    }
}
