import Partners
import Testing

@testable import Gateway
@testable import Ledger

/// What a partner refused goes again when a person says so: the same document, under new control numbers.
@Suite struct SendingAgainTests {
    /// A root that sent Brightwater three 855 in one file, of which it refused the second.
    private func refused() throws -> TestRoot {
        let root = try TestRoot()
        root.generate = Draft.of
        try root.write((1...3).map { "{\"id\":\"doc-\($0)\"}" }.joined(separator: "\n"), to: "outbound/a.json")
        try root.run()
        try root.drop(
            AcknowledgmentTests.answer(
                number: 9,
                segments: [
                    "AK1*PR*1", "AK2*855*0001", "AK5*A", "AK2*855*0002", "AK5*R*5", "AK2*855*0003", "AK5*A",
                    "AK9*P*3*3*2",
                ]))
        try root.run()
        return root
    }

    private func requeue(_ root: TestRoot) throws -> Result<Mending.Outcome, Mending.Refusal> {
        let held = try #require(try root.ledger.heldQuarantine().first)
        let item = try #require(try HeldItem.find(held.id, in: root.ledger))
        #expect(item.nature == .sent)
        return try Mending(
            root: GatewayRoot(path: root.path), partners: root.directory, ledger: root.ledger, time: root.time
        ).requeue(item, MendingTests.decision)
    }

    @Test func `the refused document goes again, alone, and waits for its own answer`() throws {
        let root = try refused()
        #expect(try requeue(root).get().wentOn)
        let file = try #require(try root.run().files.first)
        #expect(file.documents == 1 && file.held == 0)
        #expect(root.names(OutboundTests.out) == ["855_000000001.edi", "855_000000002.edi"])
        let sent = try root.ledger.sentSets(ofDocument: "doc-2")
        #expect(sent.map(\.state) == [.rejected, .waiting] && sent.map(\.interchangeID) == [1, 3])
        #expect(try AcknowledgmentBoard.of(root.ledger, at: root.time).sets.map(\.sent.state) == [.waiting])
        // The document is one, with what it says of orders.
        #expect(try root.ledger.documents().map(\.id) == ["doc-1", "doc-2", "doc-3"])
        let trace = try Trace.of("doc-2", in: root.ledger)
        #expect(trace.steps.contains { $0.kind == "requeued" && $0.detail.contains("dana") })
        #expect(trace.steps.count { $0.kind == "delivered" } == 2)

        try root.drop(
            AcknowledgmentTests.answer(number: 10, segments: ["AK1*PR*2", "AK9*A*1*1*1"]), as: "second.edi")
        try root.run()
        #expect(try root.ledger.sentSets(ofDocument: "doc-2").map(\.state) == [.rejected, .accepted])
        #expect(try root.ledger.heldQuarantine().isEmpty)
        for number in try root.ledger.controlNumbers() { #expect(try root.ledger.audit(number).faults == []) }
    }

    @Test func `refused again, it is held again`() throws {
        let root = try refused()
        _ = try requeue(root)
        try root.run()
        try root.drop(
            AcknowledgmentTests.answer(number: 10, segments: ["AK1*PR*2", "AK9*R*1*1*0"]), as: "second.edi")
        try root.run()
        #expect(try requeue(root).get().wentOn)
        try root.run()
        #expect(try root.ledger.sentSets(ofDocument: "doc-2").map(\.state) == [.rejected, .rejected, .waiting])
    }

    @Test func `what cannot be written any more is held, and says why`() throws {
        let root = try refused()
        _ = try requeue(root)
        root.generate = { bytes, directory, day in
            String(decoding: bytes, as: UTF8.self).contains("doc-2")
                ? .failure(OutboundFault(["the profile lacks its unit"])) : Draft.of(bytes, directory, day)
        }
        #expect(try root.run().files.map(\.held) == [1])
        let held = try #require(try root.ledger.heldQuarantine().first)
        #expect(held.reason == "E-OUTBOUND" && held.explanation == "the profile lacks its unit")
        #expect(root.names(OutboundTests.out) == ["855_000000001.edi"])
    }

    @Test func `without the file that it was made of, the reason says what to do`() throws {
        let root = try refused()
        try root.executeElsewhere(
            "PRAGMA ignore_check_constraints = 1; UPDATE payload SET purged_at = 1, bytes = NULL, archived_path = NULL")
        #expect(throws: Mending.Refusal.self) { try requeue(root).get() }
    }

    /// A root that sent Brightwater an 855, and waits for its answer beyond the deadline.
    private func waiting() throws -> TestRoot {
        let root = try TestRoot()
        root.generate = Draft.of
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/a.json")
        try root.run()
        root.time += 86_400_001
        #expect(try root.run().overdue == 1)
        return root
    }

    private func mending(_ root: TestRoot) throws -> Mending {
        try Mending(
            root: GatewayRoot(path: root.path), partners: root.directory, ledger: root.ledger, time: root.time)
    }

    @Test func `an interchange that was not answered goes once more, byte for byte, and waits anew`() throws {
        let root = try waiting()
        let first = try root.text("\(OutboundTests.out)/855_000000001.edi")
        try root.remove("\(OutboundTests.out)/855_000000001.edi")
        #expect(try mending(root).retransmit(set: 1, MendingTests.decision).get().map(\.setID) == [1])
        // It has not gone yet.
        #expect(throws: Mending.Refusal.self) { try mending(root).retransmit(set: 1, MendingTests.decision).get() }
        #expect(try root.run().overdue == 0)
        #expect(try root.text("\(OutboundTests.out)/855_000000001.edi") == first)
        let sent = try #require(try root.ledger.sentSet(1))
        #expect(sent.dueAt == root.time + 86_400_000 && sent.overdueAt == nil)
        #expect(try Trace.of("doc-1", in: root.ledger).steps.contains { $0.kind == "retransmitted" })
        root.time += 86_400_001
        #expect(try root.run().overdue == 1)
    }

    @Test(arguments: Mending.Word.allCases)
    func `what the partner said otherwise settles a set`(word: Mending.Word) throws {
        let root = try waiting()
        #expect(try mending(root).settle(set: 1, as: word, MendingTests.decision).get().setID == 1)
        #expect(try root.ledger.sentSet(1)?.state.rawValue == word.rawValue)
        #expect(try Trace.of("doc-1", in: root.ledger).steps.contains { $0.kind == "settled as \(word.rawValue)" })
        #expect(throws: Mending.Refusal.self) {
            try mending(root).settle(set: 1, as: .accepted, MendingTests.decision).get()
        }
        #expect(throws: Mending.Refusal.self) { try mending(root).retransmit(set: 1, MendingTests.decision).get() }
        #expect(throws: Mending.Refusal.self) { try mending(root).retransmit(set: 7, MendingTests.decision).get() }
        guard word == .rejected else { return #expect(try root.ledger.heldQuarantine().isEmpty) }
        #expect(try requeue(root).get().wentOn)
        #expect(try root.run().files.map(\.documents) == [1])
    }

    @Test func `a document that was not refused does not go twice`() throws {
        let root = try refused()
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/b.json")
        #expect(try root.run().files.map(\.held) == [1])
        #expect(try root.ledger.sentSets(ofDocument: "doc-1").count == 1)
    }
}
