import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// What the dictionary allows is found without fault: no finding that is none.
@Suite struct ValidSetTests {
    /// A version and one of its sets.
    struct Kind: Sendable, CustomTestStringConvertible {
        var version: String
        var set: String
        var testDescription: String { "\(version) \(set)" }
    }

    /// Every version and set there is; new ones are covered by being there.
    static let kinds: [Kind] = Standard.versions.flatMap { version in
        (Standard.version(version)?.sets ?? []).map { Kind(version: version, set: $0) }
    }

    /// How many sets of each kind; `EDIGATE_SPECIMENS` asks for another number.
    static let seeds = ProcessInfo.processInfo.environment["EDIGATE_SPECIMENS"].flatMap { UInt64($0) } ?? 5

    @Test(arguments: kinds)
    func `a set made from the dictionary has no finding`(kind: Kind) throws {
        let standard = try #require(Standard.version(kind.version))
        let generator = try #require(SpecimenGenerator(standard, set: kind.set))
        var places: Set<Int> = []
        for seed in 0..<Self.seeds {
            let density = SpecimenGenerator.Density.allCases[Int(seed % 5)]
            let specimen = generator.specimen(seed: seed, density: density)
            let bytes = specimen.bytes(newline: seed % 2 == 0)
            let outcomes = try Outcomes.of(bytes)
            let found =
                outcomes.findings + outcomes.sets.flatMap(\.businessFindings).filter { !Self.isElsewhere($0, kind.set) }
            guard found.isEmpty, outcomes.letters == "A" else {
                let lines = found.prefix(5).map {
                    "\($0.code.entry.name) \($0.place) \($0.segmentIndex) \($0.valueText ?? "") \($0.message)"
                }
                Issue.record(
                    "seed \(seed) \(density) \(outcomes.letters): \(lines) \(Self.shown(specimen, found.first))")
                return
            }
            places.formUnion(specimen.sets[0].body.map(\.node))
        }
        let missed = generator.structure.nodes.indices.dropFirst().dropLast().filter {
            !places.contains($0) && !(Self.ambiguous[kind.testDescription]?.contains(Self.path($0, generator)) ?? false)
        }
        #expect(missed.map { Self.path($0, generator) } == [])
    }

    /// Places that first fit never finds, because the structure has the same segment before them on every way, and so
    /// nothing is made for them.
    ///
    /// In the 832 two bounded loops follow each other in 005010 and differ by what LS01 says, and from 006020 on our
    /// source has two N1 loops side by side.
    private static let ambiguous: [String: Set<String>] = {
        let bounded: Set = ["LS", "N1", "N2", "N3", "N4", "LE"]
        let parties: Set = ["N1", "N2", "N3", "N4", "REF", "PER", "DTM", "MTX", "PKG", "PAL", "SPI"]
        let inBounded = Set(
            bounded.map {
                $0 == "LS" ? "LIN/CTP/LS" : ["N1", "LE"].contains($0) ? "LIN/CTP/LS/\($0)" : "LIN/CTP/LS/N1/\($0)"
            })
        let beside = Set(parties.map { $0 == "N1" ? "LIN/CTP/N1" : "LIN/CTP/N1/\($0)" })
        return ["005010 832": inBounded, "005030 832": inBounded, "006020 832": beside, "006030 832": beside]
    }()

    /// The loops a node stands in and its own segment, such as `LIN/CTP/N1`.
    private static func path(_ node: Int, _ generator: SpecimenGenerator) -> String {
        let nodes = generator.structure.nodes
        var names: [String] = []
        var next = node
        while next >= 0 {
            names.insert(nodes[next].id.description, at: 0)
            next = nodes[next].parent
        }
        return names.joined(separator: "/")
    }

    /// Business findings that a random set may cause: TDS01 is random where it should be the sum of an invoice, which
    /// the tests of the business rules hold; a made-up 997 answers nothing that we sent; and whether a set has a
    /// canonical document is no matter of the standard.
    static func isElsewhere(_ finding: Finding, _ set: String) -> Bool {
        let hasDocument = ["810", "850", "855", "856"].contains(set)
        // Random numbers, dates and units contradict one another, and a random GLN has no check digit.
        if finding.code.isSelfContradiction || finding.code == .checkDigit && finding.segment == "N1" { return true }
        return finding.code == .invoiceTotal || set == "997" || set == "999"
            || finding.code == .untranslatable && !hasDocument
    }

    private static func shown(_ specimen: Specimen, _ finding: Finding?) -> String {
        let text = String(decoding: specimen.bytes(), as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard let index = finding?.segmentIndex, index > 0 else { return String(text.prefix(4000)) }
        return lines[max(0, index - 3)..<min(lines.count, index + 6)].joined(separator: "\n")
    }
}
