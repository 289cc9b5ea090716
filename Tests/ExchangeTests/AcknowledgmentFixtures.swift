import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

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
