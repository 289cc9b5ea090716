import Exchange
import Foundation
import InterchangeTestSupport
import Partners
import Testing
import X12

@Suite struct InferenceTests {
    /// Documents of a simulated partner, an interchange each.
    static func files(
        _ partner: SimulatedPartner, _ seeds: Range<UInt64>, deviating: SimulatedPartner.Deviation? = nil,
        version: String = "004010"
    ) -> [(name: String, bytes: [UInt8])] {
        seeds.compactMap { seed in
            guard let set = partner.document(seed: seed, deviating: deviating),
                let code = Standard.version(version)?.structure(of: set.set)?.functionalCode
            else { return nil }
            return ("\(set.set)_\(seed).edi", Specimen([set], version: version, code: code).bytes())
        }
    }

    static func guideFindings(_ bytes: [UInt8], _ profile: Profile) throws -> [Finding] {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes)) { header, _ in Rules(profile, header: header) }
        try exchange.run(outcomes)
        return outcomes.sets.flatMap(\.findings).filter { $0.origin != nil }
    }

    @Test(arguments: ["850", "855", "856", "810"])
    func `what is read out of many documents takes those to come and refuses deviations`(set: String) throws {
        let partner = try #require(SimulatedPartner(set: set, version: "004010", seed: 7))
        let samples = Self.files(partner, 0..<40)
        let inference = try #require(CheckedInference(id: "acme", files: samples))
        #expect(inference.faults == [] && inference.errors.isEmpty && inference.dropped == [])
        #expect(inference.partner.left == [])
        let profile = try #require(inference.profile)
        let heldOut = Self.files(partner, 1000..<1020)
        // A habit of 95 in a hundred passes for a rule now and then.
        let accepted = heldOut.count { SampleCheck.errors(in: $0.bytes, under: profile).isEmpty }
        #expect(accepted * 10 >= heldOut.count * 8, "\(set): \(accepted) of \(heldOut.count)")
        let deviating = SimulatedPartner.Deviation.allCases.flatMap { deviation in
            Self.files(partner, 2000..<2010, deviating: deviation)
        }
        let found = try deviating.count { !(try Self.guideFindings($0.bytes, profile)).isEmpty }
        #expect(found * 10 >= deviating.count * 8, "\(set): \(found) of \(deviating.count)")
    }

    @Test func `a few documents demand nothing, and copies of one are one`() throws {
        let partner = try #require(SimulatedPartner(set: "850", version: "004010", seed: 11))
        let few = try #require(CheckedInference(id: "acme", files: Self.files(partner, 0..<3)))
        #expect(few.partner.guideText?.contains("use: \"required\", severity: \"note\"") == true)
        #expect(few.partner.guideText?.contains("medium") == false)
        let one = Self.files(partner, 0..<1)[0]
        let copies = (0..<30).map { ("copy\($0).edi", one.bytes) }
        let copied = try #require(CheckedInference(id: "acme", files: copies))
        let guide = try #require(copied.profile).guide(.inbound)
        #expect(guide?.parts.flatMap(\.rules).isEmpty ?? true)
        #expect(copied.partner.guideText?.contains("// { at:") == true)
    }

    @Test func `identities, delimiters, documents and levels come from the envelopes of the sample network`() throws {
        let folder = "Samples/network/corvane-medical/in"
        let files = try Repository.files(in: folder, suffix: ".x12").map {
            (name: $0.lastPathComponent, bytes: try Repository.bytes($0.path))
        }
        let inference = try #require(CheckedInference(id: "corvane", files: files))
        #expect(inference.errors.isEmpty && inference.faults == [])
        let profile = try #require(inference.profile)
        #expect(profile.production?.partner.interchangeIDs == [PartyID(qualifier: "01", id: "990582314")])
        #expect(profile.production?.us.groupCodes == ["LARKMOORDC"])
        #expect(profile.role == .supplier && profile.stage == .draft && profile.suffix == .lineFeed)
        #expect(profile.documents.map(\.set) == ["810", "855", "856"])
        #expect(inference.partner.inferences.contains { $0.topic == "856 levels" && $0.statement.hasPrefix("SOTPI") })
        // With us named, what we send goes the other way.
        let outbound = try Repository.files(in: "Samples/network/corvane-medical/out", suffix: ".x12").map {
            (name: $0.lastPathComponent, bytes: try Repository.bytes($0.path))
        }
        let both = try #require(
            CheckedInference(id: "corvane", files: files + outbound, us: PartyID(qualifier: "01", id: "990417263")))
        #expect(both.profile?.documents.contains(Profile.Document(set: "850", direction: .outbound)) == true)
    }

    @Test func `what the standard forbids and samples do is tolerated, told, and listed`() throws {
        let files = [
            "element-too-long", "code-not-in-list", "se-count-wrong", "isa-iea-numbers-differ", "wrapped-at-80-columns",
        ]
        .compactMap { name -> (name: String, bytes: [UInt8])? in
            let path = Repository.root.appending(path: "Samples/bad/\(name).x12").path
            return (try? Repository.bytes(path)).map { (name, $0) }
        }
        let inference = try #require(CheckedInference(id: "acme", files: files))
        #expect(inference.faults == [] && inference.errors.isEmpty)
        #expect(inference.partner.contradictions.contains { $0.contains("E-ELEMENT-LONG") })
        #expect(inference.partner.left.contains { $0.hasPrefix("isa-iea-numbers-differ:") })
        #expect(inference.partner.refused.contains { $0.hasPrefix("se-count-wrong:") })
        #expect(inference.partner.profileText.contains("check: \"E-ELEMENT-LONG\""))
    }

    @Test(arguments: ["Samples", "Tests/Fixtures", "TradingPartners", "../shared/corpus"])
    func `no file breaks it, and what is written always loads`(folder: String) throws {
        let suffixes = [".x12", ".edi", ".json5"]
        let files = suffixes.flatMap { Repository.files(in: folder, suffix: $0) }
        for chunk in stride(from: 0, to: files.count, by: 7).map({ files[$0..<min($0 + 7, files.count)] }) {
            let samples = try chunk.map { (name: $0.lastPathComponent, bytes: try Repository.bytes($0.path)) }
            guard let inference = CheckedInference(id: "acme", files: samples) else { continue }
            #expect(inference.faults == [], "\(chunk)")
            #expect(
                inference.errors.isEmpty,
                "\(inference.errors.map { "\($0.file) \($0.finding.code.entry.name) \($0.finding.place)" })")
        }
    }
}
