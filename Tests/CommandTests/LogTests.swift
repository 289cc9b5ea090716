import Foundation
import ProgramTestSupport
import Testing

/// The log of `run` and `watch`, and what they say besides.
@Suite struct LogCommandTests {
    private static let order = "Samples/network/brightwater-clinics/in/850-4500178263.x12"

    private static func root() throws -> ScratchRoot {
        let root = ScratchRoot()
        let partners = CommandLineTool.root.appending(path: "TradingPartners").path
        #expect(try CommandLineTool.run(["init", root.path, "--partners", partners]).status == 0)
        return root
    }

    private static func drop(_ sample: String, as name: String, into root: borrowing ScratchRoot) throws {
        let bytes = try Data(contentsOf: CommandLineTool.root.appending(path: sample))
        let hidden = "\(root.path)/drop/brightwater-clinics/in/.\(name)"
        try bytes.write(to: URL(filePath: hidden))
        try FileManager.default.moveItem(
            atPath: hidden, toPath: "\(root.path)/drop/brightwater-clinics/in/\(name)")
    }

    private static func events(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
        }
    }

    /// A watch with what it says.
    private final class Watching {
        private let process: Child
        private var text = ""

        init(_ root: String, _ words: [String]) throws {
            process = try Child(BuiltProgram.path, ["watch", "--root", root] + words, errors: .read)
        }

        /// Reads standard error until a word stands in it so many times; gives all that was read.
        func errors(until word: String, times: Int = 1) throws -> String {
            while text.components(separatedBy: word).count <= times, let line = try process.errors.line() {
                text += line + "\n"
            }
            return text
        }

        /// Asks it to end; gives the rest of standard error, and standard output.
        func end() throws -> (errors: String, output: String) {
            process.signal(SIGTERM)
            let rest = try errors(until: "\0")
            let ending = try process.end()
            #expect(ending.status == 0)
            return (rest, ending.output)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a watch tells of a file from its taking to its deliveries, in nothing but lines of JSON`() throws {
        let root = try Self.root()
        let watch = try Watching(root.path, ["--log", "json"])
        try Self.drop(Self.order, as: "order.edi", into: root)
        // The second delivery is the last thing that happens.
        _ = try watch.errors(until: "\"placed\"", times: 2)
        let (errors, output) = try watch.end()
        #expect(output.isEmpty)
        let events = try Self.events(errors)
        #expect(events.first?["event"] as? String == "started")
        #expect(events.last?["event"] as? String == "message")
        #expect(events.contains { $0["event"] as? String == "stopped" })
        let mine = events.filter { $0["correlation"] != nil }
        #expect(Set(mine.compactMap { $0["correlation"] as? String }).count == 1)
        #expect(mine.first?["event"] as? String == "taken" && mine.last?["event"] as? String == "placed")
        let key = try #require(mine.first?["correlation"] as? String)
        #expect(
            try root.run(["trace", key]).output.contains(
                "\(key) is correlation of drop/brightwater-clinics/in/order.edi"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a quiet watch says what is wrong and nothing else`() throws {
        let root = try Self.root()
        let watch = try Watching(root.path, ["--quiet"])
        try Self.drop(Self.order, as: "good.edi", into: root)
        try Self.drop("Samples/bad/bad-date.x12", as: "wrong.edi", into: root)
        #expect(try watch.errors(until: "wrong.edi").contains("E-ELEMENT-DATE"))
        let (errors, output) = try watch.end()
        #expect(errors.split(separator: "\n").count == 1, "\(errors)")
        #expect(output.isEmpty, "\(output)")
    }

    @Test(.timeLimit(.minutes(1)))
    func `a file that comes behind a change of the profiles is judged by them`() throws {
        let root = try Self.root()
        let watch = try Watching(root.path, ["--log", "json"])
        _ = try watch.errors(until: "\"started\"")
        // What begins the day is taken, so that the watch is known to be at work.
        try Self.drop(Self.order, as: "before.edi", into: root)
        _ = try watch.errors(until: "\"placed\"", times: 2)
        #expect(try root.run(["partner", "suspend", "brightwater-clinics", "--because", "recall"]).status == 0)
        try Self.drop("Samples/bad/bad-date.x12", as: "behind.edi", into: root)
        _ = try watch.errors(until: "read the profiles")
        let (errors, _) = try watch.end()
        #expect(!errors.contains("behind.edi\",\"event\":\"taken") && !errors.contains("E-ELEMENT-DATE"))
        #expect(FileManager.default.fileExists(atPath: "\(root.path)/drop/brightwater-clinics/in/behind.edi"))
    }

    @Test func `a log file is added to, standard error stays as it was`() throws {
        let root = try Self.root()
        let log = "\(root.path)/log/edigate.json"
        try FileManager.default.createDirectory(atPath: "\(root.path)/log", withIntermediateDirectories: true)
        #expect(try root.run(["run", "--log", "json", "--log-file", log]).errors.contains("nothing to do"))
        try Self.drop(Self.order, as: "order.edi", into: root)
        let run = try root.run(["run", "--log", "json", "--log-file", log])
        #expect(run.errors.isEmpty && run.output.contains("order.edi"))
        let names = try Self.events(try root.text("log/edigate.json")).compactMap { $0["event"] as? String }
        #expect(names.count { $0 == "started" } == 2 && names.count { $0 == "placed" } == 2)
        #expect(try root.run(["run", "--log-file", log]).status == 2)
        #expect(try root.run(["run", "--log", "xml"]).status == 2)
        #expect(try root.run(["run", "--log", "json", "--log-file", "/nowhere/log"]).status == 3)
        // A pipe that nobody reads would keep the gateway waiting for ever.
        #expect(mkfifo("\(root.path)/log/pipe", 0o644) == 0)
        let piped = try root.run(["run", "--log", "json", "--log-file", "\(root.path)/log/pipe"])
        #expect(piped.status == 3 && piped.errors.contains("it is no plain file"))
    }
}
