import Commerce
import Exchange
import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// Drafts of a 855 for Brightwater, made of `{"id":"…"}` and, for faults, of anything else.
enum Draft {
    static func of(
        _ bytes: [UInt8], _ directory: PartnerDirectory, _ day: CalendarDate?
    ) -> Result<OutboundDraft, OutboundFault> {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: "\"").map(String.init)
        guard words.count >= 4, words[1] == "id" else { return .failure(OutboundFault(["$: expected an id"])) }
        let date = words[3].hasPrefix("bad") ? "20261332" : "20260303"
        let segments = "BAK*00*AC*PO-1*\(date)~\n"
        return .success(
            OutboundDraft(
                partner: words.count > 6 ? words[5] : "brightwater-clinics", kind: "OrderAcknowledgment",
                number: "PO-1", documentID: words[3], set: "855", functionalCode: "PR", segments: Array(segments.utf8),
                segmentCount: 1, json: bytes))
    }
}

@Suite struct OutboundTests {
    static let out = "drop/brightwater-clinics/out"

    func root() throws -> TestRoot {
        let root = try TestRoot()
        root.generate = Draft.of
        return root
    }

    @Test func `files become interchanges with consecutive control numbers`() throws {
        let root = try root()
        for number in 1...3 { try root.write("{\"id\":\"doc-\(number)\"}", to: "outbound/\(number).json") }
        let report = try root.run()
        #expect(report.files.map(\.documents) == [1, 1, 1])
        #expect(root.names(Self.out) == (1...3).map { "855_00000000\($0).edi" })
        #expect(
            try root.segments("GS", in: "\(Self.out)/855_000000003.edi").first?.hasPrefix(
                "GS*PR*LARKMOORDC*BWCLINICS*20260310*0930*3*X*") == true)
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .delivered, .delivered])
        #expect(try root.ledger.interchange(1)?.disposition == .sent)
        #expect(try root.ledger.sets(ofInterchange: 1).map(\.set) == ["855"])
        #expect(root.names("outbound").isEmpty)
        #expect(try root.run().files.isEmpty)
    }

    @Test func `answers and documents to a partner share the numbers`() throws {
        let root = try root()
        try root.drop(Order.interchange())
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/1.json")
        try root.run()
        #expect(root.names("drop/brightwater-clinics/ack") == ["997_000000001_000000501.edi"])
        #expect(root.names(Self.out) == ["855_000000002.edi"])
    }

    @Test func `documents of one file to one partner go in one interchange`() throws {
        let root = try root()
        try root.write("{\"id\":\"a\"}\n{\"id\":\n\"b\"}\n{\"id\":\"c\"}", to: "outbound/all.json")
        try root.run()
        #expect(root.names(Self.out) == ["855_000000001.edi"])
        #expect(try root.segments("GE", in: "\(Self.out)/855_000000001.edi") == ["GE*3*1"])
        #expect(try root.ledger.documents(ofInterchange: 1).map(\.id) == ["a", "b", "c"])
        #expect(try root.ledger.documents(ofInterchange: 1).map(\.setID) == [1, 2, 3])
    }

    @Test(arguments: [
        ("{\"id\":\"bad\"}", "E-ELEMENT-DATE"), ("{\"number\":1}", "expected an id"), ("not JSON", "expected an id"),
        ("", "there is no document in it"), ("{\"id\":\"x\",\"nobody\"}", "there is no partner \"nobody\""),
        ("{\"id\":\"x\",\"corvane-medical\"}", "does not list the 855"),
    ])
    func `a document that cannot go is held with the reason, and uses no number`(text: String, reason: String) throws {
        let root = try root()
        try root.write(text, to: "outbound/faulty.json")
        let file = try #require(try root.run().files.first)
        #expect(file.held == 1 && file.documents == 0)
        let held = try #require(try root.ledger.heldQuarantine().first)
        #expect(held.explanation.contains(reason))
        #expect(root.names("quarantine") == ["1_E-OUTBOUND.json", "1_E-OUTBOUND.txt"])
        #expect(try root.text("quarantine/1_E-OUTBOUND.json") == text)
        #expect(try root.ledger.controlNumbers().isEmpty)
        #expect(try root.ledger.arrival(1)?.state == .quarantined)
        #expect(try root.ledger.events().contains { $0.kind == "alert" })
    }

    @Test func `a faulty document does not hold back the others of its file`() throws {
        let root = try root()
        try root.write("{\"id\":\"a\"}\n{\"id\":\"bad\"}\n{\"id\":\"c\"}\n", to: "outbound/all.json")
        let file = try #require(try root.run().files.first)
        #expect(file.documents == 2 && file.held == 1)
        #expect(try root.ledger.heldQuarantine().count == 1)
    }

    @Test func `a document is sent once, whatever file it stands in`() throws {
        let root = try root()
        try root.write("{\"id\":\"a\"}\n{\"id\":\"a\"}\n", to: "outbound/1.json")
        try root.run()
        try root.write("{\"id\":\"a\"}", to: "outbound/2.json")
        try root.run()
        #expect(root.names(Self.out) == ["855_000000001.edi"])
        #expect(try root.ledger.heldQuarantine().count == 2)
    }

    @Test func `a different file of the same name in out is left alone`() throws {
        let root = try root()
        try root.write("somebody's", to: "\(Self.out)/855_000000001.edi")
        try root.write("{\"id\":\"a\"}", to: "outbound/1.json")
        try root.run()
        #expect(root.names(Self.out) == ["855_000000001-2.edi", "855_000000001.edi"])
        #expect(try root.text("\(Self.out)/855_000000001.edi") == "somebody's")
    }

    @Test func `what came in as a document goes out by the description of its set`() throws {
        let root = try root()
        root.generate = OutboundDraft.make
        let sample = try TestRoot.sample("Samples/network/corvane-medical/out/850-4500178263.x12")
        let documents = Documents()
        var exchange = Exchange(MemorySource(Array(sample.utf8)))
        try exchange.run(documents)
        let json = String(decoding: try #require(documents.json.first), as: UTF8.self)
        try root.write(
            json.replacing("\"source\":", with: "\"partner\":\"corvane-medical\",\"source\":", maxReplacements: 1),
            to: "outbound/order.json")
        let file = try #require(try root.run().files.first)
        #expect(file.problem == nil && file.documents == 1)
        let sent = try root.text("drop/corvane-medical/out/850_000000001.edi")
        func body(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { !["ISA", "GS*", "ST*", "SE*", "GE*", "IEA"].contains($0.prefix(3)) }
        }
        #expect(body(sent) == body(sample))
    }

    final class Documents: OutcomeSink {
        var json: [[UInt8]] = []
        func documentMade(_ document: DocumentOutcome) { json.append(document.json) }
    }

    @Test(arguments: [
        ("{}", [0..<2]), (" {\"a\":\"}\"}\n{}\n", [1..<10, 11..<13]), ("{\"a\":\"\\\"}\"}", [0..<11]),
        ("{\n \"a\": {}\n}", [0..<12]), ("", []), ("x\n{}", [0..<1, 2..<4]), ("{{", [0..<2]), ("{\"\\", [0..<3]),
    ])
    func `values are found one after the other`(text: String, expected: [Range<Int>]) {
        #expect(JSONValues.ranges(in: Array(text.utf8)) == expected)
    }
}
