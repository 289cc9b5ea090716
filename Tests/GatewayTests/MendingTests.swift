import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// What people do with what is held.
@Suite struct MendingTests {
    static let decision = Mending.Decision(who: "dana", why: "confirmed by phone")
    static let profile = "TradingPartners/brightwater-clinics/profile.json5"

    private func mending(_ root: TestRoot, _ directory: PartnerDirectory? = nil) throws -> Mending {
        try Mending(
            root: GatewayRoot(path: root.path), partners: directory ?? root.directory, ledger: root.ledger,
            time: root.time)
    }

    private func item(_ root: TestRoot, _ id: Int = 1) throws -> HeldItem {
        try #require(try HeldItem.find(id, in: root.ledger))
    }

    /// A root that holds an order whose date is none.
    private func refused(dates: [String] = ["20261332"]) throws -> TestRoot {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: dates))
        #expect(try root.run().files.first?.rejected == 1)
        return root
    }

    private func edit(_ words: String) throws -> ElementEdit { try ElementEdit.read(words).get() }

    @Test func `a fixed set goes on as if it had come so, and is not acknowledged again`() throws {
        let root = try refused(dates: ["20260309", "20261332"])
        let acks = root.names("drop/brightwater-clinics/ack")
        let fixed = try mending(root).fix(try item(root), edit("BEG:5=20261201"), Self.decision).get()
        #expect(fixed.wentOn && fixed.verdict == .accepted && fixed.old == "20261332")
        #expect(fixed.documents.map(\.number) == ["PO-501-2"])
        try root.run()
        #expect(root.names("drop/brightwater-clinics/ack") == acks)
        let document = try #require(fixed.documents.first)
        #expect(try root.ledger.heading(ofDocument: document.id)?.state == .delivered)
        let row = try item(root).row
        #expect(row.outcome == .fixed && row.releasedBy == "dana" && row.releasedBecause == "confirmed by phone")
        // Both versions are there, and the change with its reason.
        let patch = try #require(try item(root).patches.first)
        #expect(
            patch.place == "BEG:5" && patch.old == "20261332" && patch.new == "20261201" && patch.verdict == .accepted)
        #expect(try root.ledger.payload(patch.payloadSHA256) != nil)
        #expect(try root.ledger.payload(item(root).arrival.payloadSHA256) != nil)
        #expect(try root.ledger.remarks().map(\.kind) == ["patched", "fixed"])
        let trace = try Trace.of("PO-501-2", in: root.ledger)
        #expect(trace.steps.map(\.kind).contains("changed") && trace.steps.last?.kind == "delivered")
    }

    @Test func `fixes build on each other until the set is right`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20261332"]).replacing("*15*BX*11.2", with: "*x*BX*11.2"))
        try root.run()
        let first = try mending(root).fix(try item(root), edit("BEG:5=20261201"), Self.decision).get()
        #expect(!first.wentOn && first.verdict == .rejected && first.findings.contains { $0.segment == "PO1" })
        #expect(try item(root).row.releasedAt == nil)
        let second = try mending(root).fix(try item(root), edit("PO1:2=15"), Self.decision).get()
        #expect(second.wentOn)
        #expect(try item(root).patches.map(\.place) == ["BEG:5", "PO1:2"])
        #expect(throws: Mending.Refusal.self) {
            try mending(root).fix(try item(root), edit("PO1:2=16"), Self.decision).get()
        }
    }

    @Test func `a set refused because of our profile goes on after the profile is mended`() throws {
        let root = try TestRoot()
        let sound = try root.text(Self.profile)
        let strict = "severities: [\n    { check: \"B-LINE-COUNT\", severity: \"error\" },"
        try root.write(sound.replacing("severities: [", with: strict), to: Self.profile)
        let tight = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"))
        _ = try root.gateway(partners: tight).run()
        let still = try mending(root, tight).requeue(try item(root), Self.decision).get()
        #expect(!still.wentOn)
        let mended = try mending(root).requeue(try item(root), Self.decision).get()
        #expect(mended.wentOn && mended.documents.map(\.number) == ["PO-501-1"])
        try root.run()
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
        #expect(try item(root).row.outcome == .requeued)
    }

    @Test func `a held document is released as it is`() throws {
        let root = try TestRoot()
        let strict = "severities: [\n    { check: \"B-LINE-COUNT\", severity: \"error\" },"
        try root.write(try root.text(Self.profile).replacing("severities: [", with: strict), to: Self.profile)
        let tight = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"))
        _ = try root.gateway(partners: tight).run()
        let released = try mending(root).release(try item(root), Self.decision).get()
        #expect(released.documents.count == 1)
        _ = try root.gateway(partners: tight).run()
        #expect(root.names("canonical") == ["PurchaseOrder"])
        #expect(throws: Mending.Refusal.self) { try mending(root).release(try item(root), Self.decision).get() }
    }

    @Test func `an interchange that was refused whole is worked by the next run and then acknowledged`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange().replacing("IEA*1*", with: "IEA*2*"))
        try root.run()
        #expect(try item(root).nature == .interchange)
        let fixed = try mending(root).fix(try item(root), edit("IEA:1=1"), Self.decision).get()
        #expect(fixed.wentOn && fixed.arrival == 2)
        let file = try #require(try root.run().files.first)
        #expect(file.documents == 1 && file.acknowledgments == 1)
        #expect(try root.ledger.arrival(2)?.requeueOf == 1)
    }

    @Test func `a collision that a person lets in is worked`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.drop(Order.interchange(dates: ["20260310"]), as: "other.edi")
        try root.run()
        #expect(try mending(root).requeue(try item(root), Self.decision).get().wentOn)
        #expect(try root.run().files.map(\.documents) == [1])
        #expect(try root.run().files.isEmpty)
    }

    @Test func `a group with a fault goes on when its trailer is mended`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20260309", "20260310"]).replacing("GE*2*", with: "GE*3*"))
        try root.run()
        let fixed = try mending(root).fix(try item(root), edit("GE:1=2"), Self.decision).get()
        #expect(fixed.wentOn && fixed.documents.count == 2)
        try root.run()
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .delivered])
    }

    @Test func `discarding ends it with the reason, and nothing goes on`() throws {
        let root = try refused()
        #expect(try mending(root).discard(try item(root), Self.decision).get().wentOn)
        try root.run()
        #expect(try root.ledger.documents().isEmpty && root.ledger.heldQuarantine().isEmpty)
        #expect(try item(root).row.outcome == .discarded)
    }

    @Test(arguments: ["BEG:5=2026*1201", "N9:1=X", "BEG[2]:5=20261201"])
    func `an edit that cannot be made changes nothing`(words: String) throws {
        let root = try refused()
        #expect(throws: Mending.Refusal.self) {
            try mending(root).fix(try item(root), edit(words), Self.decision).get()
        }
        #expect(try item(root).patches.isEmpty && item(root).row.releasedAt == nil)
    }

    @Test func `what we sent, and files without an interchange, cannot be edited`() throws {
        let root = try TestRoot()
        try root.drop("this is no interchange")
        try root.run()
        #expect(try item(root).nature == .file)
        #expect(throws: Mending.Refusal.self) {
            try mending(root).fix(try item(root), edit("BEG:5=20261201"), Self.decision).get()
        }
        #expect(try mending(root).requeue(try item(root), Self.decision).get().arrival == 2)
        #expect(try root.run().files.map(\.held) == [1])
    }

    @Test func `dead letters go into the outbox again`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        try root.ledger.transaction { transaction throws(LedgerError) in
            var delivery = Ledger.Delivery(
                kind: .quarantine, reference: "1", partner: "x", folder: "quarantine", fileName: "a.txt",
                createdAt: root.time, payload: [65])
            delivery.lastError = "no room"
            try transaction.giveUp(try transaction.enqueue(delivery), at: root.time)
        }
        let dead = try root.ledger.deadLetters()
        #expect(dead.map(\.fileName) == ["a.txt"])
        try root.ledger.transaction { transaction throws(LedgerError) in
            for letter in dead { try transaction.retryDelivery(letter.id) }
        }
        try root.run()
        #expect(root.names("quarantine") == ["a.txt"])
        #expect(try root.ledger.deadLetters().isEmpty)
    }
}
