import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// What Brightwater answers to what we sent, and what becomes of that.
@Suite struct AcknowledgmentTests {
    /// An interchange from Brightwater with an FA group or a TA1.
    static func answer(number: Int, segments: [String], ta1: String? = nil) -> String {
        let padded = InterchangeWriter.filled(number, 9)
        var text =
            "ISA*00*          *00*          *ZZ*BRIGHTWATER    *01*990417263      *260309*0840*U*00401*\(padded)*0*P*>~\n"
        if let ta1 { text += ta1 + "~\n" }
        guard !segments.isEmpty else { return text + "IEA*0*\(padded)~\n" }
        text += "GS*FA*BWCLINICS*LARKMOORDC*20260309*0840*\(number)*X*004010~\nST*997*0001~\n"
        text += segments.map { $0 + "~\n" }.joined()
        return text + "SE*\(segments.count + 2)*0001~\nGE*1*\(number)~\nIEA*1*\(padded)~\n"
    }

    /// A root that has sent Brightwater an 855, as group PR 1 in interchange 1.
    private func sent(_ ids: [String] = ["doc-1"]) throws -> TestRoot {
        let root = try TestRoot()
        root.generate = Draft.of
        try root.write(ids.map { "{\"id\":\"\($0)\"}" }.joined(separator: "\n"), to: "outbound/a.json")
        #expect(try root.run().files.map(\.documents) == [ids.count])
        return root
    }

    private func states(_ root: TestRoot) throws -> [Ledger.SentState] { try root.ledger.sentSets().map(\.state) }

    @Test func `what was sent waits until its deadline`() throws {
        let root = try sent()
        let set = try #require(try root.ledger.sentSets().first)
        #expect(set.state == .waiting && set.dueAt == root.time + 86_400_000 && set.number == "PO-1")
        #expect(try root.run().overdue == 0)
        root.time += 86_400_001
        #expect(try root.run().overdue == 1)
        #expect(try root.run().overdue == 0)
        #expect(try root.ledger.remarks().map(\.kind) == ["alert"])
        let board = try AcknowledgmentBoard.of(root.ledger, at: root.time)
        #expect(board.sets.map(\.state) == ["overdue"] && board.needsSomebody)

        // A late answer is an answer.
        try root.drop(Self.answer(number: 9, segments: ["AK1*PR*1", "AK9*A*1*1*1"]))
        try root.run()
        #expect(try states(root) == [.accepted])
        #expect(try root.ledger.answers(aboutSet: set.setID).map(\.isLate) == [true])
        #expect(try !AcknowledgmentBoard.of(root.ledger, at: root.time).needsSomebody)
    }

    @Test(arguments: [
        (["AK1*PR*1", "AK9*A*1*1*1"], Ledger.SentState.accepted),
        (["AK1*PR*0001", "AK2*855*0001", "AK5*A", "AK9*A*1*1*1"], .accepted),
        (["AK1*PR*1", "AK2*855*0001", "AK3*BAK*2**8", "AK4*4*323*7", "AK5*E*5", "AK9*E*1*1*1"], .acceptedWithErrors),
        (["AK1*PR*1", "AK2*855*0001", "AK5*R*5", "AK9*R*1*1*0"], .rejected),
        (["AK1*PR*1", "AK9*R*1*1*0*2"], .rejected),
    ])
    func `a 997 settles it`(segments: [String], state: Ledger.SentState) throws {
        let root = try sent()
        try root.drop(Self.answer(number: 9, segments: segments))
        let file = try #require(try root.run().files.first)
        #expect(try states(root) == [state])
        #expect(file.held == (state == .rejected ? 1 : 0))
        #expect(try root.ledger.openAnswers().isEmpty)
    }

    @Test func `what is refused is held as we sent it, beside what the partner says of it`() throws {
        let root = try sent()
        try root.drop(
            Self.answer(
                number: 9,
                segments: [
                    "AK1*PR*1", "AK2*855*0001", "AK3*BAK*2**8", "AK4*4*323*8*20260303", "AK5*R*5", "AK9*R*1*1*0",
                ]))
        try root.run()
        let row = try #require(try root.ledger.heldQuarantine().first)
        let set = try #require(try root.ledger.sentSets().first)
        #expect(row.setID == set.setID && row.interchangeID == set.interchangeID && row.reason == "B-ACK-NEGATIVE")
        #expect(row.explanation.contains("segment 2 BAK code 8: BAK*00*AC*PO-1*20260303"))
        #expect(row.explanation.contains("element 4 (323) code 8, they read \"20260303\", we sent \"20260303\""))
        #expect(root.names("quarantine") == ["1_B-ACK-NEGATIVE.edi", "1_B-ACK-NEGATIVE.txt"])
        #expect(try root.text("quarantine/1_B-ACK-NEGATIVE.edi").hasPrefix("ST*855*0001"))
        #expect(try root.ledger.remarks().map(\.kind) == ["alert"])
        let steps = try Trace.of("PO-1", in: root.ledger).steps.map(\.kind)
        #expect(steps.contains("partner answered") && steps.contains("held"))
        let board = try AcknowledgmentBoard.of(root.ledger, at: root.time)
        #expect(board.needsSomebody && board.sets.map(\.quarantine) == [row.id])
    }

