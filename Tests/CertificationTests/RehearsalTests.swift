import Certification
import Partners
import Testing
import X12

@Suite struct RehearsalTests {
    private static func expectPass(_ pack: CertificationPack) {
        for conversation in pack.conversations { #expect(conversation.faults == [], "\(conversation.scenario)") }
        let report = CertificationReport(pack, Play.files(pack))
        #expect(Play.failures(report) == [:])
        #expect(Play.pending(report) == [])
        #expect(report.state == .passed && report.score == 100)
    }

    @Test(arguments: ["brightwater-clinics", "corvane-medical", "tallis-surgical"])
    func `a partner of the sample network that does everything right passes`(id: String) throws {
        let pack = try Play.pack(try Play.partner(id))
        #expect(pack.conversations.count == 13)
        Self.expectPass(pack)
    }

    @Test(arguments: ProfileTemplate.allCases, ["004010", "005010"])
    func `a partner of every template and version that does everything right passes`(
        template: ProfileTemplate, version: String
    ) throws {
        let scenarios: [Scenario] = Scenario.allCases.filter { $0 != .oversize }
        Self.expectPass(try Play.pack(try Play.profile(template, version: version), scenarios))
    }

    @Test func `a customer's part is played too`() throws {
        let pack = try Play.pack(
            try Play.profile(.blank, role: .customer), Scenario.allCases.filter { $0 != .oversize })
        Self.expectPass(pack)
        #expect(pack.sent.contains { $0.set == "855" } && pack.replies.contains { $0.set == "850" })
    }

    @Test func `the same profile and seed give the same bytes, another seed others`() throws {
        let profile = try Play.profile(.retailVendor)
        let scenarios: [Scenario] = [.happyPath, .splitShipment, .duplicate]
        let (one, two) = (try Play.pack(profile, scenarios), try Play.pack(profile, scenarios))
        #expect(one.sent == two.sent && one.replies == two.replies && !one.sent.isEmpty)
        let other = try Play.pack(profile, seed: 2, scenarios)
        #expect(Set(one.sent.map(\.bytes)).isDisjoint(with: other.sent.map(\.bytes)))
        // All numbers of a pack are its own, and none is near those of the business.
        let numbers = try Play.pack(profile).sent.filter { !$0.fileName.contains("-2.") }.map(\.number)
        #expect(Set(numbers).count == numbers.count && numbers.allSatisfy { $0 > 900_000_000 })
    }

    @Test func `before the partner has answered everything is open and nothing failed`() throws {
        let pack = try Play.pack(try Play.profile(.healthcareSupplier))
        let report = CertificationReport(pack, [])
        #expect(report.state == .pending && report.score == 0 && Play.failures(report) == [:])
        #expect(report.scenarios.allSatisfy { $0.state == .pending })
    }

    static let parts: [(documents: [(String, Profile.Direction)], scenarios: Int)] = [
        ([("850", .outbound)], 5), ([("850", .outbound), ("810", .inbound)], 6), ([("810", .inbound)], 1),
        ([("850", .outbound), ("855", .inbound)], 10), ([("846", .inbound), ("860", .outbound)], 1),
        ([("824", .inbound)], 1),
        ([("855", .outbound), ("856", .outbound)], 1),
        ([("850", .outbound), ("855", .inbound), ("810", .inbound)], 11),
    ]

    @Test(arguments: parts.indices)
    func `a profile with some of the sets has the scenarios that they can play`(row: Int) throws {
        var profile = try Play.profile(.blank)
        let part = Self.parts[row]
        profile.documents = part.documents.map { Profile.Document(set: $0.0, direction: $0.1) }
        let pack = try Play.pack(profile)
        #expect(pack.conversations.count == part.scenarios, "\(pack.conversations.map(\.scenario))")
        Self.expectPass(pack)
    }

    @Test func `what the guide rules out is left out, with the reason, and the rest is played`() throws {
        let guide = """
            { schemaVersion: 1, title: "Few words", sets: [
              { set: "850", direction: "out", rules: [{ at: "BEG01", codes: ["00"] }] },
              { set: "855", direction: "in", rules: [{ at: "PO1/ACK01", codes: ["IA", "IR"] }] },
            ] }
            """
        let profile = try Play.profile(.blank, guide: guide)
        let pack = try Play.pack(profile, Scenario.allCases.filter { $0 != .oversize })
        #expect(
            pack.leftOut.map(\.scenario) == [.partial, .backorder, .substitution, .cancel, .priceChange])
        #expect(pack.leftOut.allSatisfy { $0.reason.contains("BEG01") || $0.reason.contains("ACK01") })
        Self.expectPass(pack)
    }

    @Test func `a mailbox has nothing to certify`() throws {
        #expect(try Play.pack(try Play.profile(.blank, role: .van)).conversations.isEmpty)
    }
}
