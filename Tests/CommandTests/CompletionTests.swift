import Foundation
import ProgramTestSupport
import Testing

@Suite struct CompletionTests {
    /// Runs a script in a shell that finds the built program first; nil where there is no such shell.
    static func shell(_ name: String, _ script: String) throws -> (status: Int32, output: String)? {
        let paths = ["/bin/\(name)", "/usr/bin/\(name)", "/usr/local/bin/\(name)"]
        guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
        let folder = URL(filePath: BuiltProgram.path).deletingLastPathComponent().path
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let ending = try Child.run(
            path, ["-c", script], environment: ["PATH": "\(folder):\(search)"], folder: BuiltProgram.repository.path)
        return (ending.status ?? -1, ending.output + ending.errors)
    }

    /// A line as it is typed, the last word unfinished, and a word that must and one that must not be offered.
    static let lines: [(line: String, offered: String, not: String)] = [
        ("edigate part", "partner", "audit"), ("edigate partner l", "lint", "show"),
        ("edigate partner new acme --template re", "retail-vendor", "blank"),
        ("edigate validate --format s", "sarif", "text"), ("edigate quarantine re", "release", "list"),
        ("edigate partner infer --dr", "--dry-run", "--root"), ("edigate schema gu", "guide", "profile"),
        ("edigate partner show --partners TradingPartners cor", "corvane-medical", "tallis-surgical"),
        ("edigate validate --partners TradingPartners --partner tal", "tallis-surgical", "corvane-medical"),
        ("edigate inspect READ", "README.md", "Sources"), ("edigate completion f", "fish", "bash"),
    ]

    @Test(arguments: lines.indices)
    func `bash completes commands, options, choices, partners and files`(row: Int) throws {
        let (line, offered, not) = Self.lines[row]
        let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
        let script = """
            source <(edigate completion bash) || exit 9
            COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _edigate
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try #require(try Self.shell("bash", script))
        let found = result.output.split(separator: "\n").map(String.init)
        #expect(result.status == 0 && found.contains(offered) && !found.contains(not), "\(line): \(result.output)")
    }

    static func has(_ shell: String) -> Bool {
        ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + shell) }
    }

    @Test(.enabled(if: has("fish"), "there is no fish here"), arguments: lines.indices)
    func `fish completes the same`(row: Int) throws {
        let (line, offered, not) = Self.lines[row]
        // It is asked for partners in the working directory's root only.
        guard !line.contains("--partners") else { return }
        let script = "edigate completion fish | source; complete -C '\(line)'"
        let result = try #require(try Self.shell("fish", script))
        let found = result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(result.status == 0 && found.contains(offered) && !found.contains(not), "\(line): \(result.output)")
    }

    @Test(.enabled(if: has("zsh"), "there is no zsh here"))
    func `zsh takes the script and offers the same words`() throws {
        let script = """
            source <(edigate completion zsh) || exit 9
            compadd() { shift; print -l -- "$@" }; _describe() { print -l -- "${(@P)2}" }; _files() { print files }
            words=(edigate partner l); CURRENT=3; _edigate
            words=(edigate validate --format s); CURRENT=4; _edigate
            words=(edigate partner infer --d); CURRENT=4; _edigate
            """
        let result = try #require(try Self.shell("zsh", script))
        #expect(result.status == 0, "\(result.output)")
        for word in ["lint:", "sarif", "--dry-run"] { #expect(result.output.contains(word), "\(result.output)") }
    }

    @Test func `a shell that is not known is refused`() throws {
        #expect(try CommandLineTool.run(["completion", "tcsh"]).status == 2)
        #expect(try CommandLineTool.run(["completion"]).status == 2)
    }
}
