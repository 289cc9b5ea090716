import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Interchanges written by hand, `Tests/Fixtures/<version>/<set>/{pass,fail}`: adding a file is adding a test. Beside
/// each failing one stands what must be found in it and what must be answered, reasoned before it was run.
@Suite struct FixtureTests {
    /// A file, named by its path below the fixtures.
    struct Fixture: Sendable, CustomTestStringConvertible {
        var url: URL
        var testDescription: String {
            url.pathComponents.suffix(4).joined(separator: "/")
        }
    }

    static let all = Standard.versions.flatMap { Repository.files(in: "Tests/Fixtures/\($0)", suffix: ".x12") }.map {
        Fixture(url: $0)
    }
    static let passing = all.filter { $0.url.pathComponents.contains("pass") }
    static let failing = all.filter { $0.url.pathComponents.contains("fail") }

    /// Judges a file; answers are written with `*`, `>` and the terminator `~` whatever the file uses.
    private func judged(_ fixture: Fixture) throws -> Outcomes {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource([UInt8](try Data(contentsOf: fixture.url)))) { _, _ in
            var rules = Rules()
            var template = EnvelopeTemplate(
                sender: PartyID(qualifier: "ZZ", id: "US"), receiver: PartyID(qualifier: "ZZ", id: "THEM"),
                applicationSender: "US", applicationReceiver: "THEM")
            template.delimiters = Delimiters()
            rules.answerTemplate = template
            return rules
        }
        try exchange.run(outcomes)
        return outcomes
    }

    @Test(arguments: passing)
    func `a passing file has no finding above a note and is accepted`(fixture: Fixture) throws {
        let outcomes = try judged(fixture)
        #expect(outcomes.names(from: .warning) == [])
        #expect(outcomes.breaches == [])
        #expect(!outcomes.letters.isEmpty && outcomes.letters.allSatisfy { $0 == "A" })
    }

    @Test(arguments: failing)
    func `a failing file has the findings and the answer written beside it`(fixture: Fixture) throws {
        let outcomes = try judged(fixture)
        let found = outcomes.findings.map { "\($0.code.entry.name) \($0.place) \($0.segmentIndex)" }
        #expect(found == lines(fixture, "findings"))
        #expect(outcomes.acknowledgments == lines(fixture, "997"))
        let answers = outcomes.interchanges.filter(\.sendsInterchangeAcknowledgment).compactMap(\.judgement)
            .map { "TA1*\($0.controlNumber)*\($0.date)*\($0.time)*\($0.verdict.letter)*\($0.noteCode)" }
        #expect(answers == lines(fixture, "ta1"))
        #expect(found != [])
    }

    /// The lines of an expectation; none where there is no file. Lines that start with `#` give reasons.
    private func lines(_ fixture: Fixture, _ suffix: String) -> [String] {
        let file = fixture.url.deletingPathExtension().appendingPathExtension(suffix)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    @Test(arguments: ["004010", "005010"])
    func `every main set has at least six passing and ten failing files`(version: String) {
        for set in ["810", "850", "855", "856"] {
            let folder = "/\(version)/\(set)/"
            #expect(Self.passing.filter { $0.url.path.contains(folder) }.count >= 6, "\(folder)")
            #expect(Self.failing.filter { $0.url.path.contains(folder) }.count >= 10, "\(folder)")
        }
    }
}
