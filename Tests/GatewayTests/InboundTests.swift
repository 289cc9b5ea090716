import Ledger
import Testing

@testable import Gateway

@Suite struct InboundTests {
    @Test func `a sound order becomes a document and a 997`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        let report = try root.run()
        let file = try #require(report.files.first)
        #expect(file.interchanges == 1 && file.sets == 1 && file.accepted == 1)
        #expect(file.documents == 1 && file.acknowledgments == 1 && file.held == 0)
        #expect(file.problem == nil)
        #expect(root.names("canonical/PurchaseOrder/2026-03-10").count == 1)
        let document = try #require(try root.ledger.documents(number: "PO-501-1").first)
        #expect(document.state == .delivered && document.partner == "brightwater-clinics")
        let ack = "drop/brightwater-clinics/ack/997_000000001_000000501.edi"
        #expect(try root.segments("AK9", in: ack) == ["AK9*A*1*1*1"])
        #expect(try root.text(ack).hasPrefix("ISA*00*          *00*          *01*990417263      *ZZ*BRIGHTWATER    *"))
        #expect(root.names("drop/brightwater-clinics/in").isEmpty)
        #expect(root.names("work") == [".lock"])
        #expect(try root.ledger.claimedArrivals().isEmpty)
        #expect(try root.ledger.faults().isEmpty)
    }

    @Test func `a second run does nothing`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        let counts = try root.ledger.counts()
        let files = try root.delivered()
        let report = try root.run()
        #expect(report.files.isEmpty && report.deliveries == 0 && report.failures.isEmpty)
        #expect(try root.ledger.counts() == counts)
        #expect(try root.delivered() == files)
    }

    @Test func `a TA1 that is asked for comes before the 997, each with a control number of its own`() throws {
        let root = try TestRoot()
        let text = try TestRoot.sample("Samples/network/corvane-medical/in/855-4500178263.x12")
        try root.drop(text, from: "corvane-medical")
        try root.run()
        let folder = "drop/corvane-medical/ack"
        #expect(root.names(folder) == ["997_000000002_000030417.edi", "TA1_000000001_000030417.edi"])
        #expect(
            try root.segments("TA1", in: "\(folder)/TA1_000000001_000030417.edi")
                == ["TA1*000030417*260303*0842*A*000"])
    }

    @Test func `the bad set beside a good one is held, and the good one goes on`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20260309", "20261332"]))
        let report = try root.run()
        let file = try #require(report.files.first)
        #expect(file.accepted == 1 && file.rejected == 1 && file.documents == 1 && file.held == 1)
        let ack = "drop/brightwater-clinics/ack/997_000000001_000000501.edi"
        #expect(try root.segments("AK5", in: ack) == ["AK5*A", "AK5*R*5"])
        #expect(try root.segments("AK9", in: ack) == ["AK9*P*2*2*1"])
        let held = try #require(try root.ledger.heldQuarantine().first)
        #expect(held.reason == "E-ELEMENT-DATE" && held.setID != nil)
        #expect(root.names("quarantine") == ["1_E-ELEMENT-DATE.txt"])
        #expect(try root.ledger.findings(ofInterchange: 1).contains { $0.code == "E-ELEMENT-DATE" && $0.setID != nil })
    }

    @Test func `several interchanges in a file are recorded apart`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(number: 7) + Order.interchange(number: 8))
        let report = try root.run()
        #expect(report.files.first?.interchanges == 2)
        #expect(root.names("drop/brightwater-clinics/ack").count == 2)
        #expect(try root.ledger.interchanges(ofArrival: 1).map(\.ordinal) == [1, 2])
    }

    @Test func `every interchange leaves an event in the chain, with the digest of what was made of it`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(number: 7) + Order.interchange(number: 8))
        _ = try root.run()
        let events = try root.ledger.events().filter { $0.kind == "received" }
        #expect(events.map(\.subject) == ["interchange 1", "interchange 2"])
        #expect(events.allSatisfy { $0.detail.contains("judged A; sets 1 A, 0 E, 0 R") })
        #expect(events.allSatisfy { $0.detail.contains("1 documents, whose SHA-256s have the SHA-256 ") })
        #expect(Set(events.map(\.detail)).count == 2)
    }

    @Test func `a file that holds no interchange is held whole`() throws {
        let root = try TestRoot()
        try root.drop("Dear colleagues,\nplease find the order attached.\n", as: "mail.txt")
        try root.drop("", as: "nothing.edi")
        let report = try root.run()
        #expect(report.files.map(\.held) == [1, 1])
        #expect(try root.ledger.heldQuarantine().map(\.reason) == ["E-FILE", "E-FILE"])
        #expect(
            try root.text("quarantine/1_E-FILE.bin").hasPrefix("Dear") || root.text("quarantine/1_E-FILE.bin") == "")
        #expect(try root.ledger.arrival(1)?.state == .quarantined)
    }

    @Test func `a payload too large for the ledger is archived in a file and worked from there`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        let gateway = try root.gateway()
        gateway.archive.largestInLedger = 100
        let report = try gateway.run()
        #expect(report.files.first?.documents == 1)
        let shelf = try #require(root.names("archive").first)
        let name = try #require(root.names("archive/\(shelf)").first)
        #expect(name.hasPrefix(shelf) && name.count == 64)
        #expect(root.names("archive") == [shelf])
    }

    @Test func `findings beyond the bound are counted and not kept`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: [String](repeating: "20261332", count: 1_100)))
        let report = try root.run()
        #expect(report.files.first?.rejected == 1_100)
        #expect(try root.ledger.findings(ofInterchange: 1).count == 1_000)
        #expect(try root.ledger.heldQuarantine().count == 1_000)
        let kinds = Set(try root.ledger.events().map(\.kind))
        #expect(kinds.isSuperset(of: ["findings-capped", "quarantine-capped"]))
    }
}
