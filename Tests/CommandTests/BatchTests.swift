import Foundation
import Testing

/// `translate --out`, as its user meets it.
@Suite struct BatchTests {
    private static let samples = "Samples/network"

    private static func folder() -> String {
        FileManager.default.temporaryDirectory.appending(path: "edigate-batch-\(UUID().uuidString)").path
    }

    private static func lines(_ path: String) -> [String] {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    @Test func `a batch writes the documents that the stream writes, with a manifest and a summary`() throws {
        let out = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: out) }
        let stream = try CommandLineTool.run(["translate", Self.samples]).output.split(separator: "\n").map(String.init)
        let batch = try CommandLineTool.run(
            ["translate", Self.samples, "--out", out, "--ndjson", "--jobs", "3", "--ack"])
        #expect(batch.status == 0 && batch.errors.isEmpty, "\(batch.errors)")
        #expect(batch.output.contains("ShipNotice"))
        let kinds = ["PurchaseOrder", "OrderAcknowledgment", "ShipNotice", "Invoice"]
        #expect(kinds.flatMap { Self.lines("\(out)/\($0).ndjson") }.sorted() == stream.sorted())
        let manifest = Self.lines("\(out)/manifest.ndjson")
        let answers = try FileManager.default.contentsOfDirectory(atPath: "\(out)/acknowledgments")
        #expect(manifest.allSatisfy { $0.contains(#""outcome":"accepted""#) })
        let written = try manifest.map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        #expect(written.compactMap { $0["acknowledgments"] as? Int }.reduce(0, +) == answers.count)
        #expect(written.compactMap { $0["documents"] as? Int }.reduce(0, +) == stream.count)
    }

    @Test func `a batch that is resumed passes what is finished and does what changed or is new`() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (input, out) = ("\(folder)/in", "\(folder)/out")
        try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
        let sample = CommandLineTool.root.appending(
            path: "Samples/network/corvane-medical/in/855-4500178263.x12")
        try FileManager.default.copyItem(at: sample, to: URL(filePath: "\(input)/a.x12"))
        // Nothing that could be waited for is opened.
        #expect(mkfifo("\(input)/pipe", 0o600) == 0)
        let call = ["translate", input, "--out", out, "--ndjson", "--json"]
        #expect(try CommandLineTool.run(call).status == 0)
        #expect(try CommandLineTool.run(call).status == 2)
        try FileManager.default.copyItem(at: sample, to: URL(filePath: "\(input)/b.x12"))
        let second = try CommandLineTool.run(call + ["--resume"])
        #expect(second.output.contains(#""inputs":1,"#) && second.output.contains(#""earlier":1,"#))
        let third = try CommandLineTool.run(call + ["--resume"])
        #expect(third.output.contains(#""inputs":0,"#) && third.output.contains(#""earlier":2,"#))
        #expect(Self.lines("\(out)/OrderAcknowledgment.ndjson").count == 2)
        #expect(try CommandLineTool.run(["translate", input, "--out", out, "--resume"]).status == 2)
    }

    @Test func `no input stops a batch, unless it is to fail fast`() throws {
        let out = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: out) }
        // A file that is there and cannot be read, one that is rejected, one that is good.
        let inputs = [
            "/proc/self/mem", "Samples/bad/bad-date.x12", "Samples/network/corvane-medical/in/855-4500178263.x12",
        ]
        let whole = try CommandLineTool.run(["translate"] + inputs + ["--out", out + "/whole", "--jobs", "1"])
        #expect(whole.status == 3)
        #expect(Self.lines("\(out)/whole/manifest.ndjson").count == 3)
        let rejected = try CommandLineTool.run(["translate"] + inputs.dropFirst() + ["--out", out + "/good"])
        #expect(rejected.status == 1)
        let fast = try CommandLineTool.run(
            ["translate"] + inputs.dropFirst() + ["--out", out + "/fast", "--jobs", "1", "--fail-fast"])
        #expect(fast.status == 1)
        #expect(Self.lines("\(out)/fast/manifest.ndjson").count == 1)
    }

    @Test(arguments: ["--resume", "--ack", "--ndjson"])
    func `what goes with a folder is refused without one`(option: String) throws {
        let call = try CommandLineTool.run(["translate", Self.samples, option])
        #expect(call.status == 2 && call.errors.contains("--out"))
    }
}
