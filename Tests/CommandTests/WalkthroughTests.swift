import Foundation
import Testing

@Suite struct WalkthroughTests {
    @Test func `the walkthrough runs as it stands, from samples to production`() throws {
        let article = CommandLineTool.root.appending(path: "Sources/Partners/Partners.docc/FirstPartner.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        var commands: [String] = []
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() } else if isCode { commands.append(String(line)) }
        }
        #expect(commands.count >= 18)
        let root = ScratchRoot()
        let samples = CommandLineTool.root.appending(path: "Samples").path
        try FileManager.default.createDirectory(atPath: root.path, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(root.path)/Samples", withDestinationPath: samples)
        // Each by itself, so that the one that fails is named.
        for command in commands {
            let result = try #require(try CompletionTests.shell("bash", "cd '\(root.path)' && \(command)"))
            #expect(result.status == 0, "\(command): \(result.output)")
        }
        func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root.path)/\(path)") }
        #expect(has("certification.html") && has("gateway/TradingPartners/corvane/certificate.json"))
        #expect(has("corvane.html") && has("corvane.md") && has("gateway/ledger.sqlite"))
        let documents = FileManager.default.enumerator(atPath: "\(root.path)/gateway/canonical")?.compactMap {
            $0 as? String
        }
        #expect(documents?.contains { $0.hasSuffix(".json") } == true)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/gateway/drop/corvane/ack").contains {
                $0.hasPrefix("997_")
            })
    }
}
