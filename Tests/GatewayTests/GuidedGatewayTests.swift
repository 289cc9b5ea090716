import Foundation
import Ledger
import Partners
import Testing

@testable import Gateway

/// What a partner's guide and policy say holds in a running gateway, both ways.
@Suite struct GuidedGatewayTests {
    private static let guide = """
        { schemaVersion: 1, sets: [
          { set: "855", direction: "out", rules: [{ at: "REF[01=VN]", use: "required", because: "page 7" }] },
          { set: "850", direction: "in", rules: [{ at: "BEG02", codes: ["NE"] }] },
        ] }
        """

    private func root(profile: (String) -> String = { $0 }) throws -> (TestRoot, PartnerDirectory) {
        let root = try TestRoot()
        root.generate = Draft.of
        try root.write(Self.guide, to: "TradingPartners/brightwater-clinics/guide.json5")
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        try root.write(profile(try TestRoot.sample(path)), to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults == [])
        return (root, directory)
    }

    @Test func `what breaks the receiver's guide does not leave, and uses no number`() throws {
        let (root, partners) = try root()
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/1.json")
        let file = try #require(try root.gateway(partners: partners).run().files.first)
        #expect(file.held == 1 && file.documents == 0)
        let held = try #require(try root.ledger.heldQuarantine().first)
        #expect(held.explanation.contains("G-REQUIRED"))
        #expect(held.explanation.contains("TradingPartners/brightwater-clinics/guide.json5 line 2"))
        #expect(held.explanation.contains("page 7"))
        #expect(root.names(OutboundTests.out).isEmpty)
    }

    @Test func `what breaks the sender's guide is rejected with its 997, and told in the ledger`() throws {
        let (root, partners) = try root()
        try root.drop(Order.interchange())
        let file = try #require(try root.gateway(partners: partners).run().files.first)
        #expect(file.accepted == 0 && file.documents == 0)
        let answer = try #require(root.names("drop/brightwater-clinics/ack").first { $0.hasPrefix("997") })
        #expect(try root.segments("AK4", in: "drop/brightwater-clinics/ack/\(answer)") == ["AK4*2*92*7*SA"])
    }

    @Test func `a forbidden repair quarantines the interchange and answers by TA1`() throws {
        let (root, partners) = try root { profile in
            profile.replacingOccurrences(
                of: "severities: [", with: "severities: [ { check: \"R-BOM\", severity: \"error\" },")
        }
        try root.drop("\u{FEFF}" + Order.interchange())
        let file = try #require(try root.gateway(partners: partners).run().files.first)
        #expect(file.documents == 0)
        let answers = root.names("drop/brightwater-clinics/ack")
        #expect(answers.count == 1)
        let segments = try root.segments("TA1", in: "drop/brightwater-clinics/ack/\(try #require(answers.first))")
        #expect(segments.first?.hasSuffix("*R*022") == true)
    }

    @Test func `a guide with a fault takes its partner out of use and no other`() throws {
        let root = try TestRoot()
        try root.write("{ schemaVersion: 1, sets: [{}] }", to: "TradingPartners/tallis-surgical/guide.json5")
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(directory.profile("tallis-surgical") == nil && directory.profile("corvane-medical") != nil)
        #expect(faults.allSatisfy { $0.path == "TradingPartners/tallis-surgical/guide.json5" } && !faults.isEmpty)
    }
}
