import Foundation
import ProgramTestSupport
import Testing

/// A batch under kills: resumed, it ends as one that nobody disturbed.
@Suite(.serialized) struct BatchKillTests {
    /// Inputs in a folder of their own: accepted and rejected ones, several in one file, something that is no X12.
    private static func inputs(in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let samples = BuiltProgram.repository.appending(path: "Samples")
        let order = try Data(contentsOf: samples.appending(path: "network/brightwater-clinics/in/850-4500178263.x12"))
        let answer = try Data(contentsOf: samples.appending(path: "network/corvane-medical/in/855-4500178263.x12"))
        let bad = try Data(contentsOf: samples.appending(path: "bad/bad-date.x12"))
        for (name, bytes) in [
            ("a.x12", order), ("b.x12", bad), ("c.x12", answer + bad + order), ("d.txt", Data("no X12".utf8)),
            ("e.x12", answer),
        ] { try bytes.write(to: URL(filePath: "\(folder)/\(name)")) }
    }

    private static func work(
        _ inputs: String, _ out: String, _ words: [String], _ orders: [String: String] = [:]
    ) throws -> Child.Ending {
        let environment = ["LD_PRELOAD": try Program.shim.get(), "SHIM_ROOT": out].merging(orders) { $1 }
        return try Child.run(
            BuiltProgram.path,
            ["translate", inputs, "--out", out, "--jobs", "1", "--ack", "--at", "2026-11-21T06:05", "--quiet"] + words,
            environment: environment)
    }

    /// All files of a folder; of the manifest what was found, which input by input does not depend on the clock.
    private static func world(_ out: String) throws -> [String: [String]] {
        var world: [String: [String]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: out) {
            guard let bytes = FileManager.default.contents(atPath: "\(out)/\(name)") else { continue }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            world[name] =
                name != "manifest.ndjson"
                ? lines
                : try lines.map { line in
                    let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
                    let lengths = (entry["lengths"] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
                    return ["input", "sha256", "outcome", "documents", "acknowledgments", "lastNumber"].map {
                        "\(entry[$0] ?? "")"
                    }.joined(separator: " ") + " \(lengths)"
                }
        }
        return world
    }

    @Test(arguments: [["--ndjson"], []])
    func `a batch that is killed anywhere ends, resumed, as one that was not`(words: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-batch-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Self.inputs(in: "\(folder)/in")
        func fresh(_ name: String) throws -> String {
            let out = "\(folder)/\(name)"
            try? FileManager.default.removeItem(atPath: out)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            return out
        }
        let undisturbed = try fresh("undisturbed")
        #expect(try Self.work("\(folder)/in", undisturbed, words, ["SHIM_LOG": "\(folder)/calls"]).status == 1)
        let calls = try CallRecord.read("\(folder)/calls", root: undisturbed)
        let world = try Self.world(undisturbed)
        #expect(calls.count > 20 && world["manifest.ndjson"]?.count == 5)
        for number in KillTests.steps(to: calls.count, few: 6) {
            for moment in calls[number - 1].kind == .write ? ["", "/"] : [""] {
                let out = try fresh("killed")
                let killed = try Self.work("\(folder)/in", out, words, ["SHIM_KILL": "\(number)\(moment)"])
                #expect(killed.status == nil, "call \(number)\(moment) \(calls[number - 1].kind)")
                let resumed = try Self.work("\(folder)/in", out, words + ["--resume"])
                #expect(resumed.status == 1, "\(resumed.errors)")
                #expect(try Self.world(out) == world, "killed at call \(number)\(moment) \(calls[number - 1].path)")
            }
        }
    }
}
