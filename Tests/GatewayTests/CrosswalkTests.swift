import Foundation
import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// A document that waits for a row of a crosswalk, and what the ledger knows of rows.
@Suite struct CrosswalkTests {
    private static let items = "TradingPartners/brightwater-clinics/crosswalks/items.csv"

    private func partners(_ root: TestRoot) throws -> PartnerDirectory {
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        return directory
    }

    private func place(_ file: String, _ root: TestRoot, keeping old: (version: String, bytes: [UInt8])? = nil) throws {
        try GatewayRoot(path: root.path).placeCrosswalk(
            Array(file.utf8), as: .items, of: "brightwater-clinics", keeping: old)
    }

    @Test func `a document is held for a row, and goes on when the row is there`() throws {
        let root = try TestRoot()
        try place("theirs,ours\nSOMETHING-ELSE,1\n", root)
        let before = try partners(root)
        try root.drop(Order.interchange())
        let file = try #require(try root.gateway(partners: before).run().files.first)
        // The wire knows nothing of it: the set was accepted and is acknowledged so.
        #expect(file.acknowledgments == 1)
        #expect(try root.ledger.documents().map(\.state) == [.held])
        let misses = try root.ledger.findings(named: ["B-CROSSWALK-MISS"], since: 0)
        let value = try #require(misses.first?.value)
        #expect(misses.map(\.documentID) == [try root.ledger.documents()[0].id])

        let old = try #require(try GatewayRoot(path: root.path).crosswalkFile(.items, of: "brightwater-clinics"))
        try place("theirs,ours\nSOMETHING-ELSE,1\n\(value),400117\n", root, keeping: ("v1", old.bytes))
        #expect(try root.text("TradingPartners/brightwater-clinics/crosswalks/history/items.v1.csv").hasSuffix("1\n"))
        let after = try partners(root)
        let mending = try Mending(
            root: GatewayRoot(path: root.path), partners: after, ledger: root.ledger, time: root.time)
        let item = try #require(try HeldItem.find(1, in: root.ledger))
        let outcome = try mending.requeue(item, Mending.Decision(who: "ann", why: "the row is there")).get()
        #expect(outcome.wentOn)
        _ = try root.gateway(partners: after).run()
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
        let used = try root.ledger.crosswalkUsage(since: 0)
        #expect(used.map(\.theirs) == [value])
        #expect(used.map(\.ours) == ["400117"])
        #expect(try root.ledger.crosswalkUsage(since: root.time + 1).isEmpty)
    }

    /// A root whose one order goes to a partner that has no number for an item of ours.
    private func sending(onMiss: String) throws -> (TestRoot, RunReport) {
        let root = try TestRoot()
        root.generate = OutboundDraft.make
        let path = "TradingPartners/corvane-medical/profile.json5"
        let text = try root.text(path)
        let terms = "crosswalks: [{ table: \"items\", onMiss: \"\(onMiss)\" }],"
        let changed = text.replacing("role: \"supplier\",", with: "role: \"supplier\", \(terms)")
        #expect(changed != text)
        try root.write(changed, to: path)
        // It takes GTINs only, and would refuse what goes without.
        try root.remove("TradingPartners/corvane-medical/guide.json5")
        try GatewayRoot(path: root.path).placeCrosswalk(
            Array("scheme,theirs,ours\nUK,1,SOMETHING\n".utf8), as: .items, of: "corvane-medical", keeping: nil)
        let order = try TestRoot.sample("Samples/canonical/order-to-corvane-medical.json")
        let ours = order.replacing(
            /\{\s*"scheme": "UK",\s*"value": "19521234100239"\s*\},/.dotMatchesNewlines(), with: "")
        try root.write(ours, to: "outbound/order.json")
        return (root, try root.gateway(partners: try partners(root)).run(takingIncomplete: true))
    }

    @Test func `an order that cannot go for want of a row is counted with its value and its money`() throws {
        let (root, report) = try sending(onMiss: "hold")
        #expect(report.files.first?.held == 1)
        let refused = try root.ledger.refusedValues(since: 0)
        let first = try #require(refused.first)
        #expect(first.partner == "corvane-medical" && first.code == "B-CROSSWALK-MISS" && first.number == "4500178263")
        #expect(refused.contains { $0.value == "LK10023" }, "\(refused.map(\.value))")
        #expect(first.amount.map { $0 != "0" && !$0.isEmpty } == true)
        #expect(try root.ledger.heldQuarantine().map(\.partner) == ["corvane-medical"])
        #expect(try root.ledger.refusedValues(since: 0, held: true).count == refused.count)
        #expect(try root.ledger.refusedValues(since: root.time + 1).isEmpty)
        let mending = try Mending(
            root: GatewayRoot(path: root.path), partners: root.directory, ledger: root.ledger, time: root.time)
        let item = try #require(try HeldItem.find(1, in: root.ledger))
        _ = try mending.discard(item, Mending.Decision(who: "ann", why: "ordered by telephone")).get()
        #expect(try root.ledger.refusedValues(since: 0, held: true).isEmpty)
    }

    @Test func `an order that goes without a row leaves the value at what was sent`() throws {
        let (root, report) = try sending(onMiss: "pass")
        #expect(report.files.first?.problem == nil, "\(report.files.first?.problem ?? "")")
        let passed = try root.ledger.findings(named: ["B-CROSSWALK-PASSED"], since: 0)
        #expect(passed.contains { $0.value == "LK10023" && $0.isOutgoing && $0.number == "4500178263" })
        #expect(try root.ledger.refusedValues(since: 0).isEmpty)
    }

    @Test func `an order of ours goes out under the partner's numbers, and the ledger keeps which rows said so`() throws
    {
        let root = try TestRoot()
        root.generate = OutboundDraft.make
        let order = try TestRoot.sample("Samples/canonical/order-to-corvane-medical.json")
        // As an ERP writes it that knows its own numbers only.
        let ours = order.replacing(
            /\{\s*"scheme": "UK",\s*"value": "19521234100239"\s*\},/.dotMatchesNewlines(), with: "")
        #expect(ours.count < order.count)
        try root.write(ours, to: "outbound/order.json")
        let file = try #require(try root.run().files.first)
        #expect(file.problem == nil)
        let sent = try root.text("drop/corvane-medical/out/850_000000001.edi")
        #expect(sent.contains("*UK*19521234100239*IN*LK10023*MG*CG-2200M~"))
        let used = try root.ledger.crosswalkUsage(since: 0)
        #expect(used.contains { $0.table == "items" && $0.theirs == "19521234100239" && $0.ours == "LK10023" })
    }
}
