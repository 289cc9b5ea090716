import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// One rule broken at a known place, everything else kept true: found there, with the code of the hand-written table,
/// and nothing else reported.
@Suite struct BrokenRuleTests {
    /// How many specimens are broken in all; `EDIGATE_MUTATIONS=10000` asks for the full number.
    static let total = ProcessInfo.processInfo.environment["EDIGATE_MUTATIONS"].flatMap { Int($0) } ?? 300

    /// What became of the specimens that one rule was broken in.
    struct Tally: Sendable {
        var tried = 0
        /// Told at its place with its code.
        var hits = 0
        /// Something else was told besides.
        var cascades = 0
        var failures: [String] = []
    }

    @Test func `a broken rule is found at its place, with its code, and nothing else is`() async {
        let tallies = await withTaskGroup(of: (RuleBreak, Tally).self) { group in
            for rule in RuleBreak.allCases {
                group.addTask { (rule, Self.tally(rule, max(Self.total / RuleBreak.allCases.count, 1))) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var table = "rule\tcode\tbroken\tfound\tcascades\n"
        var sum = Tally()
        for rule in RuleBreak.allCases {
            guard let tally = tallies[rule] else { continue }
            table += "\(rule.rawValue)\t\(rule.expected.code)\t\(tally.tried)\t\(tally.hits)\t\(tally.cascades)\n"
            sum.tried += tally.tried
            sum.hits += tally.hits
            sum.cascades += tally.cascades
            for failure in tally.failures.prefix(3) { Issue.record("\(rule): \(failure)") }
            #expect(tally.tried > 0, "no specimen has a place for \(rule)")
        }
        table += "all\t\t\(sum.tried)\t\(sum.hits)\t\(sum.cascades)\n"
        Attachment.record(table, named: "broken-rules.tsv")
        if ProcessInfo.processInfo.environment["EDIGATE_MUTATIONS"] != nil { print(table) }
        #expect(sum.hits == sum.tried)
        #expect(sum.cascades == 0)
    }

    /// Breaks a rule in `count` specimens of all versions and sets in turn.
    private static func tally(_ rule: RuleBreak, _ count: Int) -> Tally {
        var tally = Tally()
        let generators = ValidSetTests.kinds.compactMap { kind in
            Standard.version(kind.version).flatMap { SpecimenGenerator($0, set: kind.set) }
        }
        var seed = UInt64(RuleBreak.allCases.firstIndex(of: rule) ?? 0) << 32
        var misses = 0
        while tally.tried < count, misses < count * 40 + 400 {
            seed += 1
            let generator = generators[Int(seed % UInt64(generators.count))]
            var breaker = Breaker(generator: generator, random: Seeded(seed))
            let density: SpecimenGenerator.Density = [.sparse, .half, .least, .half, .full][Int(seed / 7 % 5)]
            let specimen = generator.specimen(seed: seed, density: density)
            guard let broken = breaker.broken(rule, specimen) else {
                misses += 1
                continue
            }
            tally.tried += 1
            let verdict = Self.judge(broken, rule, generator)
            if verdict.isHit { tally.hits += 1 }
            if verdict.isCascade { tally.cascades += 1 }
            if let complaint = verdict.complaint {
                tally.failures.append(
                    "\(generator.standard.version) \(generator.structure.set) seed \(seed): \(complaint)")
            }
        }
        return tally
    }

    private static func judge(_ broken: Broken, _ rule: RuleBreak, _ generator: SpecimenGenerator)
        -> (isHit: Bool, isCascade: Bool, complaint: String?)
    {
        let bytes = broken.specimen.bytes()
        var options = ExchangeOptions()
        options.judgesRejected = true
        guard let outcomes = try? Outcomes.of(bytes, options: options) else { return (false, false, "cannot be read") }
        let business = outcomes.sets.flatMap(\.businessFindings).filter {
            !ValidSetTests.isElsewhere($0, generator.structure.set)
        }
        let found = outcomes.findings + business
        let isTolerated = rule.expected.isTolerated || broken.isDoubtful
        let code = rule.code(in: generator.standard.version)
        let hits = found.filter { finding in
            finding.segment.description == broken.segment && finding.segmentIndex == broken.ordinal
                && finding.element == broken.element && finding.component == broken.component
                && finding.repetition == broken.repetition
                && (finding.severity == .error) != isTolerated && Self.code(of: finding, rule) == code
        }
        let answer = outcomes.answer
        let expected = Answer(broken, rule, code: code, isTolerated: isTolerated)
        // Functional groups of acknowledgments are not acknowledged, and a refused interchange gets a TA1 alone.
        let isAnswered = generator.structure.functionalCode != "FA"
        let isAnswerRight = !isAnswered || answer == expected
        if hits.count == 1, found.count == 1, isAnswerRight { return (true, false, nil) }
        let lines = found.prefix(6).map {
            "\($0.code.entry.name) \($0.place) #\($0.segmentIndex) \($0.severity.name)"
        }
        let place = "\(broken.segment) #\(broken.ordinal) \(broken.element)-\(broken.component)"
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let shown = text[max(0, broken.ordinal - 1)..<min(text.count, broken.ordinal + 6)].joined(separator: " ")
        return (
            hits.count == 1 && isAnswerRight, found.count > hits.count,
            "\(place) code \(code); found \(lines); answer \(answer) not \(expected); \(shown)"
        )
    }

    private static func code(of finding: Finding, _ rule: RuleBreak) -> Int? {
        let ack = finding.acknowledgmentCodes
        return switch rule.expected.list {
        case .segment: ack.segment.map { Int($0) }
        case .element: ack.element.map { Int($0) }
        case .set: ack.set.map { Int($0) }
        case .group: ack.group.map { Int($0) }
        case .interchange: ack.interchange.map { Int($0) }
        }
    }
}
