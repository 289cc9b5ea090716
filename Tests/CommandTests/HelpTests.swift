import Foundation
import Testing

@Suite struct HelpTests {
    /// Every command with its options, off the completion that is made from the command table: `edigate partner new`.
    static let commands: [(path: String, options: Set<String>)] = {
        let script = (try? CommandLineTool.run(["completion", "bash"]).output) ?? ""
        return script.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
            guard line.contains(") words="), parts.count >= 6, parts[1] != "edigate" else { return nil }
            return (parts[1], Set(parts[5].split(separator: " ").map(String.init)))
        }
    }()

    @Test func `the command table is not empty, and names each command once`() {
        #expect(Self.commands.count > 25)
        #expect(Set(Self.commands.map(\.path)).count == Self.commands.count)
        #expect(Self.commands.contains { $0.path == "edigate partner infer" && $0.options.contains("--us") })
    }

    @Test(arguments: commands.map(\.path))
    func `every help tells of every option, and its example calls what there is`(path: String) throws {
        let words = path.split(separator: " ").dropFirst().map(String.init)
        let help = try CommandLineTool.run(words + ["--help"])
        #expect(help.status == 0 && help.output.contains("usage: edigate"), "\(path)")
        let lines = help.output.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("example: ") }, "\(path) has no example")
        let example = lines[start...].joined(separator: " ")
        #expect(example.contains("edigate \(words[0])"), "\(path): \(example)")
        // A pipe may lead to another command of ours.
        let known = Self.commands.filter { example.contains($0.path) }.reduce(Set<String>()) { $0.union($1.options) }
        for word in example.split(separator: " ") where word.hasPrefix("--") {
            let option = String(word.prefix { $0 != "=" })
            #expect(known.contains(option), "\(path): \(option) is no option of what the example calls")
        }
        let global: Set = ["--json", "--root", "--partners", "--quiet", "--color", "--help"]
        let own = Self.commands.first { $0.path == path }?.options.subtracting(global) ?? []
        for option in own { #expect(help.output.contains(option), "\(path) does not tell of \(option)") }
    }
}
