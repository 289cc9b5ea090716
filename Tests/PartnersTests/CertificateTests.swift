import Partners
import Testing

@Suite struct CertificateTests {
    private static let certificate = Certificate(
        partner: "acme", profileHash: String(repeating: "0a", count: 32), at: "2026-11-21T16:05:00Z", seed: 1,
        score: 66,
        scenarios: [
            Certificate.Scenario(name: "happy-path", state: .passed, passed: 4, failed: 0, pending: 0),
            Certificate.Scenario(name: "reject", state: .failed, passed: 1, failed: 1, pending: 0),
        ])

    @Test func `a certificate is read as it was written`() throws {
        #expect(try Certificate.read(Self.certificate.json).get() == Self.certificate)
        #expect(!Self.certificate.passed)
    }

    @Test(arguments: [
        ("\"score\":66", "\"score\":101", "$.score"),
        ("\"score\":66", "\"skore\":66", "skore"),
        ("\"seed\":1,", "", "$.seed"),
        ("\"passed\":false", "\"passed\":true", "$.passed"),
        ("\"state\":\"failed\"", "\"state\":\"passed\"", "$.scenarios[1].state"),
        ("\"state\":\"failed\"", "\"state\":\"fine\"", "$.scenarios[1].state"),
        ("\"profileHash\":\"0a", "\"profileHash\":\"xx", "$.profileHash"),
        ("\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"2.0\"", "$.schemaVersion"),
    ])
    func `what contradicts itself is no certificate`(_ old: String, _ new: String, _ place: String) {
        let text = String(decoding: Self.certificate.json, as: UTF8.self).replacing(": ", with: ":")
        #expect(text.contains(old))
        switch Certificate.read(Array(text.replacing(old, with: new).utf8)) {
        case .success: Issue.record("was taken")
        case .failure(let fault): #expect(fault.reason.contains(place), "\(fault.reason)")
        }
    }

    @Test func `what was agreed on does not change with the stage, comments or whom to ask, but with everything else`()
        throws
    {
        func agreement(_ changes: [String: String?]) throws -> [UInt8] {
            let (directory, faults) = Sample.load(["acme": Sample.acme(changes)])
            #expect(faults.isEmpty)
            return try #require(directory.agreement(of: "acme"))
        }
        let before = try agreement([:])
        #expect(try agreement(["stage": "\"test\""]) == before)
        #expect(try agreement(["contacts": "[{ role: \"EDI\", email: \"a@b.example\" }] // whom to ask"]) == before)
        #expect(try agreement(["syntax": "{ element: \"|\" }"]) != before)
        #expect(try agreement(["documents": "[{ set: \"850\", direction: \"out\" }]"]) != before)
    }
}