    @Test func `sets of a group are settled each for itself`() throws {
        let root = try sent(["doc-1", "doc-2", "doc-3"])
        try root.drop(
            Self.answer(
                number: 9,
                segments: ["AK1*PR*1", "AK2*855*0002", "AK5*R*5", "AK2*855*0003", "AK5*A", "AK9*P*3*3*2"]))
        try root.run()
        #expect(try states(root) == [.partiallyAccepted, .rejected, .accepted])
    }

    @Test func `an answer that says something else than the first is told and changes nothing`() throws {
        let root = try sent()
        try root.drop(Self.answer(number: 9, segments: ["AK1*PR*1", "AK9*A*1*1*1"]), as: "1.edi")
        try root.drop(Self.answer(number: 10, segments: ["AK1*PR*1", "AK9*R*1*1*0"]), as: "2.edi")
        try root.drop(Self.answer(number: 11, segments: ["AK1*PR*1", "AK9*A*1*1*1"]), as: "3.edi")
        try root.run()
        #expect(try states(root) == [.accepted])
        let id = try #require(try root.ledger.sentSets().first).setID
        #expect(try root.ledger.answers(aboutSet: id).map(\.effect) == [.settled, .contradicted, .confirmed])
        let open = try #require(try root.ledger.openAnswers().first)
        #expect(open.letter == "R")
        try root.ledger.transaction { transaction throws(LedgerError) in
            try transaction.closeAnswer(open.id, by: "dana", because: "they had it twice", at: root.time)
        }
        #expect(try root.ledger.openAnswers().isEmpty)
    }

    @Test(arguments: [["AK1*PR*2", "AK9*R*1*1*0"], ["AK1*IN*1", "AK9*A*1*1*1"]])
    func `an answer to what was never sent waits in its own queue`(segments: [String]) throws {
        let root = try sent()
        try root.drop(Self.answer(number: 9, segments: segments))
        let file = try #require(try root.run().files.first)
        #expect(try states(root) == [.waiting])
        #expect(file.held == 0 && file.problem?.hasPrefix("not matched") == true)
        #expect(try root.ledger.openAnswers().map(\.effect) == [.unmatched])
    }

    @Test func `a TA1 that refuses takes every set with it`() throws {
        let root = try sent(["doc-1", "doc-2"])
        try root.drop(Self.answer(number: 9, segments: [], ta1: "TA1*000000001*260310*0930*R*024"))
        try root.run()
        #expect(try states(root) == [.rejected, .rejected])
        #expect(try root.ledger.heldQuarantine().count == 2)
    }

    @Test func `a TA1 that accepts leaves the sets waiting for their 997`() throws {
        let root = try sent()
        try root.drop(Self.answer(number: 9, segments: [], ta1: "TA1*000000001*260310*0930*A*000"))
        #expect(try root.run().files.map(\.problem) == [nil])
        #expect(try states(root) == [.waiting])
        #expect(try root.ledger.openAnswers().isEmpty)
    }

    @Test func `a TA1 for an interchange of our own 997s is no riddle`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        try root.drop(Self.answer(number: 502, segments: [], ta1: "TA1*000000001*260310*0930*A*000"), as: "ta1.edi")
        #expect(try root.run().files.map(\.problem) == [nil])
        #expect(try root.ledger.openAnswers().isEmpty)
    }

    @Test func `a partner that answers nothing is not waited for`() throws {
        let root = try TestRoot()
        root.generate = Draft.of
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        try root.write(
            try root.text(path).replacing(
                "severities: [", with: "clocks: { acknowledgment: \"none\" },\nseverities: ["),
            to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/a.json")
        _ = try root.gateway(partners: directory).run()
        root.time += 86_400_000 * 400
        #expect(try root.gateway(partners: directory).run().overdue == 0)
        #expect(try states(root) == [.notExpected])
    }

    @Test func `what is held although it was accepted has a deadline too`() throws {
        let root = try TestRoot()
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        let strict = "severities: [\n    { check: \"B-LINE-COUNT\", severity: \"error\" },"
        try root.write(try root.text(path).replacing("severities: [", with: strict), to: path)
        let directory = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"))
        _ = try root.gateway(partners: directory).run()
        let held = try #require(try AcknowledgmentBoard.of(root.ledger, at: root.time).held.first)
        // Eight working hours from Tuesday 09:30 to 17:00 leave half an hour for Wednesday.
        #expect(held.dueAt == root.time + 23 * 3_600_000)
        root.time += 86_400_000
        #expect(try root.gateway(partners: directory).run().overdue == 1)
        #expect(try AcknowledgmentBoard.of(root.ledger, at: root.time).needsSomebody)
    }
}
