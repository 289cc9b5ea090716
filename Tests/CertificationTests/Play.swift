import Certification
import Commerce
import InterchangeTestSupport
import Partners
import Testing
import X12

/// Profiles to play with, and the partner's part in it.
enum Play {
    static let day = CalendarDate(year: 2026, month: 3, day: 2)

    /// A profile of a template.
    static func profile(
        _ template: ProfileTemplate, version: String = "004010", role: Profile.Role = .supplier, guide: String? = nil
    ) throws -> Profile {
        var draft = ProfileDraft(id: "acme", name: "Acme <b>&", template: template)
        draft.version = version
        draft.role = role
        draft.test = Profile.Identities(
            partner: Profile.Party(interchangeIDs: [PartyID(qualifier: "01", id: "123456789")], groupCodes: ["ACME"]),
            us: Profile.Party(interchangeIDs: [PartyID(qualifier: "ZZ", id: "HUB")], groupCodes: ["HUB"]))
        let loaded = PartnerDirectory().with(
            profile: Array(draft.profileText().utf8), guide: (guide ?? draft.guideText()).map { Array($0.utf8) },
            path: "acme")
        return try #require(loaded.directory.profile("acme"), "\(loaded.faults)")
    }

    /// A partner of the sample network.
    static func partner(_ id: String) throws -> Profile {
        let (directory, faults) = try SampleNetwork.load()
        #expect(faults == [])
        return try #require(directory.profile(id))
    }

    static func pack(_ profile: Profile, seed: Int = 1, _ scenarios: [Scenario] = []) throws -> CertificationPack {
        CertificationPack(profile, seed: seed, day: try #require(day), scenarios: scenarios)
    }

    /// A supplier of medical goods, its scenarios made once; the long order is left out.
    private static let supplier = Result {
        try pack(try profile(.healthcareSupplier), Scenario.allCases.filter { $0 != .oversize })
    }

    /// The supplier's pack with one scenario.
    static func supplier(_ scenario: Scenario) throws -> CertificationPack {
        var pack = try supplier.get()
        pack.conversations.removeAll { $0.scenario != scenario }
        return pack
    }

    /// The files of a partner that does everything right, changed on the way.
    static func files(
        _ pack: CertificationPack, changing change: (TestMessage) -> [UInt8]? = { $0.bytes }
    ) -> [ReplyFile] {
        let reader = ReplyReader(pack.profile)
        return pack.replies.compactMap { message in
            change(message).map { reader.read($0, file: message.fileName) }
        }
    }

    /// What fails, as `scenario expectation`, with the reasons.
    static func failures(_ report: CertificationReport) -> [String: [String]] {
        var failures: [String: [String]] = [:]
        for scenario in report.scenarios {
            for expectation in scenario.expectations where expectation.state == .failed {
                failures["\(scenario.scenario.rawValue) \(expectation.id)"] = expectation.problems.map(\.text)
            }
        }
        return failures
    }

    /// What is open, as `scenario expectation`.
    static func pending(_ report: CertificationReport) -> [String] {
        report.scenarios.flatMap { scenario in
            scenario.expectations.filter { $0.state == .pending }.map { "\(scenario.scenario.rawValue) \($0.id)" }
        }
    }
}
