import Foundation
import Ledger
import Testing

@testable import Gateway

/// The way from the outbox to a receiver's folder.
@Suite struct DeliveryTests {
    /// Puts bytes into the outbox, as a view in quarantine/ unless said otherwise.
    private func enqueue(
        _ bytes: [UInt8], as name: String = "a.txt", in folder: String = "quarantine", _ root: TestRoot
    ) throws {
        try root.ledger.transaction { transaction throws(LedgerError) in
            _ = try transaction.enqueue(
                Ledger.Delivery(
                    kind: .quarantine, reference: "1", partner: "", folder: folder, fileName: name, createdAt: 1,
                    payload: bytes))
        }
    }

    @Test func `a name that is taken gets a number, and the same bytes are there already`() throws {
        let root = try TestRoot()
        for byte: UInt8 in [1, 2, 3, 2] { try enqueue([byte], root) }
        #expect(try root.run().deliveries == 4)
        #expect(root.names("quarantine") == ["a-2.txt", "a-3.txt", "a.txt"])
        #expect(
            try (1...4).map { try root.ledger.delivery($0)?.placedAs } == ["a.txt", "a-2.txt", "a-3.txt", "a-2.txt"])
        #expect(root.names("outbox").isEmpty)
    }

    @Test func `a link or folder of the name is not written through`() throws {
        let root = try TestRoot()
        try root.write("", to: "target")
        try FileManager.default.createSymbolicLink(
            at: root.url("quarantine/a.txt"), withDestinationURL: root.url("target"))
        try enqueue([1], root)
        try root.run()
        #expect(root.names("quarantine") == ["a-2.txt", "a.txt"])
        #expect(try root.text("target") == "")
    }

    @Test func `a delivery that fails stays pending, is told, and goes the next time`() throws {
        let root = try TestRoot()
        try root.remove("drop/brightwater-clinics/ack")
        try root.write("in the way", to: "drop/brightwater-clinics/ack")
        try root.drop(Order.interchange())
        let report = try root.run()
        #expect(report.failures.count == 1 && report.failures[0].contains("expected a folder"))
        #expect(report.files.first?.documents == 1)
        let pending = try #require(try root.ledger.deliveries(.acknowledgment, of: "1").first)
        #expect(pending.attempts == 1 && pending.deliveredAt == nil)
        try root.remove("drop/brightwater-clinics/ack")
        #expect(try root.run().deliveries == 1)
        #expect(root.names("drop/brightwater-clinics/ack") == ["997_000000001_000000501.edi"])
        #expect(try root.ledger.acknowledgments(ofInterchange: 1).map(\.state) == [.delivered])
    }

    @Test(arguments: [Gateway.Step.staged, .placed], [true, false])
    func `what its receiver took before it was marked is not placed again`(
        step: Gateway.Step, isRolling: Bool
    ) throws {
        let root = try TestRoot()
        root.settings.documents = isRolling ? .rolling : .files
        for number in 1...3 { try root.drop(Order.interchange(number: number), as: "\(number).edi") }
        var gateway: Gateway? = try root.gateway()
        gateway?.reached = { (reached) throws(GatewayError) in
            if reached == step { throw GatewayError(.interrupted, reason: "") }
        }
        #expect(throws: GatewayError(.interrupted, reason: "")) { try gateway?.run() }
        gateway = nil
        var taken = try root.take()
        #expect(taken.count == (step == .staged ? 0 : isRolling ? 4 : 6))
        let report = try root.run()
        #expect(report.recovered.count == (isRolling ? 4 : 6))
        #expect(report.deliveries == 6)
        taken += try root.take()
        #expect(Set(taken).count == taken.count && taken.count == (isRolling ? 4 : 6))
        #expect(try root.ledger.pendingDeliveries().isEmpty)
        #expect(try root.ledger.stagedDeliveries().isEmpty)
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .delivered, .delivered])
        #expect(try root.ledger.events().filter { $0.kind == "recovery" }.count == (isRolling ? 4 : 6))
    }

    @Test func `what was written and never recorded as staged is cleared away`() throws {
        let root = try TestRoot()
        try root.write("half a do", to: "outbox/7")
        try root.write("half a do", to: "outbox/12.ndjson")
        try root.write("mine", to: "outbox/notes.txt")
        let report = try root.run()
        #expect(root.names("outbox") == ["notes.txt"])
        #expect(report.ignored.map(\.path) == ["outbox/notes.txt"])
    }

    @Test func `rolling documents come many in a file, a line each, in files that never change`() throws {
        let root = try TestRoot()
        root.settings.documents = .rolling
        for number in 1...3 { try root.drop(Order.interchange(number: number), as: "\(number).edi") }
        try root.run()
        let folder = "canonical/PurchaseOrder/2026-03-10"
        #expect(root.names(folder) == ["PurchaseOrder-000000001.ndjson"])
        let text = try root.text("\(folder)/PurchaseOrder-000000001.ndjson")
        let documents = try (root.ledger.documents().map { try root.ledger.document($0.id)?.bytes ?? [] })
        #expect(text == documents.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined())
        try root.drop(Order.interchange(number: 4))
        try root.run()
        #expect(root.names(folder) == ["PurchaseOrder-000000001.ndjson", "PurchaseOrder-000000007.ndjson"])
        #expect(try root.text("\(folder)/PurchaseOrder-000000001.ndjson") == text)
    }

    @Test(arguments: [
        ("{ documents: 'rolling' }", GatewaySettings.Documents.rolling), ("{}", .files),
        ("{documents:\"files\"} // x", .files),
    ])
    func `settings are read from the root`(text: String, documents: GatewaySettings.Documents) throws {
        let root = try TestRoot()
        #expect(try GatewayRoot(path: root.path).loadSettings() == GatewaySettings())
        try root.write(text, to: "gateway.json5")
        #expect(try GatewayRoot(path: root.path).loadSettings().documents == documents)
    }

    @Test(arguments: ["{ documents: 'roling' }", "{ document: 'rolling' }", "[]", "", "{ documents: 7 }"])
    func `settings that say something unknown are refused`(text: String) throws {
        let root = try TestRoot()
        try root.write(text, to: "gateway.json5")
        let error = #expect(throws: GatewayError(.unreadable, reason: "")) {
            try GatewayRoot(path: root.path).loadSettings()
        }
        #expect(error?.reason.contains("gateway.json5") == true)
    }
}
