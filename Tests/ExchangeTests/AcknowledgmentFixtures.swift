import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Broken interchanges with their answers, reasoned by hand.
enum AcknowledgmentFixture {
    /// A file and the set that answers it.
    struct Case: CustomTestStringConvertible, Sendable {
        var kind: AcknowledgmentKind
        var name: String
        var testDescription: String { "\(kind.rawValue)/\(name)" }
        private var folder: URL { Repository.root.appending(path: "Tests/Fixtures/\(kind.rawValue)") }

        func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name + ".x12"))) }

        /// The lines of an expectation; none where there is no file.
        func lines(_ suffix: String) -> [String] {
            guard let text = try? String(contentsOf: folder.appending(path: name + "." + suffix), encoding: .utf8)
            else { return [] }
            return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.isEmpty }
        }
    }

    static let cases = AcknowledgmentKind.allCases.flatMap { kind in
        Repository.files(in: "Tests/Fixtures/\(kind.rawValue)", suffix: ".x12").map {
            Case(kind: kind, name: $0.deletingPathExtension().lastPathComponent)
        }
    }

    /// Judges a file as the partner that wants answers of a kind.
    static func outcomes(_ bytes: [UInt8], _ kind: AcknowledgmentKind) throws -> Outcomes {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes)) { _, _ in
            var rules = Rules()
            rules.answerTemplate = template
            rules.functionalAcknowledgment.kind = kind
            return rules
        }
        try exchange.run(outcomes)
        return outcomes
    }

    static let template = EnvelopeTemplate(
        sender: PartyID(qualifier: "ZZ", id: "US"), receiver: PartyID(qualifier: "ZZ", id: "THEM"),
        applicationSender: "US", applicationReceiver: "THEM")
}

@Suite struct AcknowledgmentFixtures {
    @Test(arguments: AcknowledgmentFixture.cases)
    func `a broken file gets the 997, 999 and TA1 reasoned by hand`(fixture: AcknowledgmentFixture.Case) throws {
        let outcomes = try AcknowledgmentFixture.outcomes(fixture.bytes(), fixture.kind)
        #expect(outcomes.acknowledgments == fixture.lines(fixture.kind.rawValue))
        let acknowledgments = outcomes.interchanges.filter(\.sendsInterchangeAcknowledgment).compactMap(\.judgement)
            .map { "TA1*\($0.controlNumber)*\($0.date)*\($0.time)*\($0.verdict.letter)*\($0.noteCode)" }
        #expect(acknowledgments == fixture.lines("ta1"))
    }

    @Test func `there are fifty 997s and ten 999s`() {
        #expect(AcknowledgmentFixture.cases.count { $0.kind == .functional } >= 50)
        #expect(AcknowledgmentFixture.cases.count { $0.kind == .implementation } >= 10)
    }
}
