import Exchange
import Foundation
import Ledger
import Partners
import Testing

@testable import Gateway

/// File and ledger tell the same of a promotion, wherever it is broken off.
@Suite struct PromotionTests {
    private static let partner = "brightwater-clinics"
    private static let path = "TradingPartners/\(partner)/profile.json5"

    /// The profiles with one at another stage.
    private func next(_ root: TestRoot, _ stage: String = "pilot") throws -> PartnerDirectory {
        let text = try root.text(Self.path).replacing(
            "stage: \"production\",", with: "stage: \"\(stage)\",\n  version: 1,")
        let (directory, faults) = root.directory.replacing(profile: Array(text.utf8), of: Self.partner)
        #expect(faults == [])
        return directory
    }

    private func promotion(_ root: TestRoot) -> Promotion {
        Promotion(root: GatewayRoot(path: root.path), ledger: root.ledger, partner: Self.partner, time: root.time)
    }

    private func step(_ root: TestRoot, undoes: Int? = nil) throws -> Promotion.Step {
        Promotion.Step(
            from: root.directory, to: try next(root), who: "ana", why: "it went well", detail: "lint: no error",
            undoes: undoes)
    }

    @Test func `a promotion is written, recorded in the chain, and both profiles are kept`() throws {
        let root = try TestRoot()
        let before = try root.text(Self.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: root.url(Self.path).path)
        try promotion(root).perform(try step(root))
        #expect(try root.text(Self.path).contains("stage: \"pilot\",\n  version: 1,"))
        let rights = try FileManager.default.attributesOfItem(atPath: root.url(Self.path).path)[.posixPermissions]
        #expect(rights as? Int == 0o640)
        let done = try #require(try root.ledger.lastPromotion(ofPartner: Self.partner))
        #expect(done.state == .done && done.fromStage == "production" && done.toStage == "pilot" && done.version == 1)
        #expect(try promotion(root).profile(version: done.before) == Array(before.utf8))
        let events = try root.ledger.events().filter { $0.kind.hasPrefix("partner-") }
        #expect(events.map(\.kind) == ["partner-promoting", "partner-promoted"])
        let digests = try root.ledger.profileVersions(ofPartner: Self.partner).map { $0.sha256.hexadecimal }
        for words in ["by ana", "it went well", "production to pilot", "lint: no error"] + digests {
            #expect(events[1].detail.contains(words), "\(words): \(events[1].detail)")
        }
        #expect(try root.ledger.verifyEvents().fault == nil)
        // The version that a run uses afterwards is the one that was promoted.
        _ = try root.gateway(partners: try GatewayRoot(path: root.path).loadPartners().0).run()
        #expect(try root.ledger.profileVersions(ofPartner: Self.partner).count == 2)
    }

