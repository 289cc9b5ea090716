import Commerce
import Exchange
import InterchangeTestSupport
import Testing
import X12

/// Sets made from the dictionary, with whatever the standard allows, come back element for element, and every value of
/// theirs is in the document.
@Suite struct SpecimenRoundTrip {
    static let cases: [(version: String, set: String)] = ["004010", "005010", "006030"].flatMap { version in
        (Standard.version(version)?.sets ?? []).filter { $0 != "997" && $0 != "999" }.map { (version, $0) }
    }

    @Test(arguments: cases)
    func `a set of anything comes back element for element`(version: String, set: String) throws {
        let standard = try #require(Standard.version(version))
        let generator = try #require(SpecimenGenerator(standard, set: set))
        for density in SpecimenGenerator.Density.allCases {
            for seed in 1...UInt64(Self.seeds) {
                try check(
                    generator.specimen(seed: seed, density: density).bytes(), "\(version) \(set) \(density) \(seed)")
            }
        }
    }

    /// Sets of each kind, version and density.
    static let seeds = 3

    private func check(_ bytes: [UInt8], _ name: String) throws {
        let outcomes = try Outcomes.of(bytes)
        let document = try #require(outcomes.documents.first, "\(name): \(outcomes.names())")
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(failed.flatMap(\.messages) == [], "\(name)")
        let before = try SegmentCollector.sets(of: bytes)
        let after = try SegmentCollector.sets(of: sent.first?.bytes ?? [])
        #expect(before == after, "\(name)")
    }
}
