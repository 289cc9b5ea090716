import Partners
import Testing
import X12

@Suite struct ConflictTests {
    private static func profile(_ id: String, partner: String, us: String = "ZZ:HUB/HUB", usage: String = "production")
        -> String
    {
        Sample.acme(
            ["stage": "\"draft\"", "identities": "{ \(usage): \(Sample.sides(partner: partner, us: us)) }"], id: id)
    }

    @Test func `two profiles that claim one identity are both left out and name each other`() {
        let (directory, faults) = Sample.load([
            "acme": Self.profile("acme", partner: "01:55/ACME"), "zenith": Self.profile("zenith", partner: "1:55/ACME"),
            "other": Self.profile("other", partner: "01:66/ACME"),
        ])
        #expect(directory.profiles.map(\.id) == ["other"])
        #expect(faults.map(\.path) == ["acme/profile.json5", "zenith/profile.json5"])
        #expect(faults.map(\.jsonPath) == Array(repeating: "$.identities.production.partner.isa[0]", count: 2))
        #expect(
            faults.first?.message == "\"01:55\" with GS code \"ACME\" is the partner's identity for production data in "
                + "the profile \"zenith\" too")
    }

    @Test(arguments: [
        // Another GS code, qualifier or usage is another identity.
        ("01:55/ACME", "01:55/ZENITH", "production"), ("01:55/ACME", "ZZ:55/ACME", "production"),
        ("01:55/ACME", "01:55/ACME", "test"),
    ])
    func `profiles that can be told apart load side by side`(first: String, second: String, usage: String) {
        let (directory, faults) = Sample.load([
            "acme": Self.profile("acme", partner: first),
            "zenith": Self.profile("zenith", partner: second, usage: usage),
        ])
        #expect(faults.map(\.description) == [])
        #expect(directory.profiles.count == 2)
    }

    @Test func `an identity that is the partner's here and ours there would leave the direction open`() {
        let (directory, faults) = Sample.load([
            "acme": Self.profile("acme", partner: "ZZ:HUB/HUB", us: "ZZ:WE/WE"),
            "zenith": Self.profile("zenith", partner: "01:55/ZENITH"),
        ])
        #expect(directory.profiles.isEmpty)
        #expect(
            faults.map(\.jsonPath) == [
                "$.identities.production.partner.isa[0]", "$.identities.production.us.isa[0]",
            ])
    }

    @Test func `a partner is not us`() {
        let (directory, faults) = Sample.load(["acme": Self.profile("acme", partner: "ZZ:HUB/HUB")])
        #expect(directory.profiles.isEmpty)
        #expect(
            faults.map(\.message).contains(
                "\"ZZ:HUB\" with GS code \"HUB\" is our own identity for production data here too"))
    }
}