    @Test(arguments: [Promotion.Point.begun, .written])
    func `what dies between file and ledger is ended by the next`(point: Promotion.Point) throws {
        let root = try TestRoot()
        let before = try root.text(Self.path)
        var dying = promotion(root)
        dying.reached = { reached throws(GatewayError) in
            if reached == point { throw GatewayError(.interrupted, reason: "killed") }
        }
        let step = try step(root)
        #expect(throws: GatewayError(.interrupted, reason: "")) { try dying.perform(step) }
        #expect(try root.ledger.begunPromotions().count == 1)
        #expect(try (root.text(Self.path) == before) == (point == .begun))
        let mended = try promotion(root).mend()
        let last = try root.ledger.events().last
        switch point {
        case .begun:
            guard case .abandoned = mended else { return #expect(Bool(false), "\(String(describing: mended))") }
            #expect(last?.kind == "partner-abandoned" && last?.detail.contains("found not written") == true)
            #expect(try root.ledger.lastPromotion(ofPartner: Self.partner) == nil)
        case .written:
            guard case .done = mended else { return #expect(Bool(false), "\(String(describing: mended))") }
            #expect(last?.kind == "partner-promoted" && last?.detail.contains("by ana") == true)
            #expect(try root.ledger.lastPromotion(ofPartner: Self.partner)?.version == 1)
        }
        #expect(try promotion(root).mend() == nil && root.ledger.verifyEvents().fault == nil)
    }

    @Test func `what an editor saved meanwhile is not written over`() throws {
        let root = try TestRoot()
        let edited = "// a remark\n" + (try root.text(Self.path))
        var promotion = promotion(root)
        promotion.reached = { point throws(GatewayError) in
            if point == .begun { try? root.write(edited, to: Self.path) }
        }
        let step = try step(root)
        #expect(throws: GatewayError(.locked, reason: "")) { try promotion.perform(step) }
        #expect(try root.text(Self.path) == edited)
        #expect(try root.ledger.begunPromotions().isEmpty)
        #expect(try root.ledger.events().last?.kind == "partner-abandoned")
    }

    @Test func `a folder that cannot be written leaves the profile and says so`() throws {
        let root = try TestRoot()
        let before = try root.text(Self.path)
        let step = try step(root)
        // A folder in the place of the draft: nothing can be made there.
        try FileManager.default.createDirectory(
            at: root.url("TradingPartners/\(Self.partner)/.profile.json5.new"), withIntermediateDirectories: true)
        #expect(throws: GatewayError.self) { try promotion(root).perform(step) }
        #expect(try root.text(Self.path) == before && root.ledger.begunPromotions().isEmpty)
    }

    @Test func `two commands do not change one partner at a time`() throws {
        let root = try TestRoot()
        let held = try PartnerLock(GatewayRoot(path: root.path), partner: Self.partner)
        #expect(throws: GatewayError(.locked, reason: "")) {
            _ = try PartnerLock(GatewayRoot(path: root.path), partner: Self.partner)
        }
        _ = try PartnerLock(GatewayRoot(path: root.path), partner: "corvane-medical")
        withExtendedLifetime(held) {}
        #expect(throws: GatewayError(.missing, reason: "")) {
            _ = try PartnerLock(GatewayRoot(path: root.path), partner: "nobody")
        }
    }

    @Test func `in a pilot an order goes as test data unless it says itself that it is production`() throws {
        for (source, usage) in [("", "T"), ("\"source\": { \"interchange\": { \"usage\": \"P\" } },", "P")] {
            let root = try TestRoot()
            root.generate = OutboundDraft.make
            let path = "TradingPartners/corvane-medical/profile.json5"
            try root.write(
                try root.text(path).replacing("stage: \"production\"", with: "stage: \"pilot\""), to: path)
            let (pilot, faults) = try GatewayRoot(path: root.path).loadPartners()
            #expect(faults == [])
            let order = try TestRoot.sample("Samples/canonical/order-to-corvane-medical.json")
            let worded = order.replacing("\"purpose\": \"00\",", with: "\(source) \"purpose\": \"00\",")
            try root.write(worded, to: "outbound/order.json")
            let file = try #require(try root.gateway(partners: pilot).run().files.first)
            #expect(file.problem == nil, "\(file.problem ?? "")")
            let sent = try #require(root.names("drop/corvane-medical/out").first)
            #expect(
                try root.segments("ISA", in: "drop/corvane-medical/out/\(sent)").first?.contains("*\(usage)*") == true)
        }
    }

    @Test func `what is taken back uncovers the promotion before it`() throws {
        let root = try TestRoot()
        let first = try step(root)
        try promotion(root).perform(first)
        let id = try #require(try root.ledger.lastPromotion(ofPartner: Self.partner)).id
        let back = Promotion.Step(
            from: first.after, to: first.before, who: "ana", why: "", detail: "", undoes: id)
        try promotion(root).perform(back)
        #expect(try root.text(Self.path) == TestRoot.sample(Self.path))
        #expect(try root.ledger.lastPromotion(ofPartner: Self.partner) == nil)
        #expect(try root.ledger.events().last?.kind == "partner-rolled-back")
        #expect(try root.ledger.promotions(ofPartner: Self.partner).map(\.undoes) == [nil, id])
    }
}
