import Exchange
import Foundation
import Testing
import X12

/// Files beside the sources, found by this file's place.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func files(in folder: String, suffix: String) -> [URL] {
        let found = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }
            .sorted { $0.path < $1.path }
    }
}

/// Keeps every outcome, for tests.
final class Outcomes: OutcomeSink {
    var interchanges: [InterchangeOutcome] = []
    var groups: [GroupOutcome] = []
    var sets: [SetOutcome] = []
    var file: [Finding] = []

    func setJudged(_ set: SetOutcome) { sets.append(set) }
    func groupJudged(_ group: GroupOutcome) { groups.append(group) }
    func interchangeEnded(_ interchange: InterchangeOutcome) { interchanges.append(interchange) }
    func sourceEnded(_ findings: [Finding]) { file = findings }

    /// Judges bytes by the standard alone.
    static func of(_ bytes: [UInt8], options: ExchangeOptions = ExchangeOptions()) throws -> Outcomes {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes), options: options)
        try exchange.run(outcomes)
        return outcomes
    }

    /// Every 997 as lines of `*` and `>`, without terminators.
    var acknowledgments: [String] {
        groups.compactMap(\.acknowledgment).flatMap { acknowledgment in
            String(decoding: acknowledgment.segments, as: UTF8.self).split(separator: "~").map(String.init)
        }
    }
}

@Suite struct AcknowledgmentFixtures {
    static let names = Repository.files(in: "Tests/Fixtures/997", suffix: ".x12").map {
        $0.deletingPathExtension().lastPathComponent
    }

    @Test(arguments: names)
    func `a broken file gets the 997 and TA1 reasoned by hand`(name: String) throws {
        let folder = Repository.root.appending(path: "Tests/Fixtures/997")
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name + ".x12")))
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes)) { _, _ in
            var rules = Rules()
            var template = EnvelopeTemplate(
                sender: PartyID(qualifier: "ZZ", id: "US"), receiver: PartyID(qualifier: "ZZ", id: "THEM"),
                applicationSender: "US", applicationReceiver: "THEM")
            template.delimiters = Delimiters()
            rules.answerTemplate = template
            return rules
        }
        try exchange.run(outcomes)
        #expect(outcomes.acknowledgments == lines(folder.appending(path: name + ".997")))
        let acknowledgments = outcomes.interchanges.filter(\.sendsInterchangeAcknowledgment).compactMap(\.judgement)
            .map { "TA1*\($0.controlNumber)*\($0.date)*\($0.time)*\($0.verdict.letter)*\($0.noteCode)" }
        #expect(acknowledgments == lines(folder.appending(path: name + ".ta1")))
    }

    /// The lines of an expectation; none where there is no file.
    private func lines(_ file: URL) -> [String] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.isEmpty }
    }
}
